"""One ask for all: a circle's theme of a day, which everybody gets at their own size."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bot.coach import choose, debrief
from bot.coach import day as days
from bot.coach.choose import Pick
from bot.coach.circles import themes
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.circles import ChooseTogether, NoTogether, TogetherSet
from bot.coach.model import Attempt, State
from bot.service import today
from bot.service.circles import carding, links
from bot.service.circles.links import Why
from bot.service.visit import Visit
from bot.store import circles
from bot.store.circles import Record


async def choose_one(visit: Visit, record: Record, theme: CircleTheme | None) -> None:
    """One ask for all today; None shows the themes. Who comes second hears what was chosen."""
    circle = record.circle
    day = days.local_day(visit.now, circle.zone)
    chosen = circle.common(day)
    if chosen is None and theme is None:
        await visit.show(ChooseTogether(circle.id, circle.title))
        return
    if chosen is None:
        await circles.note(visit.unit, circle.id, together=theme, together_on=day)
        await carding.touch(visit.unit, record, visit.now)
    link = links.to(circle, Why.TOGETHER, visit.moment)
    told = chosen or theme
    assert told is not None  # noqa: S101  one of the two is
    await visit.show(TogetherSet(told, circle.title, link, by_another=chosen is not None))


async def mine(visit: Visit, record: Record) -> None:
    """Their own size of what the circle asks together today."""
    theme = record.circle.common(days.local_day(visit.now, record.circle.zone))
    if theme is None or not await take(visit, theme):
        await visit.say(NoTogether(record.circle.title))


async def take(visit: Visit, theme: CircleTheme) -> bool:
    """Make today's ask one of a theme, at their own size; False where nothing fits them."""
    attempt = await visit.planned_today()
    free = attempt is not None and attempt.open and not debrief.begun(attempt)
    if attempt is not None and free and await _is_one(visit, attempt, theme):
        await visit.say(await today.offer(visit, attempt))
        return True
    here = await today.morning(visit, but=attempt if free else None)
    suits = partial(themes.suits, theme)
    pick = choose.of_sort(here, suits, visit.person.gentle, visit.moment.roll)
    if pick is None:
        return False
    taken = await _swap(visit, attempt, pick) if attempt is not None and free else await _extra(visit, pick)
    if taken is not None:
        await visit.say(await today.offer(visit, taken))
    return taken is not None


async def _is_one(visit: Visit, attempt: Attempt, theme: CircleTheme) -> bool:
    known = {challenge.id: challenge for challenge in visit.moment.bank}
    challenge = known.get(attempt.challenge or "")
    return challenge is not None and themes.suits(theme, challenge)


async def _swap(visit: Visit, attempt: Attempt, pick: Pick) -> Attempt:
    fresh = replace(debrief.put_away(attempt), state=State.OFFERED, size=pick.size, why=pick.why)
    domain = pick.challenge.domain
    return await visit.keep(replace(today.asking(fresh, pick.challenge), domain=domain))


async def _extra(visit: Visit, pick: Pick) -> Attempt | None:
    """Today's own is told, or the day was off: this one comes on top and cannot be missed."""
    return await visit.add(today.offered(visit, pick, planned=False))
