"""Own asks: fine ones pass whatever words they contain, others are refused and the rule is named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.coach import ethics
from bot.coach.ethics import Rule, broken

ASKS = tomllib.loads(Path(__file__).with_name("asks.toml").read_text(encoding="utf-8"))
TUNED = ("seen", "later")
FINE = [text for part in TUNED for kind in ("plain", "scary") for text in ASKS[part][kind]]
KEPT_FINE = [*ASKS["kept"]["plain"], *ASKS["kept"]["scary"]]
BANK = Path(ethics.__file__).parent.parent / "words" / "bank"


def wrong(*parts: str) -> list[tuple[str, str]]:
    return [(rule, text) for part in parts for rule, texts in ASKS[part]["broken"].items() for text in texts]


def test_a_fine_ask_is_never_refused() -> None:
    assert [text for text in FINE if broken(text) is not None] == []


def test_an_ask_that_breaks_a_rule_is_refused_and_the_rule_named() -> None:
    assert [(rule, text) for rule, text in wrong(*TUNED) if broken(text) != rule] == []


def test_fine_asks_the_rules_never_saw_pass() -> None:
    assert [text for text in KEPT_FINE if broken(text) is not None] == []


def test_wrong_asks_the_rules_never_saw_are_named_nineteen_times_in_twenty() -> None:
    asks = wrong("kept")
    missed = [(rule, text) for rule, text in asks if broken(text) != rule]
    assert len(missed) <= len(asks) / 20, missed


def test_newest_wordings_pass_when_fine_and_are_named_seven_times_in_ten_when_not() -> None:
    asks = wrong("fresh")
    assert [text for kind in ("plain", "scary") for text in ASKS["fresh"][kind] if broken(text)] == []
    assert sum(broken(text) == rule for rule, text in asks) >= 0.7 * len(asks)


def test_over_all_asks_nineteen_wrong_ones_in_twenty_are_named() -> None:
    asks = wrong(*ASKS)
    assert sum(broken(text) == rule for rule, text in asks) >= 0.95 * len(asks)


def test_there_are_enough_asks_of_each_sort_to_mean_something() -> None:
    assert len(FINE) + len(KEPT_FINE) >= 200
    assert sum(len(ASKS[part]["scary"]) for part in (*TUNED, "kept")) >= 100
    assert len(KEPT_FINE) >= 60
    assert len(wrong("kept")) >= 60
    assert (
        {rule for rule, _ in wrong("seen")}
        == {rule for rule, _ in wrong("kept")}
        == set(Rule) - {"unreadable"}
    )


@pytest.mark.parametrize("domain", ["social", "professional", "romantic", "customers"])
def test_every_sentence_of_the_bank_passes_the_filter_for_own_asks(domain: str) -> None:
    bank = tomllib.loads((BANK / f"{domain}.toml").read_text(encoding="utf-8"))["challenge"]
    texts = [one[part] for one in bank for part in ("ask", "line", "smaller")]
    assert [text for text in texts if len(text) <= ethics.LONGEST and broken(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "?!",
        "123",
        "🙏🙏",
        "a",
        "ask my boss " * 40,
        "попросить начальника о пятницах",
        "上司に金曜日休みを頼む",
        "ask her for секс",
        "ask a stranger for sеx",
        "ask for \U0001d2e0 ꜱᴇx",
        "meinen Chef um einen freien Tag bitten",
        "pedir a mi jefe los viernes libres",
        "demander une augmentation à mon chef",
        "pyydä pomolta perjantait vapaaksi heti",
    ],
)
def test_what_cannot_be_read_is_said_to_be_unreadable(text: str) -> None:
    assert broken(text) is Rule.UNREADABLE


def test_a_language_without_rules_is_unreadable_and_a_region_of_one_with_rules_is_not() -> None:
    assert broken("ask my boss for Fridays off", "de") is Rule.UNREADABLE
    assert broken("ask my boss for Fridays off", "en-GB") is None


@pytest.mark.parametrize(
    "text",
    [
        "ask for a crème brûlée at the café",
        "ask Łukasz and Søren to play boules",
        "ask the 日本語 teacher for help with my kanji",
        "ask my neighbour for an egg 🥚🙏",
        "free coffee",
    ],
)
def test_accents_emoji_and_a_foreign_word_are_fine(text: str) -> None:
    assert broken(text) is None


@pytest.mark.parametrize("text", ["ask a stranger for sex", "lie to my boss", "ask a stranger to punch me"])
def test_shouting_spacing_and_disguise_change_nothing(text: str) -> None:
    plain = broken(text)
    assert plain is not None
    for typed in (
        text.upper(),
        text.replace(" ", "  "),
        f"“{text}”",
        f"...{text}!!!",
        text.replace("s", "\u200bs"),
    ):
        assert broken(typed) is plain


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ask a stranger for $5", None),
        ("ask a stranger for $500", Rule.MONEY),
        ("ask a stranger for 2,000 €", Rule.MONEY),
        ("ask my boss for $5,000 more", None),
        ("ask my son to play chess", None),
        ("ask a kid to play chess", Rule.MINORS),
        ("ask a woman from my choir for her number", None),
        ("ask the waitress for her number", Rule.ROMANTIC_AT_WORK),
        ("ask the waitress for the number of a taxi", None),
        ("ask my flatmate to stop smoking weed", None),
        ("ask my flatmate for some weed", Rule.ILLEGAL),
        ("ask the barista how her day is after the morning rush", None),
        ("ask the barista how her day is during the morning rush", Rule.STAFF_AT_PEAK),
        ("ask people until somebody says yes", None),
        ("ask her until she says yes", Rule.PRESSURE),
        ("ask a dancer if i may film her", None),
        ("ask a dancer for a move and secretly film her", Rule.FILMING),
        ("ask my wife for more sex", None),
        ("ask my wifes friend for sex", Rule.SEXUAL),
    ],
)
def test_the_same_words_are_judged_by_what_stands_around_them(text: str, rule: Rule | None) -> None:
    assert broken(text) is rule


@given(st.text(max_size=400), st.text(max_size=8))
@example("\u200b" * 300, "en")
@example("\ud800 ask", "en")
@example("ß" * 300, "en")
@example("ﷺ" * 300, "en")
def test_any_text_in_any_language_is_answered(text: str, language: str) -> None:
    assert broken(text, language) in (None, *Rule)
    assert broken(text) in (None, *Rule)


PIECES = [
    "ask the ",
    "tell someone the people guy ",
    "keep asking ",
    "said no again ",
    "a",
    "my ",
    "film it ",
    "i ",
]
WORDS = st.sampled_from(
    [
        "ask",
        "tell",
        "the",
        "a",
        "my",
        "his",
        "her",
        "film",
        "until",
        "no",
        "not",
        "stranger",
        "for",
        "people",
        ".",
    ]
)


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_ask_of_one_piece_over_and_over_is_read(piece: str) -> None:
    """How long it takes is for the benchmarks; here it comes to an end."""
    assert broken((piece * ethics.LONGEST)[: ethics.LONGEST]) in (None, *Rule)


@given(st.lists(WORDS, min_size=40, max_size=70))
def test_words_of_the_rules_in_any_order_are_read(words: list[str]) -> None:
    assert broken(" ".join(words)[: ethics.LONGEST]) in (None, *Rule)
