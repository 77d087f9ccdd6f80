"""Every message survives the outbox; what cannot be read is None and never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, make_dataclass
from datetime import UTC, date, datetime, time
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach.calibration import Change, Share
from bot.coach.messages import AskPlan, Message, Privacy
from bot.coach.model import Domain
from bot.coach.stats import Stats
from bot.coach.streak import Mark, Streak
from bot.store.codec import MESSAGES, Codec

SHARES = st.floats(0, 1)
PATHS = st.lists(st.tuples(st.dates(), st.integers(1, 10)), max_size=3).map(tuple)
MARKS = st.dictionaries(st.dates(), st.sampled_from(Mark))
st.register_type_strategy(Streak, st.builds(Streak, marks=MARKS))
st.register_type_strategy(Share, st.builds(Share, SHARES, SHARES))
st.register_type_strategy(Change, st.builds(Change, SHARES, SHARES))
st.register_type_strategy(
    Stats,
    st.builds(
        Stats,
        score=SHARES,
        rungs=st.dictionaries(st.sampled_from(Domain), PATHS),
    ),
)


@pytest.mark.parametrize("member", get_args(Message), ids=lambda member: member.__name__)
def test_every_message_comes_back_as_it_was(member: type[Message]) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_type(member))
    def comes_back(message: Message) -> None:
        assert MESSAGES.decode(MESSAGES.encode(message)) == message

    comes_back()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "7",
        "{}",
        "not json",
        '{"type":null}',
        '{"type":["Privacy"]}',
        '{"type":"Unheard"}',
        '{"type":"Privacy","more":1}',
        '{"type":"AskPlan"}',
        '{"type":"AskPlan","days":[0],"morning":"25:00","tomorrow":true,"first_day":"2026-03-02"}',
        '{"type":"Card","attempt":"many"}',
    ],
)
def test_what_cannot_be_read_is_none(text: str) -> None:
    assert MESSAGES.decode(text) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert MESSAGES.decode(text) is None


def test_only_members_can_be_written() -> None:
    with pytest.raises(TypeError, match="date is not one of"):
        MESSAGES.encode(date(2026, 3, 2))  # type: ignore[arg-type]  # that is what is refused


def test_a_field_of_another_type_is_refused_when_it_is_written() -> None:
    wrong = AskPlan(frozenset({1}), "secret", True, date(2026, 3, 2))  # type: ignore[arg-type]  # same
    with pytest.raises(TypeError, match="AskPlan has a field of another type") as refused:
        MESSAGES.encode(wrong)
    assert "secret" not in str(refused.value)


@dataclass(frozen=True, slots=True)
class Inner:
    day: date
    marks: Mapping[date, Domain | None]


@dataclass(frozen=True, slots=True)
class Asking:
    at: datetime
    inner: Inner
    days: frozenset[int] = frozenset()
    path: tuple[tuple[date, int], ...] = ()
    clock: time | None = None
    words: tuple[str, ...] = field(default_factory=tuple)


def test_a_talk_of_another_room_has_a_codec_of_its_own() -> None:
    day = date(2026, 3, 2)
    talk = Asking(
        datetime(2026, 3, 2, 8, 1, tzinfo=UTC),
        Inner(day, {day: Domain.SOCIAL, date(2026, 3, 3): None}),
        frozenset({0, 6}),
        ((day, 3),),
        time(8, 30),
        ("“no”", "🙂"),
    )
    codec: Codec[Asking | Privacy] = Codec([Asking, Privacy])
    assert codec.decode(codec.encode(talk)) == talk
    assert codec.decode(codec.encode(Privacy())) == Privacy()
    assert codec.decode('{"type":"Card"}') is None


def test_a_field_added_later_takes_its_default() -> None:
    old: Codec[object] = Codec([make_dataclass("Note", [("text", str)], frozen=True)])
    new = make_dataclass("Note", [("text", str), ("tries", int, 0)], frozen=True)
    noted = old.encode(old.decode('{"type":"Note","text":"hi"}'))
    assert Codec([new]).decode(noted) == new("hi", 0)
