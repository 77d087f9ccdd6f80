"""What the methods do when they are used rightly, in every kind of body, and how fast."""

from __future__ import annotations

import struct
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from statistics import median
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground import World, methods, parameters
from bot.playground.crowd import DOT_PNG
from bot.playground.files import picture_size
from bot.playground.refusal import Refused

Ask = Callable[..., Awaitable[dict[str, Any]]]

ANA, GROUP = 5_000_000_001, -1_002_000_000_001
KEYBOARD = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


async def test_every_kind_of_body_says_the_same(web: aiohttp.ClientSession, world: World, ana: int) -> None:
    url = f"/bot{world.token}/sendMessage"
    words = {"chat_id": str(ana), "text": "same", "disable_notification": "true"}
    form = aiohttp.FormData(words, default_to_multipart=True)
    for body in (
        {"params": words},
        {"data": words},
        {"data": form},
        {"json": {"chat_id": ana, "text": "same"}},
    ):
        async with web.post(url, **body) as response:
            assert (await response.json())["result"]["text"] == "same"
    async with web.get(f"/bot{world.token}/SENDMESSAGE", params=words) as response:
        assert (await response.json())["result"]["message_id"] == world.messages(ana)[-1]["message_id"]


async def test_uploads_come_as_the_parameter_or_attached(
    web: aiohttp.ClientSession, world: World, ana: int
) -> None:
    for photo, part in (("attach://pic", "pic"), (None, "photo")):
        form = aiohttp.FormData({"chat_id": str(ana), **({"photo": photo} if photo else {})})
        form.add_field(part, DOT_PNG, filename="dot.png", content_type="image/png")
        async with web.post(f"/bot{world.token}/sendPhoto", data=form) as response:
            sent = (await response.json())["result"]["photo"]
        assert world.files.by_id[sent[-1]["file_id"]].data == DOT_PNG
    assert "bytes>" in world.calls[-1].params["photo"]


def wide_png(width: int, height: int) -> bytes:
    return DOT_PNG[:16] + struct.pack(">II", width, height) + DOT_PNG[24:]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (wide_png(6000, 6000), "PHOTO_INVALID_DIMENSIONS"),
        (wide_png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_a_picture_telegram_would_not_take_is_refused(
    web: aiohttp.ClientSession, world: World, ana: int, data: bytes, words: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(ana)})
    form.add_field("photo", data, filename="x.png")
    async with web.post(f"/bot{world.token}/sendPhoto", data=form) as response:
        assert (await response.json())["description"] == f"Bad Request: {words}"


def test_a_picture_comes_in_telegrams_sizes(world: World, ana: int) -> None:
    sizes = world.send_photo(ana, data=wide_png(1000, 500))["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert len({size["file_id"] for size in sizes}) == 4


def test_a_jpeg_tells_its_size() -> None:
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 480, 640) + b"\x01\x01\x11\x00"
    assert picture_size(b"\xff\xd8\xff\xe0\x00\x04ab" + frame) == (640, 480)
    assert picture_size(b"\xff\xd8\xff") is None


async def test_captions_and_keyboards_of_a_picture_change(ask: Ask, world: World, ana: int) -> None:
    file_id = world.send_photo(ana)["photo"][-1]["file_id"]
    sent = (await ask("sendPhoto", chat_id=ana, photo=file_id, caption="one", reply_markup=KEYBOARD))[
        "result"
    ]
    place = {"chat_id": ana, "message_id": sent["message_id"]}
    edited = (await ask("editMessageCaption", **place, caption="<i>two</i>", parse_mode="HTML"))["result"]
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("two", "italic")
    assert "reply_markup" not in edited
    assert (await ask("editMessageReplyMarkup", **place, reply_markup=KEYBOARD))["result"][
        "reply_markup"
    ] == KEYBOARD
    media = {"type": "photo", "media": file_id, "caption": "three"}
    assert (await ask("editMessageMedia", **place, media=media))["result"]["caption"] == "three"
    assert (await ask("editMessageText", **place, text="x"))["description"] == (
        "Bad Request: there is no text in the message to edit"
    )
    wrong = await ask("editMessageMedia", **place, media={**media, "caption": 5})
    assert wrong["description"] == 'Bad Request: parameter "caption" must be a String'


