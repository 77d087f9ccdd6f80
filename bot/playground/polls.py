"""Polls: what may be asked, and closing one."""

from __future__ import annotations

from typing import Any

from bot.playground import keyboards
from bot.playground.crowd import named
from bot.playground.editing import own_message
from bot.playground.ground import Json
from bot.playground.markup import utf16
from bot.playground.refusal import bad
from bot.playground.sending import delivered, writable
from bot.playground.world import World

Params = dict[str, Any]

MAX_OPTIONS = 12
MAX_QUESTION = 300
MAX_OPTION = 100


def send_poll(world: World, params: Params) -> Json:
    question = params["question"].strip()
    if not 1 <= utf16(question) <= MAX_QUESTION:
        raise bad(
            "poll question must be non-empty" if not question else "poll question length must not exceed 300"
        )
    options = options_of(params["options"])
    chat = writable(world, params, "polls")
    if chat.type == "channel" and params.get("is_anonymous") is False:
        raise bad("non-anonymous polls can't be sent to channel chats")
    poll = poll_of(str(6_000_000_000 + len(world.polls)), question, options, params)
    message = delivered(world, chat, params, poll=poll)
    world.polls[poll["id"]] = (chat.id, message["message_id"])
    world.votes[poll["id"]] = {}
    return message


def poll_of(poll_id: str, question: str, options: list[str], params: Params) -> Json:
    if params.get("type", "regular") != "regular":
        raise bad("the playground plays regular polls only")
    return {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": f"{poll_id}-{at}", "text": text, "voter_count": 0}
            for at, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": "regular",
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", True),
        "members_only": params.get("members_only", False),
    }


def options_of(options: list[Any]) -> list[str]:
    """Return the texts of 1-12 options, given as strings or as InputPollOption."""
    if not options:
        raise bad("poll must have at least 1 option")
    if len(options) > MAX_OPTIONS:
        raise bad(f"poll can't have more than {MAX_OPTIONS} options")
    return [option_text(option) for option in options]


def option_text(option: Any) -> str:
    found = option.get("text") if isinstance(option, dict) else option
    if not isinstance(found, str):
        raise bad("can't parse poll option: String or Object with a text expected")
    if not 1 <= utf16(found.strip()) <= MAX_OPTION:
        raise bad(
            "poll options must be non-empty"
            if not found.strip()
            else "poll options length must not exceed 100"
        )
    return found.strip()


def stop_poll(world: World, params: Params) -> Json:
    chat, message = own_message(world, params)
    poll = message.get("poll")
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    markup = keyboards.inline(params.get("reply_markup") or {"inline_keyboard": []}, chat.type == "private")
    kept = {key: value for key, value in message.items() if key != "reply_markup"}
    closed = {**poll, "is_closed": True}
    world.replace(chat, {**kept, "poll": closed, **named("reply_markup", markup)})
    world.tell_bot("poll", closed)
    return closed
