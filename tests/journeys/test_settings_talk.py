"""Settings, pauses, blocking: each is changed in the chat, and read by something that can be seen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.coach.enrolment import Program
from bot.coach.model import Cause, Context, Domain, Size, State
from bot.coach.taps import (
    Accept,
    ChooseZone,
    ConfirmZone,
    Delete,
    Enrol,
    Field,
    Imagine,
    OpenSettings,
    PauseFor,
    Resume,
    SetTo,
    Today,
)
from bot.store.states import OccasionKind
from tests.journeys.phone import Phone

MORNING, EVENING = OccasionKind.MORNING, OccasionKind.EVENING


async def zone(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.ZONE))
    await ben.say("Nowhereville")
    assert not ben.shows(ConfirmZone)
    await ben.say("Tokyo")
    assert (await ben.record()).person.zone == "America/New_York", "not before it is confirmed"
    await ben.tap(ConfirmZone("Asia/Tokyo"))
    at = await ben.planned(MORNING)
    assert at is not None
    assert (at.tzinfo, at.hour) == (ZoneInfo("Asia/Tokyo"), 8)


async def morning(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.MORNING), SetTo(Field.MORNING, "09:00"))
    assert ben.shows(OpenSettings(Field.MORNING)), "the list again"
    at = await ben.planned(MORNING)
    assert at is not None
    assert (at.weekday(), at.hour) == (0, 9)
    await ben.tap(OpenSettings(Field.MORNING))
    await ben.say("soon")
    await ben.say("7:30 am")
    at = await ben.planned(MORNING)
    assert at is not None
    assert (at.hour, at.minute) == (7, 30)


async def evening(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.EVENING), SetTo(Field.EVENING, "18:30"))
    await ben.wake()
    assert await ben.at(18, 29) == []
    assert len(await ben.at(18, 30)) == 1


async def nudges(ben: Phone) -> None:
    await ben.tap(SetTo(Field.NUDGES, "off"))
    assert ben.shows(SetTo(Field.NUDGES, "on"))
    await ben.wake()
    assert await ben.at(23) == []


async def quiet(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.QUIET), SetTo(Field.QUIET, "23:00-09:00"))
    at = await ben.planned(MORNING)
    assert at is not None
    assert at.time() == time(9), "quiet hours win over the morning"
    await ben.tap(OpenSettings(Field.QUIET))
    await ben.say("never ever")
    await ben.say("23:30 - 7:45")
    at = await ben.planned(MORNING)
    assert at is not None
    assert at.time() == time(8)


async def days(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.DAYS), SetTo(Field.DAYS, "0"))
    assert ben.shows(SetTo(Field.DAYS, "0")), "they may want to change another one"
    at = await ben.planned(MORNING)
    assert at is not None
    assert at.weekday() == 1
    await ben.tap(SetTo(Field.DAYS, "all"))
    at = await ben.planned(MORNING)
    assert at is not None
    assert at.weekday() == 0
    assert len((await ben.record()).person.days) == 7


async def domains(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.DOMAINS), SetTo(Field.DOMAINS, "customers"))
    await ben.tap(SetTo(Field.DOMAINS, "social"), SetTo(Field.DOMAINS, "professional"))
    await ben.tap(SetTo(Field.DOMAINS, "customers"))
    assert (await ben.record()).person.domains == (Domain.CUSTOMERS,), "one is always left"
    await ben.wake()
    assert (await ben.last()).domain is Domain.CUSTOMERS


async def gentle(ben: Phone) -> None:
    await ben.tap(SetTo(Field.GENTLE, "on"))
    await ben.wake()
    assert (await ben.last()).size is Size.IMAGINAL
    assert ben.shows(Imagine)


async def life(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.LIFE), SetTo(Field.LIFE, "+no-shop"))
    assert ben.shows(SetTo(Field.LIFE, "-no-shop")), "they may want another one"
    await ben.wake()
    assert (await ben.last()).context is not Context.SHOP


async def program(ben: Phone) -> None:
    await ben.tap(OpenSettings(Field.PROGRAM), Enrol(Program.HUNDRED))
    await ben.wake()
    await ben.say("I asked and she said yes")
    await ben.tap("✓", "That's enough")
    await ben.say("/stats")
    assert "1 of 100 asks, next stop 10" in ben.text()


CASES: dict[Field, Callable[[Phone], Awaitable[None]]] = {
    Field.ZONE: zone,
    Field.MORNING: morning,
    Field.EVENING: evening,
    Field.QUIET: quiet,
    Field.DAYS: days,
    Field.DOMAINS: domains,
    Field.NUDGES: nudges,
    Field.GENTLE: gentle,
    Field.PROGRAM: program,
    Field.LIFE: life,
}


@pytest.mark.parametrize("field", Field)
async def test_a_changed_setting_is_kept_and_followed(ben: Phone, field: Field) -> None:
    before = (await ben.record()).person
    await ben.say("/settings")
    assert ben.shows(OpenSettings(field)) or ben.shows(SetTo)
    await CASES[field](ben)
    assert (await ben.record()).person != before


async def test_a_shared_location_sets_the_zone_once_it_is_confirmed(
    ben: Phone, on_disk: Callable[[str], bool]
) -> None:
    await ben.do(ben.stage.world.send_location, 59.3293, 18.0686)
    assert ben.shows(ConfirmZone("Europe/Stockholm"))
    await ben.tap(ConfirmZone("Europe/Stockholm"))
    assert (await ben.record()).person.zone == "Europe/Stockholm"
    assert not on_disk("59.32")


async def test_a_typed_clock_offers_the_places_where_it_is_that_late(ben: Phone) -> None:
    await ben.say("/settings")
    await ben.tap(OpenSettings(Field.ZONE))
    await ben.say("21:20")
    await ben.tap(ChooseZone("Asia/Tokyo"))  # and not only smaller places under the same clock
    assert "21:20" in ben.text()
    await ben.tap(OpenSettings)
    assert (await ben.record()).person.zone == "America/New_York", "back changes nothing"


async def test_paused_days_are_silent_and_break_nothing(ben: Phone) -> None:
    await ben.wake()
    await ben.say("/pause 3")
    assert (await ben.last()).state is State.PAUSED, "today's ask is let go without blame"
    assert await ben.jump(days=2) == []
    await ben.wake()
    assert (await ben.last()).day.weekday() == 3
    why = (await ben.last()).why
    assert why is not None
    assert why.cause is Cause.START, "nothing was lost"


async def test_an_open_pause_lasts_until_they_come_back(ben: Phone) -> None:
    for request in ("/pause", "/pause 0", "/pause 9999", "/pause soon"):
        await ben.say(request)
        assert ben.shows(PauseFor(0)), request
    await ben.tap(PauseFor(0))
    assert await ben.planned(MORNING) is None
    assert await ben.jump(days=40) == []
    await ben.say("/pause")
    assert ben.shows(Resume)
    await ben.say("/resume")
    assert await ben.planned(MORNING) is not None
    await ben.wake()
    assert ben.shows(Accept)
    await ben.say("/resume")
    assert ben.fresh, "also where nothing was paused"


async def test_a_challenge_may_be_fetched_in_a_pause(ben: Phone) -> None:
    await ben.say("/pause 7")
    await ben.say("/today")
    assert ben.shows(Accept)
    assert not (await ben.last()).planned


async def test_who_blocks_the_bot_is_left_alone_and_found_again(ben: Phone) -> None:
    await ben.wake()
    await ben.do(lambda _: ben.stage.world.block(ben.id))
    calls = len(ben.stage.world.calls)
    await ben.jump(days=3)
    assert all(call.method == "getUpdates" for call in list(ben.stage.world.calls)[calls:])
    await ben.do(lambda _: ben.stage.world.unblock(ben.id))
    assert await ben.planned(MORNING) is not None
    await ben.wake()
    assert ben.shows(Accept)
    assert (await ben.record()).person.joined is not None, "nothing was lost"


async def test_deleting_is_asked_once_and_keeps_all_where_it_is_declined(ben: Phone) -> None:
    await ben.say("/delete")
    await ben.tap(Delete(sure=False))
    assert (await ben.record()).person.joined is not None
    await ben.press("de:1")
    assert (await ben.record()).person.joined is not None, "an old button erases nobody"


async def test_stats_are_a_picture_with_a_short_text(ben: Phone) -> None:
    await ben.say("/stats")
    for story in ("I asked and she said yes", "He said no, kindly"):
        await ben.wake()
        await ben.say(story)
        await ben.tap("✓", "That's enough")
    await ben.say("/stats")
    (picture,) = ben.fresh
    assert picture["photo"]
    assert 0 < len(picture["caption"]) <= 1024


async def test_a_new_language_of_theirs_is_taken_over(ben: Phone) -> None:
    for language in ("pt", "zz", "en"):
        ben.account.language_code = language
        await ben.say("/help")
        assert (await ben.record()).person.language == language
        assert ben.shows(Today)
