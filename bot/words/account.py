"""What belongs to the person: settings, pauses, taking back, privacy, deleting."""

from __future__ import annotations

from datetime import date, time

from bot.coach import messages
from bot.coach.messages import AskSetting, SettingsList
from bot.coach.model import Domain
from bot.coach.taps import Delete, Field, OpenSettings, PauseFor, Resume, SetTo
from bot.words import keys, life, programs
from bot.words.asks import domain_name
from bot.words.screen import Button, Html, Row, Screen, cut, escape, lines, page
from bot.words.speech import Speech

MORNINGS = (time(6, 30), time(7), time(8), time(9), time(12), time(18))
EVENINGS = (time(17, 30), time(18, 30), time(19, 30), time(20), time(20, 30), time(21))
QUIETS = ((time(21), time(7)), (time(22), time(7)), (time(22), time(8)), (time(23), time(9)))


def settings_list(message: SettingsList, say: Speech) -> Screen:
    return page(
        say("✓ Saved.") if message.saved is not None else None,
        say("<b>Settings</b>"),
        lines(_as_it_stands(message, say), life.named(message.life, say)),
        _quieted(message, say) if message.quieted else None,
        _next(message, say),
        rows=_fields(message, say),
    )


def _as_it_stands(message: SettingsList, say: Speech) -> Html:
    return lines(
        say("{city}, {clock} now", city=escape(cut(message.city, 60)), clock=say.clock(message.local)),
        say("Morning ask: {clock}", clock=say.clock(message.morning)),
        say("Evening reminder: {clock}", clock=say.clock(message.evening))
        if message.nudges
        else say("Evening reminder: off"),
        say("Quiet hours: {quiet}", quiet=_span(message.quiet_from, message.quiet_to, say)),
        say("Days: {days}", days=_days(message.days, say)),
        say("Practising in: {domains}",
            domains=say.enumerate(domain_name(domain, say) for domain in message.domains)),
        say("Gentle start, imagination first: {state}", state=say("on") if message.gentle else say("off")),
        say("Program: {program}", program=programs.program_name(message.program, say)),
    )  # fmt: skip


def _span(start: time, end: time, say: Speech) -> Html:
    if start == end:
        return say("none")
    return Html(f"{say.clock(start)}–{say.clock(end)}")


def _days(days: frozenset[int], say: Speech) -> Html:
    return say.enumerate(say.short_weekday(day) for day in sorted(days)) if days else say("none")


def _quieted(message: SettingsList, say: Speech) -> Html:
    return say(
        "The morning lies in your quiet hours, so the ask waits until {clock}.",
        clock=say.clock(message.quiet_to),
    )


def _next(message: SettingsList, say: Speech) -> Html | None:
    if message.next_at is None:
        return None
    when = message.next_at
    return say("Next ask: {day}, {clock}", day=say.day(when.date()), clock=say.clock(when.time()))


def _fields(message: SettingsList, say: Speech) -> tuple[Row, ...]:
    opened = {
        Field.ZONE: say("Time zone"),
        Field.MORNING: say("Morning"),
        Field.EVENING: say("Evening"),
        Field.QUIET: say("Quiet hours"),
        Field.DAYS: say("Days"),
        Field.DOMAINS: say("Where to practise"),
        Field.PROGRAM: say("Program"),
    }
    return (
        *keys.grid((Button(label, OpenSettings(field)) for field, label in opened.items()), 2),
        (_switch(Field.NUDGES, say("Evening reminder"), message.nudges, say),),
        (_switch(Field.GENTLE, say("Gentle start"), message.gentle, say),),
        (Button(say("What fits my life"), OpenSettings(Field.LIFE)),),
    )


def _switch(field: Field, label: Html, on: bool, say: Speech) -> Button:
    """A switch says what a tap would do."""
    if on:
        return Button(say("{label}: turn off", label=label), SetTo(field, "off"))
    return Button(say("{label}: turn on", label=label), SetTo(field, "on"))


def ask_setting(message: AskSetting, say: Speech) -> Screen:
    return page(
        say("I couldn't read that.") if message.missed else None,
        _question(message, say),
        rows=(*_choices(message, say), keys.back(say)),
    )


def _question(message: AskSetting, say: Speech) -> Html:
    match message.field:
        case Field.MORNING:
            return say("When is a good moment for your daily ask? Pick one, or type a time like 7:15.")
        case Field.EVENING:
            return say(
                "When may I remind you, if the day is still open? One gentle word. A typed time is fine too."
            )
        case Field.QUIET:
            return say("When do I keep quiet? Pick one, or type it like 22:30-6:45.")
        case Field.DAYS:
            return say("Which days do I come? Five is a full week.")
        case Field.DOMAINS:
            return say("Where do you want to practise?")
        case Field.LIFE:
            return life.question(message, say)
        case Field.ZONE | Field.NUDGES | Field.GENTLE | Field.PROGRAM:
            return say("Tap to change.")


def _choices(message: AskSetting, say: Speech) -> tuple[Row, ...]:  # noqa: C901  a flat match over all
    match message.field:
        case Field.MORNING:
            return keys.clocks(MORNINGS, say, lambda at: SetTo(Field.MORNING, f"{at:%H:%M}"))
        case Field.EVENING:
            return keys.clocks(EVENINGS, say, lambda at: SetTo(Field.EVENING, f"{at:%H:%M}"))
        case Field.QUIET:
            return _quiets(say)
        case Field.DAYS:
            return _toggles_of_days(message.days, say)
        case Field.DOMAINS:
            return _toggles_of_domains(message.domains, say)
        case Field.LIFE:
            return life.toggles(message, say)
        case Field.ZONE | Field.PROGRAM:
            return ()
        case Field.NUDGES | Field.GENTLE:
            switch = SetTo(message.field, "on"), SetTo(message.field, "off")
            return ((Button(say("Turn on"), switch[0]), Button(say("Turn off"), switch[1])),)


