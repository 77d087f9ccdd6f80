"""One visit: a person, the moment, and the unit of work that everything of this update is saved in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import get_args

from bot.coach import day, sizing, streak, talk
from bot.coach.messages import Message
from bot.coach.model import Attempt, Challenge, Outcome, Person, Stakes, State
from bot.coach.sizing import Course
from bot.coach.talk import Talk
from bot.store import attempts, outbox, people
from bot.store.codec import Codec
from bot.store.people import Record
from bot.store.states import LetterKind
from bot.store.unit import Unit

TALKS: Codec[Talk] = Codec(get_args(Talk))


@dataclass(frozen=True, slots=True)
class Moment:
    """What a use case is given from outside: the instant, a roll in [0, 1), the bank, a fallback zone."""

    now: datetime
    roll: float
    bank: Sequence[Challenge]
    default_zone: str = "UTC"


@dataclass(slots=True)
class Visit:
    unit: Unit
    record: Record
    moment: Moment
    pressed: int | None = None  # the message whose button was pressed; what is shown first takes its place
    erased: bool = False
    _log: tuple[Attempt, ...] | None = field(default=None, repr=False)

    @property
    def person(self) -> Person:
        return self.record.person

    @property
    def now(self) -> datetime:
        return self.moment.now

    @property
    def today(self) -> date:
        return day.local_day(self.now, self.person.zone)

    @property
    def talk(self) -> Talk:
        """What they are in the middle of; one from another version of the bot starts over politely."""
        known = TALKS.decode(self.record.talk) if self.record.talk else None
        return known or talk.Idle()

    async def turn(self, to: Talk) -> None:
        """Change what they are in the middle of."""
        stored = None if isinstance(to, talk.Idle) else TALKS.encode(to)
        await people.set_talk(self.unit, self.person.id, stored)
        self.record = replace(self.record, talk=stored)

    async def save(self, person: Person) -> None:
        await people.save(self.unit, person)
        self.record = replace(self.record, person=person)

    async def say(self, message: Message, kind: LetterKind = LetterKind.AGAIN) -> None:
        """Queue a message of its own."""
        await outbox.put(
            self.unit, self.record.chat_id, message, now=self.now, person_id=self.person.id, kind=kind
        )

    async def show(self, message: Message, kind: LetterKind = LetterKind.AGAIN) -> None:
        """Queue a message in place of the one whose button was pressed, if one was."""
        if self.pressed is None:
            await self.say(message, kind)
            return
        await outbox.put(
            self.unit,
            self.record.chat_id,
            message,
            now=self.now,
            person_id=self.person.id,
            kind=LetterKind.EDIT,
            edit_of=self.pressed,
        )
        self.pressed = None

    # --- the log

    async def log(self) -> tuple[Attempt, ...]:
        if self._log is None:
            self._log = await attempts.log(self.unit, self.person.id)
        return self._log

    async def attempt(self, attempt_id: int) -> Attempt | None:
        return next((attempt for attempt in await self.log() if attempt.id == attempt_id), None)

    async def keep(self, attempt: Attempt) -> Attempt:
        """Save an attempt that changed."""
        await attempts.save(self.unit, self.person.id, attempt)
        self._log = tuple(attempt if old.id == attempt.id else old for old in await self.log())
        return attempt

    async def add(self, attempt: Attempt) -> Attempt | None:
        """Add an attempt; None where that day has its planned one already."""
        added = await attempts.add(self.unit, self.person.id, attempt)
        if added is not None:
            self._log = (*await self.log(), added) if self._log is not None else None
        return added

    async def course(self) -> Course:
        wishes = await attempts.wishes(self.unit, self.person.id)
        return sizing.course(await self.log(), wishes, self.person.sting, self.today)

    async def streak(self) -> streak.Streak:
        return streak.streak(await self.log(), self.today)

    async def planned_today(self) -> Attempt | None:
        """The challenge of today, whatever became of it."""
        log = await self.log()
        return next((a for a in reversed(log) if a.day == self.today and (a.planned or a.chosen)), None)

    async def current(self) -> Attempt | None:
        """What a story is about: the attempt being talked about, else an open one, else a pending answer."""
        log, talking = await self.log(), self.talk
        if isinstance(talking, talk.With):
            attempt = await self.attempt(talking.attempt)
            # a done one is talked about where it was opened again, by a correction or the answer that came
            if attempt is not None and (attempt.state is not State.DONE or talking.about is talk.About.AFTER):
                return attempt
        still_open = [a for a in log if a.open and (self.today - a.day).days <= 3]
        pending = [a for a in log if a.facts.outcome is Outcome.PENDING]
        return (pending + still_open)[-1] if pending or still_open else None

    def stakes(self, attempt: Attempt) -> Stakes:
        """Asks of their own matter to them."""
        known = {challenge.id: challenge.stakes for challenge in self.moment.bank}
        return known.get(attempt.challenge or "", Stakes.MEANINGFUL)
