"""What people answered, added up over everybody: to how many, to which challenge; never who asked or when.

The one query that reads all attempts: for once an hour, and never for a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import func, select

from bot.coach.expected import Answers
from bot.coach.model import Kind, Outcome, Size
from bot.store import meta
from bot.store.tables import attempts
from bot.store.unit import Unit

NAME: Final = "answers"
ANSWERS: Final = TypeAdapter(dict[Kind, Answers])
ANSWERED: Final = (Outcome.YES, Outcome.PARTIAL, Outcome.NO)


async def counts(unit: Unit) -> tuple[tuple[str, Outcome, int], ...]:
    """Count to how many people each challenge of the bank brought each answer.

    Each counts once, so that neither the busiest nor a made-up file for /import speaks for everybody. A
    rehearsal was answered by nobody.
    """
    by = (attempts.c.challenge, attempts.c.outcome)
    query = select(*by, func.count(attempts.c.person_id.distinct())).where(
        attempts.c.challenge.is_not(None),
        attempts.c.outcome.in_(ANSWERED),
        attempts.c.size != Size.IMAGINAL,
    )
    return tuple((row[0], row[1], row[2]) for row in await unit.run(query.group_by(*by)))


async def keep(unit: Unit, heard: Mapping[Kind, Answers]) -> None:
    await meta.keep(unit, NAME, ANSWERS.dump_json(dict(heard)).decode())


async def kept(unit: Unit) -> dict[Kind, Answers]:
    """Read what was kept last; nothing before the first time, or when another version wrote it."""
    text = await meta.value(unit, NAME)
    try:
        return ANSWERS.validate_json(text or "{}")
    except ValueError:
        return {}
