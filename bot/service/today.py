"""The challenge of the day: fetch it, take it up, swap it, make it smaller, take the day off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bot.coach import choose, debrief, messages, past, programs, say, sizing, taps, watch, worth
from bot.coach.model import Attempt, Challenge, Domain, Size, State, Why
from bot.coach.talk import About, Idle, With
from bot.service import coursing, enrolling, laddering, planning
from bot.service.circles import backing
from bot.service.visit import Visit
from bot.store import attempts, occasions


async def show(visit: Visit) -> None:
    """/today: the challenge as it stands, or a new one."""
    attempt = await visit.planned_today()
    if attempt is None:
        attempt = await offer_today(visit)
    elif attempt.state in (State.DAY_OFF, State.PAUSED):
        attempt = await visit.keep(replace(attempt, state=State.OFFERED))  # they changed their mind
    if attempt is None:
        await visit.say(messages.Outdated())
        return
    await visit.say(await offer(visit, attempt))
    if attempt.open:
        await planning.plan_evening(visit.unit, visit.person, visit.today, visit.now)


async def offer_today(visit: Visit) -> Attempt | None:
    """Choose and log today's challenge; a morning of the day that is still to come is settled with it."""
    planned = await _is_planned(visit)
    attempt = await visit.add(await _fresh(visit, planned))
    await planning.settle_morning(visit)
    return attempt


async def _is_planned(visit: Visit) -> bool:
    """A day of the plan, not paused: a challenge fetched on another day is an extra and can't be missed."""
    taken = any(attempt.day == visit.today and attempt.planned for attempt in await visit.recent())
    return not taken and visit.today.weekday() in visit.person.days and not await paused(visit)


async def paused(visit: Visit) -> bool:
    pauses = await attempts.pauses(visit.unit, visit.person.id)
    return any(pause.covers(visit.today) for pause in pauses)


async def offer(visit: Visit, attempt: Attempt, late: bool = False) -> messages.Offer:
    """The challenge as it stands, with the theme of their program."""
    theme = programs.theme(visit.person.enrolment, await enrolling.log(visit), visit.today)
    return say.offer(attempt, await visit.course(), visit.today, late, theme)


async def morning(visit: Visit, but: Attempt | None = None) -> worth.Morning:
    """What today's challenge is chosen from. `but` is looked at as if it were not there."""
    recent = await visit.recent()
    lately = visit.today - coursing.LATELY
    undecided = [a for a in recent if a.day > lately and not sizing.decided(a, visit.today)]
    theme = programs.theme(visit.person.enrolment, await enrolling.log(visit), visit.today)
    return worth.Morning(
        await laddering.pool(visit),
        await visit.course(),
        visit.today,
        [attempt for attempt in undecided if but is None or attempt.id != but.id],
        None if theme is None else partial(programs.fits, theme=theme),
        watch.holds(recent, visit.today),
    )


async def forecast(visit: Visit, domain: Domain) -> Why | None:
    """The size of the next ask in a domain; None where they do not practise there any more."""
    here = await morning(visit)
    return choose.forecast(here, domain) if domain in here.course.standings else None


async def _fresh(visit: Visit, planned: bool) -> Attempt:
    pick = choose.pick(await morning(visit), visit.person.gentle, visit.moment.roll)
    return offered(visit, pick, planned)


def offered(visit: Visit, pick: choose.Pick, planned: bool) -> Attempt:
    """An attempt as it is offered today, not logged yet."""
    fresh = Attempt(
        id=0,
        day=visit.today,
        domain=pick.challenge.domain,
        rung=pick.challenge.rung,
        state=State.OFFERED,
        offered_at=visit.now,
        size=pick.size,
        planned=planned,
        why=pick.why,
    )
    return asking(fresh, pick.challenge)


async def resize(visit: Visit, steps: int) -> Attempt | None:
    """Replace today's undecided ask by an easier (-1) or a harder one (+1); None where nothing changed."""
    attempt = await visit.planned_today()
    if attempt is None or not attempt.open or not attempt.chosen:
        return None
    here = await morning(visit, but=attempt)
    if attempt.domain not in here.course.standings:
        return None
    pick = choose.resized(here, attempt, steps, visit.moment.roll)
    if steps * (pick.challenge.rung - attempt.rung) <= 0:
        return None
    return await visit.keep(replace(asking(attempt, pick.challenge), size=Size.FULL, why=pick.why))


def asking(attempt: Attempt, other: Challenge) -> Attempt:
    """Let an attempt be about an ask of the bank, or about one of their own in their words."""
    challenge, own = (None, other.id) if other.own else (other.id, None)
    return replace(attempt, challenge=challenge, own=own, rung=other.rung, context=other.context)


# --- the buttons under it


