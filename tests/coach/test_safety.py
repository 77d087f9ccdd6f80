"""Crisis and harsh words: every plain phrasing is heard, idioms stay idioms, any text is read quickly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.coach.safety import Crisis, Harsh, crisis, harsh

SENTENCES = tomllib.loads(Path(__file__).with_name("crisis.toml").read_text(encoding="utf-8"))
LONGEST = 4096  # characters in one Telegram message


def test_intent_plan_means_and_goodbye_are_acute() -> None:
    assert [text for text in SENTENCES["acute"] if crisis(text) is not Crisis.ACUTE] == []


def test_not_wanting_to_be_here_is_passive() -> None:
    assert [text for text in SENTENCES["passive"] if crisis(text) is not Crisis.PASSIVE] == []


@pytest.mark.parametrize("text", SENTENCES["others"])
def test_somebody_else_at_risk_deserves_support(text: str) -> None:
    assert crisis(text) is Crisis.PASSIVE


def test_what_is_unclear_is_never_met_with_silence() -> None:
    said = [*SENTENCES["unclear"], *SENTENCES["explicit"]]
    assert [text for text in said if crisis(text) is Crisis.NONE] == []


def test_at_most_one_idiom_of_four_hundred_is_taken_in_earnest() -> None:
    taken = [text for text in SENTENCES["idioms"] if crisis(text) is not Crisis.NONE]
    assert len(SENTENCES["idioms"]) >= 380
    assert len(taken) <= 1, taken


def test_sentences_the_rules_never_saw_are_heard_nine_times_in_ten() -> None:
    heard = [text for text in SENTENCES["kept_explicit"] if crisis(text) is not Crisis.NONE]
    assert len(heard) >= 0.9 * len(SENTENCES["kept_explicit"])


def test_idioms_the_rules_never_saw_stay_idioms() -> None:
    assert [text for text in SENTENCES["kept_idioms"] if crisis(text) is not Crisis.NONE] == []


def test_a_long_story_around_it_hides_nothing() -> None:
    story = "I asked the barista for a free coffee and she was kind. " * 30
    told = {text: crisis(f"{story}{text}. {story}") for text in SENTENCES["acute"]}
    assert [text for text, found in told.items() if found is not Crisis.ACUTE] == []


@pytest.mark.parametrize("text", ["I want to die", "i want to kill myself", "im suicidal"])
def test_shouting_spacing_and_curly_marks_change_nothing(text: str) -> None:
    for typed in (
        text.upper(),
        text.replace(" ", "\n"),
        text.replace(" ", "  "),
        f"“{text}”",
        f"...{text}!!!",
    ):
        assert crisis(typed) is Crisis.ACUTE


def test_a_joke_about_distances_is_no_crisis_but_the_slang_is() -> None:
    assert crisis("walked 12 kms today") is Crisis.NONE
    assert crisis("i should kms") is Crisis.ACUTE


def test_a_denial_still_gets_support_and_a_rhetorical_question_is_no_denial() -> None:
    assert crisis("i dont want to kill myself") is Crisis.PASSIVE
    assert crisis("why not kill myself") is Crisis.ACUTE


def test_another_language_is_still_read_for_english_words() -> None:
    assert crisis("i want to kill myself", language="de") is Crisis.ACUTE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm pathetic", Harsh.SELF),
        ("i deserved it", Harsh.SELF),
        ("I hate myself", Harsh.SELF),
        ("im such an idiot for asking", Harsh.SELF),
        ("what an idiot i am", Harsh.SELF),
        ("felt worthless all evening", Harsh.SELF),
        ("nobody will ever want me", Harsh.SELF),
        ("serves me right", Harsh.SELF),
        ("she said no, i'm a complete failure and she is an idiot", Harsh.SELF),
        ("what an idiot", Harsh.OTHERS),
        ("made them squirm", Harsh.OTHERS),
        ("loved watching her discomfort", Harsh.OTHERS),
        ("the barista was such a bitch", Harsh.OTHERS),
        ("people are idiots", Harsh.OTHERS),
        ("it was fun to see him squirm", Harsh.OTHERS),
        ("put her in her place", Harsh.OTHERS),
        ("im not a loser", None),
        ("got the raise, i deserved it", None),
        ("that was a stupid question but he laughed", None),
        ("he was a bit rude", None),
        ("she looked uncomfortable so i stopped", None),
        ("i felt silly and asked anyway", None),
        ("i deserve a coffee now", None),
        ("he called me an idiot", None),
        ("she said no", None),
        ("", None),
    ],
)
def test_harsh_words_are_told_apart_from_plain_ones(text: str, expected: Harsh | None) -> None:
    assert harsh(text) is expected


@given(st.text(max_size=300))
@example("\u200b" * 300)
@example("*kill* *myself")
@example("\ud800")
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert crisis(text) in Crisis
    assert harsh(text) in (None, *Harsh)


HOSTILE = [
    "my ",
    "not ",
    "end it ",
    "i dont wanna die ",
    "i dont want to myself ",
    "think of of ",
    "a",
    "the \u200b",
    "k*",
]
WORDS = [
    "i",
    "dont",
    "want",
    "to",
    "die",
    "myself",
    "kill",
    "end",
    "my",
    "life",
    "not",
    "think",
    "of",
    "about",
    "suicide",
    "pills",
    ".",
    "they",
    "if",
]
# a letter for each: a text of hundreds is drawn at once, a list of hundreds in as many steps
LETTERS = {chr(ord("A") + number): word for number, word in enumerate(WORDS)}


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_longest_text_of_one_piece_over_and_over_is_read(piece: str) -> None:
    """How long it takes is for `tests.benchmarks.texts`; here it comes to an end."""
    assert crisis((piece * LONGEST)[:LONGEST]) in Crisis


@given(st.text("".join(LETTERS), min_size=600, max_size=900))
def test_words_of_crisis_in_any_order_are_read(order: str) -> None:
    assert crisis(" ".join(LETTERS[letter] for letter in order)[:LONGEST]) in Crisis
