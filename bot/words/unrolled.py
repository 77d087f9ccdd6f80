"""Words of any length on screens of Telegram's: parts, of which each fits a message."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.screen import Html, escape, lines, paragraphs, units

MOST = 3900  # units of a part; a message takes 4,096, and a line may stand below
LEAST = 300  # units that are worth beginning in


@dataclass(frozen=True, slots=True)
class Long:
    """A person's words under a heading; they may run over several parts."""

    heading: Html
    words: str


def parts(*blocks: Html | Long | None) -> list[Html]:
    """Lay paragraphs out in order; at least one part. What is not `Long` must fit into one."""
    laid = [Html("")]
    for block in blocks:
        if isinstance(block, Long):
            _unroll(laid, block)
        elif block:
            _add(laid, block)
    return laid


def _add(laid: list[Html], block: Html) -> None:
    if units(laid[-1]) + units(block) + 2 > MOST:
        laid.append(block)
    else:
        laid[-1] = paragraphs(laid[-1], block)


def _unroll(laid: list[Html], block: Long) -> None:
    """Begin in the room that is left, if all of it fits or enough to be worth it; go on in new parts."""
    words = block.words.strip()
    room = MOST - units(laid[-1]) - units(block.heading) - 6
    if _units(words) > room and room < LEAST:
        laid.append(Html(""))
        room = MOST - units(block.heading) - 6
    first = head(words, room)
    laid[-1] = paragraphs(laid[-1], lines(block.heading, escape(first)))
    while words := words[len(first) :].lstrip():
        first = head(words, MOST)
        laid.append(escape(first))


def head(words: str, room: int) -> str:
    """The beginning that fits into so many units, to the end of a word where there is one not far back."""
    if _units(words) <= room:
        return words
    raw = words.encode("utf-16-le", "surrogatepass")[: 2 * room]
    begun = raw.decode("utf-16-le", "ignore")
    end = max(begun.rfind(" "), begun.rfind("\n"))
    return begun[:end] if end > len(begun) // 2 else begun


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
