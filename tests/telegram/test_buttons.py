"""Callback data: every tap comes back as it was, fits, keeps its tag for ever; nothing else is understood."""

from __future__ import annotations

import zoneinfo
from dataclasses import fields
from datetime import time
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach import circle_taps, taps
from bot.coach.feelings import FEELINGS
from bot.coach.model import Domain, KindOfNo, Outcome
from bot.coach.taps import Field, Step, Tap
from bot.telegram import buttons

KINDS: tuple[type[Tap], ...] = get_args(Tap)
LARGEST = 2**63 - 1  # of an id
LINES = st.none() | st.sampled_from(circle_taps.LINES)
NARROW: dict[Any, st.SearchStrategy[object]] = {(circle_taps.SendWord, "line"): LINES}

# Buttons hang in chats for years. A line may be added here; none is ever changed or given to another tap.
FROZEN = {
    "co": "Consent(gentle)",
    "no": "Decline()",
    "cz": "ChooseZone(zone)",
    "kz": "ConfirmZone(zone)",
    "oz": "OtherZone()",
    "cm": "ChooseMorning(at)",
    "st": "Sting(domain, rating)",
    "ad": "AddDomain(domain)",
    "td": "ToggleDay(weekday)",
    "go": "Begin(now)",
    "ss": "SkipStep(of)",
    "in": "Accept(attempt)",
    "an": "Another(attempt, left)",
    "sm": "Smaller(attempt, size)",
    "nt": "DayOff(attempt)",
    "ta": "TakeInstead(attempt, challenge)",
    "ka": "KeepAsk(attempt)",
    "di": "Did(attempt)",
    "im": "Imagine(attempt, beat)",
    "aw": "Answer(attempt, step, value)",
    "fi": "Finish(attempt)",
    "cr": "Correct(attempt, step)",
    "lo": "LogOwn()",
    "to": "Today()",
    "os": "OpenSettings(field)",
    "se": "SetTo(field, value)",
    "pa": "PauseFor(days)",
    "pr": "Enrol(program, sting)",
    "re": "Resume()",
    "on": "GoOn()",
    "de": "Delete(sure)",
    "bb": "BringBack(parcel, settings)",
    "lf": "LeaveFile(parcel)",
    "ld": "OpenLadder(domain)",
    "lr": "RateRound(domain, again)",
    "lv": "RateAsk(again, left, rating, item)",
    "ra": "RateAhead(rating, item)",
    "li": "PickAsk(item)",
    "lm": "MoveAsk(to, item)",
    "lx": "RetireAsk(left, item)",
    "la": "AddAsk(domain)",
    "lg": "NameGoal(item)",
    "wn": "ShowSteps(attempt)",
    "ns": "TakeStep(attempt, step)",
    "sc": "ShowScript(attempt, move)",
    "tn": "ShowNote(attempt, tone)",
    "ct": "TypeTitle(attempt)",
    "jo": "OpenJournal(shelf, page)",
    "je": "OpenEntry(attempt, shelf, part)",
    "jv": "PlayVoice(attempt)",
    "ch": "Cheer(circle, person)",
    "vb": "VoteBold(circle, attempt)",
    "oc": "OpenCircle(circle)",
    "sh": "Share(circle, sharing)",
    "lc": "LeaveCircle(circle, sure)",
    "ci": "SetTime(circle, at)",
    "zc": "SetZone(circle)",
    "pc": "SetPins(circle, on)",
    "pp": "Propose(circle, theme)",
    "tg": "AskTogether(circle, theme)",
    "wr": "WriteNote(circle, attempt)",
    "ap": "ApproveNote(circle, attempt)",
    "dn": "DropNote(circle, attempt)",
    "bu": "Buddying(circle, on)",
    "wf": "WishFor(circle, person)",
    "ob": "OpenBuddy(circle)",
    "sw": "SendWord(circle, person, line)",
    "sv": "ShowWords(circle, person)",
    "df": "Deafen(person, on)",
    "ho": "HandOver(circle, person, theme)",
    "th": "TakeHanded(circle, theme)",
    "bk": "AskBackup(attempt)",
    "ac": "AskCheer(attempt)",
}


def written(kind: type[Tap]) -> str:
    return f"{kind.__name__}({', '.join(field.name for field in fields(kind))})"


def test_no_tag_is_ever_used_for_something_else() -> None:
    now = {tag: written(kind) for tag, kind in buttons.TAGS.items()}
    assert {tag: now.get(tag) for tag in FROZEN} == FROZEN
    assert now.keys() == FROZEN.keys(), "a new tap: add its line to FROZEN"


def test_every_tap_has_one_tag() -> None:
    assert sorted(map(written, KINDS)) == sorted(map(written, buttons.TAGS.values()))


def fields_of(kind: type[Tap]) -> dict[str, st.SearchStrategy[object]]:
    hints = get_type_hints(kind).items()
    return {name: any_of(hint) for name, hint in hints if (kind, name) not in NARROW} | {
        name: values for (one, name), values in NARROW.items() if one is kind
    }


