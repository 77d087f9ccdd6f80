"""The page as a person meets it: a real browser, one visitor who clicks and types, a count of the taps.

It looks and clicks; what it finds is for the tests to judge. Of the world it only reads what has been said,
to know when the page has caught up.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.async_api import ConsoleMessage, Locator, Page, ViewportSize, async_playwright, expect

from bot.rehearsal import Rehearsal

Scheme = Literal["light", "dark"]

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
CHROMIUM = shutil.which("chromium")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 15_000.0  # milliseconds for the page to show what has happened, on a machine with much else to do
INNER = ("data:", "blob:")  # addresses that ask nobody


@dataclass
class Visitor:
    """Somebody in front of the page, being one of its people at a time."""

    page: Page
    stage: Rehearsal
    me: int = 0
    taps: int = 0
    faults: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)  # every address the browser wanted

    def by(self, testid: str) -> Locator:
        return self.page.get_by_test_id(testid)

    @property
    def bubbles(self) -> Locator:
        return self.by("bubble")

    @property
    def last(self) -> Locator:
        return self.bubbles.last

    def person(self, first_name: str) -> int:
        return next(one.id for one in self.stage.world.people.values() if one.first_name == first_name)

    @property
    def chat(self) -> int:
        """The chat that is open, by the page's address: one's own with the bot, or a group."""
        _, _, found = self.page.url.rpartition("/")
        chat = self.stage.world.chats.get(int(found) if found.lstrip("-").isdigit() else self.me)
        return (chat.migrated_to or chat.id) if chat else self.me

    def group(self, title: str) -> int:
        """The id of a group as it is now: a supergroup keeps the title and not the id."""
        chats = self.stage.world.chats.values()
        return next(one.id for one in chats if one.title == title and one.migrated_to is None)

    async def be(self, first_name: str) -> None:
        """Become this person, in their own chat with the bot."""
        self.me = self.person(first_name)
        await self.by(f"person-{self.me}").click()
        await self.caught_up()

    async def enter(self, title: str, first_name: str) -> None:
        """Open a group and be this person in it."""
        await self.by(f"group-{self.group(title)}").click()
        await self.speak_as(first_name)

    async def speak_as(self, first_name: str) -> None:
        """Become another person without leaving the group."""
        self.me = self.person(first_name)
        await self.by(f"speak-as-{self.me}").click()
        await expect(self.by(f"speak-as-{self.me}")).to_have_attribute("aria-pressed", "true")
        await self.caught_up()

    async def follow(self, label: str) -> None:
        """Tap the newest link button of the bot whose label begins so, and arrive where it leads."""
        self.taps += 1
        begins, before = re.compile(rf"^{re.escape(label)}"), self.page.url
        await self.by("inline-button").filter(has_text=begins).last.click()
        await expect(self.page).not_to_have_url(before)
        await self.caught_up()

    async def vote(self, option: str) -> None:
        """Vote in the newest poll for the option that begins so."""
        await self.by("poll-option").filter(has_text=option).last.click()
        await expect(self.by("poll-option").filter(has_text=option).last).to_have_attribute(
            "aria-pressed", "true"
        )
        await self.caught_up()

    async def change(self, *testids: str) -> None:
        """Choose from the menu of the chat, step by step: "change-group", "migrate"."""
        for testid in ("world-menu", *testids):
            await self.by(testid).click()
        await self.caught_up()

    async def role(self, who: str, act: str) -> None:
        """Choose what somebody ("bot" or a first name) may do, in the dialog of the group's people."""
        one = "bot" if who == "bot" else str(self.person(who))
        await self.by("members").click()
        await self.by(f"member-{one}-menu").click()
        await self.by(act).click()
        await self.page.keyboard.press("Escape")
        await self.caught_up()

    async def start(self) -> None:
        self.taps += 1
        await self.by("start").click()
        await expect(self.by("start")).to_be_hidden()
        await self.caught_up()

    async def tap(self, label: str) -> None:
        """Tap the newest button of the bot whose label begins so."""
        self.taps += 1
        begins = re.compile(rf"^{re.escape(label)}")
        await self.by("inline-button").filter(has_text=begins).last.click()
        await expect(self.page.locator(".key.waiting")).to_have_count(0)
        await self.caught_up()

    async def say(self, words: str) -> None:
        """Type something and send it with Enter."""
        own = self.page.locator('[data-testid="bubble"][data-from="person"]')
        before = await own.count()
        await self.by("composer").fill(words)
        await self.by("composer").press("Enter")
        await expect(own).to_have_count(before + 1)
        await self.caught_up()

    async def next_morning(self) -> None:
        await self.by("next-morning").click()
        await expect(self.page.locator("#stage")).not_to_have_attribute("aria-busy", "true")
        await self.caught_up()

    async def caught_up(self) -> None:
        """Wait until the bot has answered and the page shows the end of this chat as it now is.

        Whoever calls this has seen on the page that the playground knows of what was done."""
        await self.stage.settle()
        said = self.stage.world.messages(self.chat)
        if not said:
            await expect(self.bubbles).to_have_count(0)
            return
        await expect(self.last).to_have_attribute("data-message-id", str(said[-1]["message_id"]))
        await expect(self.last.get_by_test_id("inline-button")).to_have_text(labels(said[-1]))

    def heard(self, line: ConsoleMessage) -> None:
        if line.type in ("error", "warning"):
            self.faults.append(line.text)

    def strayed(self) -> set[str]:
        """The addresses asked for that are not the playground's own."""
        home = self.stage.served.url + "/"
        return {url for url in self.asked if not url.startswith((home, *INNER))}


def labels(message: dict[str, object]) -> list[str]:
    markup = message.get("reply_markup")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return [button["text"] for row in rows for button in row]


@asynccontextmanager
async def visiting(
    stage: Rehearsal, size: ViewportSize, scheme: Scheme = "light", scale: float = 1
) -> AsyncIterator[Visitor]:
    """Open the page in a browser of its own; faults of the page are noted from its first line on."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        page = await browser.new_page(
            viewport=size, color_scheme=scheme, device_scale_factor=scale, has_touch=size == PHONE
        )
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        visitor = Visitor(page, stage)
        _listen(visitor)
        await page.goto(stage.served.url)
        await expect(visitor.by("chat-list").get_by_role("button").first).to_be_visible()
        yield visitor
        await browser.close()


def _listen(visitor: Visitor) -> None:
    page = visitor.page
    page.on("request", lambda request: visitor.asked.add(request.url))
    page.on("websocket", lambda socket: visitor.asked.add(socket.url))
    page.on("pageerror", lambda error: visitor.faults.append(str(error)))
    page.on("console", visitor.heard)