async def test_a_voice_note_is_sent_again_by_its_id(ask: Ask, world: World, ana: int) -> None:
    voice = world.send_voice(ana, seconds=9)["voice"]
    sent = (await ask("sendVoice", chat_id=ana, voice=voice["file_id"], duration=9))["result"]
    assert sent["voice"] == voice
    assert (await ask("sendPhoto", chat_id=ana, photo=voice["file_id"]))["error_code"] == 400


async def test_pinning_in_a_group_needs_an_administrator(ask: Ask, world: World, group: int) -> None:
    sent = (await ask("sendMessage", chat_id=group, text="Today's theme"))["result"]
    place = {"chat_id": group, "message_id": sent["message_id"]}
    refused = await ask("pinChatMessage", **place)
    assert refused["description"] == "Bad Request: not enough rights to manage pinned messages in the chat"
    world.promote_bot(group)
    assert (await ask("pinChatMessage", **place))["result"] is True
    assert world.messages(group)[-1]["pinned_message"]["text"] == "Today's theme"
    assert (await ask("getChat", chat_id=group))["result"]["pinned_message"]["message_id"] == sent[
        "message_id"
    ]
    assert (await ask("unpinChatMessage", chat_id=group))["result"] is True
    assert (await ask("unpinChatMessage", chat_id=group))[
        "description"
    ] == "Bad Request: message to unpin not found"


async def test_messages_are_deleted_alone_and_together(ask: Ask, world: World, ana: int, group: int) -> None:
    ids = [(await ask("sendMessage", chat_id=ana, text=str(at)))["result"]["message_id"] for at in range(3)]
    assert (await ask("deleteMessage", chat_id=ana, message_id=ids[0]))["result"] is True
    assert (await ask("deleteMessages", chat_id=ana, message_ids=ids))["result"] is True
    assert [message["message_id"] for message in world.messages(ana)] == [1]
    others = world.say(ana, "mine", group)["message_id"]
    refused = await ask("deleteMessage", chat_id=group, message_id=others)
    assert refused["description"] == "Bad Request: message can't be deleted"


async def test_an_answer_stands_on_its_message(ask: Ask, ana: int) -> None:
    wish = {"message_id": 1}
    assert (await ask("sendMessage", chat_id=ana, text="x", reply_parameters=wish))["result"][
        "reply_to_message"
    ]["text"] == "/start"
    anyway = {"message_id": 99, "allow_sending_without_reply": True}
    assert (
        "reply_to_message"
        not in (await ask("sendMessage", chat_id=ana, text="x", reply_parameters=anyway))["result"]
    )


async def test_a_reply_keyboard_belongs_to_the_chat_until_removed(ask: Ask, world: World, ana: int) -> None:
    markup = {
        "keyboard": [["Lisbon", {"text": "Where I am", "request_location": True}]],
        "resize_keyboard": True,
    }
    sent = (await ask("sendMessage", chat_id=ana, text="Where?", reply_markup=markup))["result"]
    assert "reply_markup" not in sent
    assert world.chat(ana).keyboard == {
        "keyboard": [[{"text": "Lisbon"}, {"text": "Where I am", "request_location": True}]],
        "resize_keyboard": True,
    }
    await ask("sendMessage", chat_id=ana, text="Thanks", reply_markup={"remove_keyboard": True})
    assert world.chat(ana).keyboard is None


