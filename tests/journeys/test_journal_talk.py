"""/journal: leafed through in one message, an entry whole, its voice note, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.coach.journal_taps import OpenEntry, OpenJournal, PlayVoice, Shelf
from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.coach.taps import Accept, Answer, Correct, Did, Finish, Step, Today
from bot.rehearsal import Rehearsal
from bot.store import attempts, people
from bot.telegram import buttons
from tests.journeys.phone import Phone, keys, text
from tests.journeys.test_after_a_no import practise
from tests.journeys.test_anything_sent import MARKUP, STORY

FIRST = date(2025, 3, 1)
ALL, YES, NO, LEARNED = Shelf


async def lived(phone: Phone, days: int, person: int | None = None) -> list[int]:
    """Days long ago: yes, no, off, in turns, of asks that have left the bank; the numbers of the asks."""
    kept = []
    async with phone.stage.bot.store.unit() as unit:
        for number in range(days):
            entry = Attempt(
                0, FIRST + timedelta(days=number), Domain.SOCIAL, 3, State.DONE, phone.now, f"gone-{number}"
            )
            outcome = (Outcome.YES, Outcome.NO, None)[number % 3]
            facts = Facts(outcome=outcome, learned=f"Lesson {number}" if outcome is Outcome.NO else None)
            rest = replace(entry, state=State.DAY_OFF)
            told = replace(entry, facts=facts, closed_at=phone.now) if outcome else rest
            added = await attempts.add(unit, person or phone.id, told)
            kept += [added.id] if added and outcome else []
    return kept


async def test_a_long_journal_is_leafed_through_in_one_message(ben: Phone) -> None:
    asked = await lived(ben, 18)
    await ben.say("/journal")
    before = len(ben.bubbles())
    assert "page 1 of 3" in ben.text()
    assert opened(ben) == asked[:-6:-1], "newest first, and no day off"
    assert "Lesson 16" in ben.text()
    await ben.tap(OpenJournal(ALL, 1), OpenJournal(ALL, 2))
    assert opened(ben) == asked[1::-1]
    assert "2025" in ben.text()
    await ben.tap(OpenEntry(asked[1], ALL, 0))
    assert "Lesson 1" in ben.text()
    await ben.tap("The journal")
    assert "page 3 of 3" in ben.text(), "back is where they came from"
    await ben.tap(OpenJournal(NO, 0))
    assert opened(ben) == asked[:0:-2][:5]
    await ben.tap(OpenJournal(LEARNED, 0), OpenJournal(YES, 0))
    assert "Lesson" not in ben.text()
    assert len(ben.bubbles()) == before
    await ben.press("jo:all:99999999999999999999")
    assert "page 3 of 3" in ben.text()


def opened(phone: Phone) -> list[int]:
    """The entries that the last act showed, from above."""
    return [tap.attempt for _, _, tap in keys(phone.fresh) if isinstance(tap, OpenEntry)]


async def test_what_is_told_today_stands_in_it_whole_and_can_be_put_right(ben: Phone) -> None:
    await ben.say("/journal")
    assert ben.shows(Today), "a blank one leads to the first ask"
    await ben.wake()
    await ben.tap(Accept)
    await ben.answer("6", "80")
    await ben.say(MARKUP)
    await ben.say(STORY)
    number = (await ben.last()).id
    await ben.say("/journal")
    await ben.tap(OpenEntry(number, ALL, 0))
    assert ben.shows(Did), "half of it is told"
    await ben.tap(Did)
    await ben.answer("no.respectful", "4", "proud", "2", "50")
    await ben.say("Asking is quick.")
    await ben.say("/journal")
    assert "Asking is quick." in ben.text()
    await ben.tap(OpenEntry(number, ALL, 0))
    assert MARKUP in ben.text()
    assert ben.shows(OpenEntry(number, ALL, 1)), "the story is too long for one message"
    await ben.tap(OpenEntry(number, ALL, 1))
    for told in (STORY[-40:], "80% before, 50% next time", "6 before, 4 at the peak", "Asking is quick."):
        assert told in ben.text()
    await ben.tap(Correct(number, None), Correct(number, Step.OUTCOME), Answer(number, Step.OUTCOME, "yes"))
    await ben.say("/journal")
    assert "a yes" in ben.text()
    await ben.jump(days=8)
    await ben.press(buttons.pack(OpenEntry(number, YES, 0)))
    assert "What happened" in ben.text()
    assert not ben.shows(Correct)


async def test_a_voice_note_is_played_back_while_telegram_has_it(ben: Phone) -> None:
    await ben.wake()
    await ben.do(ben.stage.world.send_voice)
    await ben.answer("yes")
    await ben.tap(Finish)
    told = await ben.last()
    await ben.say("/journal")
    await ben.tap(OpenEntry(told.id, ALL, 0), PlayVoice(told.id))
    (played,) = ben.fresh
    assert played["voice"]["file_id"] == told.facts.voice
    async with ben.stage.bot.store.unit() as unit:
        gone = replace(told, facts=replace(told.facts, voice="of another bot"))
        await attempts.save(unit, ben.id, gone)
    await ben.tap(PlayVoice(told.id))
    (said,) = ben.fresh
    assert "won't hand me" in said["text"]


async def test_what_is_not_theirs_or_taken_back_is_never_opened(ben: Phone, stage: Rehearsal) -> None:
    async with stage.bot.store.unit() as unit:
        await people.add(unit, 4711, 4711, "Somebody", "en", ben.now)
    (theirs, *_) = await lived(ben, 3, person=4711)
    await practise(ben, 1)
    own = (await ben.last()).id
    for data in (f"je:{theirs}:all:0", f"jv:{theirs}", f"jv:{own}", f"je:{2**63}:no:0", "je:-1:all:-1"):
        await ben.press(data)
        said = text(ben.bubbles()[-1])
        assert said.startswith(("Your journal", "Not one no")), data
        assert "left my list" not in said
    await ben.say("/undo")
    await ben.say("/undo")
    await ben.press(f"je:{own}:all:0")
    assert "still blank" in ben.text()
