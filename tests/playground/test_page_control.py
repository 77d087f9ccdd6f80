"""What the page reads and does: state, events, acts, clock; and that nobody but the page may do it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground import Nonsense, Served, World, serve
from bot.playground.crowd import DOT_PNG
from bot.playground.feed import BACKLOG

Ask = Callable[..., Awaitable[dict[str, Any]]]


async def play(web: aiohttp.ClientSession, act: str, **content: Any) -> tuple[int, dict[str, Any]]:
    async with web.post(f"/play/{act}", json=content) as response:
        return response.status, await response.json()


async def streamed(web: aiohttp.ClientSession, after: int, count: int) -> list[dict[str, Any]]:
    """Read the next `count` events from the stream."""
    found: list[dict[str, Any]] = []
    async with web.get("/play/events", params={"after": after}) as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        async for line in response.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line.removeprefix(b"data: ")))
            if len(found) == count:
                break
    return found


async def test_the_state_shows_everything_at_once(
    web: aiohttp.ClientSession, ask: Ask, world: World, ana: int, ben: int, group: int
) -> None:
    await ask("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    async with web.get("/play/state") as response:
        state = await response.json()
        assert response.headers["Cache-Control"] == "no-store"
    assert state["bot"]["username"] == "AskAnywayBot"
    assert [(p["first_name"], p["zone"], p["blocked"], p["chat_id"]) for p in state["people"]] == [
        ("Ana", "Europe/Lisbon", False, ana),
        ("Ben", "America/New_York", False, ben),
    ]
    assert state["groups"] == [
        {"id": group, "title": "Rejection buddies", "type": "group", "members": [ana, ben],
         "administrators": [], "anonymous": [], "bot_member": True, "bot_administrator": False,
         "bot_restricted": False, "quiet": False, "other_bot": False}
    ]  # fmt: skip
    assert state["chats"][str(ana)] == world.messages(ana)
    assert state["commands"]["private"] == [{"command": "start", "description": "Begin"}]
    assert state["clock"] == {"now": "2026-03-02T09:00:00+00:00", "offset_seconds": 0.0}
    assert state["seq"] == world.seq


async def test_the_stream_tells_what_happened_in_order(
    web: aiohttp.ClientSession, ask: Ask, world: World, ana: int
) -> None:
    before = world.seq
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = (await ask("sendMessage", chat_id=ana, text="x", reply_markup=keyboard))["result"]
    query = world.press(ana, ana, sent["message_id"], "go")
    await ask("answerCallbackQuery", callback_query_id=query, text="Good", show_alert=True)
    await ask("sendChatAction", chat_id=ana, action="typing")
    await ask("editMessageText", chat_id=ana, message_id=sent["message_id"], text="y")
    await ask("deleteMessage", chat_id=ana, message_id=sent["message_id"])
    events = await streamed(web, before, 10)
    assert [event["seq"] for event in events] == list(range(before + 1, before + 11))
    told = [event for event in events if event["kind"] != "call"]
    assert [event["kind"] for event in told] == ["message", "toast", "typing", "edited", "deleted"]
    assert (told[1]["person_id"], told[1]["text"], told[1]["alert"]) == (ana, "Good", True)
    assert told[4]["message_id"] == sent["message_id"]
    calls = [event for event in events if event["kind"] == "call"]
    assert calls[0]["method"] == "sendMessage"
    assert calls[0]["response"]["result"]["message_id"] == sent["message_id"]


async def test_a_reader_who_comes_back_misses_nothing(
    web: aiohttp.ClientSession, world: World, ana: int
) -> None:
    seen = (await streamed(web, 0, 3))[-1]["seq"]
    world.say(ana, "meanwhile")
    events = await streamed(web, seen, world.seq - seen)
    assert events[0]["seq"] == seen + 1
    assert events[-1]["message"]["text"] == "meanwhile"


async def test_a_reader_too_far_behind_starts_again(web: aiohttp.ClientSession, world: World) -> None:
    for _ in range(BACKLOG + 1):
        world.feed.emit("clock")
    assert await streamed(web, 1, 1) == [{"seq": world.seq, "kind": "reset"}]
    assert world.feed.since(world.seq + 1) == [{"seq": world.seq, "kind": "reset"}]


async def test_the_token_is_shown_to_nobody(web: aiohttp.ClientSession, world: World, ana: int) -> None:
    before = world.seq
    world.say(ana, f"is {world.token} yours?")
    assert "is <token> yours?" in (await streamed(web, before, 1))[0]["message"]["text"]
    async with web.get("/play/state") as response:
        assert world.token not in await response.text()


async def test_people_say_press_edit_and_send(
    web: aiohttp.ClientSession, ask: Ask, world: World, ana: int
) -> None:
    status, said = await play(web, "say", person_id=ana, chat_id=ana, text="/today", reply_to=1)
    assert (status, said["message"]["reply_to_message"]["text"]) == (200, "/start")
    message_id = said["message"]["message_id"]
    assert (await play(web, "edit", person_id=ana, chat_id=ana, message_id=message_id, text="/stats"))[
        0
    ] == 200
    for what in ("sticker", "photo", "voice"):
        _, sent = await play(web, "send", person_id=ana, chat_id=ana, what=what)
        assert what in sent["message"]
    _, sent = await play(web, "send", person_id=ana, chat_id=ana, what="location", lat=38, lon=-9.1)
    assert sent["message"]["location"] == {"latitude": 38.0, "longitude": -9.1}
    file = {"what": "document", "name": "x.zip", "data": "UEs="}
    _, sent = await play(web, "send", person_id=ana, chat_id=ana, **file)
    assert sent["message"]["document"]["mime_type"] == "application/zip"
    stored = world.files.get(sent["message"]["document"]["file_id"])
    assert stored is not None
    assert stored.data == b"PK"
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    asked = (await ask("sendMessage", chat_id=ana, text="x", reply_markup=keyboard))["result"]
    place = {"person_id": ana, "chat_id": ana, "message_id": asked["message_id"]}
    _, pressed = await play(web, "press", **place, data="go")
    assert world.unanswered() == [pressed["callback_query_id"]]
    assert (await play(web, "block", person_id=ana, blocked=True)) == (200, {"blocked": True})
    assert world.blocked(ana)


async def test_people_and_groups_can_be_added_and_changed(
    web: aiohttp.ClientSession, world: World, ana: int, group: int
) -> None:
    _, added = await play(web, "people", first_name="Chiyo", language_code="ja", zone="Asia/Tokyo")
    chiyo = added["person"]["id"]
    assert world.people[chiyo].zone == "Asia/Tokyo"
    _, joined = await play(web, "groups", action="join", chat_id=group, person_id=chiyo)
    assert chiyo in joined["group"]["members"]
    _, removed = await play(web, "groups", action="remove_bot", chat_id=group)
    assert removed["group"]["bot_member"] is False
    assert (await play(web, "groups", action="add_bot", chat_id=group))[0] == 200
    _, moved = await play(web, "groups", action="migrate", chat_id=group)
    assert moved["group"]["type"] == "supergroup"
    _, founded = await play(web, "groups", action="add", title="Work", members=[ana])
    assert founded["group"]["title"] == "Work"


NONSENSE = [
    ("say", {"text": "x"}, "person_id is missing"),
    ("say", {"person_id": "1", "text": "x"}, "person_id must be a whole number"),
    ("say", {"person_id": 1, "text": "x"}, "there is no person 1"),
    ("say", {"person_id": 5_000_000_001, "text": " "}, "an empty message cannot be sent"),
    ("send", {"person_id": 5_000_000_001, "what": "cake"},
     "a person cannot send a 'cake'; sticker, photo, voice, document or location"),
    ("send", {"person_id": 5_000_000_001, "what": "document", "name": "x", "data": "?"},
     "data must be base64"),
    ("send", {"person_id": 5_000_000_001, "what": "document", "name": "x", "data": ""},
     "an empty file cannot be sent"),
    ("press", {"person_id": 5_000_000_001, "chat_id": 5_000_000_001, "message_id": 1, "data": "go"},
     "message 1 has no button 'go'; it has []"),
    ("people", {"first_name": "X", "zone": "Mars/Base"}, "there is no time zone 'Mars/Base'"),
    ("groups", {"action": "dance", "chat_id": -4_000_000_001}, "a group knows no 'dance'"),
    ("clock", {"forward_seconds": -1}, "the clock turns forward only, a year at most"),
    ("clock", {"forward_seconds": True}, "forward_seconds must be a number"),
    ("fault", {"fault": "flood", "times": 0}, "a fault happens at least once"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "content", "sentence"), NONSENSE)
async def test_nonsense_is_answered_with_one_clear_sentence(
    web: aiohttp.ClientSession, act: str, content: dict[str, Any], sentence: str
) -> None:
    assert await play(web, act, **content) == (400, {"error": sentence})


async def test_the_clock_jumps_and_everybody_is_told(
    web: aiohttp.ClientSession, world: World, ana: int, ben: int
) -> None:
    _, later = await play(web, "clock", forward_seconds=90)
    assert later == {"now": "2026-03-02T09:01:30+00:00", "offset_seconds": 90.0}
    _, morning = await play(web, "clock", next_morning=ben)
    assert morning["now"] == "2026-03-02T13:00:00+00:00"
    _, next_day = await play(web, "clock", next_morning=ben)
    assert next_day["now"] == "2026-03-03T13:00:00+00:00"
    assert world.feed.since(world.seq - 1)[0]["now"] == next_day["now"]


async def test_a_fault_planned_by_the_page_happens(web: aiohttp.ClientSession, ask: Ask, ana: int) -> None:
    assert (await play(web, "fault", method="sendMessage", fault="flood", seconds=3))[0] == 200
    assert (await ask("sendMessage", chat_id=ana, text="x"))["parameters"] == {"retry_after": 3}


async def test_pictures_are_shown_and_other_files_only_saved(
    web: aiohttp.ClientSession, world: World, ana: int
) -> None:
    photo = world.send_photo(ana)["photo"][-1]["file_id"]
    page = world.send_document(ana, b"<script>", "x.html", mime="text/html")["document"]["file_id"]
    async with web.get(f"/play/file/{photo}") as response:
        assert (await response.read(), response.content_type) == (DOT_PNG, "image/png")
    async with web.get(f"/play/file/{page}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == "attachment"
    async with web.get("/play/file/none") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    "path", ["/page/../control.py", "/page/%2e%2e/control.py", "/page//etc/passwd", "/page/none.js"]
)
async def test_only_files_of_the_page_are_served(web: aiohttp.ClientSession, path: str) -> None:
    async with web.get(path) as response:
        assert response.status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
async def test_a_name_that_is_not_loopback_is_refused(
    web: aiohttp.ClientSession, world: World, host: str
) -> None:
    for path in ("/play/state", "/", f"/bot{world.token}/getMe"):
        async with web.get(path, headers={"Host": host}) as response:
            assert response.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8080", "[::1]", "[::1]:8080"])
async def test_loopback_names_are_served_with_any_port(web: aiohttp.ClientSession, host: str) -> None:
    async with web.get("/play/state", headers={"Host": host}) as response:
        assert response.status == 200


async def test_other_sites_cannot_act(web: aiohttp.ClientSession, world: World, ana: int) -> None:
    before = len(world.messages(ana))
    content = json.dumps({"person_id": ana, "text": "x"})
    for headers in (
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/json", "Origin": "https://evil.example"},
        {"Content-Type": "application/json", "Origin": "null"},
    ):
        async with web.post("/play/say", data=content, headers=headers) as response:
            assert response.status == 400
    assert len(world.messages(ana)) == before


async def test_the_server_listens_on_loopback_only(served: Served, world: World) -> None:
    async def nobody(_: Any) -> None:
        raise Nonsense("not called")

    with pytest.raises(ValueError, match="loopback only"):
        await serve(world, host="0.0.0.0", jump=nobody, next_morning=nobody)  # noqa: S104 - it has to be refused
    with pytest.raises(OSError, match="in use"):
        await serve(world, port=served.port, jump=nobody, next_morning=nobody)
