"""Every message as it is read: a snapshot each, and the rules that all of them keep."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.coach import messages as said
from bot.coach.messages import Ask, Message, Reflection, Stage
from bot.coach.model import Cause, Outcome, Size, Why
from bot.coach.taps import Answer, Finish, Smaller, Step
from bot.words import bank, commands, screen
from bot.words.asks import why_sentence
from bot.words.render import Words
from bot.words.screen import Button, Screen, cut, escape, name
from bot.words.speech import speech
from tests.words.examples import EXAMPLES
from tests.words.stock import BANK, HOSTILE, OWN, STORY, TUESDAY

WORDS = Words(BANK)
SCREENS = {title: WORDS.screen(message) for title, message in EXAMPLES.items()}
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
# what a coach of a clinic would say, and what presses
SHUNNED = re.compile(
    r"\b(should|must|exposure|imaginal|debrief\w*|distress|baseline|cognitive|desensit\w+|habituat\w+|resilien\w+"
    r"|cure[sd]?|heal\w*|treatment|proven|guarantee\w*|fail\w*|streak|lost a|don't break|keep it up)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"<(/?)(b|i|u|blockquote|code)>|&(?:lt|gt|amp|quot);|[^<>&]")


def faults_of_html(text: str) -> str | None:
    """Judge a text as Telegram's HTML, strictly: no attribute, no bare sign, tags closed in order."""
    opened: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text):
        if token.start() != end:
            break
        end = token.end()
        closing, tag = token[1], token[2]
        if tag and not closing:
            if tag in opened or "code" in opened:
                return f"<{tag}> inside {opened}"
            opened.append(tag)
        elif tag and (not opened or opened.pop() != tag):
            return f"</{tag}> closes nothing"
    if end != len(text):
        return f"unread from {text[end : end + 20]!r}"
    return f"open: {opened}" if opened else None


