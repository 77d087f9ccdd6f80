"""A group in the page by clicking, with the test as the bot: links, toasts, votes, roles, what is hidden."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page, Route, async_playwright, expect

from bot.playground import Served, World
from tests.journeys.browser import CHROMIUM, PHONE, QUIETLY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium on this machine"
    ),
]

Ask = Callable[..., Awaitable[dict[str, Any]]]


def board(*buttons: tuple[str, str]) -> dict[str, Any]:
    """One button a row; an address makes it a link."""
    rows = [
        [{"text": label, "url" if does.startswith("https:") else "callback_data": does}]
        for label, does in buttons
    ]
    return {"inline_keyboard": rows}


@pytest.fixture
async def page(served: Served, world: World, group: int, ben: int) -> AsyncIterator[Page]:
    """Ben in the group, on a phone; the page has to get along without a fault."""
    faults: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        page = await browser.new_page(viewport=PHONE)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        await page.goto(f"{served.url}/#/{ben}/{group}")
        await expect(page.get_by_test_id("bubble").last).to_be_visible()
        yield page
        await browser.close()
    assert faults == []


async def test_a_group_is_played_by_clicking(
    page: Page, ask: Ask, world: World, ana: int, ben: int, group: int
) -> None:
    here = page.url
    await a_toast_is_for_the_one_who_pressed(page, ask, world, ana, group)
    await people_vote_react_and_see_what_the_bot_did_not(page, ask, world, ana, group)
    await a_link_brings_the_bot_into_a_new_group(page, ask, world, group)
    await page.goto(here)
    await what_is_said_while_the_page_reads_the_world_stays(page, ask, world, group)
    await a_link_leads_a_stranger_to_start_and_start_carries_its_payload(page, ask, world, ben, group)
    await page.goto(here)
    await roles_and_the_upgrade_are_a_few_taps(page, ask, world, ana, group)
    assert world.unanswered() == []


async def a_link_leads_a_stranger_to_start_and_start_carries_its_payload(
    page: Page, ask: Ask, world: World, ben: int, group: int
) -> None:
    """The answer to a press leads there just as a link would."""
    await ask("sendMessage", chat_id=group, text="A circle", reply_markup=board(("Join", "join")))
    async with page.expect_response("**/play/press"):
        await page.get_by_role("button", name="Join").click()
    url = "https://t.me/AskAnywayBot?start=c-7"
    await ask("answerCallbackQuery", callback_query_id=world.unanswered()[0], url=url)
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("bubble")).to_have_count(1)
    assert [message["text"] for message in world.messages(ben)] == ["/start c-7"]


async def what_is_said_while_the_page_reads_the_world_stays(
    page: Page, ask: Ask, world: World, group: int
) -> None:
    """An answer that was on its way while something was said must not take it off the page again."""
    words = page.get_by_test_id("messages").get_by_text("said meanwhile")

    async def hold(route: Route) -> None:
        older = await route.fetch()
        await ask("sendMessage", chat_id=group, text="said meanwhile")
        await expect(words).to_be_visible()
        await route.fulfill(response=older)

    await page.route("**/play/state", hold, times=1)
    async with page.expect_response(lambda answer: "/play/state" in answer.url):
        world.add_person("Kim", zone="Asia/Seoul")
    await expect(page.get_by_test_id(f"person-{max(world.people)}")).to_have_count(1)
    await expect(words).to_be_visible()


async def a_link_brings_the_bot_into_a_new_group(page: Page, ask: Ask, world: World, group: int) -> None:
    link = board(("Add", "https://t.me/AskAnywayBot?startgroup=c-9"))
    await ask("sendMessage", chat_id=group, text="Yours?", reply_markup=link)
    await page.get_by_role("link", name="Add").click()
    await page.get_by_label("A new group").check()
    await page.get_by_label("Name of the new group").fill("Braver")
    await page.get_by_test_id("dialog-ok").click()
    await expect(page.get_by_test_id("bubble").last).to_contain_text("/start@AskAnywayBot c-9")
    made = next(chat for chat in world.chats.values() if chat.title == "Braver")
    assert made.bot == "member"


async def a_toast_is_for_the_one_who_pressed(
    page: Page, ask: Ask, world: World, ana: int, group: int
) -> None:
    keys = board(("Cheer", "c"))
    sent = (await ask("sendMessage", chat_id=group, text="Done: Ana", reply_markup=keys))["result"]
    others = world.press(ana, group, sent["message_id"], "c")
    await ask("answerCallbackQuery", callback_query_id=others, text="for Ana")
    async with page.expect_response("**/play/press"):
        await page.get_by_role("button", name="Cheer").click()
    await ask("answerCallbackQuery", callback_query_id=world.unanswered()[0], text="for Ben")
    await expect(page.get_by_test_id("toast")).to_have_text(["for Ben"])


async def people_vote_react_and_see_what_the_bot_did_not(
    page: Page, ask: Ask, world: World, ana: int, group: int
) -> None:
    content = {"question": "The boldest?", "options": ["Ana", "Ben"], "is_anonymous": False}
    poll = (await ask("sendPoll", chat_id=group, **content))["result"]
    world.vote(ana, group, poll["message_id"], [0])
    await page.get_by_test_id("poll-option").last.click()
    await expect(page.get_by_test_id("poll-option").last).to_contain_text("50%")
    said = world.say(ana, "between us", group)
    await expect(page.get_by_test_id("unseen")).to_have_count(1)
    await page.get_by_test_id("message-menu").last.click()
    await page.get_by_test_id("react").first.click()
    await expect(page.get_by_test_id("reaction")).to_have_attribute("aria-pressed", "true")
    assert len(world.chat(group).reactions[said["message_id"]]) == 1


async def roles_and_the_upgrade_are_a_few_taps(
    page: Page, ask: Ask, world: World, ana: int, group: int
) -> None:
    await page.get_by_test_id(f"speak-as-{ana}").click()
    await page.get_by_test_id("members").click()
    await page.get_by_test_id("member-bot-menu").click()
    await page.get_by_test_id("promote").click()
    await expect(page.get_by_test_id("member-bot")).to_contain_text("administrator")
    await page.keyboard.press("Escape")
    sent = (await ask("sendMessage", chat_id=group, text="Today's card"))["result"]["message_id"]
    await ask("pinChatMessage", chat_id=group, message_id=sent)
    await expect(page.get_by_test_id("pinned")).to_contain_text("Today's card")
    for key in ("world-menu", "change-group", "migrate"):
        await page.get_by_test_id(key).click()
    await expect(page.get_by_test_id("bubble").last).to_contain_text("became a supergroup")
    new = world.chat(group).migrated_to
    await expect(page).to_have_url(f"{page.url.partition('#')[0]}#/{ana}/{new}")
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
