"""The commands of the private chat, and the use case behind each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.coach import messages, talk
from bot.service import (
    account,
    afterwards,
    archiving,
    debriefing,
    joining,
    journaling,
    laddering,
    owning,
    progress,
    today,
    undoing,
)
from bot.service.circles import buddying, choosing
from bot.service.visit import Visit


async def _did(visit: Visit, _: str) -> None:
    attempt = await visit.current()
    if attempt is None:
        await owning.nothing_open(visit, None)
    else:
        await debriefing.did(visit, attempt.id)


async def _skip(visit: Visit) -> None:
    """/skip: the question that is open, else today."""
    if isinstance(visit.talk, talk.With) and await debriefing.skip(visit, visit.talk):
        return
    if isinstance(visit.talk, talk.Titling):
        await afterwards.untitled(visit, visit.talk)
        return
    if await buddying.leave(visit):
        await visit.say(messages.Cancelled(something=True))
        return
    await laddering.leave(visit)
    await today.skip(visit)


async def _cancel(visit: Visit, _: str) -> None:
    something = not isinstance(visit.talk, talk.Idle)
    await visit.turn(talk.Idle())
    await visit.say(messages.Cancelled(something))


async def _help(visit: Visit, _: str) -> None:
    await visit.say(messages.Help())


async def _privacy(visit: Visit, _: str) -> None:
    await visit.say(messages.Privacy())


Answering = Callable[[Visit, str], Awaitable[None]]

ALWAYS: dict[str, Answering] = {
    "start": joining.start,
    "help": _help,
    "privacy": _privacy,
    "delete": lambda visit, _: account.ask_delete(visit),
    "cancel": _cancel,
    "import": lambda visit, _: archiving.ask(visit),
}
JOINED: dict[str, Answering] = {
    "today": lambda visit, _: today.show(visit),
    "did": _did,
    "skip": lambda visit, _: _skip(visit),
    "stats": lambda visit, _: progress.show(visit),
    "journal": lambda visit, _: journaling.show(visit),
    "ladder": lambda visit, _: laddering.open_ladder(visit),
    "easier": lambda visit, _: progress.resize(visit, -1),
    "harder": lambda visit, _: progress.resize(visit, +1),
    "pause": account.ask_pause,
    "stop": account.ask_pause,
    "resume": lambda visit, _: account.resume(visit),
    "undo": lambda visit, _: undoing.undo(visit),
    "export": lambda visit, _: archiving.export(visit),
    "settings": lambda visit, _: account.show_settings(visit),
    "circle": lambda visit, _: choosing.open_circles(visit),
    "join": lambda visit, _: choosing.open_circles(visit),
    "leave": lambda visit, _: choosing.open_circles(visit),
    "buddy": lambda visit, _: buddying.open_buddy(visit),
}


async def answer(visit: Visit, name: str, rest: str) -> None:
    """Answer a command, in whatever state."""
    if name in ALWAYS:
        await ALWAYS[name](visit, rest)
    elif name not in JOINED:
        await visit.say(messages.UnknownCommand())
    elif visit.person.joined is None:
        await joining.not_yet(visit)
    else:
        if name != "skip":  # it skips what is open
            await laddering.leave(visit)
        await JOINED[name](visit, rest)
