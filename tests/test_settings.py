"""Every setting: what is taken, what is refused; everything wrong is said at once, a secret never."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from bot.settings import Settings, SettingsFault, read

TOKEN = "1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"
HOOK = {"WEBHOOK_URL": "https://example.org/hook", "WEBHOOK_SECRET": "s3cret_-value"}


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    return {"DATA_DIR": str(tmp_path / "data")}


def test_with_nothing_set_everything_has_its_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    got = read({}, None)
    assert got.bot_token is None
    assert got.bot_api_url == "https://api.telegram.org"
    assert got.data_dir == Path("data")
    assert (tmp_path / "data").is_dir()
    assert got.database_url == "sqlite+aiosqlite:///data/ask-anyway.db"
    assert (got.webhook_url, got.webhook_secret) == (None, None)
    assert (got.listen, got.host, got.port) == ("127.0.0.1:8080", "127.0.0.1", 8080)
    assert (got.log_level, got.default_zone, got.send_per_second) == ("INFO", "UTC", 25)
    assert not got.paid_broadcast
    assert got.notes == ()


GOOD = [
    ("BOT_TOKEN", TOKEN, SecretStr(TOKEN)),
    ("BOT_TOKEN", f" {TOKEN}\n", SecretStr(TOKEN)),
    ("BOT_API_URL", "http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
    ("BOT_API_URL", "http://bot-api:8081/base", "http://bot-api:8081/base"),
    ("LISTEN", "[::1]:0", "[::1]:0"),
    ("LISTEN", "0.0.0.0:80", "0.0.0.0:80"),
    ("LOG_LEVEL", "debug", "DEBUG"),
    ("DEFAULT_ZONE", "Europe/Lisbon", "Europe/Lisbon"),
    ("DEFAULT_ZONE", "Asia/Calcutta", "Asia/Kolkata"),
    ("SEND_PER_SECOND", "30", 30),
    ("PAID_BROADCAST", "1", True),
    ("PAID_BROADCAST", " Yes", True),
    ("PAID_BROADCAST", "false", False),
]


@pytest.mark.parametrize(("name", "value", "kept"), GOOD)
def test_a_good_value_is_kept(name: str, value: str, kept: object, place: dict[str, str]) -> None:
    assert getattr(read({**place, name: value}, None), name.lower()) == kept


@pytest.mark.parametrize(
    "url", ["https://example.org/hook", "https://example.org:8443/", "http://127.0.0.1:9/h", "http://[::1]/h"]
)
def test_a_webhook_is_https_or_at_home(url: str, place: dict[str, str]) -> None:
    got = read({**place, **HOOK, "WEBHOOK_URL": url}, None)
    assert got.webhook_url == url
    assert got.webhook_secret == SecretStr(HOOK["WEBHOOK_SECRET"])


def test_paid_broadcasts_allow_a_thousand_a_second_and_ask_for_nothing(place: dict[str, str]) -> None:
    assert read({**place, "PAID_BROADCAST": "1"}, None).send_per_second == 25
    assert read({**place, "PAID_BROADCAST": "1", "SEND_PER_SECOND": "1000"}, None).send_per_second == 1000


BAD = [
    ({"BOT_TOKEN": "12:short"}, "BOT_TOKEN: is a text too short, which does not look like a bot token"),
    (
        {"BOT_TOKEN": "1234567890:AAHdqTcvCH"},
        'BOT_TOKEN: is "12…" of 21 characters, which does not look like',
    ),
    ({"BOT_TOKEN": f"bot{TOKEN}"}, 'BOT_TOKEN: is "bo…" of 49 characters'),
    (
        {"BOT_API_URL": "api.telegram.org"},
        "BOT_API_URL: is not the URL of a Bot API server; write it as https://",
    ),
    ({"BOT_API_URL": "ftp://example.org"}, "BOT_API_URL: is not the URL"),
    ({"BOT_API_URL": "https://me:pass@example.org"}, "BOT_API_URL: is not the URL"),
    ({"BOT_API_URL": "https://example.org:port"}, "BOT_API_URL: is not the URL"),
    (
        {"DATABASE_URL": "postgresql+asyncpg://me:pass@db/x"},
        "DATABASE_URL: asks for PostgreSQL, which is not there",
    ),
    (
        {"DATABASE_URL": "mysql://me:pass@db/x"},
        'DATABASE_URL: begins with "mysql"; write sqlite+aiosqlite:///FILE',
    ),
    (
        {"DATABASE_URL": "sqlite:///x.db"},
        'DATABASE_URL: begins with "sqlite"; write sqlite+aiosqlite:///FILE',
    ),
    ({"DATABASE_URL": "sqlite+aiosqlite:///:memory:"}, "DATABASE_URL: names no file, and memory forgets"),
    ({"DATABASE_URL": "sqlite+aiosqlite:///"}, "DATABASE_URL: names no file"),
    (
        {"DATABASE_URL": "sqlite+aiosqlite:///no/such/x.db"},
        'DATABASE_URL: lies in "no/such", which is no folder',
    ),
    ({"WEBHOOK_URL": HOOK["WEBHOOK_URL"]}, "WEBHOOK_SECRET: is missing beside WEBHOOK_URL; choose 1 to 256"),
    ({"WEBHOOK_SECRET": "abc"}, "WEBHOOK_SECRET: is set without WEBHOOK_URL; set both for webhooks"),
    ({**HOOK, "WEBHOOK_SECRET": "pass word"}, "WEBHOOK_SECRET: holds other characters"),
    ({**HOOK, "WEBHOOK_SECRET": "x" * 257}, "WEBHOOK_SECRET: holds other characters"),
    ({**HOOK, "WEBHOOK_URL": "http://example.org/hook"}, "WEBHOOK_URL: is not an https URL"),
    ({**HOOK, "WEBHOOK_URL": "https:///hook"}, "WEBHOOK_URL: is not an https URL"),
    ({"LISTEN": "8080"}, 'LISTEN: is "8080"; write host:port, as in 127.0.0.1:8080'),
    ({"LISTEN": "localhost:99999"}, 'LISTEN: is "localhost:99999"'),
    ({"LISTEN": "::1:8080"}, 'LISTEN: is "::1:8080"'),
    ({"LISTEN": ":8080"}, 'LISTEN: is ":8080"'),
    ({"LOG_LEVEL": "LOUD"}, 'LOG_LEVEL: is "LOUD"; choose one of DEBUG, INFO, WARNING, ERROR, CRITICAL'),
    (
        {"DEFAULT_ZONE": "Munich"},
        'DEFAULT_ZONE: is "Munich", which is no time zone; write an IANA name, as in Europe/B',
    ),
    (
        {"DEFAULT_ZONE": "nowhere"},
        'DEFAULT_ZONE: is "nowhere", which is no time zone; write an IANA name, as in Europe/L',
    ),
    (
        {"SEND_PER_SECOND": "0"},
        'SEND_PER_SECOND: is "0"; write a whole number from 1 to 30, or up to 1000 with',
    ),
    (
        {"SEND_PER_SECOND": "31"},
        'SEND_PER_SECOND: is "31"; write a whole number from 1 to 30, or up to 1000 with PAID_BROADCAST=1',
    ),
    ({"SEND_PER_SECOND": "2.5"}, 'SEND_PER_SECOND: is "2.5"'),
    (
        {"SEND_PER_SECOND": "1001", "PAID_BROADCAST": "1"},
        'SEND_PER_SECOND: is "1001"; write a whole number from 1 to 1000',
    ),
    (
        {"PAID_BROADCAST": "maybe"},
        'PAID_BROADCAST: is "maybe"; write 1 if paid broadcasts are on in BotFather',
    ),
    (
        {"PAID_BROADCAST": "maybe", "SEND_PER_SECOND": "500"},  # not blamed on the number, too
        'PAID_BROADCAST: is "maybe"',
    ),
    (
        {"CREDENTIALS_DIRECTORY": "no/such"},
        'CREDENTIALS_DIRECTORY: is "no/such", which is no folder; name the one that holds the file bot_token',
    ),
    ({"WATCHDOG_USEC": "soon"}, 'WATCHDOG_USEC: is "soon"; leave it to systemd'),
]


def faults(environ: dict[str, str], env_file: Path | None = None) -> list[str]:
    with pytest.raises(SettingsFault) as caught:
        read(environ, env_file)
    shown = "".join(traceback.format_exception(caught.value))
    for name in ("BOT_TOKEN", "WEBHOOK_SECRET"):
        assert len(environ.get(name, "")) < 8 or environ[name] not in shown
    assert caught.value.__context__ is None  # the first error holds the values
    return str(caught.value).splitlines()


@pytest.mark.parametrize(("wrong", "line"), BAD, ids=[repr(wrong)[:80] for wrong, _ in BAD])
def test_a_bad_value_is_named_with_what_would_be_right(
    wrong: dict[str, str], line: str, place: dict[str, str]
) -> None:
    (fault,) = faults({**place, **wrong})
    assert fault.startswith(line)
    assert "pass@" not in fault


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    (fault,) = faults({"DATA_DIR": str(tmp_path / "data")})
    assert fault.startswith(f'DATA_DIR: is "{tmp_path / "data"}", where nothing can be written (')


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can write")
def test_a_data_folder_is_tried_by_writing() -> None:
    (fault,) = faults({"DATA_DIR": "/proc"})
    assert fault.endswith("name a folder the bot may write to")


def test_trying_the_data_folder_leaves_nothing_behind(place: dict[str, str]) -> None:
    assert list(read(place, None).data_dir.iterdir()) == []


def test_everything_wrong_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lines = faults(
        {
            "BOT_TOKEN": "1234567890-and-no-colon-in-it",
            "BOT_API_URL": "telegram",
            "DATA_DIR": str(tmp_path / "file" / "data"),
            "DATABASE_URL": "postgres://db",
            "WEBHOOK_URL": "http://example.org",
            "LISTEN": "here",
            "LOG_LEVEL": "5",
            "DEFAULT_ZONE": "CET+1",
            "SEND_PER_SECOND": "many",
        }
    )
    assert sorted(line.partition(":")[0] for line in lines) == [
        "BOT_API_URL",
        "BOT_TOKEN",
        "DATABASE_URL",
        "DATA_DIR",
        "DEFAULT_ZONE",
        "LISTEN",
        "LOG_LEVEL",
        "SEND_PER_SECOND",
        "WEBHOOK_SECRET",
        "WEBHOOK_URL",
    ]


def test_a_bad_data_folder_is_not_blamed_on_the_database_too(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert len(faults({"DATA_DIR": str(tmp_path / "file" / "data")})) == 1


@pytest.mark.parametrize("empty", ["", "   "])
def test_an_empty_value_is_not_set(empty: str, place: dict[str, str]) -> None:
    names = [
        "BOT_TOKEN",
        "BOT_API_URL",
        "DATABASE_URL",
        "WEBHOOK_URL",
        "WEBHOOK_SECRET",
        "LISTEN",
        "LOG_LEVEL",
    ]
    got = read({**dict.fromkeys([*names, "DEFAULT_ZONE", "SEND_PER_SECOND"], empty), **place}, None)
    assert got == read(place, None)


def test_a_token_under_a_wrong_name_is_not_shown(place: dict[str, str]) -> None:
    got = read({**place, "BOT_TOKN": TOKEN}, None)
    assert TOKEN not in repr(got) + "".join(got.notes)


def test_no_secret_is_in_what_is_printed(place: dict[str, str]) -> None:
    got = read({**place, **HOOK, "BOT_TOKEN": TOKEN}, None)
    for shown in (repr(got), str(got), f"{got.model_dump()}", got.model_dump_json()):
        assert TOKEN not in shown
        assert HOOK["WEBHOOK_SECRET"] not in shown


def test_settings_do_not_change(place: dict[str, str]) -> None:
    got = read(place, None)
    with pytest.raises(ValidationError, match="frozen"):
        got.log_level = "DEBUG"


@settings(deadline=None, max_examples=60)
@given(values=st.dictionaries(st.sampled_from(sorted(Settings.model_fields)), st.text(max_size=30)))
def test_whatever_is_set_the_answer_is_settings_or_named_faults(
    values: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    values = {name.upper(): value for name, value in values.items() if name != "data_dir"}
    values["DATA_DIR"] = str(tmp_path_factory.getbasetemp() / "any")
    try:
        said = repr(read(values, None))
    except SettingsFault as fault:
        said = str(fault)
    named = [line.partition(":")[0] for line in said.splitlines() if ": is " in line]
    assert said
    assert len(named) == len(set(named))
