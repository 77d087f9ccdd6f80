"""One visit: a person, the moment, and the unit of work that everything of this update is saved in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import get_args

from bot.coach import day, past, sizing, talk
from bot.coach.messages import Message
from bot.coach.model import Attempt, Challenge, Person, Stakes, State
from bot.coach.past import Past
from bot.coach.sizing import Course
from bot.coach.talk import Talk
from bot.service import coursing
from bot.store import attempts, courses, outbox, people
from bot.store import ladder as ladder_store
from bot.store.codec import Codec
from bot.store.courses import Snapshot
from bot.store.ladder import Kept
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
    edition: str = ""  # of the bank: what was folded with another one is folded again
    username: str = ""  # of the bot, for links that lead to it


@dataclass(slots=True)
class Visit:
    unit: Unit
    record: Record
    moment: Moment
    pressed: int | None = None  # the message whose button was pressed; what is shown first takes its place
    erased: bool = False
    stirred: bool = False  # the log changed: what circles see of them may have, too
    _snapshot: Snapshot | None = field(default=None, repr=False)
    _log: tuple[Attempt, ...] | None = field(default=None, repr=False)
    _recent: tuple[Attempt, ...] | None = field(default=None, repr=False)
    _course: Course | None = field(default=None, repr=False)
    _ladder: Kept | None = field(default=None, repr=False)

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
        self._forget()  # their domains, or what day it is

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
        """The whole log; its cost grows with the history. See `recent` and `history`."""
        if self._log is None:
            self._log = await attempts.log(self.unit, self.person.id)
        return self._log

    async def recent(self) -> tuple[Attempt, ...]:
        """The last weeks of the log: two at least, and all that no snapshot has in it."""
        if self._recent is None:
            terms = coursing.terms(self.person.sting, self.moment.edition)
            self._snapshot = await courses.get(self.unit, self.person.id, terms)
            behind = self._snapshot.upto + timedelta(days=1) if self._snapshot else date.min
            self._recent = await self._since(min(behind, self.today - coursing.LATELY))
            self._log = self._log if self._snapshot else self._recent
        return self._recent

    async def _since(self, first: date) -> tuple[Attempt, ...]:
        if self._log is None:
            return await attempts.log(self.unit, self.person.id, first)
        return tuple(attempt for attempt in self._log if attempt.day >= first)

    async def history(self, about: Attempt | None = None) -> tuple[Past, tuple[Attempt, ...]]:
        """What the older part of the log comes to, and the rest of it.

        `about`: an attempt that is looked at by itself; where it is of the older part, nothing is folded.
        """
        recent, kept = await self.recent(), self._snapshot
        if kept is None or (about is not None and about.day <= kept.upto):
            return Past(), await self.log()
        return kept.past, tuple(attempt for attempt in recent if attempt.day > kept.upto)

    async def attempt(self, attempt_id: int) -> Attempt | None:
        recent = await self.recent()
        found = next((attempt for attempt in recent if attempt.id == attempt_id), None)
        return found or await attempts.get(self.unit, attempt_id, self.person.id)

    async def keep(self, attempt: Attempt) -> Attempt:
        """Save an attempt that changed."""
        await attempts.save(self.unit, self.person.id, attempt)
        self._changed(attempt, lambda log: tuple(attempt if old.id == attempt.id else old for old in log))
        return attempt

    async def add(self, attempt: Attempt) -> Attempt | None:
        """Add an attempt; None where that day has its planned one already."""
        added = await attempts.add(self.unit, self.person.id, attempt)
        if added is not None:
            course = self._course
            self._changed(added, lambda log: (*log, added))
            if not sizing.decided(added, self.today):
                self._course = course  # what is open counts for nothing yet
        return added

    def _changed(
        self, attempt: Attempt, change: Callable[[tuple[Attempt, ...]], tuple[Attempt, ...]]
    ) -> None:
        self._log = None if self._log is None else change(self._log)
        self._recent = None if self._recent is None else change(self._recent)
        self._course = None
        self.stirred = True
        if self._snapshot is not None and attempt.day <= self._snapshot.upto:
            self._forget()  # the store has dropped it

    async def course(self) -> Course:
        """What the log says of the next size."""
        if self._course is None:
            bank, edition = self.moment.bank, self.moment.edition
            recent, kept = await self.recent(), await self.ladder()
            source = coursing.Source(self.person, bank, edition, kept, self._snapshot, recent)
            self._course = await coursing.course(self.unit, source, self.today)
        return self._course

    async def ladder(self) -> Kept:
        """What they rated, and their own asks."""
        if self._ladder is None:
            self._ladder = await ladder_store.kept(self.unit, self.person.id)
        return self._ladder

    def resized(self) -> None:
        """Something beside the log changed what it comes to: a wish, a rating."""
        self._forget()

    def restored(self) -> None:
        """The log has entries that it did not have."""
        self._log = None
        self._forget()
        self.stirred = True

    def _forget(self) -> None:
        """Read anew what the course is made of."""
        self._course = self._snapshot = self._recent = self._ladder = None

    async def planned_today(self) -> Attempt | None:
        """The challenge of today, whatever became of it."""
        log = await self.recent()
        return next((a for a in reversed(log) if a.day == self.today and (a.planned or a.chosen)), None)

    async def current(self) -> Attempt | None:
        """What a story is about: the attempt being talked about, else an open one, else a pending answer."""
        talking = self.talk
        if isinstance(talking, talk.With):
            attempt = await self.attempt(talking.attempt)
            # a done one is talked about where it was opened again, by a correction or the answer that came
            if attempt is not None and (attempt.state is not State.DONE or talking.about is talk.About.AFTER):
                return attempt
        older, log = await self.history()
        still_open = [a for a in log if a.open and (self.today - a.day).days <= 3]
        if still_open:
            return still_open[-1]
        pending = past.pending(older, log)
        return None if pending is None else await self.attempt(pending)

    def stakes(self, attempt: Attempt) -> Stakes:
        """Asks of their own matter to them."""
        known = {challenge.id: challenge.stakes for challenge in self.moment.bank}
        return known.get(attempt.challenge or "", Stakes.MEANINGFUL)
