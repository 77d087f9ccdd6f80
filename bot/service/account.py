"""What a person decides about the whole: settings, pause, hold, erasing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.coach import day, life, messages, preferences, talk, taps, typed
from bot.coach.enrolment import Program
from bot.coach.model import Domain, Life, Pause, State
from bot.coach.taps import Field
from bot.service import enrolling, joining, places, planning, today
from bot.service.circles import gathering
from bot.service.visit import Visit
from bot.store import account, attempts, occasions, outbox, people

LONGEST_PAUSE = 365


async def pressed(visit: Visit, tap: taps.OfAccount) -> None:  # noqa: C901  a flat match over the taps
    match tap:
        case taps.OpenSettings(field):
            await (show_settings(visit) if field is None else open_setting(visit, field))
        case taps.SetTo(field, value):
            await set_to(visit, field, value)
        case taps.Enrol():
            await enrolling.pressed(visit, tap)
        case taps.PauseFor(days) if days in range(LONGEST_PAUSE + 1):
            await pause(visit, days)
        case taps.PauseFor():
            await visit.say(messages.Outdated())
        case taps.Resume():
            await resume(visit)
        case taps.GoOn():
            await go_on(visit)
        case taps.Delete(sure):
            await delete(visit, sure)


# --- settings


async def show_settings(visit: Visit, saved: Field | None = None) -> None:
    person = visit.person
    due = await planning.next_morning(visit.unit, person, visit.now)
    await visit.turn(talk.Idle())
    await visit.show(
        messages.SettingsList(
            person.zone,
            places.city(person.zone),
            joining.choice(person.zone, visit.now).local,
            person.morning,
            person.evening,
            person.quiet_from,
            person.quiet_to,
            person.days,
            person.domains,
            person.nudges,
            person.gentle,
            day.local_time(due.at, person.zone) if due else None,
            saved,
            preferences.morning(person) != person.morning,
            person.life,
            person.enrolment.program if person.enrolment else Program.OPEN,
        )
    )


async def open_setting(visit: Visit, field: Field, missed: bool = False) -> None:
    """Ask for one setting, by button or typed."""
    if field is Field.PROGRAM:
        await enrolling.ask(visit)
        return
    await visit.turn(talk.Setting(field))
    if field is Field.ZONE:
        zones = places.zones_for(visit.person.language)
        await visit.show(joining.ask_zone(visit, zones, typed=True, missed=missed, first=False))
    else:
        person, ignored = visit.person, _ignored(visit) if field is Field.LIFE else ()
        asked = messages.AskSetting(field, person.days, person.domains, missed, person.life, ignored)
        await visit.show(asked)


def _ignored(visit: Visit) -> tuple[tuple[Domain, Life], ...]:
    """Where, of all that they practise, it would leave too few asks."""
    found = life.fitting(visit.moment.bank, visit.person.life).ignored
    return tuple((domain, said) for domain, said in found if domain in visit.person.sting)


async def set_to(visit: Visit, field: Field, value: str) -> None:
    """Change one setting; the next occasion follows it at once."""
    changed = preferences.change(visit.person, field, value)
    if changed is None or (field is Field.ZONE and not places.known(value)):
        await open_setting(visit, field, missed=True)
        return
    await visit.save(changed)
    await planning.replan(visit)
    if field in (Field.DAYS, Field.DOMAINS, Field.LIFE):
        await open_setting(visit, field)  # toggles: they may want another one
    else:
        await show_settings(visit, saved=field)


async def said(visit: Visit, field: Field, words: str) -> None:
    """A typed setting."""
    if field is not Field.ZONE:
        await set_to(visit, field, words)
        return
    zone = places.find(words, visit.person.language)
    at = typed.clock(words)
    if zone is not None:
        await check_zone(visit, zone)
    elif at is not None:
        zones = places.at_offset(at, visit.now, visit.person.language)
        await visit.say(joining.ask_zone(visit, zones, typed=True, missed=not zones, first=False))
    else:
        await open_setting(visit, field, missed=True)


async def check_zone(visit: Visit, zone: str) -> None:
    """ "It is 08:42 for you, right?" before it is saved."""
    await visit.turn(talk.Setting(Field.ZONE))
    await visit.show(messages.CheckZone(joining.choice(zone, visit.now), first=False))


async def zone_pressed(visit: Visit, tap: taps.ChooseZone | taps.ConfirmZone | taps.OtherZone) -> None:
    """The buttons of the zone question, while a setting is changed."""
    if isinstance(tap, taps.OtherZone):
        await open_setting(visit, Field.ZONE)
    elif not places.known(tap.zone):
        await visit.say(messages.Outdated())
    elif isinstance(tap, taps.ChooseZone):
        await check_zone(visit, tap.zone)
    else:
        await set_to(visit, Field.ZONE, tap.zone)


# --- pause


async def ask_pause(visit: Visit, rest: str) -> None:
    """/pause, or /pause 7."""
    if rest.strip().isdecimal() and 0 < int(rest) <= LONGEST_PAUSE:
        await pause(visit, int(rest))
        return
    pauses = await attempts.pauses(visit.unit, visit.person.id)
    await visit.say(messages.AskPause(next((p for p in pauses if p.covers(visit.today)), None)))


async def pause(visit: Visit, days: int) -> None:
    """Days off from today; 0 lasts until they come back. What is open today is let go without blame."""
    await attempts.end_pause(visit.unit, visit.person.id, visit.today - timedelta(days=1))
    until = visit.today + timedelta(days=days - 1) if days else None
    await attempts.add_pause(visit.unit, visit.person.id, Pause(visit.today, until))
    await let_go(visit)
    await planning.replan(visit)
    await visit.turn(talk.Idle())
    await visit.show(messages.Paused(until))


async def let_go(visit: Visit) -> None:
    """Let the undecided challenge of today go."""
    attempt = await visit.planned_today()
    if attempt is not None and attempt.open and attempt.facts.outcome is None:
        await visit.keep(replace(attempt, state=State.PAUSED))


async def resume(visit: Visit) -> None:
    """/resume: challenges come again from the next planned day on."""
    was_paused = await today.paused(visit)
    await attempts.end_pause(visit.unit, visit.person.id, visit.today - timedelta(days=1))
    await planning.replan(visit)
    due = await planning.next_morning(visit.unit, visit.person, visit.now)
    await visit.show(messages.Resumed(was_paused, due.day if due else None, visit.person.morning))


# --- hold


async def hold(visit: Visit, acute: bool) -> None:
    """Words of crisis: coaching stops, help lines are shown, nothing is sent first until they go on."""
    if acute:
        await people.hold(visit.unit, visit.person.id, visit.now)
        await occasions.drop(visit.unit, visit.person.id)
        if not isinstance(visit.talk, talk.FirstMinutes):  # those go on where they were
            await visit.turn(talk.Idle())
    await visit.say(messages.InCrisis(acute, visit.person.zone))


async def go_on(visit: Visit) -> None:
    """The person chooses to go on practising."""
    await people.hold(visit.unit, visit.person.id, None)
    visit.record = replace(visit.record, held_at=None)
    if visit.person.joined is None:
        await joining.start(visit)
        return
    await planning.replan(visit)
    due = await planning.next_morning(visit.unit, visit.person, visit.now)
    await visit.say(messages.WelcomeBack(due.day if due else None, visit.person.morning))


# --- erasing


async def ask_delete(visit: Visit) -> None:
    await visit.turn(talk.Deleting())
    await visit.say(messages.DeleteCheck())


async def delete(visit: Visit, sure: bool) -> None:
    """Erase everything of this person after the one confirmation."""
    if not isinstance(visit.talk, talk.Deleting):
        await visit.say(messages.Outdated())
        return
    await visit.turn(talk.Idle())
    if not sure:
        await visit.show(messages.Kept())
        return
    await gathering.erase(visit)
    await account.erase(visit.unit, visit.person.id)
    await outbox.put(visit.unit, visit.record.chat_id, messages.Deleted(), now=visit.now)
    visit.erased = True
