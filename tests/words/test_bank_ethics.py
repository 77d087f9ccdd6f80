"""The rules of asking (product.md, section 8) held against every text of the bank, one test for each rule.

A word is a reason to reread a text, not a verdict: a text that was reread and kept is named with its reason.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable

import pytest

from bot.coach import ethics
from bot.coach.model import Context, Domain, Kind
from bot.words import bank
from bot.words.bank import Cost, Entry

FILES = sorted(resources.files(bank).iterdir(), key=lambda file: file.name)
FILES = [file for file in FILES if file.name.endswith(".toml")]
ENTRIES = tuple(bank.load().entries.values())
CALM = (
    r"slow|quiet|calm|idle|silent|nobody|busy hours|off hours|nothing is going on|no queue|not busy|outside"
)
CALM += r"|isn't busy|unhurried|rest\b|free hour|anyway|appointment|two tables are taken|almost empty"


def texts(entry: Entry) -> list[str]:
    return [entry.ask, entry.line, entry.smaller, entry.scene, entry.no]


def asked(entry: Entry) -> list[str]:
    """What the person does and says; what they picture and hear back is not theirs to answer for."""
    return [entry.ask, entry.line, entry.smaller]


def found(pattern: str, among: tuple[Entry, ...] = ENTRIES) -> set[tuple[str, str]]:
    return {
        (entry.challenge.id, word)
        for entry in among
        for word in re.findall(rf"\b(?:{pattern})\b", " ".join(texts(entry)).lower())
    }


def in_the_asks(pattern: str, among: tuple[Entry, ...] = ENTRIES) -> set[str]:
    wanted = re.compile(rf"\b(?:{pattern})\b")
    return {e.challenge.id for e in among if wanted.search(" ".join(asked(e)).lower())}


def of(*domains: Domain) -> tuple[Entry, ...]:
    return tuple(entry for entry in ENTRIES if entry.challenge.domain in domains)


def test_legal_nothing_asks_for_what_the_law_forbids() -> None:
    assert (
        found(r"steal\w*|shoplift\w*|trespass\w*|break in|sneak\w*|graffiti|smuggl\w*|illegal\w*|forg\w+ a")
        == set()
    )
    assert (
        found("drugs?|weed|without a ticket|jump the (?:queue|barrier)|under the table|off the books")
        == set()
    )


def test_safe_nothing_puts_anybody_in_danger() -> None:
    assert (
        found("drive|driving|driver|motorway|hitchhik\\w+|gun|knife|naked|ladder|roof|cliff|fight|dare you")
        == set()
    )
    assert found("alcohol|beer|wine|drunk|drinks?|pub|vodka|whisky|cocktail|bartender") == set()
    assert found("doctors?|nurse|hospital|medicines?|therapist|diagnosis|pills?") == set()
    assert (
        in_the_asks("at night|after dark|midnight|in the dark|their flat|your hotel|strangers? home") == set()
    )


def test_safe_who_is_asked_out_by_a_stranger_is_asked_where_others_see() -> None:
    seen = re.compile(
        r"public|daylight|by day|in sight|open|lively|class|course|fair|market|festival|dance|museum"
        r"|exhibition|concert|book|record|tea|visitor|walk|date|park|lit street|event|floor|music|outing"
    )
    places = {Context.STREET, Context.SHOP}
    outside = [e for e in of(Domain.ROMANTIC) if e.challenge.context in places]
    assert [e.challenge.id for e in outside if not seen.search(e.ask.lower())] == []


def test_honest_nobody_is_told_what_is_not_true() -> None:
    kept = {("customers-say-the-price", "excuse")}  # the price is said without one
    assert (
        found("lied|liar|tell a lie|pretend\\w*|pranks?|fake|bluff\\w*|trick them|trickery|excuses?|make up")
        == kept
    )


def test_cheap_nobody_is_asked_for_money() -> None:
    assert found("loans?|lend|cash|bets?|debts?|donat\\w+|beg|begging|gambl\\w+|wager") == set()


def test_cheap_an_ask_that_costs_the_asker_says_so() -> None:
    spending = r"buy|order|pay|treat|invite\s+\w+\s+out"
    for entry in of(Domain.SOCIAL, Domain.ROMANTIC):
        if re.search(rf"\b({spending})\b", entry.ask.lower()):
            assert entry.cost is Cost.IF_BUYING, entry.challenge.id


def test_cheap_nobody_is_asked_for_a_whole_day() -> None:
    kept = {"professional-one-more-day"}  # a later date is no work for the one who grants it
    assert (
        in_the_asks(r"(?:one more|a whole|a full|two|three|four|five) (?:day|days|weekend)s? of|one more day")
        == kept
    )
    assert in_the_asks(r"(?:two|three|four|five|six) hours") == set()


@pytest.mark.parametrize(
    "file", [f for f in resources.files(bank).iterdir() if f.name.endswith(".toml")], ids=str
)
def test_cheap_no_ask_weighs_more_than_twenty(file: Traversable) -> None:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["challenge"]
    assert [table["id"] for table in tables if table["factors"]["imposition"] > 20] == []


def test_one_no_is_taken() -> None:
    assert (
        found("must|insist\\w*|convinc\\w+|persuad\\w+|keep asking|refus\\w+|talk (?:them|somebody) into")
        == set()
    )
    assert (
        found("until they (?:say|agree|give)|don't take no|take no for|wear them down|guilt\\w*|beg them")
        == set()
    )


def test_no_minors_are_asked() -> None:
    assert (
        found("kids?|child|children|child's|teens?|teenagers?|pupils?|schoolchild\\w*|minors?|toddlers?")
        == set()
    )


def test_no_staff_is_asked_at_peak() -> None:
    # the wares of one's own customers are one's own; other visitors of a shop are not at work there
    kept = {
        "professional-elder-of-the-trade": "announced by somebody who knows the master",
        "romantic-seat-by-seat": "a friend is asked",
        "social-reach-the-top": "any grown-up nearby",
    }
    shops = [
        e
        for e in of(Domain.SOCIAL, Domain.PROFESSIONAL, Domain.ROMANTIC)
        if e.challenge.context is Context.SHOP and "visitor" not in e.ask
    ]
    assert {e.challenge.id for e in shops if not re.search(CALM, e.ask.lower())} == set(kept)


def test_nobody_who_depends_on_the_asker_is_asked() -> None:
    assert (
        found(
            "patients|apprentices?|interns?|trainees?|tenants?|employees?|subordinates?|my staff|your staff"
        )
        == set()
    )
    kept = {
        ("customers-say-the-price", "work for you"),  # a price that works
        ("professional-what-to-stop", "reports to you"),  # says that nobody is asked who does
    }
    assert found("works? for you|reports? to you|in your care|you (?:mark|grade|supervise)|carer") == kept


def test_nobody_is_asked_the_same_twice() -> None:
    kept = {
        "romantic-second-chance-chat": "it went quiet without a no, and this is the last line",
    }
    assert in_the_asks(
        "ask again|call again|write again|try again|once more|second time|every day until"
    ) == set(kept)
    assert found("again and again|over and over|keep calling|remind them|repeat the question") == set()


def test_nobody_is_filmed() -> None:
    kept = {
        ("social-teach-me-a-thing", "video"),  # the other person points to one
    }
    assert found("films?|filming|filmed|videos?|cameras?|selfies?|secretly|livestream\\w*|tape them") == kept


def test_nothing_romantic_happens_at_work_or_with_somebody_on_duty() -> None:
    on_duty = (
        "works there|behind the counter|at the till|waiter|waitress|barista|cashier|assistant|staff|serving"
    )
    romantic = of(Domain.ROMANTIC)
    assert [e.challenge.id for e in romantic if e.challenge.context is Context.WORK] == []
    assert found(f"{on_duty}|colleagues?|co-workers?|boss|office|your client", romantic) == set()


def test_nothing_at_work_courts_anybody() -> None:
    courting = "a date with|on a date|dating|flirt\\w*|kiss\\w*|in love|crush|attractive|handsome|sexy"
    assert in_the_asks(courting, of(Domain.PROFESSIONAL, Domain.CUSTOMERS)) == set()


def test_what_the_bot_would_refuse_from_people_it_does_not_ask_of_them() -> None:
    refused = {
        (e.challenge.id, rule) for e in ENTRIES for ask in (e.ask, e.smaller) if (rule := ethics.broken(ask))
    }
    assert refused == set()


def test_odd_requests_have_a_smaller_way_out_that_is_not_odd() -> None:
    odd = [e for e in ENTRIES if e.challenge.kind is Kind.ODD_REQUEST]
    assert len(odd) >= 15
    assert all(len(e.smaller) < len(e.ask) for e in odd)
