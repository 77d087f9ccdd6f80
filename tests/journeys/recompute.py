"""The streak worked out a second time, day by day and slowly, and what the guards promise of every size.

It shares nothing with bot/coach/streak.py and bot/coach/sizing.py but the values of the log: to compare with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.coach.model import Attempt, Cause, Domain, Outcome, State, Wish

DAY = timedelta(days=1)
MADE = (Outcome.YES, Outcome.NO, Outcome.PARTIAL, Outcome.PENDING)
TOO_MUCH = 9  # a peak after which the next ask is a smaller one


def made(entry: Attempt) -> bool:
    return entry.facts.outcome in MADE


# --- product.md, section 6


def run(log: Sequence[Attempt], today: date) -> int:
    """Attempted local days walking back from today, over what neither breaks nor extends."""
    missed = _missed(log, today)
    found, day = 0, max([today, *(entry.day for entry in log)])
    first = min((entry.day for entry in log), default=today)
    while day >= first and day not in missed:
        found += any(made(entry) for entry in log if entry.day == day)
        day -= DAY
    return found


def best(log: Sequence[Attempt], today: date) -> int:
    """The longest run there was on the evening of any day."""
    missed = _missed(log, today)
    longest = current = 0
    for day in sorted({entry.day for entry in log}):
        current = 0 if day in missed else current + any(made(e) for e in log if e.day == day)
        longest = max(longest, current)
    return longest


def freezes(log: Sequence[Attempt], today: date) -> int:
    return _freeze(log, today)[1]


def _missed(log: Sequence[Attempt], today: date) -> set[date]:
    return _freeze(log, today)[0]


def _freeze(log: Sequence[Attempt], today: date) -> tuple[set[date], int]:
    """The missed days that no freeze was spent on, and the freezes held: one for seven asks, two at most."""
    missed: set[date] = set()
    held = asks = 0
    for day in sorted({entry.day for entry in log}):
        theirs = [entry for entry in log if entry.day == day]
        for _ in filter(made, theirs):
            asks += 1
            held = min(held + (asks % 7 == 0), 2)
        if day < today and _lost(theirs):
            missed |= set() if held else {day}
            held = max(held - 1, 0)
    return missed, held


def _lost(entries: Sequence[Attempt]) -> bool:
    """A planned challenge, nothing asked, and neither rest nor pause."""
    planned = [entry for entry in entries if entry.planned]
    rested = all(entry.state in (State.DAY_OFF, State.PAUSED) for entry in planned)
    return bool(planned) and not rested and not any(map(made, entries))


# --- the guards of science.md, as far as the asks of a log tell of them


def leaps(log: Sequence[Attempt], wishes: Sequence[Wish]) -> list[int]:
    """The asks of the coach more than one rung above all before, unless they wished for harder ones."""
    found: list[int] = []
    for domain in Domain:
        here = [entry for entry in log if entry.domain is domain]
        harder = [wish.at for wish in wishes if wish.domain is domain and wish.steps > 0]
        found += [entry.id for entry in here if _leaps(entry, here, harder)]
    return found


def _leaps(entry: Attempt, here: Sequence[Attempt], harder: Sequence[datetime]) -> bool:
    before = [e for e in here if (e.day, e.id) < (entry.day, entry.id)]
    if not before or entry.why is None:
        return False
    wished = sum(at > before[-1].offered_at for at in harder)
    bold = entry.why.cause is Cause.BOLD
    return entry.rung > max(e.rung for e in before) + 1 + wished + bold


def asked_for_less(log: Sequence[Attempt], wishes: Sequence[Wish], last: Attempt, following: int) -> bool:
    """Whether the next ask of a domain is smaller where the last was too much for them."""
    here = [entry for entry in log if entry.domain is last.domain and _over(entry, last.day)]
    harder = any(wish.domain is last.domain and wish.steps > 0 and wish.day >= last.day for wish in wishes)
    if harder or not here or max(here, key=_moment).id != last.id:
        return True
    too_much = made(last) and (last.facts.peak or 0) >= TOO_MUCH
    return not too_much or following < last.rung or following == 1


def _over(entry: Attempt, today: date) -> bool:
    if made(entry) or entry.state in (State.DONE, State.DAY_OFF):
        return True
    return entry.open and entry.planned and entry.day < today


def _moment(entry: Attempt) -> tuple[date, datetime]:
    return entry.day, entry.closed_at or entry.offered_at
