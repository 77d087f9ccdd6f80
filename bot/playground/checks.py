"""Turn the raw parameters of a request into typed ones, or refuse them. Knows types, not meanings."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.playground import parameters
from bot.playground.refusal import Refused, bad

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INTEGER = re.compile(r"-?\d{1,19}")
TRUTHS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str = ""

    def __repr__(self) -> str:
        return f"<{self.name}, {len(self.data)} bytes>"


def checked(method: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters by name, each of its type. Uploads that others attach stay under their name."""
    allowed = parameters.ALLOWED[method]
    typed: dict[str, Any] = {}
    for name, value in raw.items():
        if value is None or value == "":
            continue
        if name not in allowed:
            typed[name] = attached(method, name, value)
        else:
            typed[name] = READERS[allowed[name]](name, value)
    for name in parameters.REQUIRED[method]:
        if name not in typed:
            raise bad(parameters.MISSING.get(name, f'parameter "{name}" is required'))
    return typed


def attached(method: str, name: str, value: Any) -> Upload:
    """Only an uploaded file may have a name of its own."""
    if isinstance(value, Upload):
        return value
    if name in parameters.UNPLAYED:
        raise bad(f'the playground does not play the parameter "{name}" of {method}')
    raise bad(f'{method} has no parameter "{name}"')


def wrong(name: str, expected: str) -> Refused:
    return bad(f'parameter "{name}" must be {expected}')


def text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(name, "a String")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    return value


def integer(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and INTEGER.fullmatch(value):
        return int(value)
    raise wrong(name, "an Integer")


def boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in TRUTHS:
        return TRUTHS[value.lower()]
    raise wrong(name, "a Boolean")


def chat(name: str, value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    try:
        return integer(name, value)
    except Refused:
        raise bad("chat not found") from None


def read_json(name: str, value: Any, expected: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise wrong(name, expected) from None


def listed(name: str, value: Any) -> list[Any]:
    found = read_json(name, value, "a JSON Array")
    if not isinstance(found, list):
        raise wrong(name, "a JSON Array")
    return found


def thing(name: str, value: Any) -> dict[str, Any]:
    found = read_json(name, value, "a JSON Object")
    if not isinstance(found, dict):
        if name == "reply_markup":
            raise bad("object expected as reply markup")
        raise wrong(name, "a JSON Object")
    return found


def file(name: str, value: Any) -> Upload | str:
    return value if isinstance(value, Upload) else text(name, value)


READERS: dict[str, Callable[[str, Any], Any]] = {
    "text": text,
    "integer": integer,
    "boolean": boolean,
    "chat": chat,
    "list": listed,
    "object": thing,
    "file": file,
}
