"""Which keyboards Telegram takes. Returns them as it would store them, refuses the rest in its words."""

from __future__ import annotations

from typing import Any

from bot.playground.markup import utf16
from bot.playground.refusal import Refused, bad

Json = dict[str, Any]

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_DATA = 64
ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
})  # fmt: skip
LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})
STYLES = frozenset({"danger", "success", "primary"})
REQUESTS = frozenset({
    "request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app",
})  # fmt: skip
KEYBOARD = frozenset({
    "keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder",
    "selective",
})  # fmt: skip
SHAPES: dict[str, frozenset[str]] = {
    "inline_keyboard": frozenset({"inline_keyboard"}),
    "keyboard": KEYBOARD,
    "remove_keyboard": frozenset({"remove_keyboard", "selective"}),
    "force_reply": frozenset({"force_reply", "input_field_placeholder", "selective"}),
}


def checked(markup: Json, private: bool) -> Json:
    """Return any reply markup, cleaned; {} for an inline keyboard without buttons."""
    shape = next((name for name in SHAPES if name in markup), None)
    if shape is None:
        raise bad("can't parse reply markup: one of " + ", ".join(SHAPES) + " expected")
    if strange := markup.keys() - SHAPES[shape]:
        raise bad(f"can't parse reply markup: unknown field {min(strange)!r}")
    if shape == "inline_keyboard":
        return inline(markup, private)
    if shape == "keyboard":
        return {**markup, "keyboard": grid(markup["keyboard"], private, keyboard_button)}
    if markup[shape] is not True:
        raise bad(f"can't parse reply markup: field {shape!r} must be true")
    return markup


def inline(markup: Json, private: bool) -> Json:
    """Return an inline keyboard, cleaned; {} without buttons."""
    if markup.keys() != {"inline_keyboard"}:
        raise bad("inline keyboard expected")
    rows = grid(markup["inline_keyboard"], private, inline_button)
    return {"inline_keyboard": rows} if rows else {}


def grid(rows: Any, private: bool, button: Any) -> list[list[Json]]:
    """Check the shape of a keyboard, then each of its buttons. Empty rows vanish."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse reply markup: Field "keyboard" must be an Array of Arrays')
    if any(len(row) > MAX_ROW for row in rows):
        raise bad(f"reply markup is too wide: at most {MAX_ROW} buttons in a row")
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad(f"reply markup is too long: at most {MAX_BUTTONS} buttons")
    return [[button(one, private) for one in row] for row in rows if row]


def unreadable(why: str) -> Refused:
    return bad(f"can't parse inline keyboard button: {why}")


def inline_button(button: Any, private: bool) -> Json:
    label(button, "inline keyboard button")
    actions = button.keys() & ACTIONS
    if strange := button.keys() - ACTIONS - LOOKS:
        raise unreadable(f"unknown field {min(strange)!r}")
    if not actions:
        raise unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise unreadable(f"a button has exactly one action, not {' and '.join(sorted(actions))}")
    action = actions.pop()
    if action in ACTION_CHECKS:
        ACTION_CHECKS[action](button[action], private)
    return dict(button)


def label(button: Any, what: str) -> None:
    if not isinstance(button, dict):
        raise bad(f"can't parse {what}: Object expected")
    if not isinstance(button.get("text"), str):
        raise bad(f'can\'t parse {what}: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad(f"{what} text must be non-empty")
    if button.get("style") not in (None, *STYLES):
        raise bad(f"can't parse {what}: invalid button style specified")


def callback_data(data: Any, private: bool) -> None:
    if not isinstance(data, str):
        raise unreadable('Field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= MAX_DATA:
        raise bad("BUTTON_DATA_INVALID")


def url(address: Any, private: bool) -> None:
    if not isinstance(address, str):
        raise unreadable('Field "url" must be of type String')
    scheme, separator, rest = address.partition("://")
    if not separator or scheme not in ("http", "https", "tg", "ton") or not rest or " " in address:
        raise bad(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")


def web_app(app: Any, private: bool) -> None:
    address = app.get("url") if isinstance(app, dict) else None
    if not isinstance(address, str) or not address.startswith("https://"):
        raise bad(f"inline keyboard button Web App URL '{address}' is invalid: Only HTTPS links are allowed")
    if not private:
        raise bad("BUTTON_TYPE_INVALID")


def copy_text(copy: Any, private: bool) -> None:
    found = copy.get("text") if isinstance(copy, dict) else None
    if not isinstance(found, str) or not 1 <= utf16(found) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


ACTION_CHECKS = {"callback_data": callback_data, "url": url, "web_app": web_app, "copy_text": copy_text}


def keyboard_button(button: Any, private: bool) -> Json:
    """Check a button of a reply keyboard; a bare string is a button too."""
    if isinstance(button, str):
        button = {"text": button}
    label(button, "keyboard button")
    if strange := button.keys() - REQUESTS - LOOKS:
        raise bad(f"can't parse keyboard button: unknown field {min(strange)!r}")
    requests = button.keys() & REQUESTS
    if len(requests) > 1:
        raise bad("can't parse keyboard button: a button requests one thing")
    if requests & {"request_location", "request_contact", "request_poll", "web_app"} and not private:
        raise bad("can't use this type of keyboard button in non-private chats")
    return dict(button)
