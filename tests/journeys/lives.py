"""Three people for thirty days: what they are like, where they go, and what was said to them meanwhile.

Rules about it are in test_thirty_days.py; here nothing is asserted.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.coach import streak
from bot.coach.messages import Message
from bot.coach.model import Attempt, Domain
from bot.coach.streak import Mark
from bot.coach.taps import (
    Accept,
    AddDomain,
    Begin,
    ConfirmZone,
    Consent,
    DayOff,
    Field,
    Finish,
    KeepAsk,
    OpenSettings,
    OtherZone,
    Smaller,
    Sting,
    TakeInstead,
    ToggleDay,
)  # fmt: skip
from bot.rehearsal import Rehearsal
from tests.journeys.outing import Said, said, started
from tests.journeys.phone import Phone

BEGIN = datetime(
    2026, 10, 20, 4, tzinfo=UTC
)  # Berlin's clocks change on 25 October, New York's on 1 November
DAYS = 30
HOUR = timedelta(hours=1)

Act = Callable[[Phone], Awaitable[object]]
Persona = Callable[[date], tuple[int, Act] | None]


# --- what they do


def tells(outcome: str, peak: int) -> Act:
    async def tell(phone: Phone) -> None:
        await phone.say("I asked the man next door about his ladder")
        await phone.answer(outcome, str(peak))
        await phone.tap(Finish)

    return tell


async def rests(phone: Phone) -> None:
    await phone.tap(DayOff)


async def accepts(phone: Phone) -> None:
    """Means to, finds it frightening, and takes the other one or keeps theirs."""
    await phone.tap(Accept)
    await phone.answer("9")
    if phone.shows(TakeInstead):
        await phone.tap(TakeInstead if phone.now.day % 2 else KeepAsk)


async def does_the_smaller_one(phone: Phone) -> None:
    await phone.tap(Smaller)
    await tells("yes", 5)(phone)


async def backs_out(phone: Phone) -> None:
    await phone.say("I asked the man next door about his ladder")
    await phone.answer("backed-out")
    await phone.tap(Finish)


def keen(on: date) -> tuple[int, Act]:
    """Does every one before the evening; one is hard, one gets its answer days later."""
    told = (
        ("yes", 3),
        ("no.respectful", 4),
        ("partial", 5),
        ("no.dismissive", 9),
        ("yes", 4),
        ("pending", 4),
    )
    return 10 + on.day % 7, tells(*told[on.day % len(told)])


def avoidant(on: date) -> tuple[int, Act] | None:
    """Rests, says nothing, means to, backs out after the evening word, does a smaller one."""
    return ((9, rests), None, (11, accepts), (20, backs_out), (15, does_the_smaller_one))[on.day % 5]


def forgetful(on: date) -> tuple[int, Act] | None:
    """Tells late at night, or only when the next day has begun, or not at all."""
    return ((21, tells("no.respectful", 5)), None, (7, tells("yes", 4)))[on.day % 3]


# --- who they are


@dataclass(slots=True)
class Life:
    name: str
    phone: Phone
    persona: Persona
    morning: time
    plan: frozenset[int]
    trips: Mapping[tuple[date, int], str]  # the local day and hour they land, and the city
    zones: list[tuple[datetime, str]] = field(default_factory=list)
    landed: list[tuple[frozenset[date], frozenset[date]]] = field(default_factory=list)  # days before, after
    heard: list[Said[Message]] = field(default_factory=list)
    log: tuple[Attempt, ...] = ()
    bubbles: int = 0

    def local(self, at: datetime) -> datetime:
        """An instant on the clock of where they were then."""
        zone = next((zone for since, zone in reversed(self.zones) if since <= at), self.zones[0][1])
        return at.astimezone(ZoneInfo(zone))

    async def hour(self, now: datetime) -> None:
        local = self.local(now)
        city = self.trips.get((local.date(), local.hour))
        if city and city.replace(" ", "_") not in self.zones[-1][1]:
            await self._land(city, now)
            return
        means = self.persona(local.date())
        if means and means[0] == local.hour and self.waits(await self.phone.log()):
            await means[1](self.phone)

    def waits(self, log: tuple[Attempt, ...]) -> bool:
        """Whether there is something to do or to tell."""
        return bool(log) and log[-1].open

    async def _land(self, city: str, now: datetime) -> None:
        before = await self._attempted()
        await self.phone.say("/settings")
        await self.phone.tap(OpenSettings(Field.ZONE))
        await self.phone.say(city)
        await self.phone.tap(ConfirmZone)
        self.zones.append((now, (await self.phone.record()).person.zone))
        self.landed.append((before, await self._attempted()))

    async def _attempted(self) -> frozenset[date]:
        """The days that count for the run, as the bot sees them here and now."""
        marks = streak.streak(await self.phone.log(), self.local(self.phone.now).date()).marks
        return frozenset(day for day, mark in marks.items() if mark is Mark.ATTEMPTED)


async def meets(stage: Rehearsal, name: str, city: str, life: tuple[Persona, int, str]) -> Life:
    """Give somebody a phone and let them go through the first minutes."""
    persona, morning, days = life
    account = stage.world.add_person(name)
    phone = Phone(stage, account)
    plan = frozenset(map(int, days))
    await phone.say("/start")
    await phone.tap(Consent(gentle=False), OtherZone)
    await phone.say(city)
    await phone.tap(ConfirmZone)
    await phone.say(f"{morning}:00")
    await phone.tap(Sting(Domain.SOCIAL, 6), Sting(Domain.PROFESSIONAL, 6), AddDomain(None))
    await phone.tap(*map(ToggleDay, sorted(plan ^ frozenset(range(5)))), Begin(now=False))
    zone = (await phone.record()).person.zone
    return Life(name, phone, persona, time(morning), plan, {}, [(phone.now, zone)])


TRIPS = {
    (date(2026, 10, 24), 12): "Lisbon",  # eastward
    (date(2026, 10, 28), 12): "New York",  # westward
    (date(2026, 11, 5), 12): "Auckland",  # over the date line, a date is never lived
    (date(2026, 11, 9), 12): "Honolulu",  # back over it, a date is lived twice
    (date(2026, 11, 13), 12): "Auckland",
}


async def live(folder: Path) -> list[Life]:
    """Thirty days through the whole bot over HTTP, hour by hour."""
    async with started(folder, BEGIN) as stage:
        lives = [
            await meets(stage, "Ida", "Berlin", (keen, 8, "0123456")),
            await meets(stage, "Arjun", "Kolkata", (avoidant, 7, "01234")),
            await meets(stage, "Tess", "New York", (forgetful, 8, "0123456")),
        ]
        lives[2].trips = TRIPS
        for hour in range(1, DAYS * 24 + 1):
            await stage.jump(BEGIN + hour * HOUR)
            for life in lives:
                await life.hour(BEGIN + hour * HOUR)
        for life in lives:
            life.heard, life.log = await said(life.phone), await life.phone.log()
            life.bubbles = len(life.phone.bubbles())
    return lives
