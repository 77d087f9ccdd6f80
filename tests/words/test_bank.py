"""The bank as people meet it: enough on every rung, kind to both sides, and strict about its own files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import combinations

import pytest

from bot.coach.enrolment import Theme
from bot.coach.model import Context, Domain, Kind, Stakes
from bot.words import bank
from bot.words.bank import Bank, BankFault, Cost, Entry

TOP = {Domain.SOCIAL: 10, Domain.PROFESSIONAL: 10, Domain.CUSTOMERS: 10, Domain.ROMANTIC: 8}
FILES = sorted(resources.files(bank).iterdir(), key=lambda file: file.name)
FILES = [file for file in FILES if file.name.endswith(".toml")]
PLACES = [(domain, rung) for domain, top in TOP.items() for rung in range(1, top + 1)]


# a word found here is a reason to reread the text; the words of ethics are in test_bank_ethics.py
UNKIND = {
    "tone": "should trauma trigger exposure vulnerable boundary boundaries journey awesome empower",
    "gender": "he she him his her hers man woman men women guy guys girl boy gentleman lady sir madam",
}
ALIKE = 0.8
SHARED = 0.4  # of the words of the shorter ask; asks that are alike share far more


@pytest.fixture(scope="module")
def shipped() -> Bank:
    return bank.load()


@pytest.fixture(scope="module")
def entries(shipped: Bank) -> list[Entry]:
    return list(shipped.entries.values())


def texts(entry: Entry) -> list[str]:
    return [entry.ask, entry.line, entry.smaller, entry.scene, entry.no]


def on(entries: list[Entry], domain: Domain, rung: int) -> list[Entry]:
    return [e for e in entries if e.challenge.domain is domain and e.challenge.rung == rung]


def flagged(entry: Entry) -> Iterator[tuple[str, str]]:
    words = set(re.findall(r"[a-z'-]+", " ".join(texts(entry)).lower()))
    return (
        (entry.challenge.id, word) for group in UNKIND.values() for word in group.split() if word in words
    )


def test_the_bank_holds_more_than_400_challenges(entries: list[Entry]) -> None:
    assert len(entries) >= 400


@pytest.mark.parametrize(("domain", "rung"), PLACES)
def test_every_rung_has_enough_asks_in_three_contexts(
    entries: list[Entry], domain: Domain, rung: int
) -> None:
    here = on(entries, domain, rung)
    assert len(here) >= (5 if rung <= 8 else 4)
    assert len({entry.challenge.context for entry in here}) >= 3


@pytest.mark.parametrize("domain", Domain)
def test_the_rungs_where_people_spend_time_hold_more(entries: list[Entry], domain: Domain) -> None:
    assert all(len(on(entries, domain, rung)) >= 8 for rung in range(1, 7))


@pytest.mark.parametrize("domain", Domain)
def test_every_domain_has_asks_that_keep_group_harmony(entries: list[Entry], domain: Domain) -> None:
    adapted = [entry for entry in entries if entry.challenge.group and entry.challenge.domain is domain]
    assert len(adapted) >= 7
    assert len({entry.challenge.rung for entry in adapted}) >= 4, "a ladder of their own"


def test_an_ask_that_keeps_group_harmony_names_the_blunt_ones_it_stands_in_for(shipped: Bank) -> None:
    adapted = [entry.challenge for entry in shipped.entries.values() if entry.challenge.group]
    named = [(adapted_one, name) for adapted_one in adapted for name in adapted_one.instead_of]
    assert all(one.instead_of for one in adapted)
    assert len({name for _, name in named}) == len(named), "each is stood in for by one"
    for one, name in named:
        blunt = shipped.entries[name].challenge
        assert (blunt.domain, blunt.group) == (one.domain, False), name
        assert abs(blunt.rung - one.rung) <= 4, f"{name} is another league than {one.id}"


def test_asks_that_keep_group_harmony_are_thirty_or_more(entries: list[Entry]) -> None:
    assert sum(entry.challenge.group for entry in entries) >= 30


def test_nearly_every_ask_is_free_and_every_cost_is_used(entries: list[Entry]) -> None:
    costs = Counter(entry.cost for entry in entries)
    assert set(costs) == set(Cost)
    assert costs[Cost.NONE] >= 0.9 * len(entries)


@pytest.mark.parametrize(("domain", "rung"), PLACES)
def test_low_and_meaningful_asks_can_alternate_on_every_rung(
    entries: list[Entry], domain: Domain, rung: int
) -> None:
    assert {entry.challenge.stakes for entry in on(entries, domain, rung)} == set(Stakes)


def test_every_kind_and_every_context_is_used(entries: list[Entry]) -> None:
    assert {entry.challenge.kind for entry in entries} == set(Kind)
    assert {entry.challenge.context for entry in entries} == set(Context)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_goes_up_the_ladder(file: Traversable) -> None:
    read = bank.parse({file.name: file.read_text(encoding="utf-8")})
    rungs = [entry.challenge.rung for entry in read.entries.values()]
    assert rungs == sorted(rungs)


def test_romance_stops_at_rung_eight(entries: list[Entry]) -> None:
    rungs = [entry.challenge.rung for entry in entries if entry.challenge.domain is Domain.ROMANTIC]
    assert max(rungs) == 8


def test_no_text_holds_an_unkind_word(entries: list[Entry]) -> None:
    assert [flag for entry in entries for flag in flagged(entry)] == []


def test_every_ask_is_two_or_three_sentences_and_ends_with_a_full_stop(entries: list[Entry]) -> None:
    for entry in entries:
        assert entry.ask.endswith("."), entry.challenge.id
        assert len(re.findall(r"[.?](?=\s|$)", entry.ask)) in (2, 3), entry.challenge.id


def test_every_text_ends_as_speech_ends(entries: list[Entry]) -> None:
    assert [t for entry in entries for t in texts(entry) if t[-1] not in ".?"] == []


def test_nobody_shouts(entries: list[Entry]) -> None:
    assert [t for entry in entries for t in texts(entry) if "!" in t] == []


def test_no_two_texts_are_the_same(entries: list[Entry]) -> None:
    counted = Counter(text for entry in entries for text in texts(entry))
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_two_asks_are_nearly_the_same(entries: list[Entry]) -> None:
    assert nearly_the_same([entry.ask for entry in entries]) == []


def test_asks_that_differ_in_a_few_words_are_found() -> None:
    near = [
        "Ask a neighbour for a small screwdriver, and bring it back the same day.",
        "Ask your neighbour for a large screwdriver. Bring it back the same day.",
        "Call a library outside busy hours. Ask when it is quietest there.",
    ]
    assert nearly_the_same(near) == [(near[0], near[1])]


def nearly_the_same(asks: list[str]) -> list[tuple[str, str]]:
    """Pairs that are alike. Nearly all pairs share few words, and letters are compared only for the rest."""
    words = [frozenset(re.findall(r"[a-z'-]+", ask.lower())) for ask in asks]
    return [
        (asks[a], asks[b])
        for a, b in combinations(range(len(asks)), 2)
        if len(words[a] & words[b]) >= SHARED * min(len(words[a]), len(words[b]))
        and SequenceMatcher(None, asks[a], asks[b], autojunk=False).ratio() >= ALIKE
    ]


def test_challenges_come_sorted_and_are_those_of_the_entries(shipped: Bank) -> None:
    names = [challenge.id for challenge in shipped.challenges]
    assert names == sorted(shipped.entries)
    assert all(shipped.entries[challenge.id].challenge == challenge for challenge in shipped.challenges)


def test_an_id_that_left_the_bank_has_no_entry(shipped: Bank) -> None:
    assert shipped.entry("social-gone-since-2019") is None
    known = shipped.entry("social-window-table")
    assert known is not None
    assert (known.challenge.rung, known.challenge.context) == (3, Context.SHOP)


GOOD = """
[[challenge]]
id = "social-nod"
context = "street"
kind = "information"
stakes = "low"
factors = { imposition = 2, audience = 2, relationship = 0, disclosure = 1, oddness = 3 }
ask = "Ask."
line = "Say."
smaller = "Less."
scene = "Picture."
no = "No."
"""


def faults(**files: str) -> list[str]:
    with pytest.raises(BankFault) as caught:
        bank.parse({f"{name}.toml": text for name, text in files.items()})
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.faults) + 1
    return lines[1:]


def test_a_good_text_becomes_an_entry_whose_rung_comes_from_its_factors() -> None:
    entry = bank.parse({"social.toml": GOOD}).entries["social-nod"]
    assert (entry.challenge.rung, entry.challenge.kind, entry.no) == (2, Kind.INFORMATION, "No.")


def test_tags_may_be_left_out_or_given() -> None:
    plain = bank.parse({"social.toml": GOOD}).entries["social-nod"]
    tagged = bank.parse({"social.toml": GOOD + 'cost = "if-buying"\ngroup = true\n'}).entries["social-nod"]
    assert (plain.cost, plain.challenge.group) == (Cost.NONE, False)
    assert (tagged.cost, tagged.challenge.group) == (Cost.IF_BUYING, True)


def test_themes_are_those_of_the_domain() -> None:
    text = GOOD.replace("social-", "professional-") + 'themes = ["ideas", "resources"]\n'
    entry = bank.parse({"professional.toml": text}).entries["professional-nod"]
    assert entry.challenge.themes == {Theme.IDEAS, Theme.RESOURCES}
    right = "a list of accommodations, seniors, ideas, resources"
    for wrong, said in (
        ('["ideas", "to-change"]', f"'to-change'; {right}"),
        ('["ideas", 7]', f"7; {right}"),
        ('"ideas"', f"'ideas'; {right}"),
        ("[]", f"[]; {right}"),
        ('["ideas", "ideas"]', "'ideas' twice; each once"),
    ):
        (fault,) = faults(professional=text.replace('["ideas", "resources"]', wrong))
        assert fault == f"professional.toml, professional-nod, themes: {said}"
    (fault,) = faults(social=GOOD + 'themes = ["ideas"]\n')
    assert fault.endswith("themes: 'ideas'; social has no themes: leave it out")


def test_a_domain_may_fill_several_files() -> None:
    more = GOOD.replace("social-nod", "social-wave")
    read = bank.parse({"social.toml": GOOD, "social-more-of-it.toml": more})
    assert [entry.challenge.domain for entry in read.entries.values()] == [Domain.SOCIAL, Domain.SOCIAL]


def test_an_id_is_used_once_over_all_files() -> None:
    with pytest.raises(BankFault, match=r"social-more\.toml, social-nod, id: used 2 times"):
        bank.parse({"social.toml": GOOD, "social-more.toml": GOOD})


def test_one_error_names_every_fault_of_every_file() -> None:
    broken = (
        GOOD.replace('"street"', '"moon"').replace('ask = "Ask."', 'task = "Ask."').replace('"Less."', '" "')
    )
    elsewhere = GOOD.replace("oddness = 3", "oddness = 11").replace('"No."', f'"{"n" * 141}"')
    assert faults(social=broken, romantic=elsewhere) == [
        "social.toml, social-nod, ask: missing; every challenge has it",
        "social.toml, social-nod, context: 'moon'; one of shop, street, work, phone, online, home",
        "social.toml, social-nod, task: unknown field; the fields are id, ask, line, smaller, scene, no, "
        "context, kind, stakes, factors, cost, group, instead_of, themes",
        "social.toml, social-nod, smaller: ' '; a text that is not empty and has no space around it",
        "romantic.toml, social-nod, id: 'social-nod'; romantic-and-lower-case-words-with-hyphens",
        "romantic.toml, social-nod, factors.oddness: oddness is 11, it goes from 0 to 10; points in range",
        "romantic.toml, social-nod, no: 141 characters; at most 140",
        "romantic.toml, social-nod, id: used 2 times; every challenge has its own",
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"social-nod"', '"social-Nod_2"', "social.toml, social-Nod_2, id"),
        ('"social-nod"', f'"social-{"n" * 34}"', f"social.toml, social-{'n' * 34}, id"),
        ('id = "social-nod"', "", "social.toml, challenge 1, id"),
        ('"Say."', "7", "social.toml, social-nod, line"),
        ('"low"', "[]", "social.toml, social-nod, stakes"),
        ("oddness = 3", "oddness = 3.5", "social.toml, social-nod, factors.oddness"),
        ("oddness = 3", "oddness = true", "social.toml, social-nod, factors.oddness"),
        (", oddness = 3", "", "social.toml, social-nod, factors"),
        ("oddness = 3", "odness = 3", "social.toml, social-nod, factors"),
        ("[[challenge]]", "[challenge]", "social.toml, -, challenge"),
        ("[[challenge]]", "[[challange]]", "social.toml, -, challange"),
        ('"low"', "low", "social.toml, -, syntax"),
        ('kind = "information"', 'kind = "information"\ncost = "dear"', "social.toml, social-nod, cost"),
        ('kind = "information"', 'kind = "information"\ngroup = "yes"', "social.toml, social-nod, group"),
        ('"low"', '"low"\ninstead_of = ["social-x"]', "social.toml, social-nod, instead_of"),
    ],
)
def test_a_single_fault_names_its_place(old: str, new: str, place: str) -> None:
    (fault,) = faults(social=GOOD.replace(old, new))
    assert fault.startswith(f"{place}: ")
    assert "; " in fault


def test_a_file_of_no_domain_is_refused() -> None:
    (fault,) = faults(weather=GOOD)
    assert fault.startswith("weather.toml, -, name: no such domain; name it after one of social, ")
