"""The ladder: show it, rate, move and retire asks, add one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.coach import ethics, guesses, ladder, ladder_taps, life, messages, sizing, talk
from bot.coach.guesses import Felt, Place
from bot.coach.ladder import Item, Ladder, OwnAsk, Rating
from bot.coach.messages import Ask, LadderAsk
from bot.coach.model import RUNGS, Attempt, Challenge, Domain
from bot.service.visit import Visit
from bot.store import attempts, people
from bot.store import ladder as store

LONGEST_GOAL = 120
ENDS = (sizing.BASELINE, guesses.LOOKED_AT)  # the attempts that tell whether another one surprises


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a person's ladder in all domains, and the log that its guesses are read from."""

    ratings: dict[str, Rating]
    own: dict[str, OwnAsk]
    places: dict[str, Place]
    log: tuple[Attempt, ...]


async def pool(visit: Visit) -> tuple[Challenge, ...]:
    """All that may be the challenge of a day."""
    kept = await visit.ladder()
    return ladder.pool(_bank(visit), kept.own, kept.ratings)


def _bank(visit: Visit) -> tuple[Challenge, ...]:
    """The asks that fit their life."""
    return life.fitting(visit.moment.bank, visit.person.life).asks


async def pressed(  # noqa: C901  a flat match over the taps
    visit: Visit, tap: ladder_taps.OfLadder
) -> None:
    match tap:
        case ladder_taps.OpenLadder(domain):
            await open_ladder(visit, domain)
        case ladder_taps.RateRound(domain, again):
            await _next(visit, domain, ladder.FEW if again else ladder.FIRST_ROUND, again)
        case ladder_taps.RateAsk():
            await _rate(visit, tap)
        case ladder_taps.PickAsk(item):
            await _show(visit, item)
        case ladder_taps.MoveAsk(to, item):
            await _move(visit, to, item)
        case ladder_taps.RetireAsk(left, item):
            await _retire(visit, left, item)
        case ladder_taps.AddAsk(domain):
            await _ask_for_own(visit, domain)
        case ladder_taps.NameGoal(item):
            await _ask_goal(visit, item)


async def open_ladder(visit: Visit, domain: Domain | None = None) -> None:
    """/ladder, of the domain named or else the first of theirs."""
    here = domain or visit.person.domains[0]
    if here not in visit.person.sting:
        await visit.say(messages.Outdated())
        return
    await leave(visit)
    kept = await _kept(visit)
    items, surprising = _items(visit, kept, here), _surprising(visit, kept, here)
    again = ladder.offered_for_rerating(items, kept.ratings, visit.now, surprising)
    moved = len(surprising) >= ladder.PILED_UP
    shown = tuple(_shown(item, kept) for item in items)
    await visit.show(messages.Ladder(here, visit.person.domains, shown, len(again), moved))


# --- ratings


async def _rate(visit: Visit, tap: ladder_taps.RateAsk) -> None:
    domain = await rate(visit, tap.item, tap.rating)
    if domain is None:
        await visit.say(messages.Outdated())
    elif tap.left > 0:
        await _next(visit, domain, tap.left - 1, tap.again)
    else:
        await _show(visit, tap.item)


async def _next(visit: Visit, domain: Domain, left: int, again: bool) -> None:
    """Ask for the next rating of a round; where there is none, the ladder itself is shown."""
    if domain not in visit.person.sting:
        await visit.say(messages.Outdated())
        return
    kept = await _kept(visit)
    items = _items(visit, kept, domain)
    due = ladder.due_for_rerating(items, kept.ratings, visit.now, _surprising(visit, kept, domain))
    item = next(iter(due), None) if again else ladder.next_to_rate(items)
    if item is None or not 0 < left <= ladder.FIRST_ROUND:
        await open_ladder(visit, domain)
        return
    await leave(visit)
    known = len(due) if again else sum(one.guess for one in items)
    await visit.show(messages.AskRating(domain, _shown(item, kept), min(left, known), again))


