"""A circle comes about: the bot is added, people join by a link, a card tells who is in and who has asked."""

from __future__ import annotations

import pytest

from bot.coach.circle_taps import (
    ApproveNote,
    AskTogether,
    Cheer,
    DropNote,
    LeaveCircle,
    OpenCircle,
    SetTime,
    Share,
    WriteNote,
)
from bot.coach.circles import themes
from bot.coach.circles.model import Sharing
from bot.coach.circles.themes import CircleTheme
from bot.coach.taps import Accept, Consent, Did
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from bot.words import bank
from tests.journeys.askers import Askers, found
from tests.journeys.conftest import BEN_GETS_UP, set_up
from tests.journeys.phone import NoButton, Phone

ASK = ("5", "65", None)


@pytest.fixture
async def askers(stage: Rehearsal) -> Askers:
    """07:20 of a Monday in New York: Ana, Ben and Cleo, who know the bot, have it in their group."""
    await stage.jump(BEN_GETS_UP)
    return await found(stage, ("Ana", "Ben", "Cleo"))


async def make(phone: Phone, outcome: str = "no.respectful", peak: str = "4") -> None:
    """Take today's ask up, make it, and tell of it by button."""
    await phone.tap(Accept)
    await phone.answer(*ASK)
    await phone.tap(Did)
    while (step := phone.asked()) is not None:
        answer = {"outcome": outcome, "peak": peak}.get(step.value)
        await phone.answer(answer)


async def circle(askers: Askers) -> int:
    return (await askers.record()).circle.id


async def test_a_group_is_greeted_once_with_a_button_that_leads_in(askers: Askers) -> None:
    assert len(askers.bubbles()) == 1
    assert [button["text"] for _, button in askers.buttons()] == ["Join"]


async def test_who_knows_the_bot_is_in_with_one_tap_and_the_hello_becomes_the_card(askers: Askers) -> None:
    ana = askers.phones[0]
    await askers.join(ana)
    assert "Askers" in ana.text()
    await askers.later(minutes=1)
    assert len(askers.bubbles()) == 1
    assert "Monday" in askers.card()


async def test_the_card_tells_who_is_in_and_who_has_asked(askers: Askers) -> None:
    ana, ben, _ = askers.phones
    await askers.join(ana, ben)
    await askers.later(hours=1)  # their mornings have come
    await ana.tap(Accept)
    await askers.later(minutes=1)
    assert "Ana" in askers.card()
    assert "Ben" not in askers.card()
    await make(ben)
    await askers.later(minutes=1)
    assert askers.card().index("Ana") < askers.card().index("Ben")
    assert "Ben" in next(askers.buttons())[1]["text"]
    assert len(askers.bubbles()) == 1


async def test_a_stranger_joins_by_the_link_and_is_in_after_the_first_minutes(stage: Rehearsal) -> None:
    askers = await found(stage, ("Ana", "Dan"), known=1)
    dan = askers.phones[1]
    await askers.join(askers.phones[0], dan)
    assert dan.shows(Consent)
    assert "Askers" in dan.text()
    await set_up(dan)
    assert any("Askers" in str(bubble) for bubble in dan.bubbles()[-2:])
    await dan.say("/today")
    await make(dan)
    await askers.later(minutes=1)
    assert "Dan" in askers.card()


async def test_who_has_not_joined_is_never_named(askers: Askers) -> None:
    ana, ben, _ = askers.phones
    await askers.join(ana)
    await askers.later(hours=1)
    await make(ben)
    await askers.later(minutes=5)
    await askers.say(ben, "/circle")
    assert not any("Ben" in said for said in askers.traffic())


async def test_commands_in_the_group_get_a_nod_there_and_words_in_private(askers: Askers) -> None:
    ana = askers.phones[0]
    await askers.say(ana, "/join")
    assert "Askers" in str(ana.bubbles()[-1])
    await askers.say(ana, "/circle")
    assert ana.button(Share(await circle(askers), Sharing.OUTCOME))
    await askers.say(ana, "/buddy")
    await askers.say(ana, "/journal")
    await askers.say(ana, "/leave")
    assert len(askers.bubbles()) == 1
    assert len(askers.calls("setMessageReaction")) == 5


