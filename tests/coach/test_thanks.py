"""What goes into a thank-you note: their own words only where they can be sent as they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import thanks
from bot.coach.model import Facts, Kind, KindOfNo, Outcome
from bot.coach.thanks import Gesture, Note, Tone
from bot.words import thanks as written
from bot.words.speech import speech

SAY = speech("en")


def note(own: str | None = None, learned: str | None = None, story: str | None = None) -> Note:
    facts = Facts(outcome=Outcome.NO, kind_of_no=KindOfNo.RESPECTFUL, learned=learned, story=story)
    return thanks.note(facts, own, Kind.OPPORTUNITY, "en")


# --- what it was about


@pytest.mark.parametrize(
    ("own", "about"),
    [
        ("ask my boss for Fridays off", "Fridays off"),
        ("for Fridays off", "Fridays off"),
        ("I asked the landlady for a longer lease and she said no", "a longer lease"),
        ("Ask the chef for the soup recipe.", "the soup recipe"),
        ("asked for a window seat\nno luck", "a window seat"),
        ("I asked my neighbour for his drill", None),
        ("ask for 500 euros", None),
        ("ask for her number", None),
        ("ask her if I could sit down", None),
        ("call me for this at www.example.org", None),
        ("for " + "a very long thing indeed " * 4, None),
        ("sing a song", None),
        (None, None),
    ],
)
def test_the_thing_asked_for_is_named_where_it_is_plain(own: str | None, about: str | None) -> None:
    assert note(own=own).about == about


# --- what they took from it


@pytest.mark.parametrize(
    "learned", ["Asking took two minutes.", "people like being asked", "A clear answer is worth a lot"]
)
def test_what_they_learned_may_stand_in_the_note(learned: str) -> None:
    assert note(learned=learned).learned == learned.rstrip(".")


@pytest.mark.parametrize(
    "learned",
    [
        "he was rude and I hate that",
        "What an idiot, never again",
        "I'm such a loser",
        "I want to die",
        "my number is 0170 1234567",
        "write to me at a@b.example",
        "she seemed tired today",
        "that boss decides nothing",
        "fine, I guess?",
        "it was fine\nand then some",
        "ok",
        "word " * 30,
    ],
)
def test_words_that_could_hurt_or_reach_somebody_are_left_out(learned: str) -> None:
    assert note(learned=learned).learned is None


# --- what the other person did


@pytest.mark.parametrize(
    ("story", "gesture"),
    [
        ("She explained why and smiled", Gesture.EXPLAINED),
        ("He suggested the shop next door", Gesture.SUGGESTED),
        ("She took her time and said no", Gesture.LISTENED),
        ("He wished me luck", Gesture.WISHED),
        ("The lady smiled and said no", Gesture.SMILED),
        ("She never explained why", None),
        ("He didn't explain. He hardly listened", None),
        ("She said no", None),
        (None, None),
    ],
)
def test_a_kind_gesture_in_the_story_is_thanked_for(story: str | None, gesture: Gesture | None) -> None:
    assert note(story=story).gesture is gesture


def test_in_a_language_it_cannot_read_no_words_of_theirs_are_used() -> None:
    facts = Facts(outcome=Outcome.NO, learned="Asking took two minutes", story="She smiled")
    assert thanks.note(facts, "ask for a seat", None, "fi") == Note(None, False, None)


# --- the draft

WORDS = st.none() | st.text(max_size=120) | st.sampled_from(["ask for a seat", "Call 030 123456, you idiot"])


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS, WORDS, st.none() | st.sampled_from(Kind), st.sampled_from(Tone), st.booleans())
def test_a_draft_has_two_to_four_sentences_and_nothing_to_call(
    own: str | None, learned: str | None, story: str | None, kind: Kind | None, tone: Tone, partial: bool
) -> None:
    outcome = Outcome.PARTIAL if partial else Outcome.NO
    found = thanks.note(Facts(outcome=outcome, learned=learned, story=story), own, kind, "en")
    draft = str(written.draft(found, tone, SAY))
    assert not re.search(r"\d|idiot|@", draft.replace("&amp;", "").replace("&quot;", ""))
    assert len(draft) < 500
    fixed = str(written.draft(Note(kind, partial, None), tone, SAY))
    assert 2 <= len(re.findall(r"\.(?= |$)", fixed)) <= 4


@pytest.mark.parametrize("kind", [None, *Kind])
def test_shorter_is_shorter_and_warmer_is_longer(kind: Kind | None) -> None:
    lengths = [
        len(written.draft(Note(kind, False, None), tone, SAY))
        for tone in (Tone.SHORTER, Tone.PLAIN, Tone.WARMER)
    ]
    assert lengths == sorted(set(lengths))