async def rate(visit: Visit, item: str, rating: int) -> Domain | None:
    """Keep a rating; it also finds the rung of an own ask. None for what is not theirs to rate."""
    kept = await _kept(visit)
    domain = _domain_of(visit, kept, item)
    if domain is None or rating not in RUNGS:
        return None
    await store.rate(visit.unit, visit.person.id, Rating(item, domain, rating, visit.now))
    own = kept.own.get(item)
    if own is not None:
        items, felt = _items(visit, kept, domain), _felt(visit, kept, domain)
        rung = ladder.rung_of(rating, items, visit.person.sting[domain], felt)
        await store.save(visit.unit, visit.person.id, replace(own, rung=rung))
    visit.resized()
    return domain


async def bring_up_rerating(visit: Visit, attempt: Attempt) -> bool:
    """After a debrief: offer to rate a few again if asks felt far off, more than once since it last did."""
    last = visit.record.rerating_at
    if attempt.domain not in visit.person.sting or not ladder.brings_up_rerating(last, visit.now):
        return False
    kept = await _kept(visit, lately=attempt.domain)
    if len(_surprising(visit, kept, attempt.domain, last)) < ladder.PILED_UP:
        return False
    await people.bring_up_rerating(visit.unit, visit.person.id, visit.now)
    await visit.say(messages.Moved(attempt.domain))
    return True


async def _move(visit: Visit, to: int, item: str) -> None:
    """Up or down by one: the button says where to, so two taps are one step."""
    if await rate(visit, item, to):
        await _show(visit, item)
    else:
        await visit.say(messages.Outdated())


# --- one ask


async def _show(visit: Visit, item: str) -> None:
    kept = await _kept(visit)
    domain = _domain_of(visit, kept, item)
    found = _find(_items(visit, kept, domain), item) if domain else None
    if domain is None or found is None:
        await visit.say(messages.Outdated())
        return
    await leave(visit)
    own = kept.own.get(item)
    await visit.show(messages.OneAsk(domain, _shown(found, kept), own.goal if own else None))


async def _retire(visit: Visit, left: int, item: str) -> None:
    """ "Not for me": off the ladder, and never the challenge of a day again."""
    kept = await _kept(visit)
    domain = _domain_of(visit, kept, item)
    if domain is None:
        await visit.say(messages.Outdated())
        return
    if item in kept.own:
        await store.retire(visit.unit, visit.person.id, kept.own[item].id, visit.now)
    else:
        before = kept.ratings.get(item) or Rating(item, domain, None, visit.now)
        await store.rate(visit.unit, visit.person.id, replace(before, retired_at=visit.now))
    visit.resized()
    await _next(visit, domain, left, again=False)


# --- their own


async def _ask_for_own(visit: Visit, domain: Domain) -> None:
    if domain not in visit.person.sting:
        await visit.say(messages.Outdated())
        return
    full = _full(await _kept(visit), domain)
    await visit.turn(talk.Idle() if full else talk.AddingAsk(domain))
    await visit.show(messages.AskForOwn(domain, full))


async def said_own(visit: Visit, domain: Domain, words: str) -> None:
    """An own ask was typed: refused with its rule, or put on the ladder and rated."""
    plain = " ".join(words.split())
    rule = ethics.broken(plain, read_in(visit.person.language))
    if " " not in plain:
        rule = ethics.Rule.UNREADABLE  # one word is no ask
    kept = await _kept(visit)
    if rule is not None:
        await visit.say(messages.OwnRefused(domain, rule))
    elif domain not in visit.person.sting or _full(kept, domain):
        await _ask_for_own(visit, domain)
    else:
        await _add(visit, kept, domain, plain)


