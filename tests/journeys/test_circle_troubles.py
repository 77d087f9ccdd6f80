"""What can happen to a group: it moves, the bot is thrown out or may not write, people go. On the wire."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.coach.circle_taps import Cheer
from bot.coach.taps import Accept, Delete
from bot.rehearsal import Rehearsal
from bot.store import circle_tables, circles, members
from bot.store.states import LetterState
from bot.store.tables import outbox
from tests.journeys.askers import SAYING, Askers, found
from tests.journeys.conftest import BEN_GETS_UP
from tests.journeys.test_circles import circle


@pytest.fixture
async def askers(stage: Rehearsal) -> Askers:
    """08:10 of a Monday in New York: Ana and Ben have joined, Ana is in, Cleo looks on."""
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, ("Ana", "Ben", "Cleo"))
    await group.join(*group.phones[:2])
    await group.later(minutes=50)
    await group.phones[0].tap(Accept)
    await group.later(minutes=1)
    return group


async def waiting(askers: Askers) -> int:
    """Letters to the group that still wait."""
    async with askers.stage.bot.store.read() as unit:
        there = (outbox.c.chat_id == askers.chat, outbox.c.state == LetterState.WAITING)
        return int((await unit.run(select(func.count()).where(*there))).scalar_one())


async def orphans(askers: Askers) -> dict[str, int]:
    """Rows that point to a circle or a person that is no more."""
    found: dict[str, int] = {}
    async with askers.stage.bot.store.read() as unit:
        for table in circle_tables.circles.metadata.sorted_tables:
            for key in table.foreign_keys:
                lost = select(func.count()).where(
                    key.parent.is_not(None), key.parent.not_in(select(key.column))
                )
                if count := (await unit.run(lost)).scalar_one():
                    found[str(key)] = count
    return found


async def test_a_group_that_moves_keeps_its_people_and_its_card(askers: Askers) -> None:
    ana = askers.phones[0]
    number = await circle(askers)
    new = askers.world.migrate(askers.chat)
    await askers.stage.settle()
    askers.chat = new
    await askers.later(minutes=1)
    assert (await askers.record()).circle.id == number
    assert len(askers.bubbles()) == 1, "one card in the new group"
    assert "Ana" in askers.card()
    await make_on(ana)
    await askers.later(minutes=1)
    assert "Asked" in askers.card()
    assert await orphans(askers) == {}


async def make_on(phone: Any) -> None:
    """Go on from the prediction to the card."""
    await phone.answer("5", "65", None)
    await phone.say("I asked and she said no")
    while (step := phone.asked()) is not None:
        await phone.answer({"outcome": "no.respectful", "peak": "4"}.get(step.value))


async def test_a_move_that_is_only_heard_of_when_writing_is_followed_too(askers: Askers) -> None:
    ana, old = askers.phones[0], askers.chat
    new = askers.world.migrate(old)
    askers.world.updates.pending.clear()  # the news of the move are lost on the way
    askers.chat = new
    await make_on(ana)
    await askers.later(days=1, hours=1)
    assert "Tuesday" in askers.card()
    late = [call for call in Askers(askers.stage, old, []).calls(*SAYING) if not call.response["ok"]]
    assert len(late) == 1


async def test_thrown_out_it_says_nothing_more_and_comes_back_to_the_same_people(askers: Askers) -> None:
    number = await circle(askers)
    askers.world.remove_bot(askers.chat)
    await askers.stage.settle()
    told = len(askers.calls(*SAYING))
    await make_on(askers.phones[0])
    await askers.later(days=8)
    assert len(askers.calls(*SAYING)) == told
    assert await waiting(askers) == 0
    askers.world.add_bot(askers.chat)
    await askers.stage.settle()
    assert len(askers.calls(*SAYING)) == told + 1
    assert (await askers.record()).circle.id == number
    async with askers.stage.bot.store.read() as unit:
        assert await members.count(unit, number) == 2
    await askers.later(days=1)
    assert "November" in askers.card() or "December" in askers.card()


async def test_thrown_out_unseen_it_writes_once_and_never_again(askers: Askers) -> None:
    chat = askers.world.chat(askers.chat)
    chat.bot = "kicked"  # the update about it is lost
    await make_on(askers.phones[0])
    await askers.later(days=3)
    refused = [call for call in askers.calls(*SAYING) if not call.response["ok"]]
    assert len(refused) == 1
    assert (await askers.record()).away_at is not None
    assert await waiting(askers) == 0


async def test_without_the_right_to_write_it_is_silent_and_tells_who_added_it(askers: Askers) -> None:
    ana = askers.phones[0]
    askers.world.hush(askers.chat)
    before = len(ana.bubbles())
    await askers.later(days=2)
    refused = [call for call in askers.calls(*SAYING) if not call.response["ok"]]
    assert len(refused) == 1
    assert any("Askers" in str(bubble) for bubble in ana.bubbles()[before:])
    askers.world.hush(askers.chat, quiet=False)
    askers.world.promote_bot(askers.chat)
    await askers.stage.settle()
    await askers.later(days=1)
    assert (await askers.record()).muted_at is None
    assert "November" in askers.card()


async def test_who_leaves_the_group_leaves_the_circle(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await askers.do(askers.world.promote, askers.phones[1].id, askers.chat)
    await askers.do(askers.world.leave, ana.id, askers.chat)
    await askers.later(minutes=1)
    assert "Ana" not in askers.card()
    async with askers.stage.bot.store.read() as unit:
        assert await members.get(unit, number, ana.id) is None


async def test_who_blocks_the_bot_is_off_the_card_and_nothing_is_owed_to_them(askers: Askers) -> None:
    ana = askers.phones[0]
    askers.world.block(ana.id)
    await askers.stage.settle()
    await askers.press(askers.phones[1], Cheer(await circle(askers), ana.id))
    await askers.later(minutes=1)
    assert "Ana" not in askers.card()
    assert askers.toast().get("url") is None


async def test_who_has_everything_erased_is_gone_from_circle_card_and_database(askers: Askers) -> None:
    ana = askers.phones[0]
    await make_on(ana)
    await askers.later(minutes=1)
    await askers.press(askers.phones[1], Cheer(await circle(askers), ana.id))
    await ana.say("/delete")
    await ana.tap(Delete(sure=True))
    await askers.later(minutes=1)
    assert "Ana" not in askers.card()
    assert await orphans(askers) == {}
    assert (await askers.record()).added_by is None


async def test_one_person_in_two_groups_shares_in_each_what_they_chose(askers: Askers) -> None:
    ana = askers.phones[0]
    group = askers.world.add_group("Colleagues", [ana.id])
    askers.world.add_bot(group.id)
    await askers.stage.settle()
    other = Askers(askers.stage, group.id, [ana])
    await other.join(ana)
    number = await circle(other)
    await ana.press(f"sh:{number}:nothing")
    await make_on(ana)
    await askers.later(minutes=1)
    assert "Ana" in askers.card()
    assert "Ana" not in other.card()
    await ana.say("/circle")
    assert "Askers" in str(ana.fresh)
    assert "Colleagues" in str(ana.fresh)


async def test_an_administrator_without_a_name_sets_the_clock_and_joins_nothing(askers: Askers) -> None:
    new = askers.world.migrate(askers.chat)
    await askers.stage.settle()
    askers.chat = new
    ana = askers.phones[0]
    askers.world.set_anonymous(ana.id, new)
    await askers.say(ana, "/circle 21:05")
    assert (await askers.record()).circle.at.isoformat("minutes") == "21:05"
    before = await count(askers)
    await askers.say(ana, "/join")
    assert await count(askers) == before


async def count(askers: Askers) -> int:
    async with askers.stage.bot.store.read() as unit:
        return await members.count(unit, (await askers.record()).circle.id)


async def test_a_channel_is_refused_politely(askers: Askers) -> None:
    channel = askers.world.add_channel("News", askers.phones[0].id)
    askers.world.add_bot(channel.id)
    await askers.stage.settle()
    there = Askers(askers.stage, channel.id, askers.phones)
    assert len(there.calls("sendMessage")) == 1
    assert len(there.calls("leaveChat")) == 1
    async with askers.stage.bot.store.read() as unit:
        assert await circles.at(unit, channel.id) is None


async def test_a_command_for_another_bot_is_not_ours(askers: Askers) -> None:
    await askers.do(askers.world.bring_other_bot, askers.chat)
    cleo = askers.phones[2]
    await askers.say(cleo, "/join@SomeOtherBot")
    assert await count(askers) == 2
    await askers.say(cleo, "/join@AskAnywayBot")
    assert await count(askers) == 3


async def test_commands_of_strangers_never_make_it_say_more_than_two_things_a_day(stage: Rehearsal) -> None:
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, ("Ana", "Dan"), known=0)
    for command in ("/join", "/circle", "/help", "/buddy", "/leave", "/nonsense") * 3:
        await group.say(group.phones[1], command)
    assert len(group.bubbles()) == 1
    assert len(group.calls("setMessageReaction")) == 18


async def test_words_of_crisis_in_a_group_are_answered_in_private_only(askers: Askers) -> None:
    ben = askers.phones[1]
    told = len(askers.calls(*SAYING))
    await askers.say(ben, "/circle I want to kill myself")
    assert "116" in str(ben.bubbles()[-1]) or "988" in str(ben.bubbles()[-1])
    await askers.later(minutes=1)
    assert not any("kill" in said for said in askers.traffic()[told:])


async def test_a_card_that_was_deleted_is_not_said_anew(askers: Askers) -> None:
    message = askers.bubbles()[-1]
    del askers.world.chat(askers.chat).messages[message["message_id"]]
    await make_on(askers.phones[0])
    await askers.later(minutes=1)
    assert askers.bubbles() == []
    await askers.later(days=1, hours=1)
    assert len(askers.bubbles()) == 1
    assert "Tuesday" in askers.card()
