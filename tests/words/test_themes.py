"""Each theme of a program has asks enough, from the first rungs on, and says what it is named for."""

from __future__ import annotations

import re

import pytest

from bot.coach.enrolment import Theme
from bot.coach.programs import DOMAIN_OF
from bot.words import bank
from bot.words.bank import Entry

ENTRIES = tuple(bank.load().entries.values())

# a word of each theme; a text without one is a reason to reread it, and then stands here with its reason
NAMED = {
    Theme.ACCOMMODATIONS: r"later|call of|slow\w*|swap|hour|window|quiet|smaller|wait|fewer|eases?|easier"
    r"|one more day|same wish|small",
    Theme.SENIORS: r"senior|lead|manager|teacher|tutor|mentor|more years|more experience|respect|decides?"
    r"|expert|worked with or for|you'd love to work with|turned you down|said no|matters most"
    r"|the one who'll know|in your field",
    Theme.IDEAS: r"ideas?|differently|a different way|view|better|how you see it",
    Theme.RESOURCES: r"pay|price|pays|cost\w*|fee|pa(?:id|yslip)|charge|chair|hours?|form|lamp|improvement"
    r"|buys|request|eases|owe",
    Theme.DONE_WELL: r"well|liked?|best|happy|kind|love\w*|remember|caught|warmest|stay|miss|one word|story",
    Theme.TO_CHANGE: r"change|chang\w+|differently|missing|miss|wrong|unclear|rearrange|would have|instead"
    r"|leave|bothers?|bothered|tiresome|interrupt|do without|strike out|worse|fail|ended it|last straw|wishes"
    r"|to the customer's liking|think aloud|need now|choose something else",
    Theme.REACTIONS: r"enjoys?|lingers?|kind|happy|least happy|could use|complained|loud\w*|critical|doubted"
    r"|has it|warmest|face|keenest",
}


def of(theme: Theme) -> list[Entry]:
    return [entry for entry in ENTRIES if theme in entry.challenge.themes]


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_has_asks_enough_from_the_first_rungs_on(theme: Theme) -> None:
    rungs = [entry.challenge.rung for entry in of(theme)]
    assert len(rungs) >= 8
    assert set(range(1, 8)) <= set(rungs), "the theme of a week is there at every size but the boldest"
    assert sum(rung <= 3 for rung in rungs) >= 3


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_meets_people_in_several_places(theme: Theme) -> None:
    assert len({entry.challenge.context for entry in of(theme)}) >= 3


@pytest.mark.parametrize("theme", Theme)
def test_an_ask_says_the_theme_it_is_tagged_with(theme: Theme) -> None:
    named = re.compile(rf"\b(?:{NAMED[theme]})\b")
    assert [e.challenge.id for e in of(theme) if not named.search(e.ask.lower())] == []


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_is_of_one_domain_only(theme: Theme) -> None:
    assert {entry.challenge.domain for entry in of(theme)} == {DOMAIN_OF[theme]}