def plain(text: str) -> str:
    """What is left on the screen of a reader."""
    text = re.sub(r"</?[a-z]+>", "", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def units(text: str) -> int:
    return len(plain(text).encode("utf-16-le")) // 2


def shown(screen: Screen) -> str:
    rows = ["  ".join(f"[{button.label}]" for button in row) for row in screen.rows]
    taps = [f"  {button.label} -> {button.tap or button.url}" for row in screen.rows for button in row]
    picture = ["(a picture)"] if screen.picture else ["(a file)"] if screen.file else []
    voice = [f"(a voice note; else: {screen.voice.gone})"] if screen.voice else []
    poll = [f"({screen.poll.question}) {' | '.join(screen.poll.options)}"] if screen.poll else []
    gesture = [f"({screen.gesture})"] if screen.gesture else []
    # marks that reorder a line would reorder the snapshot too
    text = screen.text.replace("\u2068", "{FSI}").replace("\u2069", "{PDI}").replace("\u2060", "{WJ}")
    above = ["", text, *picture, *voice, *poll, *gesture]
    return "\n".join([*above, *([""] if rows else []), *rows, *([""] if rows else []), *taps, ""])


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def taps(screen: Screen) -> list[object]:
    return [button.tap for row in screen.rows for button in row]


@pytest.mark.parametrize("title", EXAMPLES)
def test_a_message_reads_as_it_was_approved(title: str, snapshot: SnapshotAssertion) -> None:
    assert shown(SCREENS[title]) == snapshot


def test_every_message_has_an_example() -> None:
    assert {type(message) for message in EXAMPLES.values()} == set(get_args(Message))


def test_a_screen_keeps_to_what_telegram_takes() -> None:
    for title, shown in SCREENS.items():
        assert faults_of_html(shown.text) is None, title
        captioned = shown.picture or shown.file or shown.voice
        assert units(shown.text) <= (1024 if captioned else 4096), title
        assert [shown.text != "", shown.poll is not None, shown.gesture is not None].count(True) == 1, title
        assert all(0 < len(row) <= 8 for row in shown.rows), title
        assert all(0 < len(label) <= 40 for label in labels(shown)), title
        assert "hostile" in title or not any(set(label) & set("<>&") for label in labels(shown)), title
        assert not set(shown.text) & set(OVERRIDES), title


def test_a_screen_keeps_the_tone() -> None:
    for title, shown in SCREENS.items():
        read = "\n".join([plain(shown.text), *labels(shown)])
        assert SHUNNED.search(read) is None, title
        assert read.count("!") <= 1, title
        assert not re.search(r"  (?![◐–◌○])", plain(shown.text)), title
        assert not re.search(r"[{}]|None|True|False", read), title


def test_no_screen_offers_the_same_button_twice() -> None:
    for title, shown in SCREENS.items():
        targets = [(button.tap, button.url) for row in shown.rows for button in row]
        assert len(targets) == len(set(targets)), title


@pytest.mark.parametrize("title", [title for title in EXAMPLES if title.startswith("card")])
def test_a_card_is_compact(title: str) -> None:
    assert units(SCREENS[title].text) <= 700


def test_a_no_and_a_yes_get_the_same_warmth() -> None:
    yes, no = SCREENS["card yes"].text, SCREENS["card no"].text
    assert yes.replace("a yes", "a no") == no


@pytest.mark.parametrize("outcome", [Outcome.BACKED_OUT, Outcome.NOT_TRIED])
def test_an_ask_not_made_is_never_counted(outcome: Outcome) -> None:
    told = SCREENS[f"card {outcome}"].text
    assert "row" not in told
    assert "Ask number" not in told


def test_the_run_of_days_is_left_out_where_it_would_end_on_a_loss() -> None:
    assert "in a row" not in SCREENS["card own"].text
    assert "in a row" not in SCREENS["progress after a break"].text


@pytest.mark.parametrize("cause", Cause)
def test_every_size_can_say_why(cause: Cause) -> None:
    for before, day, peak in product([None, 1, 3, 4, 10], [None, TUESDAY], [None, 4, 9]):
        said = why_sentence(Why(cause, 3, before, day, peak), speech("en"))
        assert said.startswith("Rung 3 of 10"), said
        assert said.endswith("."), said
        assert "one up from" not in said or before == 2, said
        assert "the same as" not in said or before == 3, said
        assert "one down" not in said or before == 4, said


def test_the_reason_of_a_rise_names_the_day_and_its_peak() -> None:
    why = Why(Cause.ROSE, 3, 2, TUESDAY, 4)
    told = "Rung 3 of 10, one up from Tuesday, since Tuesday peaked at 4."
    assert why_sentence(why, speech("en")) == told
    assert "peaked" not in why_sentence(replace(why, last_peak=9), speech("en"))


def test_swaps_are_offered_only_while_there_are_some() -> None:
    assert "Another one (2 left)" in labels(SCREENS["offer"])
    assert not [label for label in labels(SCREENS["offer no swaps"]) if "Another" in label]


def test_smaller_leads_to_imagining_and_no_further() -> None:
    assert Button("Smaller", Smaller(7)) in SCREENS["offer"].rows[1]
    assert Button("Only imagine it", Smaller(7, Size.SMALLER)) in SCREENS["offer smaller"].rows[1]
    assert not any(isinstance(tap, Smaller) for tap in taps(SCREENS["offer imaginal"]))


def test_the_first_three_asks_come_without_a_line_to_say() -> None:
    assert "You could say" in SCREENS["offer"].text
    assert "You could say" not in SCREENS["offer baseline"].text


@pytest.mark.parametrize("stage", [Stage.OFF, Stage.DONE, Stage.GONE])
def test_what_is_over_has_no_buttons(stage: Stage) -> None:
    assert SCREENS[f"offer {stage}"].rows == ()


def test_what_was_read_comes_first_and_ticked() -> None:
    first = SCREENS["ask-outcome read no respectful"].rows[0]
    assert first == (Button("✓ No, kindly", Answer(7, Step.OUTCOME, "no.respectful")),)


def test_every_answer_is_on_the_screen_once() -> None:
    codes = [tap.value for tap in taps(SCREENS["ask-outcome"]) if isinstance(tap, Answer)]
    assert len(codes) == len(set(codes)) == 8
    assert {Outcome(str(code).partition(".")[0]) for code in codes} == set(Outcome)


def test_a_pending_answer_is_closed_by_an_answer_only() -> None:
    codes = {tap.value for tap in taps(SCREENS["any-answer"]) if isinstance(tap, Answer)}
    assert codes == {"yes", "partial", "no.respectful", "no.dismissive", "no.ambiguous", "pending"}


AFTER = ("ask-story", "ask-peak", "ask-feeling 2", "ask-cost no", "ask-again")


@pytest.mark.parametrize("title", [*AFTER, *(f"ask-learned {thought}" for thought in Reflection)])
def test_every_question_after_an_ask_can_be_skipped_or_ended(title: str) -> None:
    ways = taps(SCREENS[title])
    assert Finish(7) in ways
    assert [tap for tap in ways if isinstance(tap, Answer) and tap.value is None]


def test_a_bad_hour_always_leads_to_people() -> None:
    for title in ("in-crisis acute", "in-crisis", "in-crisis somewhere", "on-hold"):
        urls = [button.url for row in SCREENS[title].rows for button in row]
        assert "https://findahelpline.com" in urls
        assert "local emergency number" in SCREENS[title].text


def test_a_name_cannot_break_out_of_its_place() -> None:
    safe = name(HOSTILE)
    assert faults_of_html(safe) is None
    assert safe.startswith("\u2068")
    assert safe.endswith("\u2069")
    assert not set(safe) & set(OVERRIDES + "\u2066")


@given(st.text(st.characters(codec=None, exclude_categories=[])))
def test_escaped_words_are_always_safe(words: str) -> None:
    safe = escape(words)
    assert faults_of_html(safe) is None
    assert not set(safe) & set(OVERRIDES)
    assert safe.count("\u2068") == safe.count("\u2069") <= 1
    assert safe.encode("utf-8").decode("utf-8") == safe


@given(st.text(), st.integers(10, 60))
def test_a_cut_never_grows(words: str, most: int) -> None:
    assert len(cut(words, most)) <= most or words == cut(words, most)


def test_long_words_are_cut_at_a_word() -> None:
    assert cut("one two three four", 14) == "one two three…"
    assert cut("one two three four", 13) == "one two…"
    assert cut("onetwothreefour", 8) == "onetwot…"
    assert units(screen.quote(STORY, 200)) <= 210


def test_a_button_does_exactly_one_thing() -> None:
    with pytest.raises(ValueError, match="needs a tap or a url"):
        Button("nothing")
    with pytest.raises(ValueError, match="only one of them"):
        Button("both", Finish(1), "https://example.org")


@pytest.mark.parametrize("size", Size)
def test_the_whole_bank_fits_on_a_screen(size: Size) -> None:
    real = bank.load()
    words = Words(real)
    for challenge in real.challenges:
        offer = said.Offer(
            1, Ask(challenge.id, size=size), Why(Cause.START, challenge.rung), Stage.OFFERED, 3
        )
        assert faults_of_html(words.screen(offer).text) is None
        card = words.screen(said.Card(
            1, offer.ask, challenge.domain, Outcome.YES, None, 10, 10, 100, 100, 10, 100, 100, offer.why,
        ))  # fmt: skip
        assert units(card.text) <= 700


@pytest.mark.parametrize("language", ["", "de", "pt-br", "zh-hans", "../../etc", "xx", "en-GB"])
def test_an_unknown_language_is_spoken_to_in_english(language: str) -> None:
    assert WORDS.screen(said.OffToday(True, TUESDAY, False), language) == WORDS.screen(
        said.OffToday(True, TUESDAY, False)
    )


def test_an_own_ask_is_never_taken_for_markup() -> None:
    told = WORDS.screen(said.AskStory(1, Ask(None, "<code>x</code>"))).text
    assert "&lt;code&gt;" in told
    assert OWN.own is not None
    assert OWN.own in WORDS.screen(said.AskStory(1, OWN)).text


def test_commands_are_the_short_ones_in_order() -> None:
    private = commands.private("en")
    first = "start today did skip stats journal ladder circle buddy easier harder"
    then = "pause resume undo settings privacy export import delete help cancel"
    assert [command for command, _ in private] == [*first.split(), *then.split()]
    assert all(3 <= len(description) <= 40 for _, description in (*private, *commands.group("en")))
    assert [command for command, _ in commands.group("en")] == ["join", "leave", "circle", "buddy", "help"]