def any_of(hint: Any) -> st.SearchStrategy[object]:
    """Any value a field may have; of words only what is not nothing, since nothing is how None is written."""
    plain: dict[Any, st.SearchStrategy[object]] = {
        str: st.text(st.characters(codec="utf-8"), min_size=1, max_size=6),
        int: st.integers(-LARGEST, LARGEST),
        time: st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    }
    return st.one_of(*(plain.get(choice, st.from_type(choice)) for choice in get_args(hint) or (hint,)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_tap_comes_back_as_it_was(kind: type[Tap]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.builds(kind, **fields_of(kind)))
    def comes_back(tap: Tap) -> None:
        data = buttons.pack(tap)
        assert buttons.unpack(data) == tap
        assert 1 <= len(data.encode()) <= buttons.MOST_BYTES

    comes_back()


@pytest.mark.parametrize(
    "words", ["America/Argentina/Buenos_Aires", ":", "a:b:c", "::", " ", "aw:1:peak:7", "é🙂", "\n"]
)
def test_words_with_separators_come_back_whole(words: str) -> None:
    for tap in (taps.ChooseZone(words), taps.SetTo(Field.ZONE, words), taps.Answer(1, Step.FEELING, words)):
        assert buttons.unpack(buttons.pack(tap)) == tap


# --- 64 bytes


def test_every_zone_of_tzdata_fits() -> None:
    zones = sorted(zoneinfo.available_timezones(), key=len)
    assert len(zones) > 400
    for zone in zones:
        for tap in (taps.ChooseZone(zone), taps.ConfirmZone(zone), taps.SetTo(Field.ZONE, zone)):
            assert buttons.unpack(buttons.pack(tap)) == tap


def test_every_answer_of_a_button_fits_with_the_largest_id() -> None:
    codes = [f"{outcome}.{kind}" for outcome in Outcome for kind in KindOfNo]
    for value in (None, "10", "100", *Outcome, *codes, *FEELINGS):
        for step in Step:
            tap = taps.Answer(LARGEST, step, value)
            assert buttons.unpack(buttons.pack(tap)) == tap


def test_every_other_tap_fits_at_its_longest() -> None:
    longest: list[Tap] = [taps.Imagine(LARGEST, LARGEST), taps.Sting(Domain.PROFESSIONAL, LARGEST)]
    longest += [taps.Correct(LARGEST, step) for step in Step]
    longest += [taps.SetTo(field, domain) for field in Field for domain in Domain]
    assert [buttons.unpack(buttons.pack(tap)) for tap in longest] == longest


@pytest.mark.parametrize("tap", [taps.ChooseZone("x" * 62), taps.Answer(1, Step.FEELING, "é" * 30)])
def test_what_does_not_fit_is_never_sent(tap: Tap) -> None:
    with pytest.raises(ValueError, match=f"{type(tap).__name__} does not fit into 64 bytes"):
        buttons.pack(tap)


# --- what is not understood


@pytest.mark.parametrize(
    "data",
    [
        *("", ":", "xx", "xx:1", "IN:1", " in:1", "in", "in:", "in:x", "in:1.5", "in:1:2"),
        "in:" + "9" * 5000,
        *("co", "co:2", "co:true", "co:", "go:yes", "de:01"),
        *("st:social", "st:family:3", "st:social:x", "st::3", "ad:SOCIAL"),
        *("cm:", "cm:8", "cm:2500", "cm:0860", "cm:+8-1", "cm:xxxx", "cm:-100"),
        *("aw:1", "aw:1:peak", "aw:1:never:7", "aw:x:peak:7", "aw::peak:7", "cr:1:x", "os:theme"),
        "se:theme:dark",
        *("se:zone", "td:", "td:monday", "pa:", "im:1", "im:1:", "\x00", "🙂", "in:\x00", "\ud800"),
    ],
)  # fmt: skip
def test_a_button_that_is_not_understood_is_none(data: str) -> None:
    assert buttons.unpack(data) is None


NEAR = st.builds(
    lambda tag, parts: ":".join([tag, *parts]),
    st.sampled_from(sorted(FROZEN)),
    st.lists(
        st.text(max_size=5)
        | st.sampled_from(
            ["", "0", "1", "7", "0800", "peak", "outcome", "zone", "days", "social", "٧", "1_0"]
        ),
        max_size=4,
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | NEAR)
def test_no_text_raises_and_what_is_understood_means_one_thing(data: str) -> None:
    tap = buttons.unpack(data)
    assert tap is None or isinstance(tap, KINDS)
    if tap is not None and data.isprintable() and len(data.encode()) <= 50:
        assert buttons.unpack(buttons.pack(tap)) == tap


def test_a_field_left_out_is_none_where_it_may_be() -> None:
    assert buttons.unpack("st:social:") == taps.Sting(Domain.SOCIAL, None)
    assert buttons.unpack("ad:") == taps.AddDomain(None)
    assert buttons.unpack("aw:7:fear:") == taps.Answer(7, Step.FEAR, None)
    assert buttons.unpack("cr:7:") == taps.Correct(7, None)
    assert buttons.unpack("os:") == taps.OpenSettings()