def _quiets(say: Speech) -> tuple[Row, ...]:
    spans = (
        Button(_span(start, end, say), SetTo(Field.QUIET, f"{start:%H:%M}-{end:%H:%M}"))
        for start, end in QUIETS
    )
    return (*keys.grid(spans, 2), (Button(say("No quiet hours"), SetTo(Field.QUIET, "none")),))


def _toggles_of_days(days: frozenset[int], say: Speech) -> tuple[Row, ...]:
    return (
        *keys.days(days, say, lambda day: SetTo(Field.DAYS, str(day))),
        (
            Button(say("Weekdays"), SetTo(Field.DAYS, "weekdays")),
            Button(say("Every day"), SetTo(Field.DAYS, "all")),
        ),
    )


def _toggles_of_domains(chosen: tuple[Domain, ...], say: Speech) -> tuple[Row, ...]:
    buttons = (
        Button(keys.ticked(domain_name(domain, say), domain in chosen), SetTo(Field.DOMAINS, domain.value))
        for domain in Domain
    )
    return keys.grid(buttons, 2)


def ask_pause(message: messages.AskPause, say: Speech) -> Screen:
    running = message.running
    lengths = (
        (1, say("Just today")),
        (3, say("3 days")),
        (7, say("A week")),
        (14, say("Two weeks")),
        (0, say("Until I come back")),
    )
    rows = keys.grid((Button(label, PauseFor(days)) for days, label in lengths), 2)
    resume: tuple[Row, ...] = ((Button(say("Go on now"), Resume()),),) if running else ()
    return page(
        _paused(running.until, say) if running else None,
        say("How long would you like off, from today? Nothing runs out meanwhile."),
        rows=(*resume, *rows),
    )


def _paused(until: date | None, say: Speech) -> Html:
    if until is None:
        return say("You're on a pause until you come back.")
    return say("You're on a pause. {day} is its last day.", day=say.day(until))


def paused(message: messages.Paused, say: Speech) -> Screen:
    return page(
        _paused(message.until, say),
        say("I'll be quiet until then. /resume ends it any time."),
    )


def resumed(message: messages.Resumed, say: Speech) -> Screen:
    begin = (
        say("Welcome back.")
        if message.was_paused
        else say("You weren't on a pause, so all goes on as it was.")
    )
    return page(begin, coming(message.next_day, message.morning, say))


def coming(day: date | None, at: time, say: Speech) -> Html:
    """When the next ask comes by itself."""
    if day is None:
        return say("No days are planned yet; /settings has them, and /today brings an ask at once.")
    return say("The next ask comes on {day} at {clock}. /today brings one sooner.",
               day=say.day(day), clock=say.clock(at))  # fmt: skip


def undone(message: messages.Undone, say: Speech) -> Screen:
    return page(say("Taken back."))


def nothing_to_undo(message: messages.NothingToUndo, say: Speech) -> Screen:
    return page(say("There's no answer to take back right now."))


def privacy(message: messages.Privacy, say: Speech) -> Screen:
    return page(
        say(
            "<b>What I keep</b>, on this bot's own server: your first name and language, your settings, your "
            "asks, how you rated them, and what you answered about them. "
            "Of a voice note only Telegram's reference to it. "
            "Over everybody, without names, I count how often each kind of ask brings a yes, and how hard "
            "people find each ask of mine."
        ),
        say(
            "<b>In a circle</b>: that you're in it, what it may see of you, the lines you let it read, "
            "who was whose buddy and who'd rather not; for some weeks also claps, votes and proposals. "
            "The group sees what you chose, and may remember it; your buddy hears that you asked, if the "
            "group may. If you share answers, Sunday's numbers count your guesses and hard asks in with "
            "others', unnamed. A word to a buddy passes through, and is gone from here after 7 days. "
            "Of the group itself I keep its title and who added me."
        ),
        say(
            "<b>What I never keep</b>: where you are. A shared location becomes a time zone and is dropped. "
            "And what you write never goes into a log or to an AI, and to nobody else, but for what you send "
            "to a circle or a buddy yourself."
        ),
        say(
            "What I can't promise: chats with bots pass through Telegram, and whoever runs this server "
            "could open its database."
        ),
        say(
            "/export gives you all of it as a file, which I don't keep. What's in a file you send for "
            "/import waits here for your yes, about a day at most. "
            "/delete erases everything, after one question."
        ),
    )


def delete_check(message: messages.DeleteCheck, say: Speech) -> Screen:
    return page(
        say(
            "Erase everything: your settings, all your asks, all you wrote? "
            "Only a file that /export made could bring it back."
        ),
        rows=(
            (Button(say("Keep it all"), Delete(sure=False)),),
            (Button(say("Yes, erase everything"), Delete(sure=True)),),
        ),
    )


def deleted(message: messages.Deleted, say: Speech) -> Screen:
    return page(
        say(
            "Everything is erased. It was good to have you. If you ever come back, /start begins afresh, or "
            "goes on from a file of /export."
        )
    )


def kept(message: messages.Kept, say: Speech) -> Screen:
    return page(say("Nothing was erased. It's all still here."))