async def _add(visit: Visit, kept: _Kept, domain: Domain, words: str) -> None:
    await visit.turn(talk.Idle())
    there = next((one for one in _live(kept, domain) if one.words == words), None)
    if there is None:
        rung = (await visit.course()).standings[domain].rung
        asked = OwnAsk(0, domain, words, None, rung, visit.now)
        there = await store.add(visit.unit, visit.person.id, asked)
        visit.resized()
    kept = await _kept(visit)
    found = _find(_items(visit, kept, domain), there.key)
    if found is not None:
        await visit.say(messages.AskRating(domain, _shown(found, kept), left=0))


async def _ask_goal(visit: Visit, item: str) -> None:
    own = (await _kept(visit)).own.get(item)
    if own is None or own.retired_at is not None:
        await visit.say(messages.Outdated())
        return
    await visit.turn(talk.NamingGoal(item))
    await visit.show(messages.AskGoal(own.domain, item, Ask(None, own.words)))


async def said_goal(visit: Visit, item: str, words: str) -> None:
    """What an own ask is good for."""
    own = (await _kept(visit)).own.get(item)
    goal = " ".join(words.split())[:LONGEST_GOAL]
    if own is not None and goal:
        await store.save(visit.unit, visit.person.id, replace(own, goal=goal))
    await _show(visit, item)


def read_in(language: str) -> str:
    """The language an own ask is read in: where the coach speaks English for want of another, English."""
    return language if language.partition("-")[0] in ethics.LANGUAGES else "en"


# --- what is kept


async def leave(visit: Visit) -> None:
    """Wait no longer for typed words: they went on to something else. A debrief stays open."""
    if isinstance(visit.talk, talk.OfLadder | talk.Titling | talk.Encouraging):
        await visit.turn(talk.Idle())


async def _kept(visit: Visit, lately: Domain | None = None) -> _Kept:
    """`lately`: with as much of the log as can surprise there; not all of it is read after each debrief."""
    own = await store.own(visit.unit, visit.person.id)
    ratings = await store.ratings(visit.unit, visit.person.id)
    places = ladder.places(visit.moment.bank, own)
    person = visit.person.id
    log = await (visit.log() if lately is None else attempts.ends(visit.unit, person, lately, *ENDS))
    return _Kept(ratings, {ask.key: ask for ask in own}, places, log)


def _domain_of(visit: Visit, kept: _Kept, item: str) -> Domain | None:
    """The domain of an ask that is, or may be, on a ladder of theirs; None for any other."""
    own = kept.own.get(item)
    if own is not None:
        found = own.domain if own.retired_at is None else None
    else:
        found = next((c.domain for c in visit.moment.bank if c.id == item), None)
    return found if found in visit.person.sting else None


def _items(visit: Visit, kept: _Kept, domain: Domain) -> Ladder:
    sting, felt = visit.person.sting[domain], _felt(visit, kept, domain)
    return ladder.build(_bank(visit), kept.own.values(), kept.ratings, sting, domain, felt)


def _felt(visit: Visit, kept: _Kept, domain: Domain) -> Felt:
    return guesses.felt(kept.log, kept.places, visit.person.sting, domain, visit.now)


def _surprising(
    visit: Visit, kept: _Kept, domain: Domain, since: datetime | None = None
) -> tuple[Place, ...]:
    return ladder.surprising(kept.log, kept.places, kept.ratings, visit.person.sting, domain, since)


def _find(items: Ladder, key: str) -> Item | None:
    return next((item for item in items if item.key == key), None)


def _live(kept: _Kept, domain: Domain) -> list[OwnAsk]:
    return [ask for ask in kept.own.values() if ask.domain is domain and ask.retired_at is None]


def _full(kept: _Kept, domain: Domain) -> bool:
    return len(_live(kept, domain)) >= ladder.MOST_OWN


def _shown(item: Item, kept: _Kept) -> LadderAsk:
    own = kept.own.get(item.key)
    ask = Ask(None, own.words) if own is not None else Ask(item.key)
    return LadderAsk(item.key, ask, item.rating, item.guess)
