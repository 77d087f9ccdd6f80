"""The kind of an own ask, read from its words; where nothing is plain, none."""

from __future__ import annotations

import pytest

from bot.coach.kinds import kind_of
from bot.coach.model import Kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ask my boss for Fridays off", Kind.OPPORTUNITY),
        ("ask for a raise", Kind.OPPORTUNITY),
        ("Ask the landlord for a lower rent", Kind.DISCOUNT),
        ("a DISCOUNT on the last croissant", Kind.DISCOUNT),
        ("ask my uncle to lend me his car for a week", Kind.COSTLY),
        ("ask Sam to lend me a pen", Kind.SMALL_FAVOUR),
        ("ask a stranger to hold my bag", Kind.SMALL_FAVOUR),
        ("Ask Mia for a coffee on Sunday", Kind.INVITATION),
        ("ask my team lead for feedback on the talk", Kind.FEEDBACK),
        ("ask somebody where the station is", Kind.INFORMATION),
        ("ask how to tie this knot", Kind.INFORMATION),
        ("sing on the bus", None),
        ("", None),
        ("my coffeemaker", None),  # words, not pieces of words
    ],
)
def test_the_kind_is_read_from_plain_words_only(words: str, kind: Kind | None) -> None:
    assert kind_of(words, "en") is kind


def test_in_a_language_it_does_not_know_it_reads_nothing() -> None:
    assert kind_of("ask for a discount", "de") is None
