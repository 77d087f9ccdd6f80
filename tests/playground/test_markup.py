"""Telegram's HTML: what it reads, and its own words for what it does not. Cases follow TDLib's own tests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.markup import parse, utf16
from bot.playground.refusal import Refused
from bot.playground.text import formatted

LEAD = "🏟 🏟&lt;"
BROKEN = [
    ("&#57311;", "Text contains invalid Unicode characters after decoding HTML entities, "
     "check for unmatched surrogate code units"),
    (f"{LEAD}<abacaba", "Unclosed start tag at byte offset 13"),
    (f"{LEAD}<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    (f"{LEAD}<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    (f"{LEAD}<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
    (f"{LEAD}<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    (f"{LEAD}<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    (f'{LEAD}<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    (f"{LEAD}</", "Unexpected end tag at byte offset 13"),
    (f"{LEAD}<i>a</i   ", "Unclosed end tag at byte offset 17"),
    (f"{LEAD}<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ('<tg-time unix="12345" format="rt">x</tg-time>', "Invalid date format used"),
]  # fmt: skip
READ: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("plain > & text", "plain > & text", []),
    ("&ge;&lt;&gt;&amp;&quot;&#12345678;&#39;&#x27", "&ge;<>&\"&#12345678;''", []),
    ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", [{"type": "italic", "offset": 5, "length": 5}]),
    ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟",
     [{"type": "italic", "offset": 5, "length": 7}, {"type": "bold", "offset": 9, "length": 3}]),
    (f"{LEAD}<b></b>", "🏟 🏟<", []),
    ("<i>a</>", "a", [{"type": "italic", "offset": 0, "length": 1}]),
    ('<a href="telegram.org?&lt;">x</a>', "x",
     [{"type": "text_link", "offset": 0, "length": 1, "url": "http://telegram.org/?<"}]),
    ('<a href="tg://user?id=7">x</a>', "x",
     [{"type": "text_mention", "offset": 0, "length": 1, "user_id": 7}]),
    ("<a>nowhere</a>", "nowhere", []),
    ('<pre><code class="language-fift">x</code></pre>', "x",
     [{"type": "pre", "offset": 0, "length": 1, "language": "fift"}]),
    ("<blockquote   expandable>a<u>b</u></blockquote>", "ab",
     [{"type": "expandable_blockquote", "offset": 0, "length": 2},
      {"type": "underline", "offset": 1, "length": 1}]),
    ('<tg-time unix="12345" format="t">9:00</tg-time>', "9:00",
     [{"type": "date_time", "offset": 0, "length": 4, "unix_time": 12345, "date_time_format": "t"}]),
    ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab",
     [{"type": "spoiler", "offset": 0, "length": 1}, {"type": "spoiler", "offset": 1, "length": 1}]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "words"), BROKEN)
def test_broken_markup_is_refused_in_telegrams_words(markup: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(markup)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(("markup", "text", "entities"), READ)
def test_markup_becomes_text_and_entities(markup: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse(markup) == (text, entities)


def read_or_refused(markup: str) -> tuple[str, list[dict[str, Any]]]:
    try:
        return parse(markup)
    except Refused:
        return "", []


@given(st.text(alphabet=st.sampled_from("<>/&;ab=\"'# -i🏟\n"), max_size=40))
def test_entities_of_any_markup_lie_inside_the_text(markup: str) -> None:
    text, entities = read_or_refused(markup)
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16(text) for e in entities)


def test_white_space_at_the_ends_goes_and_entities_move_along() -> None:
    assert formatted("\n  <b>hi</b> you\n", "HTML", None) == (
        "hi you",
        [{"type": "bold", "offset": 0, "length": 2}],
    )


def test_telegram_finds_commands_names_and_links_by_itself() -> None:
    text, entities = formatted("/did@AskAnywayBot 🏟 @ana_duarte a/b https://a.example/x.", None, None)
    kinds = [
        (e["type"], text.encode("utf-16-le")[2 * e["offset"] :][: 2 * e["length"]].decode("utf-16-le"))
        for e in entities
    ]
    assert kinds == [
        ("bot_command", "/did@AskAnywayBot"),
        ("mention", "@ana_duarte"),
        ("url", "https://a.example/x"),
    ]
