"""Words worth a kind answer: harsh, scornful, asking to be reassured; sayings and plain talk stay alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.coach.watch import Heard, heard, holds

DAY = date(2026, 7, 8)

PUNISHMENT = """
I hate myself for not asking
she said no and honestly i hate who i am
i deserve to be alone
I deserved to be laughed at
I should be punished for being so weak
i feel worthless
I'm a waste of space, he saw it too
i disgust everybody, I feel disgusting
nobody could ever love someone like me
No one will ever want me
i always ruin everything
I can't do anything right
I keep beating myself up about it
spent the evening punishing myself
no dinner tonight as punishment
I skipped the party as punishment for chickening out
i need to suffer for this
I don't deserve kindness
I don't deserve to be happy
i'm just a burden lol
"""
HARSHNESS = """
I'm such an idiot for asking
I'm pathetic
i felt like a loser in front of everyone
what an idiot I am
I'm a coward
serves me right
im so stupid, i asked and of course he said no
I'm a complete failure
what's wrong with me
I am ashamed of myself
"""
MOCKERY = """
I'm such an idiot lol
im so dumb haha, I asked the mannequin first
what an idiot i am 😂
I'm a complete failure at bowling but at asking I'm an idiot too, hahaha
im a coward lmao
i'm such a loser, oops
"""
CONTEMPT = """
What a pathetic little man, he said no and looked scared
loved watching her squirm
It was hilarious how uncomfortable he got, he looked so scared, loved it
she was so embarrassed, it was priceless
these idiots can't even give a straight answer
people are so stupid
cashiers are beneath me anyway
they're all npcs
served her right
he had it coming
it was fun to see him panic
enjoyed seeing the waiter sweat
ha, I ruined his day
made her cry, felt powerful
stupid cow didn't even look up
put him in his place
the clerk was a moron
fun making them nervous
"""
REASSURANCE = """
do you think she hates me now?
Do you think they were laughing at me?
did I do something wrong?
did i say it wrong
please tell me it was fine
just tell me I'm not crazy
are you sure I did it right
was I rude?
am I too much?
am i a bad person
was it okay of me to ask that
is it normal that i keep thinking about it
was that my fault?
he's not mad at me, right?
promise me it gets better
I need someone to tell me it's ok
"""
NOTHING = """
I could kick myself for not asking for more
could've kicked myself, the second tray was free
I killed it, she said yes
killed it!!
he was killing me with that joke
we had time to kill so I asked
dumb luck, he said yes
asked a stupid question on purpose and got a great answer
he had a stupid grin the whole time
an idiot proof ask, and he said no anyway
stopped beating myself up and asked again
I didn't beat myself up this time
I don't hate myself for it, that's new
I'm useless at maps so I asked for the way
I'm terrible with names, so I asked hers again
I'm hopeless at this lol
weak at the knees but I asked
the coffee was weak so I asked for another one
weak coffee, strong ask
I'm dying of laughter
I almost died, 9 of 10
I was a sucker for the cake
used to feel pathetic after a no, now I shrugged
He said no and I was fine
she said no, she looked tired, poor woman
felt bad for making him squirm
I was sorry to see her so nervous
I feel bad that I made her uncomfortable
he was rude and told me to get lost
the barista laughed and gave me the cup
she laughed so hard she nearly cried
we both laughed, it was hilarious
it was hilarious, I dropped my phone and he caught it
he panicked for a second, then said yes
she was embarrassed and so was I
the guard was nervous, it was his first day
loved watching her paint, she said yes
enjoyed seeing the kitchen
I asked my boss: am I too loud in meetings?
asked her if I was rude and she said not at all
my question was: is it normal that the oven smells
I asked whether I did something wrong and he said no
do you think I can get two of them?
was that the last one?
are you sure about tomorrow?
tell me more
is it ok if I do two today?
I deserve a treat, she said yes
I deserved that discount
I was proud of myself
I was hard to understand, the music was loud
felt embarrassed, 7 of 10
I was sad but okay
no food in the house so I asked my neighbour for eggs
the joke fell flat and he said no
my stupid phone died
he asked what I do for fun
a loser of a parking spot, so I asked for a better one
I'm a bit of a mess today
"""


def rows(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize(
    ("sound", "texts"),
    [
        (Heard.PUNISHMENT, PUNISHMENT),
        (Heard.HARSHNESS, HARSHNESS),
        (Heard.MOCKERY, MOCKERY),
        (Heard.CONTEMPT, CONTEMPT),
        (Heard.REASSURANCE, REASSURANCE),
        (None, NOTHING),
    ],
)
def test_words_are_heard_for_what_they_are(texts: str, sound: Heard | None) -> None:
    assert [text for text in rows(texts) if heard(text) is not sound] == []


def test_laughter_makes_a_penalty_no_lighter() -> None:
    assert heard("I'm so dumb lol") is Heard.MOCKERY
    assert heard("I hate myself lol") is Heard.PUNISHMENT


def test_their_own_pain_is_heard_before_their_scorn() -> None:
    assert heard("these idiots. I hate myself") is Heard.PUNISHMENT


def test_nothing_said_is_nothing_heard() -> None:
    assert heard(None) is None
    assert heard("") is None


@given(st.text(max_size=300))
def test_any_text_is_heard_without_an_error(text: str) -> None:
    assert heard(text) in (None, *Heard)


@pytest.mark.parametrize("text", rows(PUNISHMENT))
def test_what_is_looked_for_in_the_morning_is_what_was_heard(text: str) -> None:
    """The quick look at a log is the same judgement."""
    facts = Facts(outcome=Outcome.NO, story=text)
    attempt = Attempt(1, DAY, Domain.SOCIAL, 3, State.DONE, datetime(2026, 7, 8, tzinfo=UTC), facts=facts)
    assert holds([attempt], DAY)
