"""What a group reads: it fits, it leads nowhere, and it says no more of anybody than they chose."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.circle_taps import Cheer, Share, VoteBold
from bot.coach.circles.model import Line, Sharing, Today
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import circles, groups
from bot.coach.model import Kind, Outcome
from bot.words import circle_lines, circle_themes, screen
from bot.words.screen import Html, Screen, Toasted
from bot.words.speech import speech
from tests.words.circle_examples import (
    BOLD,
    CARD,
    FULL,
    GROUPS,
    HUGE,
    JOIN,
    LINKED,
    MANY,
    MINE,
    QUIET,
    RECAP,
    VIEW,
    WIDE,
    crowd,
)
from tests.words.stock import HOSTILE
from tests.words.test_screens import WORDS, faults_of_html, labels, plain, shown, units

ENGLISH = speech("en")
NAMES = (HOSTILE, LINKED, WIDE, "&" * 64, "\u05d0" * 64, "a.b/c@d#e" * 8, "\u200b", "x" * 64)
TOASTS: tuple[groups.Toast, ...] = (
    *(groups.Cheered(name) for name in NAMES),
    groups.Voted(),
    groups.JoinFirst(JOIN),
    groups.OverThere(),
)
# what Telegram makes links of: addresses, @names, /commands, #tags
LINK = re.compile(r"[@#/$]\w|\w\.\w")


def taps(screen_: Screen) -> list[object]:
    return [button.tap for row in screen_.rows for button in row if button.tap]


# --- it fits


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("note", [None, "\U0001f98a" * 200, LINKED * 7, "a/b" * 66])
def test_a_full_card_fits_a_message(name: str, note: str | None) -> None:
    card = WORDS.screen(replace(FULL, today=crowd(name, note)))
    assert faults_of_html(card.text) is None
    assert units(card.text) <= 4096
    assert 24 < len(labels(card)) <= 100
    assert all(len(row) <= 3 for row in card.rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_full_recap_fits_below_its_picture(name: str) -> None:
    week = replace(HUGE, yeses=(name,) * 12, comebacks=(name,) * 12)
    bold = tuple(replace(one, name=name, note=LINKED * 7) for one in MANY)
    for message in (
        groups.CircleRecap(7, week, bold, None, closed=False),
        groups.CircleRecap(7, week, bold, bold[0], closed=True),
        groups.CircleRecap(7, week, bold, None, closed=True),
    ):
        recap = WORDS.screen(message)
        assert faults_of_html(recap.text) is None
        assert units(recap.text) <= 1024


def test_an_ordinary_card_is_not_shortened() -> None:
    note = "n" * 200
    lines = tuple(Line(n, f"Ana{n}", Outcome.YES, note) for n in range(8))
    assert WORDS.screen(replace(CARD, today=Today((), lines))).text.count(note) == 8


@pytest.mark.parametrize("toast", TOASTS)
def test_a_toast_is_short_and_plain(toast: groups.Toast) -> None:
    told = WORDS.toast(toast)
    assert 0 < len(told.text) <= 200
    assert not re.search(r"&(lt|gt|amp);", told.text)
    assert told.url is None or told.url == "https://t.me/AskAnywayBot?start=j7-k3y"


def test_who_has_not_joined_is_led_to_where_they_can() -> None:
    assert WORDS.toast(groups.JoinFirst(JOIN)).url == circle_lines.web(JOIN)
    assert WORDS.toast(groups.Cheered("Ana & Ben")) == Toasted("Your clap is on its way to Ana & Ben.")


def test_a_poll_is_what_telegram_takes() -> None:
    poll = WORDS.screen(groups.ThemePoll(tuple(CircleTheme)[:10])).poll
    assert poll is not None
    assert 0 < len(poll.question) <= 300
    assert len(set(poll.options)) == 10
    assert all(0 < len(option) <= 40 and "&" not in option for option in poll.options)


# --- it leads nowhere


@pytest.mark.parametrize("title", GROUPS)
def test_nothing_that_people_wrote_becomes_a_link_in_a_group(title: str) -> None:
    assert LINK.search(plain(WORDS.screen(GROUPS[title]).text)) is None


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_is_written_is_unlinked_and_still_safe(words: str) -> None:
    told = circle_lines.told(words, words, ENGLISH)
    assert faults_of_html(told) is None
    assert LINK.search(plain(told)) is None
    assert "\n" not in told


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_name_on_a_button_is_written_as_it_is(words: str) -> None:
    told = screen.plain(screen.escape(words))
    assert told.strip("\u2068\u2069") == screen._UNSAFE.sub("", words).strip("\u2068\u2069")


def test_plain_text_has_no_markup() -> None:
    assert screen.plain(Html("<b>Ana &amp; &lt;b&gt;</b>")) == "Ana & <b>"


# --- it tells no more than was chosen


def test_a_line_shows_only_what_it_was_given() -> None:
    alone = WORDS.screen(replace(QUIET, today=Today((), (Line(3, "Cleo"),)))).text
    assert alone.endswith("✓ <b>Cleo</b>")
    full = Line(3, "Cleo", Outcome.NO, "He laughed.", 2)
    assert WORDS.screen(replace(QUIET, today=Today((), (full,)))).text.endswith(
        "✓ <b>Cleo</b> · a no · “He laughed.” · 👏 2"
    )


def test_a_day_of_nobody_names_nobody_and_counts_nobody() -> None:
    told = plain(WORDS.screen(QUIET).text)
    assert "8" not in told.replace("July 8", "")
    assert not re.search(r"\b(nobody|none|no one|missing|yet|0)\b", told, re.IGNORECASE)


def test_a_yes_and_a_no_are_told_alike() -> None:
    yes, no = (WORDS.screen(replace(QUIET, today=Today((), (Line(3, "Cleo", one),)))) for one in
               (Outcome.YES, Outcome.NO))  # fmt: skip
    assert yes.text.replace("a yes", "a no") == no.text
    assert yes.rows == no.rows


def test_each_who_asked_can_be_cheered() -> None:
    assert taps(WORDS.screen(CARD)) == [Cheer(7, 3), Cheer(7, 4), Cheer(7, 5)]
    assert [tap for tap in taps(WORDS.screen(QUIET)) if isinstance(tap, Cheer)] == []


def test_a_card_leads_into_the_circle_and_to_the_common_ask() -> None:
    together = WORDS.screen(replace(CARD, together=CircleTheme.ODD, together_link=MINE))
    urls = [button.url for button in together.rows[-1]]
    assert urls == ["https://t.me/AskAnywayBot?start=j7-k3y", "https://t.me/AskAnywayBot?start=t7-k3y"]
    assert labels(WORDS.screen(CARD))[-1] == "Join"


def test_a_vote_is_between_several_and_ends() -> None:
    assert taps(WORDS.screen(RECAP)) == [VoteBold(7, 11), VoteBold(7, 12)]
    assert WORDS.screen(replace(RECAP, bold=BOLD[:1])).rows == ()
    assert WORDS.screen(replace(RECAP, closed=True)).rows == ()


def test_a_counted_vote_changes_what_is_seen() -> None:
    voted = replace(RECAP, bold=(replace(BOLD[0], votes=1), BOLD[1]))
    assert shown(WORDS.screen(voted)) != shown(WORDS.screen(RECAP))


def test_what_frightened_is_told_of_nobody() -> None:
    told = WORDS.screen(replace(RECAP, bold=(), week=replace(RECAP.week, yeses=(), comebacks=()))).text
    assert "odd requests" in told
    assert not re.search(r"Ana|Ben|Dev", told)


def test_a_preview_is_what_the_card_will_say() -> None:
    note = "t.me/x & <i>more</i>  of\nit"
    preview = WORDS.screen(circles.NotePreview(7, "Sunday climbers", 11, "Ana", note)).text
    card = WORDS.screen(replace(QUIET, today=Today((), (Line(3, "Ana", None, note),)))).text
    shown_ = ENGLISH("“{note}”", note=screen.unlinked(screen.name(note, 200)))
    assert shown_ in preview
    assert shown_ in card


def test_a_message_without_a_word_is_only_an_act() -> None:
    for title in ("close-poll", "pin-card", "nod", "leave-channel"):
        act = WORDS.screen(GROUPS[title])
        assert act == Screen("", gesture=act.gesture)
        assert act.gesture is not None


# --- themes


@pytest.mark.parametrize("theme", CircleTheme)
def test_a_theme_has_a_short_title_and_one_sentence_of_invitation(theme: CircleTheme) -> None:
    assert 0 < len(circle_themes.title(theme, ENGLISH)) <= 40
    invitation = circle_themes.invitation(theme, ENGLISH)
    assert invitation.startswith("Ask ")
    assert invitation.endswith(".")
    assert len(invitation) <= 100


def test_themes_and_sorts_of_ask_are_told_apart() -> None:
    assert len({circle_themes.title(theme, ENGLISH) for theme in CircleTheme}) == len(CircleTheme)
    assert len({circle_themes.kind_name(kind, ENGLISH) for kind in Kind}) == len(Kind)


def test_every_level_of_sharing_can_be_chosen_and_one_is_ticked() -> None:
    view = WORDS.screen(VIEW)
    assert [tap for tap in taps(view) if isinstance(tap, Share)] == [Share(7, level) for level in Sharing]
    assert [label for label in labels(view) if label.startswith("✓")] == ["✓ That I asked"]
