"""Words of care: at most one a day and none twice a week, for what was written, told, or begun again.

Which one fits is the coach's `watch` to say; here it is looked up what was said lately, and marked.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.coach import messages, watch
from bot.coach.model import Attempt
from bot.coach.watch import Care, Said
from bot.service.visit import Visit
from bot.store import occasions
from bot.store.states import LetterKind, OccasionKind

# what a mark is about, in the store: never renumber
_NUMBERS = {
    Care.LIGHTNESS: 1,
    Care.KINDNESS: 2,
    Care.EMPATHY: 3,
    Care.SMALLER: 4,
    Care.REST: 5,
    Care.PEOPLE: 6,
    Care.TRUST: 7,
}
_CARES = {number: care for care, number in _NUMBERS.items()}


async def overheard(visit: Visit, words: str) -> None:
    """Answer words that are hard on the one who writes them, before anything else is said."""
    sound = watch.heard(words, visit.person.language)
    if sound in watch.TO_WORDS:
        await _say(visit, watch.TO_WORDS[sound])


async def after(visit: Visit, attempt: Attempt) -> bool:
    """After a debrief's card: the word that fits what the log shows, if there is one."""
    fitting = watch.after(await visit.recent(), attempt, visit.today, visit.person.language)
    return await _say(visit, fitting)


async def another(visit: Visit) -> None:
    """One more ask of the same day begins: a word for rest where there were many, and nothing forbidden."""
    if watch.many(await visit.recent(), visit.today):
        await _say(visit, (Care.REST,))


async def _say(visit: Visit, fitting: Iterable[Care]) -> bool:
    """Say the first that may be said, and mark it."""
    fitting = tuple(fitting)
    care = watch.due(fitting, await _said(visit), visit.today) if fitting else None
    if care is None:
        return False
    person = visit.person.id
    await occasions.mark(visit.unit, person, OccasionKind.CARE, visit.today, visit.now, _NUMBERS[care])
    await visit.say(messages.CareWord(care), kind=LetterKind.ONCE)
    return True


async def _said(visit: Visit) -> tuple[Said, ...]:
    since = visit.today - watch.WEEK
    marks = await occasions.marks(visit.unit, visit.person.id, OccasionKind.CARE, since)
    return tuple(Said(_CARES[about], day) for about, day in marks if about in _CARES)