MARKUPS: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"inline_keyboard": []}, ""),
    ({"force_reply": True, "input_field_placeholder": "What happened?"}, ""),
    ({"buttons": []},
     "can't parse reply markup: one of inline_keyboard, keyboard, remove_keyboard, force_reply expected"),
    ({"remove_keyboard": False}, "can't parse reply markup: field 'remove_keyboard' must be true"),
    ({"keyboard": [["a"]], "size": 3}, "can't parse reply markup: unknown field 'size'"),
    ({"keyboard": ["a"]}, 'can\'t parse reply markup: Field "keyboard" must be an Array of Arrays'),
    ({"keyboard": [[{"text": "a", "callback_data": "b"}]]},
     "can't parse keyboard button: unknown field 'callback_data'"),
    ({"keyboard": [[{"text": "a", "request_location": True, "request_contact": True}]]},
     "can't parse keyboard button: a button requests one thing"),
    ({"inline_keyboard": [["a"]]}, "can't parse inline keyboard button: Object expected"),
    ({"inline_keyboard": [[{"callback_data": "b"}]]},
     'can\'t parse inline keyboard button: Field "text" must be of type String'),
    ({"inline_keyboard": [[{"text": " ", "callback_data": "b"}]]},
     "inline keyboard button text must be non-empty"),
    ({"inline_keyboard": [[{"text": "a", "copy_text": {"text": ""}}]]}, "BUTTON_COPY_TEXT_INVALID"),
    ({"inline_keyboard": [[{"text": "a", "web_app": {"url": "http://a.example"}}]]},
     "inline keyboard button Web App URL 'http://a.example' is invalid: Only HTTPS links are allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "words"), MARKUPS, ids=range(len(MARKUPS)))
async def test_reply_markup_is_taken_or_refused(
    ask: Ask, ana: int, markup: dict[str, Any], words: str
) -> None:
    answer = await ask("sendMessage", chat_id=ana, text="x", reply_markup=markup)
    assert answer.get("description", "") == (f"Bad Request: {words}" if words else "")


async def test_the_menu_button_is_kept_per_chat(ask: Ask, ana: int) -> None:
    app = {"type": "web_app", "text": "Ladder", "web_app": {"url": "https://app.example/"}}
    assert (await ask("setChatMenuButton", chat_id=ana, menu_button=app))["result"] is True
    assert (await ask("getChatMenuButton", chat_id=ana))["result"] == app
    assert (await ask("getChatMenuButton"))["result"] == {"type": "default"}
    assert (await ask("setChatMenuButton", menu_button={**app, "web_app": {}}))["error_code"] == 400


async def test_a_mention_by_id_names_the_person(ask: Ask, world: World, ana: int, ben: int) -> None:
    text = f'<a href="tg://user?id={ben}">Ben</a> and <a href="tg://user?id=7">nobody</a>'
    sent = (await ask("sendMessage", chat_id=ana, text=text, parse_mode="HTML"))["result"]
    assert [entity["user"]["first_name"] for entity in sent["entities"]] == ["Ben"]
    mention = {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": ben}}
    sent = (await ask("sendMessage", chat_id=ana, text="Ben", entities=[mention]))["result"]
    assert sent["entities"][0]["user"]["id"] == ben


async def test_group_members_can_be_counted(ask: Ask, group: int) -> None:
    assert (await ask("getChatMemberCount", chat_id=group))["result"] == 3


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3) | st.just(ANA),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(
        ["text", "type", "media", "caption", "url", "message_id", "inline_keyboard", "keyboard",
         "callback_data", "web_app", "offset", "emoji",
         "length", "chat_id", "command", "description"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def requests(method: str) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """Requests with the right names, a chat that is there, and anything at all inside."""
    allowed = parameters.ALLOWED[method]
    place = {"chat_id": st.sampled_from([ANA, GROUP]), "message_id": st.integers(1, 3)}
    there = {name: place[name] for name in place if name in allowed}
    maybe = {name: JSON for name in allowed if name not in place}
    return st.fixed_dictionaries(there, optional=maybe).map(lambda params: (method, params))


@given(st.sampled_from(sorted(methods.METHODS)).flatmap(requests))
async def test_no_request_whatever_breaks_the_server(request_: tuple[str, dict[str, Any]]) -> None:
    world = blank_world()
    await methods.called(world, "sendMessage", {"chat_id": ANA, "text": "x", "reply_markup": KEYBOARD})
    answer = await methods.called(world, *request_)
    assert answer["ok"] or Refused(answer["error_code"], answer["description"]).body() == answer


def blank_world() -> World:
    world = World(lambda: datetime(2026, 3, 2, tzinfo=UTC), "1:x")
    world.say(world.add_person("Ana").id, "/start")
    world.migrate(world.add_group("Askers", [ANA], with_bot=True).id)
    world.promote_bot(GROUP)
    return world


async def test_handling_a_message_takes_less_than_a_millisecond(world: World, ana: int) -> None:
    for at in range(300):
        await methods.called(
            world, "sendMessage", {"chat_id": ana, "text": f"<b>{at}</b>", "parse_mode": "HTML"}
        )
    assert median(call.ms for call in world.calls) < 1
