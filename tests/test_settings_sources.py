"""Where settings come from, and which of two wins: the environment, `.env`, a folder of credentials."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import read
from tests.test_settings import TOKEN, faults


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    return {"DATA_DIR": str(tmp_path / "data")}


def test_the_process_s_own_environment_is_not_read(
    place: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("BOT_TOKEN", "wrong")
    assert read(place, None).log_level == "INFO"


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path, place: dict[str, str]) -> None:
    file = tmp_path / ".env"
    file.write_text(
        f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=ERROR\nSEND_PER_SECOND='30'\n# LISTEN=nonsense\nNOTES=mine\n"
    )
    got = read({**place, "LOG_LEVEL": "DEBUG", "SEND_PER_SECOND": ""}, file)
    assert got.bot_token == SecretStr(TOKEN)
    assert got.log_level == "DEBUG"
    assert got.send_per_second == 30  # an empty value in the environment is one that is not set
    assert got.notes == ()


def test_a_fault_in_the_file_is_a_fault(tmp_path: Path, place: dict[str, str]) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=LOUD\n")
    assert faults(place, tmp_path / ".env")[0].startswith('LOG_LEVEL: is "LOUD"')


def test_a_file_that_is_not_there_is_no_fault(tmp_path: Path, place: dict[str, str]) -> None:
    assert read(place, tmp_path / ".env").log_level == "INFO"


def test_a_file_that_is_no_text_is_named(tmp_path: Path, place: dict[str, str]) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe\n")
    assert faults(place, tmp_path / ".env") == [
        f"{tmp_path / '.env'}: cannot be read; it holds lines of NAME=value in UTF-8"
    ]


@pytest.fixture
def handed(tmp_path: Path, place: dict[str, str]) -> dict[str, str]:
    """What systemd's LoadCredential or a secret of Docker sets: a folder with the token in a file."""
    folder = tmp_path / "credentials"
    folder.mkdir()
    (folder / "bot_token").write_text(f"{TOKEN}\n")
    return {**place, "CREDENTIALS_DIRECTORY": str(folder)}


def test_a_token_handed_over_as_a_file_is_taken(handed: dict[str, str]) -> None:
    assert read(handed, None).bot_token == SecretStr(TOKEN)


def test_the_environment_and_the_file_win_over_credentials(tmp_path: Path, handed: dict[str, str]) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN=2{TOKEN}\n")
    assert read(handed, tmp_path / ".env").bot_token == SecretStr(f"2{TOKEN}")
    assert read({**handed, "BOT_TOKEN": f"1{TOKEN}"}, tmp_path / ".env").bot_token == SecretStr(f"1{TOKEN}")


@pytest.mark.parametrize("content", [b"", b" \n"])
def test_an_empty_credential_is_not_set(content: bytes, handed: dict[str, str]) -> None:
    (Path(handed["CREDENTIALS_DIRECTORY"]) / "bot_token").write_bytes(content)
    assert read(handed, None).bot_token is None


def test_a_bad_credential_is_named_and_not_shown(handed: dict[str, str]) -> None:
    folder = Path(handed["CREDENTIALS_DIRECTORY"])
    (folder / "bot_token").write_text("1234567890:AAHdqTcvCH")
    assert faults(handed)[0].startswith('BOT_TOKEN: is "12…" of 21 characters')
    (folder / "bot_token").write_bytes(b"\xff\xfe1234567890:AAHdqTcvCH")
    (fault,) = faults(handed)
    assert fault.startswith(f'CREDENTIALS_DIRECTORY: a file in "{folder}" cannot be read')


def test_a_likely_typo_becomes_a_note_and_other_variables_nothing(
    tmp_path: Path, place: dict[str, str]
) -> None:
    (tmp_path / ".env").write_text("WEBHOOK_SECRETS=x\nPAID_BROADCASTS=1\n")
    others = {
        "PATH": "/bin",
        "BOT_COLOUR": "red",
        "_env_file": "x",
        "NOTES": "x",
        "notes": "y",
        "listen": "z",
    }
    got = read({**place, **others, "BOT_TOKN": TOKEN, "DATABASE_URI": "x"}, tmp_path / ".env")
    assert got.notes == (
        "BOT_TOKN is not read; did you mean BOT_TOKEN?",
        "DATABASE_URI is not read; did you mean DATABASE_URL?",
        "PAID_BROADCASTS is not read; did you mean PAID_BROADCAST?",
        "WEBHOOK_SECRETS is not read; did you mean WEBHOOK_SECRET?",
    )
