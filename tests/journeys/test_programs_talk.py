"""Programs in the chat: chosen in the settings, seen in /stats and on the card, left at any time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.enrolment import Enrolment, Program, Theme
from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.coach.taps import Correct, Delete, Enrol, Field, OpenSettings
from bot.store import attempts, people
from bot.words import bank
from tests.journeys.phone import NoButton, Phone, text

WORK, SOCIAL = Domain.PROFESSIONAL, Domain.SOCIAL
BANK = bank.load().entries
STORY = "I asked the woman at the next desk and she said no, kindly"


async def asked_before(phone: Phone, times: int, domain: Domain = SOCIAL) -> None:
    """Give them a past: an ask on each of so many days up to yesterday."""
    today = phone.now.date()
    async with phone.stage.bot.store.unit() as unit:
        for ago in range(times, 0, -1):
            day = today - timedelta(days=ago)
            facts = Facts(outcome=Outcome.YES)
            entry = Attempt(0, day, domain, 2, State.DONE, phone.now, own="a past ask", facts=facts)
            assert await attempts.add(unit, phone.id, entry)


async def lives(phone: Phone, enrolment: Enrolment, *domains: Domain) -> None:
    """Put them into a program that has run for a while."""
    person = (await phone.record()).person
    async with phone.stage.bot.store.unit() as unit:
        sting = {domain: person.sting.get(domain, 5) for domain in domains}
        await people.save(unit, replace(person, enrolment=enrolment, sting=sting))


async def choose(phone: Phone, program: Program) -> None:
    await phone.say("/settings")
    await phone.tap(OpenSettings(Field.PROGRAM), Enrol(program))


async def tells(phone: Phone) -> None:
    """Tell of today's ask; the card comes."""
    await phone.wake()
    await phone.say(STORY)
    await phone.tap("✓", "That's enough")


async def enrolment(phone: Phone) -> Enrolment | None:
    return (await phone.record()).person.enrolment


async def test_a_program_is_chosen_shown_and_left(ben: Phone) -> None:
    await choose(ben, Program.HUNDRED)
    assert "100 asks it is" in ben.text()
    assert await enrolment(ben) == Enrolment(Program.HUNDRED, ben.now.date())
    await ben.say("/settings")
    assert "Program: 100 asks" in ben.text()
    await ben.tap(OpenSettings(Field.PROGRAM))
    assert ben.button(Enrol(Program.HUNDRED))[1]["text"].startswith("✓")
    await ben.tap(Enrol(Program.OPEN))
    assert await enrolment(ben) is None
    await ben.say("/settings")
    assert "Program: Open-ended" in ben.text()


async def test_a_program_tapped_twice_begins_once(ben: Phone) -> None:
    await choose(ben, Program.AT_WORK)
    begun = await enrolment(ben)
    await ben.jump(days=3)
    await choose(ben, Program.AT_WORK)
    assert await enrolment(ben) == begun


async def test_stats_say_how_far_they_have_come(ben: Phone) -> None:
    await asked_before(ben, 36)
    await choose(ben, Program.HUNDRED)
    await tells(ben)
    assert "of 100" not in ben.text(), "no word between two milestones"
    await ben.say("/stats")
    assert "37 of 100 asks, next stop 50" in ben.text()
    await choose(ben, Program.AT_WORK)
    await ben.say("/stats")
    assert "37 asks on the way to 100" in ben.text()
    assert "30 days at work, theme 1 of 4: small adjustments" in ben.text()


async def test_the_hundredth_ask_is_a_milestone_and_leads_on(ben: Phone) -> None:
    await asked_before(ben, 99)
    await choose(ben, Program.HUNDRED)
    await tells(ben)
    assert "100 of 100." in ben.text()
    card, *_ = ben.fresh
    await ben.tap(Enrol(None))
    assert card in ben.bubbles(), "the card stays readable"
    await ben.tap(Enrol(Program.AT_WORK))
    assert "30 days at work it is" in ben.text()
    begun = await enrolment(ben)
    assert begun == Enrolment(Program.AT_WORK, ben.now.date() + timedelta(days=1)), "today's ask is made"
    await ben.tap(Correct)
    assert ben.fresh, "and the card still answers"


async def test_a_card_says_which_theme_comes_next(ben: Phone) -> None:
    await asked_before(ben, 2, WORK)
    await lives(ben, Enrolment(Program.AT_WORK, ben.now.date() - timedelta(days=8)), WORK)
    await tells(ben)
    assert "Next comes feedback from senior people" in ben.text()
    await ben.say("/stats")
    assert "theme 1 of 4" in ben.text(), "until the day turns"
    await ben.jump(days=1)
    await ben.say("/stats")
    assert "theme 2 of 4: feedback from senior people" in ben.text()


async def test_a_program_in_a_domain_that_is_off_offers_to_switch_it_on(ben: Phone) -> None:
    await choose(ben, Program.CUSTOMERS)
    assert await enrolment(ben) is None, "not before it is answered"
    await ben.tap(OpenSettings(Field.PROGRAM))
    assert (await ben.record()).person.domains == (SOCIAL, WORK), "left off"
    await ben.tap(Enrol(Program.CUSTOMERS), Enrol(Program.CUSTOMERS, 4))
    person = (await ben.record()).person
    assert person.sting[Domain.CUSTOMERS] == 4
    assert person.enrolment == Enrolment(Program.CUSTOMERS, ben.now.date())
    assert "The theme now: what you do well" in ben.text()
    await ben.wake()
    assert (await ben.last()).domain in person.domains


@pytest.mark.parametrize("data", ["pr:customers:99", "pr:customers:0", "pr:theme:", "pr:customers:x"])
async def test_a_button_that_makes_no_sense_changes_nothing(ben: Phone, data: str) -> None:
    before = (await ben.record()).person
    await ben.press(data)
    assert ben.fresh
    assert (await ben.record()).person == before


async def test_typed_words_are_never_taken_for_a_program(ben: Phone) -> None:
    await ben.say("/settings")
    await ben.tap(OpenSettings(Field.PROGRAM))
    await ben.say("something else altogether")
    assert not ben.shows(Enrol)
    assert await enrolment(ben) is None


async def test_before_the_first_minutes_there_is_no_program(stranger: Phone) -> None:
    await stranger.say("/start")
    await stranger.press("pr:hundred:")
    assert await enrolment(stranger) is None
    with pytest.raises(NoButton):
        stranger.button(Enrol)


async def test_a_program_never_moves_a_size(ben: Phone) -> None:
    await ben.wake()
    before = (await ben.last()).rung
    for program in (Program.HUNDRED, Program.AT_WORK, Program.OPEN):
        await choose(ben, program)
        assert (await ben.last()).rung == before
    await ben.say("/today")
    assert (await ben.last()).rung == before


async def test_mornings_turn_to_the_theme(ben: Phone) -> None:
    await lives(ben, Enrolment(Program.AT_WORK, ben.now.date()), WORK)
    themes = []
    for _ in range(4):
        await tells(ben)
        themes.append(BANK[(await ben.last()).challenge or ""].challenge.themes)
    assert sum(Theme.ACCOMMODATIONS in one for one in themes) >= 3


async def test_deleting_forgets_the_program(ben: Phone) -> None:
    await choose(ben, Program.HUNDRED)
    await ben.say("/delete")
    await ben.tap(Delete(sure=True))
    async with ben.stage.bot.store.read() as unit:
        assert await people.record(unit, ben.id) is None
    await ben.say("/start")
    assert await enrolment(ben) is None
    assert text(ben.bubbles()[-1])