async def pressed(visit: Visit, tap: taps.Accept | taps.Another | taps.Smaller | taps.DayOff) -> None:
    """One of the four buttons of the morning; on anything but an open challenge it is outdated."""
    attempt = await visit.attempt(tap.attempt)
    if attempt is None or not attempt.open or attempt.facts.outcome is not None:
        await outdated(visit, attempt)
        return
    match tap:
        case taps.Accept():
            await _accept(visit, attempt)
        case taps.Another(left=left) if left == choose.swaps_left(attempt):
            await _another(visit, attempt)
        case taps.Smaller(size=size) if size is attempt.size:
            await _smaller(visit, attempt)
        case taps.Another() | taps.Smaller():  # tapped twice, or on an older screen
            await visit.show(await offer(visit, attempt))
        case taps.DayOff():
            await day_off(visit, attempt)


async def outdated(visit: Visit, attempt: Attempt | None) -> None:
    """The one answer to a button that no longer fits: its message shows how things stand, politely."""
    if attempt is not None and not attempt.open:
        await visit.show(await offer(visit, attempt))
    else:
        await visit.say(messages.Outdated())


async def _accept(visit: Visit, attempt: Attempt) -> None:
    attempt = await visit.keep(replace(attempt, state=State.ACCEPTED))
    await visit.show(await offer(visit, attempt))
    await before(visit, attempt)


async def before(visit: Visit, attempt: Attempt) -> None:
    """Ask the open question of the prediction; when it is through, off they go, or the scene begins."""
    if debrief.before(attempt) is not None:
        await visit.turn(With(attempt.id, About.BEFORE))
    elif attempt.size is Size.IMAGINAL:
        await visit.turn(With(attempt.id, About.IMAGINING))
    else:
        await visit.turn(Idle())
    rehearsed = await _rehearsed(visit, attempt) if attempt.size is Size.IMAGINAL else 0
    shown = say.before(attempt, visit.moment.bank, visit.person.language, rehearsed)
    if isinstance(shown, messages.Ready):
        shown = replace(shown, buddy=await backing.can_ask_before(visit, attempt))
    await visit.show(shown)


async def _rehearsed(visit: Visit, attempt: Attempt) -> int:
    """How often they went through an ask in the imagination before."""
    older, log = await visit.history(attempt)
    return older.rehearsed + past.rehearsals([entry for entry in log if entry.id != attempt.id])


async def _another(visit: Visit, attempt: Attempt) -> None:
    here = attempt.domain in visit.person.sting
    if choose.swaps_left(attempt) == 0 or attempt.ask is None or not attempt.chosen or not here:
        await visit.say(messages.NoSwaps(attempt.id, attempt.size))
        return
    passed = replace(attempt, passed=(*attempt.passed, attempt.ask), state=State.OFFERED)
    passed = await visit.keep(debrief.put_away(passed))
    pick = choose.another(await morning(visit), passed, visit.moment.roll)
    attempt = await visit.keep(replace(asking(passed, pick.challenge), why=pick.why))
    await visit.show(await offer(visit, attempt))


async def _smaller(visit: Visit, attempt: Attempt) -> None:
    attempt = await visit.keep(replace(attempt, size=choose.smaller(attempt.size)))
    await visit.show(await offer(visit, attempt))


async def day_off(visit: Visit, attempt: Attempt) -> None:
    """ "Not today": the day is off, nothing is asked."""
    await visit.keep(replace(attempt, state=State.DAY_OFF))
    await visit.turn(Idle())
    await occasions.drop(visit.unit, visit.person.id, (planning.EVENING,))
    await visit.show(await _off(visit, chosen=True))


async def skip(visit: Visit) -> None:
    """/skip: today off, also before its challenge came."""
    attempt = await visit.planned_today()
    if attempt is None:
        attempt = await offer_today(visit)
    if attempt is not None and attempt.open and attempt.facts.outcome is None:
        await visit.keep(replace(attempt, state=State.DAY_OFF))
        await visit.turn(Idle())
        await occasions.drop(visit.unit, visit.person.id, (planning.EVENING,))
    await visit.say(await _off(visit, chosen=True))


async def _off(visit: Visit, chosen: bool) -> messages.OffToday:
    due = await planning.next_morning(visit.unit, visit.person, visit.now)
    return messages.OffToday(chosen, due.day if due else None, due is not None and tomorrow(visit, due.day))


def tomorrow(visit: Visit, on: date) -> bool:
    return on == visit.today + timedelta(days=1)


# --- only imagined


async def imagine(visit: Visit, tap: taps.Imagine) -> None:
    """Go through the scene, beat by beat, in one message; how strong it is comes before the first."""
    attempt = await visit.attempt(tap.attempt)
    if attempt is None or not attempt.open or tap.beat not in range(3):
        await outdated(visit, attempt)
        return
    if attempt.state is State.OFFERED or attempt.size is not Size.IMAGINAL:
        attempt = await visit.keep(replace(attempt, state=State.ACCEPTED, size=Size.IMAGINAL))
    if tap.beat == 0 and not debrief.begun(attempt):
        await before(visit, attempt)
        return
    await visit.turn(With(attempt.id, About.IMAGINING))
    bank, language = visit.moment.bank, visit.person.language
    await visit.show(say.beat(attempt, tap.beat, bank, language, await _rehearsed(visit, attempt)))
