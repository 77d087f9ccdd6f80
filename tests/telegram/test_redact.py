"""The token and the other secrets, looked for in every place a log line can hide them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.redact import MASK, Redact, install

TOKEN = "1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_-"
HOOK = "hook-secret/with?odd"


class Log:
    """A logger with one filtered handler; `text` is what would be on disk."""

    def __init__(self) -> None:
        self.stream = io.StringIO()
        self.handler = logging.StreamHandler(self.stream)
        self.handler.setFormatter(logging.Formatter("%(message)s"))
        self.logger = logging.Logger("odd places", logging.DEBUG)
        self.logger.addHandler(self.handler)
        install([self.handler], [HOOK, ""])

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    yield log
    assert TOKEN not in log.text
    assert HOOK not in log.text


class Holder:
    def __init__(self, token: str) -> None:
        self.token = token

    def __repr__(self) -> str:
        return f"Holder(token={self.token!r})"


@pytest.mark.parametrize(
    ("message", "args", "shown"),
    [
        (f"token {TOKEN}", (), f"token {MASK}"),
        (
            "GET https://api.telegram.org/bot%s/getMe",
            (TOKEN,),
            f"GET https://api.telegram.org/bot{MASK}/getMe",
        ),
        (f"file/bot{TOKEN}/a.ogg", (), f"file/bot{MASK}/a.ogg"),
        ("bot%%3A and %s", (TOKEN.replace(":", "%3A"),), f"bot%3A and {MASK}"),
        ("%r", (Holder(TOKEN),), f"Holder(token='{MASK}')"),
        ("%s", ({"deep": [Holder(TOKEN)]},), f"{{'deep': [Holder(token='{MASK}')]}}"),
        ("%(who)s", ({"who": Holder(TOKEN)},), f"Holder(token='{MASK}')"),
        ("%s", (ValueError(f"no such host {TOKEN}"),), f"no such host {MASK}"),
        ("hook %s", (HOOK,), f"hook {MASK}"),
        ("hook %s", ("hook-secret%2Fwith%3Fodd",), f"hook {MASK}"),
        ("%d asks at %s", (3, "08:42"), "3 asks at 08:42"),
        ("100%", (), "100%"),
    ],
)
def test_a_secret_is_masked_wherever_it_is_said(
    log: Log, message: str, args: tuple[object, ...], shown: str
) -> None:
    log.logger.warning(message, *args)
    assert log.text == f"{shown}\n"


def test_a_token_after_an_escaped_colon_and_in_capitals_is_found(log: Log) -> None:
    log.logger.info("url=%s", TOKEN.replace(":", "%3a"))
    assert log.text == f"url={MASK}\n"


def test_a_traceback_is_masked_down_to_its_first_cause(log: Log) -> None:
    try:
        try:
            raise ConnectionError(f"/bot{TOKEN}/getMe")
        except ConnectionError as error:
            raise RuntimeError(f"again {HOOK}") from error
    except RuntimeError:
        log.logger.exception("polling stopped")
    assert log.text.count(MASK) == 2
    assert "direct cause" in log.text


def test_a_formatter_with_its_own_tracebacks_gets_no_secret_either() -> None:
    try:
        raise ConnectionError(TOKEN)
    except ConnectionError as error:
        record = logging.LogRecord("a", 40, "a.py", 1, "x", None, (type(error), error, error.__traceback__))
    assert Redact().filter(record)
    assert record.exc_info is None
    assert record.exc_text is not None
    assert record.exc_text.endswith(f"ConnectionError: {MASK}")


def test_a_traceback_already_made_into_text_is_masked(log: Log) -> None:
    record = logging.makeLogRecord(
        {"msg": "x", "levelno": 40, "exc_text": f"Traceback: {TOKEN}", "stack_info": f"Stack {TOKEN}"}
    )
    log.logger.handle(record)
    assert log.text == f"x\nTraceback: {MASK}\nStack {MASK}\n"


def test_extras_for_machine_readers_are_masked(log: Log) -> None:
    log.handler.setFormatter(logging.Formatter("%(url)s %(holder)s %(count)d"))
    log.logger.info("x", extra={"url": f"bot{TOKEN}", "holder": Holder(TOKEN), "count": 3})
    assert log.text == f"bot{MASK} Holder(token='{MASK}') 3\n"


def test_arguments_that_do_not_fit_are_not_printed_raw(log: Log, capsys: pytest.CaptureFixture[str]) -> None:
    log.logger.info("%d asks", TOKEN)
    assert MASK in log.text
    assert capsys.readouterr().err == ""


def test_a_broken_repr_does_not_cost_the_line(log: Log) -> None:
    class Broken:
        def __repr__(self) -> str:
            raise OSError("no")

    log.logger.info("%r and %s", Broken(), TOKEN)
    assert "do not fit" in log.text


def test_a_clean_record_stays_as_it_was() -> None:
    try:
        raise ValueError("harmless")
    except ValueError as error:
        record = logging.LogRecord("a", 20, "a.py", 1, "%s", ("x",), (ValueError, error, None))
    before = dict(vars(record))
    assert Redact([HOOK]).filter(record)
    assert vars(record) == before


def test_times_and_short_ids_are_not_taken_for_tokens() -> None:
    for text in (
        "12:30",
        "123456:short",
        "2026-11-03 08:42:11",
        "chat -1001234567890: sent",
        f"x{'1' * 20}:y",
    ):
        assert Redact().text(text) == text


def test_a_secret_too_short_to_be_one_does_not_eat_the_log() -> None:
    assert Redact(["a", ""]).text("a calm day") == "a calm day"


def test_of_two_secrets_the_longer_is_masked_whole() -> None:
    assert Redact(["secret", "secret-and-more"]).text("secret-and-more, secret") == f"{MASK}, {MASK}"


@given(
    before=st.text(max_size=20).filter(lambda text: not text[-1:].isdigit()),
    number=st.from_regex(r"\A[0-9]{6,12}\Z"),
    key=st.from_regex(r"\A[A-Za-z0-9_-]{30,40}\Z"),
    after=st.text(max_size=20),
)
def test_no_surrounding_hides_a_token(before: str, number: str, key: str, after: str) -> None:
    assert f"{number}:{key}" not in Redact().text(f"{before}{number}:{key}{after}")
