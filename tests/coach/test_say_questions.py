"""Which message asks each step of a debrief, and what it knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.coach import debrief, messages, past, say
from bot.coach.messages import Reflection
from bot.coach.model import (
    Kind,
    Outcome,
    Size,
    Stakes,
    State,
)
from bot.coach.taps import Step
from tests.coach.asked import ASKED, BANK, THE_ASK, done, having, question


@pytest.mark.parametrize(
    ("step", "facts", "message"),
    [
        (Step.ANTICIPATED, {}, messages.AskBefore(7, Step.ANTICIPATED)),
        (Step.STORY, {}, messages.AskStory(7, THE_ASK)),
        (Step.PEAK, {"outcome": Outcome.YES}, messages.AskPeak(7, Outcome.YES)),
        (Step.FEELING, {"outcome": Outcome.YES}, messages.AskFeeling(7, Outcome.YES, 0)),
        (Step.COST, {"chance": 80, "fear": "laughs"}, messages.AskCost(7, Outcome.NO, 80, "laughs")),
        (Step.AGAIN, {"chance": 80}, messages.AskAgain(7, 80)),
        (
            Step.LEARNED,
            {"outcome": Outcome.NO},
            messages.AskLearned(7, Reflection.NOTICE, Outcome.NO, Kind.INFORMATION),
        ),
        (Step.LEFT, {"outcome": Outcome.NO, "peak": 9}, messages.FollowUp(7, THE_ASK, Outcome.NO, 9)),
    ],
)
def test_a_step_is_asked_by_its_message(step: Step, facts: dict[str, Any], message: messages.Message) -> None:
    assert question(having(**facts), step) == message


def test_the_peak_of_a_rehearsal_is_asked_as_one() -> None:
    rehearsed = replace(having(outcome=Outcome.NO), size=Size.IMAGINAL)
    assert question(rehearsed, Step.PEAK) == messages.AskPeak(7, Outcome.NO, imaginal=True)


def test_what_is_left_is_asked_right_after_a_rehearsal() -> None:
    rehearsed = replace(having(outcome=Outcome.NO, peak=9), size=Size.IMAGINAL)
    assert question(rehearsed, Step.LEFT) == messages.AskLeft(7)


def test_a_rehearsal_is_rated_and_then_begins() -> None:
    rehearsed = replace(having(), size=Size.IMAGINAL)
    assert say.before(rehearsed, BANK, "en") == messages.AskBefore(7, Step.ANTICIPATED, imaginal=True)
    rated = debrief.answer(rehearsed, Step.ANTICIPATED, {"anticipated": 6})
    assert say.before(rated, BANK, "en") == messages.ImaginalBeat(7, "ask-the-way", None, 0, Kind.INFORMATION)


def test_a_rehearsal_knows_how_many_were_before_it() -> None:
    rehearsed = replace(having(outcome=Outcome.NO), size=Size.IMAGINAL, state=State.DONE)
    log = [replace(rehearsed, id=1), replace(rehearsed, id=2), replace(rehearsed, id=3, size=Size.FULL)]
    assert say.beat(rehearsed, 2, BANK, "en", past.rehearsals(log)).earlier == 2
    assert say.beat(rehearsed, 2, BANK, "en").earlier == 0


@pytest.mark.parametrize(
    ("challenge", "own", "kind"),
    [
        ("ask-the-way", None, Kind.INFORMATION),
        ("left-the-bank", None, None),
        (None, "ask for a discount", Kind.DISCOUNT),
        (None, "sing", None),
    ],
)
def test_a_scene_knows_the_kind_of_its_ask(challenge: str | None, own: str | None, kind: Kind | None) -> None:
    attempt = replace(ASKED, challenge=challenge, own=own)
    assert say.beat(attempt, 2, BANK, "en") == messages.ImaginalBeat(7, challenge, own, 2, kind)


@pytest.mark.parametrize(("earlier", "finer"), [(0, 0), (9, 0), (10, 1), (20, 2), (500, 2)])
def test_feelings_grow_finer_with_experience(earlier: int, finer: int) -> None:
    assert question(having(), Step.FEELING, done(earlier)) == messages.AskFeeling(7, Outcome.NO, finer)


def test_experience_is_other_finished_debriefs() -> None:
    log = (*done(2), having(), replace(ASKED, id=8), replace(ASKED, state=State.DONE))
    asked = question(having(outcome=Outcome.NO), Step.LEARNED, log)
    assert asked == messages.AskLearned(7, Reflection.NOTICE, Outcome.NO, Kind.INFORMATION)


@pytest.mark.parametrize(
    ("stakes", "reflection"), [(Stakes.MEANINGFUL, Reflection.CHAPTER), (Stakes.LOW, Reflection.STORY)]
)
def test_what_was_at_stake_chooses_the_reflection(stakes: Stakes, reflection: Reflection) -> None:
    asked = question(having(outcome=Outcome.NO), Step.LEARNED, done(3), stakes)
    assert asked == messages.AskLearned(7, reflection, Outcome.NO, Kind.INFORMATION)


NAMED = (Step.STORY, Step.OUTCOME, Step.PEAK, Step.FEELING)


@pytest.mark.parametrize(
    ("debriefs", "feeling", "words"),
    [
        (9, "tense", None),
        (10, "tense", ("jittery", "braced")),
        (20, "tense", ("jittery", "braced", "on edge")),
        (20, "jittery", None),
        (20, "wobbly but warm", None),
        (20, None, None),
    ],
)
def test_closer_words_stand_beside_the_question_after_a_plain_feeling(
    debriefs: int, feeling: str | None, words: tuple[str, ...] | None
) -> None:
    named = replace(having(outcome=Outcome.NO, feeling=feeling), answered=NAMED)
    closer = messages.Closer(feeling or "", words) if words else None
    asked = question(named, Step.COST, done(debriefs))
    assert asked == messages.AskCost(7, Outcome.NO, None, None, closer=closer)
    later = replace(named, answered=(*NAMED, Step.COST))
    assert question(later, Step.AGAIN, done(debriefs)) == messages.AskAgain(7, None), "offered once"
