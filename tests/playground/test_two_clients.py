"""Two independent clients, python-telegram-bot and aiogram, both take the playground for Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiogram
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.playground import Served, World
from bot.playground.crowd import DOT_PNG


@pytest.fixture
async def ptb(served: Served, world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[telegram.Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else RetryAfter itself warns
    bot = telegram.Bot(world.token, f"{served.url}/bot", f"{served.url}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
async def aio(served: Served, world: World) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(served.url))
    bot = aiogram.Bot(world.token, session=session)
    yield bot
    await session.close()


async def test_both_know_who_the_bot_is(ptb: telegram.Bot, aio: aiogram.Bot) -> None:
    assert ptb.username == (await aio.get_me()).username == "AskAnywayBot"
    assert ptb.id == aio.id


async def test_both_read_every_kind_of_update(
    ptb: telegram.Bot, aio: aiogram.Bot, world: World, ana: int, group: int
) -> None:
    world.say(ana, "/stats")
    world.send_sticker(ana)
    world.send_photo(ana, caption="look")
    world.send_voice(ana)
    world.send_document(ana, b"{}", "export.zip")
    world.send_location(ana, 38.72, -9.14)
    world.edit(ana, ana, 1, "/help")
    world.block(ana)
    world.migrate(group)
    mine, theirs = await ptb.get_updates(), await aio.get_updates()
    assert len(mine) == len(theirs) == 11
    assert [u.update_id for u in mine] == [u.update_id for u in theirs]
    assert mine[0].effective_message is not None
    assert mine[0].effective_message.parse_entities() == {mine[0].effective_message.entities[0]: "/stats"}
    assert theirs[8].message is not None
    assert theirs[8].message.migrate_to_chat_id == min(world.chats)


async def test_both_read_every_kind_of_update_of_a_group(
    ptb: telegram.Bot, aio: aiogram.Bot, world: World, ana: int, ben: int, group: int
) -> None:
    kinds = ["message", "my_chat_member", "chat_member", "message_reaction", "poll", "poll_answer"]
    await ptb.get_updates(allowed_updates=[*kinds, "channel_post"])
    new = world.migrate(group)
    poll = await aio.send_poll(new, "The boldest?", ["Ana", "Ben"], is_anonymous=False)
    world.restrict_bot(new)
    world.promote_bot(new)
    world.promote(ben, new)
    world.set_anonymous(ben, new)
    world.say(ben, "/circle", new)
    world.vote(ben, new, poll.message_id, [1])
    world.react(ana, new, poll.message_id, "\N{FIRE}")
    world.rename(new, "Bolder")
    world.pin_message(ana, new, poll.message_id)
    world.remove_bot(new)
    channel = world.add_channel("News", ana)
    world.add_bot(channel.id)
    world.say(ana, "Breaking", channel.id)
    mine, theirs = await ptb.get_updates(), await aio.get_updates()
    assert [one.update_id for one in mine] == [one.update_id for one in theirs]
    assert {one.event_type for one in theirs} == {*kinds, "channel_post"}
    assert [one.message.sender_chat.id for one in mine if one.message and one.message.sender_chat] == [new]


async def test_python_telegram_bot_sends_edits_and_answers(ptb: telegram.Bot, world: World, ana: int) -> None:
    button = telegram.InlineKeyboardButton("I'm in", callback_data="in:1")
    markup = telegram.InlineKeyboardMarkup([[button]])
    sent = await ptb.send_message(ana, "<b>Ask</b> for it", parse_mode="HTML", reply_markup=markup)
    assert sent.text_html == "<b>Ask</b> for it"
    world.press(ana, ana, sent.message_id, "in:1")
    query = (await ptb.get_updates())[-1].callback_query
    assert query is not None
    assert await query.answer("Good")
    edited = await query.edit_message_text("Done")
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("Done", None)
    assert await sent.delete()


async def test_aiogram_sends_edits_and_answers(aio: aiogram.Bot, world: World, ana: int) -> None:
    button = InlineKeyboardButton(text="I'm in", callback_data="in:1")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await aio.send_message(ana, "<b>Ask</b> for it", parse_mode="HTML", reply_markup=markup)
    assert sent.html_text == "<b>Ask</b> for it"
    query = world.press(ana, ana, sent.message_id, "in:1")
    assert await aio.answer_callback_query(query, text="Good")
    edited = await aio.edit_message_text("Done", chat_id=ana, message_id=sent.message_id)
    assert isinstance(edited, aiogram.types.Message)
    assert edited.text == "Done"
    assert await aio.delete_message(ana, sent.message_id)


async def test_pictures_and_documents_go_up_and_come_down(
    ptb: telegram.Bot, aio: aiogram.Bot, ana: int
) -> None:
    mine = await ptb.send_photo(ana, DOT_PNG, caption="streak")
    theirs = await aio.send_photo(ana, BufferedInputFile(DOT_PNG, "streak.png"))
    assert (mine.photo[-1].width, mine.photo[-1].height) == (1, 1)
    assert theirs.photo is not None
    assert theirs.photo[-1].file_size == len(DOT_PNG)
    file = await ptb.get_file(mine.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == DOT_PNG
    zipped = await ptb.send_document(ana, b"PK", filename="export.zip")
    assert zipped.document is not None
    assert zipped.document.file_name == "export.zip"
    again = await ptb.edit_message_media(
        telegram.InputMediaPhoto(DOT_PNG, caption="two"), ana, mine.message_id
    )
    assert isinstance(again, telegram.Message)
    assert again.caption == "two"


async def test_both_read_members_polls_and_chats(
    ptb: telegram.Bot, aio: aiogram.Bot, world: World, ana: int, ben: int, group: int
) -> None:
    world.promote_bot(group)
    assert (await ptb.get_chat_member(group, ana)).status == "creator"
    assert (await aio.get_chat_member(group, ben)).status == "member"
    assert (await ptb.get_chat_member(group, ptb.id)).status == "administrator"
    assert [(member.user.id) for member in await aio.get_chat_administrators(group)] == [ana]
    assert (await ptb.get_chat(group)).title == (await aio.get_chat(group)).title == "Rejection buddies"
    poll = await ptb.send_poll(group, "The boldest?", ["Ana", "Ben"])
    assert (await aio.stop_poll(group, poll.message_id)).is_closed


async def test_both_understand_the_refusals(
    ptb: telegram.Bot, aio: aiogram.Bot, world: World, ana: int, group: int
) -> None:
    world.block(ana)
    with pytest.raises(telegram.error.Forbidden):
        await ptb.send_message(ana, "x")
    with pytest.raises(TelegramForbiddenError):
        await aio.send_message(ana, "x")
    world.fail("sendMessage", "flood", times=2)
    with pytest.raises(telegram.error.RetryAfter):
        await ptb.send_message(group, "x")
    with pytest.raises(TelegramRetryAfter):
        await aio.send_message(group, "x")
    new = world.migrate(group)
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await ptb.send_message(group, "x")
    assert moved.value.new_chat_id == new
    with pytest.raises(TelegramMigrateToChat):
        await aio.send_message(group, "x")


async def test_commands_and_descriptions_are_taken_from_both(ptb: telegram.Bot, aio: aiogram.Bot) -> None:
    scope = telegram.BotCommandScopeAllPrivateChats()
    assert await ptb.set_my_commands([("start", "Begin")], scope=scope, language_code="pt")
    kept = await aio.get_my_commands(aiogram.types.BotCommandScopeAllPrivateChats(), language_code="pt")
    assert [(one.command, one.description) for one in kept] == [("start", "Begin")]
    assert await aio.set_my_description("A coach", language_code="pt")
    assert (await ptb.get_my_description("pt")).description == "A coach"
    assert await ptb.set_my_short_description("Ask")
    assert (await aio.get_my_short_description()).short_description == "Ask"
