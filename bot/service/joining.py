"""The first minutes: /start gets a stranger to a first sized challenge, by buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.coach import day, messages, onboarding, talk, taps, typed
from bot.coach.onboarding import Chosen, Placed, Said
from bot.service import places, planning, today
from bot.service.circles import gathering
from bot.service.visit import Visit
from bot.store import people


async def start(visit: Visit, payload: str = "") -> None:
    """/start: the welcome for a stranger, a hello for somebody who is set up; it never resets anything.

    A payload may lead into a circle.
    """
    invited = await gathering.follow(visit, payload)
    if visit.person.joined is not None:
        if invited:
            return
        await visit.say(messages.Known(visit.person.name))
        return
    if not isinstance(visit.talk, talk.FirstMinutes):
        await visit.turn(talk.Consenting())
    await ask(visit)


async def ask(visit: Visit) -> None:
    """Show the question of the first minutes that is open."""
    state = visit.talk
    if isinstance(state, talk.FirstMinutes):
        await visit.show(await _screen(visit, state))


async def not_yet(visit: Visit) -> None:
    """Something of the day before they are set up: say so, and show the question that is open."""
    await visit.say(messages.NotYet())
    await ask(visit)


async def pressed(visit: Visit, tap: taps.FirstMinutes) -> None:
    state = visit.talk
    if isinstance(tap, taps.Decline) and isinstance(state, talk.Consenting):
        await visit.turn(talk.Idle())
        await visit.show(messages.Declined())
    elif isinstance(tap, taps.ChooseZone | taps.ConfirmZone) and not places.known(tap.zone):
        await visit.say(messages.Outdated())
    elif isinstance(state, talk.FirstMinutes):
        await advance(visit, state, tap)
    else:
        await visit.say(messages.Outdated())


async def said(visit: Visit, state: talk.FirstMinutes, words: str) -> None:
    """Typed words: a city, a time, a number; anything else repeats the question."""
    if isinstance(state, talk.Zoning | talk.CheckingZone):
        await _said_zone(visit, state, words)
    else:
        await advance(visit, state, Said(words))


async def located(visit: Visit, state: talk.FirstMinutes, zone: str) -> None:
    await advance(visit, state, Placed(zone))


async def _said_zone(visit: Visit, state: talk.Zoning | talk.CheckingZone, words: str) -> None:
    zone = places.find(words, visit.person.language)
    if zone is not None:
        await advance(visit, state, Placed(zone))
        return
    at = typed.clock(words)
    zones = places.at_offset(at, visit.now, visit.person.language) if at is not None else ()
    await visit.turn(talk.Zoning(state.gentle, typed=True))
    await visit.say(ask_zone(visit, zones, gentle=False, typed=True, missed=not zones))


async def advance(visit: Visit, state: talk.FirstMinutes, event: onboarding.Event) -> None:
    """Take one step; what does not belong to the state shows its question again."""
    to = onboarding.step(state, event, visit.moment.default_zone)
    if isinstance(to, Chosen):
        await _join(visit, to)
        return
    if isinstance(event, taps.Consent) and to is not None:
        await people.consent(visit.unit, visit.person.id, visit.now)
    await visit.turn(to or state)
    await visit.show(await _screen(visit, to or state, missed=to is None and isinstance(event, Said)))


async def _join(visit: Visit, chosen: Chosen) -> None:
    await visit.turn(talk.Idle())
    await visit.save(
        replace(
            visit.person,
            zone=chosen.zone,
            morning=chosen.morning,
            sting=chosen.sting,
            days=chosen.days,
            gentle=chosen.gentle,
            joined=day.local_day(visit.now, chosen.zone),
        )
    )
    await planning.replan(visit)
    attempt = await today.offer_today(visit) if chosen.now else None
    due = await planning.next_morning(visit.unit, visit.person, visit.now)
    first = due.day if due else visit.today
    tomorrow = today.tomorrow(visit, first)
    await visit.show(messages.Joined(first, visit.person.morning, tomorrow, attempt is not None))
    if attempt is not None:
        await today.show(visit)
    await gathering.let_in(visit)


async def _screen(visit: Visit, state: talk.FirstMinutes, missed: bool = False) -> messages.Message:
    match state:
        case talk.Consenting():
            return messages.Welcome(visit.person.name)
        case talk.Zoning(gentle, by_typing):
            zones = places.zones_for(visit.person.language)
            return ask_zone(visit, zones, gentle, by_typing, missed)
        case talk.CheckingZone(_, zone):
            return messages.CheckZone(choice(zone, visit.now))
        case talk.Waking():
            return messages.AskMorning(missed)
        case talk.Rating(domain=domain):
            return messages.AskSting(domain)
        case talk.Widening(sting=sting):
            return messages.AskDomains(tuple(d for d in onboarding.OPT_IN if d in sting))
        case talk.Planning():
            return await _plan(visit, state)


async def _plan(visit: Visit, state: talk.Planning) -> messages.AskPlan:
    as_chosen = replace(visit.person, zone=state.zone, morning=state.morning, days=state.days)
    due = await planning.next_morning(visit.unit, as_chosen, visit.now)
    now_there = day.local_day(visit.now, state.zone)
    first = due.day if due else now_there
    return messages.AskPlan(state.days, state.morning, (first - now_there).days == 1, first)


# --- zones, also for the settings


def ask_zone(
    visit: Visit,
    zones: tuple[str, ...],
    gentle: bool = False,
    typed: bool = False,
    missed: bool = False,
    first: bool = True,
) -> messages.AskZone:
    choices = tuple(choice(zone, visit.now) for zone in zones)
    return messages.AskZone(choices, gentle, typed, missed, first)


def choice(zone: str, now: datetime) -> messages.ZoneChoice:
    local = day.local_time(now, zone).time().replace(second=0, microsecond=0)
    return messages.ZoneChoice(zone, places.city(zone), local)
