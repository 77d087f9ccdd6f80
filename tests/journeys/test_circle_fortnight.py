"""Two weeks of a circle of eight, as the group sees them: a transcript, and what must be in nothing of it."""

from __future__ import annotations

from collections import Counter

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.app import Dice
from bot.coach.circle_taps import (
    ApproveNote,
    Cheer,
    DropNote,
    Propose,
    Share,
    VoteBold,
    WriteNote,
)
from bot.coach.circles.model import Sharing
from bot.coach.circles.themes import CircleTheme
from bot.coach.taps import Accept, Finish, Step
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from tests.journeys.askers import SAYING, Askers, found
from tests.journeys.conftest import BEN_GETS_UP
from tests.journeys.phone import NoButton, Phone

NAMES = ("Ana", "Ben", "Cleo", "Dev", "Eva", "Finn", "Gita", "Hugo")
LEVELS = {
    "Ana": Sharing.NOTE,
    "Ben": Sharing.OUTCOME,
    "Cleo": Sharing.DONE,
    "Dev": Sharing.NOTHING,
    "Eva": Sharing.NOTE,
    "Finn": Sharing.OUTCOME,
}  # Gita has not chosen, so "done"; Hugo has met the bot and has not joined
SECRET = "zanzibar"
DAYS = 14
OUTCOMES = ("no.respectful", "yes", "partial", "no.dismissive", "pending", "backed-out")


@pytest.fixture
def roll() -> Dice:
    """Always the same: looks of the schedule in between would shift the draws, and they come by real time."""
    return lambda: 0.4


@pytest.fixture
async def fortnight(stage: Rehearsal) -> Askers:
    """From 07:20 of a Monday in New York on."""
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, NAMES)
    await group.join(*group.phones[:7])
    for name, level in LEVELS.items():
        await phone(group, name).press(buttons.pack(Share((await group.record()).circle.id, level)))
    return group


def phone(group: Askers, name: str) -> Phone:
    return next(one for one in group.phones if one.account.first_name == name)


async def practise(one: Phone, turn: int, *, whole: bool) -> None:
    """A day of somebody: in, asked, told, with a secret in everything they write."""
    try:
        await one.tap(Accept)
    except NoButton:
        return
    if whole:
        await one.answer("6", "65")
        await one.say(f"they laugh about my {SECRET}")
    await one.say(f"I asked for {SECRET} and told them about {SECRET}")
    outcome = OUTCOMES[turn % len(OUTCOMES)]
    await one.answer(outcome, str(3 + turn % 6) if "out" not in outcome else None)
    await (the_rest(one) if whole else one.tap(Finish))


async def the_rest(one: Phone) -> None:
    answers = {"feeling": "tense", "cost": "3", "again": "50"}
    while (step := one.asked()) is not None:
        if step is Step.LEARNED:
            await one.say(f"that {SECRET} is nothing to fear")
        else:
            await one.answer(answers.get(step.value))


async def note(one: Phone, words: str, *, agree: bool) -> None:
    try:
        await one.tap(WriteNote)
    except NoButton:
        return
    await one.say(words)
    await one.tap(ApproveNote if agree else DropNote)


async def play(group: Askers) -> None:
    """Fourteen days: most practise, Cleo rests a week, everybody claps and votes."""
    number = (await group.record()).circle.id
    for turn in range(DAYS):
        await group.phones[0].at(8, 45)
        for place, one in enumerate(group.phones):
            if (turn + place) % 3 == 0 and not (place == 2 and 2 <= turn < 10):
                await a_day(group, one, turn, place)
        await group.later(minutes=2)
        await company(group, number, turn)
        await group.later(hours=9, minutes=30)  # the evening: nudges, the poll, the recap
        await vote(group, number)
    await group.later(hours=15)


async def a_day(group: Askers, one: Phone, turn: int, place: int) -> None:
    await one.say("/today")
    await practise(one, turn + place, whole=turn in (0, 5))  # the quick way else: a test has no fortnight
    if place == 0:
        await note(one, f"Ana's line of day {turn}", agree=True)
    if place == 4:
        await note(one, f"the {SECRET} of Eva", agree=False)


async def company(group: Askers, number: int, turn: int) -> None:
    """What they do with one another: claps, an ask for all, a theme proposed; Hugo claps and may not."""
    for one in group.phones[1:4]:
        await group.press(one, Cheer(number, group.phones[0].id))
    if turn == 3:
        await group.say(group.phones[1], "/circle together curious")
        await group.press(group.phones[7], Cheer(number, group.phones[0].id))
    if turn == 4:
        await group.phones[1].press(buttons.pack(Propose(number, CircleTheme.ODD)))


async def vote(group: Askers, number: int) -> None:
    newest = group.bubbles()[-1]
    if "poll" in newest:
        for one, option in zip(group.phones[:4], (0, 1, 1, 0), strict=True):
            await group.do(group.world.vote, one.id, group.chat, newest["message_id"], [option])
    for _, button in list(group.buttons()):
        tap = buttons.unpack(button.get("callback_data", ""))
        if isinstance(tap, VoteBold):
            await group.press(phone(group, "Ben"), tap, newest["message_id"])
            break


def transcript(group: Askers) -> str:
    """What the group saw, day by day: new messages with "+", edits with "~", reactions and votes left out."""
    lines: list[str] = []
    for call in group.calls(*SAYING, "stopPoll", "pinChatMessage"):
        sign = "~" if "message_id" in call.params else "+"
        said = str(call.params.get("text") or call.params.get("caption") or call.params.get("question") or "")
        lines.append(f"{sign} {call.method}\n{said}")
    return "\n\n".join(lines)


async def test_a_fortnight_of_a_circle(fortnight: Askers, snapshot: SnapshotAssertion) -> None:
    await play(fortnight)
    _at_most_two_new_messages_a_day(fortnight)
    _every_edit_changes_something(fortnight)
    _nobody_is_named_who_did_not_join(fortnight)
    _nothing_is_said_beyond_the_levels(fortnight)
    assert transcript(fortnight) == snapshot


def _at_most_two_new_messages_a_day(group: Askers) -> None:
    days = Counter(group.local(message) for message in group.bubbles())
    assert len(days) == DAYS + 1
    assert max(days.values()) == 2
    assert sum(days.values()) == DAYS + 1 + 4, "a card a day; two polls and two recaps"


def _every_edit_changes_something(group: Askers) -> None:
    said: dict[int, str] = {}
    refused = [call for call in group.calls(*SAYING) if not call.response["ok"]]
    assert refused == []
    for call in group.calls("editMessageText", "editMessageCaption"):
        shown = str({key: value for key, value in call.params.items() if key != "message_id"})
        assert said.get(call.params["message_id"]) != shown
        said[call.params["message_id"]] = shown


def _nobody_is_named_who_did_not_join(group: Askers) -> None:
    assert not any("Hugo" in said for said in group.traffic())
    assert any("Gita" in said for said in group.traffic())


def _nothing_is_said_beyond_the_levels(group: Askers) -> None:
    traffic = group.traffic()
    assert [said for said in traffic if SECRET in said.casefold()] == []
    assert not any("Dev" in said for said in traffic), "he shares nothing"
    shown = [call.params.get("text") or call.params.get("caption") or "" for call in group.calls(*SAYING)]
    lines = [line for said in shown for line in str(said).splitlines() if line.startswith("✓ ")]
    assert lines
    for line in lines:
        assert "“" not in line or "Ana" in line, "only Ana agreed to lines"
        if "Cleo" in line or "Gita" in line:
            assert not any(word in line.casefold() for word in ("yes", " no", "partly", "waiting"))
