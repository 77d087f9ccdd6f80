"""What may be said to a buddy: warm and clumsy words pass, harsh ones and ways out of the room do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.circles import encouraging
from bot.coach.circles.encouraging import READY, Fit
from bot.coach.messages.buddies import NoWord
from bot.coach.model import Attempt, Domain, Facts, Outcome, Size, State

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

KIND = (
    "You asked. That's the whole thing.",
    "You're not a loser, you're the bravest person I know",
    "you are no coward. you went back in!",
    "I felt like an idiot when I did mine, and it went fine",
    "Don't give up, the next one is easier",
    "That barista was just busy, it had nothing to do with you",
    "You deserve a coffee and a long walk",
    "you deserve it, all of that cake",
    "Wow, asking your boss at 9.30 in the morning!",
    "e.g. a pen, i.e. something small. You can do it",
    "You'll never know unless you ask :)",
    "You will never walk alone",
    "It takes guts to sound that nervous and still ask",
    "You felt weak and you went anyway, that's strength",
    "Killed it!!!",
    "you're insane and I love it",
    "3 out of 10 is still an ask, be proud",
    "We start at 18:30, right? Thinking of you at 18:30",
    "It's #1 on my list of brave things",
    "no one can take that ask from you",
    "Nobody laughed, did they? You did so well",
    "I hate that it stung. Rest a bit",
    "stupid printer, great ask",
    "Their loss, and/or their bad day",
    "Bravo, du hast gefragt. Das zählt.",
    "¡Qué valiente! Mañana más",
    "Молодец, ты спросила",
    "👏👏👏",
    "haha the look on your face must have been priceless",
    "I am right behind you, whatever they say",
    "See you on the other side. 1, 2, 3, go",
    "Tell me about it on Monday if you like",
    "Your no is my favourite no of the week",
    "Being scared and asking is the opposite of chicken",
    "You got a 7 and still asked!",
    "proud of you. really.",
    "That was brave. I would have run",
    "you made that sound easy, it isn't",
    "go get that no!",
    "what a week. You're doing it though",
    "If it goes wrong it's a story, if it goes right it's a discount",
    "I know you said it was embarrassing. I think it was wonderful",
    "Take it easy today, one no is enough",
    "you look at people and ask them things, that's amazing",
    "hit me with the story later",
    "Sick of rain here, but your ask made my day",
    "sending you a hug",
    "Line by line: breathe, smile, ask",
    "May the worst they say be no",
    "you always ask so kindly, remember that",
    "Did you breathe? Breathe.",
    "it's ok to back out. You get to try again tomorrow",
    "you were so nervous and so good",
    "don't be too hard on yourself, please",
    "I'd hire you",
    "That's nothing to be ashamed of",
    "ask the cook, they know everything",
    "Good luck with the phone call at 10",
    "What an ask! What a no!",
    "You are a joy",
)
HARSH = (
    "you're pathetic",
    "You are such an idiot",
    "ur a l0ser lol",
    "y0u are w0rthless",
    "what a coward",
    "loser",
    "you absolute moron",
    "Stop whining, it was a tiny ask",
    "shut up already",
    "f*ck you",
    "nobody likes you",
    "everyone laughed at you",
    "You deserved that no",
    "serves you right",
    "told you so",
    "what's wrong with you?",
    "man up",
    "get over it",
    "You'll never be good enough",
    "you can't even do this",
    "just give up",
    "I am so disappointed in you",
    "you disgust me",
    "you embarrass yourself",
    "don't be such a crybaby",
    "I know where you live",
    "I'm going to hurt you",
    "watch your back",
    "you're so hot, go out with me",
    "send me a selfie",
    "show me nudes",
    "what an idiot that barista was",
    "she's pathetic, forget her",
    "I loved watching him squirm",
    "I hate myself, I'm worthless",
    "pull yourself together",
    "why do you even bother",
    "you look ridiculous",
    "you ugly cow, bitch",
    "you will regret this, or else",
    "𝓎𝑜𝓊 𝒶𝓇𝑒 𝓅𝒶𝓉𝒽𝑒𝓉𝒾𝒸",
    "you are p\u200ba\u200bthetic",
)
WAYS_OUT = (
    "look at https://example.org/x",
    "see example.com for tips",
    "www.example.net",
    "t.me/somebody",
    "write me: ann@example.org",
    "ann at example dot com",
    "I'm @ann_1990",
    "@ ann_1990",
    "＠ann_1990 on there",
    "call +44 20 7946 0958",
    "0176-1234567 any time",
    "zero one seven six five five five one two",
    "my insta is annie",
    "insta: annie",
    "snap name annie_x",
    "my number is in the group",
    "add my whatsapp",
    "tap /delete, it helps",
    "great job.Look at bit.ly/3x",
    "exam\u200bple.com",
    "ｅｘａｍｐｌｅ.ｃｏｍ",
    "пример.рф",
    "tg://user?id=1",
    "my e-mail is easy to guess",
)


def test_warm_and_clumsy_words_pass() -> None:
    assert [words for words in KIND if encouraging.refused(words) is not None] == []


def test_harsh_words_do_not() -> None:
    assert [words for words in HARSH if encouraging.refused(words) is not NoWord.HARSH] == []


def test_no_word_leads_out_of_the_room() -> None:
    assert [words for words in WAYS_OUT if encouraging.refused(words) is not NoWord.LINK] == []


def test_a_word_has_three_hundred_characters_at_most() -> None:
    assert encouraging.refused("x" * 300) is None
    assert encouraging.refused(" " + "x" * 300 + "\n") is None
    assert encouraging.refused("x" * 301) is NoWord.LONG


@pytest.mark.parametrize(("words", "shown"), [("", False), (" \u200b\u2060\n", False), ("👏", True)])
def test_nothing_to_see_is_no_word(words: str, shown: bool) -> None:
    assert encouraging.seen(words) is shown


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(words: str) -> None:
    assert encouraging.refused(words) in (None, *NoWord)


def test_three_words_a_day_are_enough() -> None:
    assert [encouraging.enough(number) for number in range(5)] == [False, False, False, True, True]


# --- the ready lines


@pytest.mark.parametrize("day", [date(2026, 11, 23) + timedelta(days=n) for n in range(3)])
def test_a_day_shows_two_lines_for_each_moment(day: date) -> None:
    shown = encouraging.ready(day)
    assert [READY[number] for number in shown] == [fit for fit in Fit for _ in range(2)]
    assert len(set(shown)) == 6


def test_every_line_has_its_day() -> None:
    days = [date(2026, 11, 23) + timedelta(days=n) for n in range(3)]
    assert {number for day in days for number in encouraging.ready(day)} == set(READY)


# --- a word asked for

AHEAD = Attempt(1, NOW.date(), Domain.SOCIAL, 5, State.ACCEPTED, NOW, "a", facts=Facts(anticipated=7))
BEHIND = replace(AHEAD, state=State.DONE, closed_at=NOW, facts=Facts(outcome=Outcome.NO, peak=8))


@pytest.mark.parametrize(
    "attempt",
    [
        replace(AHEAD, facts=Facts(anticipated=6)),
        replace(AHEAD, facts=Facts()),
        replace(AHEAD, state=State.OFFERED),
        replace(AHEAD, size=Size.IMAGINAL),
        replace(AHEAD, answered=("story",)),
        BEHIND,
    ],
)
def test_backup_is_for_a_hard_one_that_is_ahead(attempt: Attempt) -> None:
    assert encouraging.before_hard(AHEAD)
    assert not encouraging.before_hard(attempt)


@pytest.mark.parametrize(
    "attempt",
    [
        replace(BEHIND, facts=Facts(outcome=Outcome.NO, peak=7)),
        replace(BEHIND, facts=Facts(outcome=Outcome.BACKED_OUT, peak=9)),
        replace(BEHIND, closed_at=NOW - timedelta(days=2, seconds=1)),
        AHEAD,
    ],
)
def test_a_kind_word_is_for_a_hard_one_of_these_days(attempt: Attempt) -> None:
    assert encouraging.after_hard(BEHIND, NOW)
    assert not encouraging.after_hard(attempt, NOW)
