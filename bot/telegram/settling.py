"""What follows from the answers to letters, for many in one unit. What an error means is said in `errors`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import logbook
from bot.coach.archive import Archive, Fault
from bot.logbook import Event
from bot.service import archiving
from bot.service.circles import gathering
from bot.store import circles, engine, outbox, people, together
from bot.store.outbox import Letter
from bot.store.states import LetterKind
from bot.store.unit import Unit
from bot.tally import Tally
from bot.telegram.errors import Fate, Verdict
from bot.telegram.limits import Limits

SLOWEST_RETRY = 300.0
LONGEST_WAIT = outbox.FARTHEST.total_seconds()  # in the row; the limits hold a chat for as long as it takes


@dataclass(frozen=True, slots=True)
class Landed:
    """A letter whose request is over: Telegram's number of the message, or a verdict on the error."""

    letter: Letter
    message_id: int | None
    poll_id: str | None = None  # of the poll in it
    brought: Archive | Fault | None = None  # what the file said that it was about
    verdict: Verdict | None = None


class Settling:
    def __init__(
        self, limits: Limits, now: Callable[[], datetime], ticks: Callable[[], float], tally: Tally
    ) -> None:
        self._limits = limits
        self._now = now
        self._ticks = ticks
        self._tally = tally
        self._flooded: dict[int, float] = {}  # people who met a 429 since the last letter arrived; until when

    async def settle(self, unit: Unit, landed: Sequence[Landed]) -> None:
        """Write down what became of letters; those that arrived all at once."""
        for flight in landed:
            if flight.brought is not None and await outbox.unsettled(unit, flight.letter.id):
                await self._take_in(unit, flight.letter, flight.brought)
        arrived = {flight.letter.id: flight.message_id for flight in landed if flight.verdict is None}
        if arrived:
            await outbox.arrived(unit, arrived, self._now())
            unit.on_commit(lambda: self._told(arrived))
        for flight in landed:
            if flight.poll_id is not None:
                await together.poll_arrived(unit, flight.letter.id, flight.poll_id)
            if flight.verdict is None:
                self._flooded.clear()
            else:
                await self._follow(unit, flight.letter, flight.verdict)

    async def _take_in(self, unit: Unit, letter: Letter, brought: Archive | Fault) -> None:
        """A file came. Whatever is wrong with it, it may not keep the other letters from being settled."""
        mark = await unit.begin_part()
        try:
            await archiving.brought(unit, letter.chat_id, brought, self._now())
        except Exception as error:
            if engine.passing(error):
                raise
            logbook.note(Event.FILE_BROKE, error, letter=letter.id)
            await unit.end_part(mark, keep=False)
            await archiving.brought(unit, letter.chat_id, Fault.BROKEN, self._now())

    def _told(self, arrived: Collection[int]) -> None:
        self._tally.letters["sent"] += len(arrived)
        for letter_id in arrived:
            logbook.note(Event.LETTER_SENT, letter=letter_id)

    async def _follow(  # noqa: C901  a flat match over the fates
        self, unit: Unit, letter: Letter, verdict: Verdict
    ) -> None:
        logbook.note(logbook.EVENTS[f"letter.{verdict.fate}"], letter=letter.id, because=verdict.reason)
        self._tally.letters[verdict.fate] += 1
        match verdict.fate:
            case Fate.HARMLESS:
                await outbox.sent(unit, letter.id, letter.edit_of, self._now())
            case Fate.WAIT:
                self._tally.floods += 1
                wait = verdict.retry_after or 1.0
                self._pause(letter.chat_id, self._ticks() + wait)
                await self._again(unit, letter, self._in(min(wait, LONGEST_WAIT)))
            case Fate.UNSENT | Fate.MAYBE_TOKEN:
                await self._again(unit, letter, self._in(min(2.0**letter.tries, SLOWEST_RETRY)))
            case Fate.UNSURE if _repeatable(letter):
                await self._again(unit, letter, self._in(2.0))
            case Fate.UNSURE:
                await outbox.uncertain(unit, letter.id, verdict.reason)
            case Fate.MOVED if letter.edit_of is not None:
                await outbox.failed(unit, letter.id, verdict.reason)
                await gathering.follow_chat(unit, letter.chat_id, verdict.new_chat_id or letter.chat_id)
            case Fate.MOVED:
                await self._again(unit, letter, None)
                await gathering.follow_chat(unit, letter.chat_id, verdict.new_chat_id or letter.chat_id)
            case Fate.GONE | Fate.MUTED:
                await outbox.failed(unit, letter.id, verdict.reason)
                await self._shut_out(unit, letter.chat_id, muted=verdict.fate is Fate.MUTED)
            case Fate.LOST_TARGET:
                await outbox.failed(unit, letter.id, verdict.reason)
                await circles.lost(unit, letter.chat_id, letter.edit_of)
            case Fate.REFUSED:
                await outbox.failed(unit, letter.id, verdict.reason)

    async def _shut_out(self, unit: Unit, chat_id: int, *, muted: bool) -> None:
        """Nothing more goes to a chat that takes nothing."""
        if chat_id > 0:
            await people.block(unit, chat_id, self._now())
        elif muted:
            await gathering.muted(unit, chat_id, self._now())
        else:
            await gathering.removed(unit, chat_id, self._now())

    def _pause(self, chat_id: int, until: float) -> None:
        """Hold a chat after a 429, or everything; Telegram does not tell which of them it is about.

        Two people at once, with nobody reached in between, are no matter of a chat: our own pace keeps below
        what one person may get. Groups are told apart, since other bots use up their allowance, too.
        """
        if chat_id > 0:
            self._flooded[chat_id] = until
        people = sum(ends > self._ticks() for ends in self._flooded.values())
        self._limits.pause(None if people > 1 else chat_id, until)

    async def _again(self, unit: Unit, letter: Letter, not_before: datetime | None) -> None:
        self._tally.retries += 1
        await outbox.again(unit, letter.id, not_before)

    def _in(self, seconds: float) -> datetime:
        return self._now() + timedelta(seconds=seconds)


def _repeatable(letter: Letter) -> bool:
    """What may have been sent goes once more at most, an edit as often as it takes, `once` never."""
    return letter.kind is LetterKind.EDIT or (letter.kind is LetterKind.AGAIN and letter.tries == 0)