async def test_a_change_of_the_level_takes_back_what_todays_card_said(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await askers.join(ana)
    await askers.later(hours=1)
    await make(ana, "yes")
    await ana.press(buttons.pack(Share(number, Sharing.OUTCOME)))
    await askers.later(minutes=1)
    told = askers.card()
    assert "yes" in told.casefold()
    await ana.press(buttons.pack(Share(number, Sharing.DONE)))
    await askers.later(minutes=1)
    assert "Ana" in askers.card()
    assert "yes" not in askers.card().casefold()
    await ana.press(buttons.pack(Share(number, Sharing.NOTHING)))
    await askers.later(minutes=1)
    assert "Ana" not in askers.card()


async def test_who_leaves_is_off_the_card_at_once(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await askers.join(*askers.phones[:2])
    await askers.later(hours=1)
    await make(ana)
    await askers.later(minutes=1)
    assert "Ana" in askers.card()
    await ana.press(buttons.pack(LeaveCircle(number, sure=False)))
    assert ana.shows(LeaveCircle)
    await ana.tap(LeaveCircle(number, sure=True))
    await askers.later(minutes=1)
    assert "Ana" not in askers.card()


async def test_a_line_is_shown_only_as_it_was_previewed_and_agreed_to(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await askers.join(ana)
    await ana.press(buttons.pack(Share(number, Sharing.NOTE)))
    await askers.later(hours=1)
    await make(ana)
    asked = await ana.last()
    await ana.tap(WriteNote)
    await ana.say("He  laughed\n<b>and</b> said no")
    assert ana.shows(ApproveNote)
    await askers.later(minutes=1)
    assert "laughed" not in askers.card()
    await ana.tap(ApproveNote(number, asked.id))
    await askers.later(minutes=1)
    assert "He laughed <b>and</" in askers.card(), "as text, and in one line"
    await ana.press(buttons.pack(Share(number, Sharing.OUTCOME)))
    await askers.later(minutes=1)
    assert "laughed" not in askers.card()


async def test_a_line_that_is_dropped_is_never_shown(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await askers.join(ana)
    await ana.press(buttons.pack(Share(number, Sharing.NOTE)))
    await askers.later(hours=1)
    await make(ana)
    await ana.tap(WriteNote)
    await ana.say("too private after all")
    await ana.tap(DropNote)
    await ana.press(buttons.pack(ApproveNote(number, (await ana.last()).id)))
    await askers.later(minutes=1)
    assert not any("too private" in said for said in askers.traffic())


async def test_a_cheer_counts_once_and_its_owner_hears_of_it_once(askers: Askers) -> None:
    ana, ben, cleo = askers.phones
    number = await circle(askers)
    await askers.join(ana, ben)
    await askers.later(hours=1)
    await make(ana)
    await askers.later(minutes=1)
    before = len(ana.bubbles())
    for phone in (ben, ben, ana, cleo):
        await askers.press(phone, Cheer(number, ana.id))
    await askers.later(minutes=1)
    assert len(ana.bubbles()) == before + 1
    assert "1" in next(line for line in askers.card().splitlines() if "Ana" in line)
    assert askers.toast()["url"].startswith("https://t.me/"), "Cleo has not joined: the answer leads her in"


async def test_one_ask_for_all_comes_at_everybodys_own_size(askers: Askers) -> None:
    ana, ben, _ = askers.phones
    number = await circle(askers)
    await askers.join(ana, ben)
    await askers.later(hours=1)
    await ana.press(buttons.pack(AskTogether(number, None)))
    await ana.tap(AskTogether(number, CircleTheme.CURIOUS))
    await askers.later(minutes=1)
    before = await ben.last()
    await askers.follow(ben, "My size")
    taken = await ben.last()
    known = {challenge.id: challenge for challenge in bank.load().challenges}
    assert themes.suits(CircleTheme.CURIOUS, known[taken.challenge or ""])
    assert taken.id == before.id, "it takes the place of today's"
    assert taken.rung <= max(before.rung, 2)
    assert ben.shows(Accept)


async def test_who_added_the_bot_sets_its_clock_and_others_cannot(askers: Askers) -> None:
    ana, ben, _ = askers.phones
    number = await circle(askers)
    await askers.join(ana, ben)
    await ana.press(buttons.pack(OpenCircle(number)))
    await ana.tap(SetTime(number, None), SetTime)
    changed = (await askers.record()).circle.at
    assert changed.isoformat("minutes") != "08:30"
    await ben.press(buttons.pack(OpenCircle(number)))
    with pytest.raises(NoButton):
        ben.button(SetTime)
    await ben.press(buttons.pack(SetTime(number, None)))
    await askers.say(ana, "/circle 19:15")
    assert (await askers.record()).circle.at.isoformat("minutes") == "19:15"
    await askers.say(ben, "/circle 06:00")
    assert (await askers.record()).circle.at.isoformat("minutes") == "19:15"


async def test_a_link_that_leads_nowhere_says_so(askers: Askers) -> None:
    ana = askers.phones[0]
    for payload in (f"j{await circle(askers)}-aaaaaaaa", "j999999-aaaaaaaa"):
        await ana.say(f"/start {payload}")
        assert len(ana.fresh) == 1
    assert (await askers.record()).circle.key != "aaaaaaaa"
    await askers.later(minutes=1)
    assert "November" not in askers.card(), "nobody has joined"


async def test_without_a_circle_it_says_how_to_begin_one(askers: Askers) -> None:
    ana = askers.phones[0]
    await ana.say("/circle")
    assert any("startgroup" in str(bubble) for bubble in ana.fresh)
