"""After less than a yes: the steps, the words to say, the note, and the chapter that waits a day."""

from __future__ import annotations

from bot.coach import after_taps, afterwards, debrief, messages, reading, reflecting, say, scripts, thanks
from bot.coach.after_taps import NextStep
from bot.coach.model import Attempt
from bot.coach.talk import About, Idle, Titling, With
from bot.coach.taps import Step
from bot.service import day_later, debriefing, planning, today
from bot.service.visit import Visit


async def pressed(visit: Visit, tap: after_taps.OfAfter) -> None:
    attempt = await visit.attempt(tap.attempt)
    if attempt is None or not afterwards.steps(attempt, visit.stakes(attempt)):
        await today.outdated(visit, attempt)
        return
    match tap:
        case after_taps.ShowSteps():
            visit.pressed = None
            await _take(visit, attempt, None)
        case after_taps.TakeStep(step=step):
            await _take(visit, attempt, step)
        case after_taps.ShowScript(move=move):
            await _script(visit, attempt, move)
        case after_taps.ShowNote(tone=tone):
            await _note(visit, attempt, tone)
        case after_taps.TypeTitle():
            await visit.turn(Titling(attempt.id))
            await visit.show(messages.AskTitle(attempt.id))


def _open(visit: Visit, attempt: Attempt) -> bool:
    """Whether the last thought of the debrief is still open: then there is a way on, and a way back to it."""
    return visit.talk == With(attempt.id, About.AFTER) and debrief.after(attempt) is Step.LEARNED


# --- the steps


async def _take(visit: Visit, attempt: Attempt, step: NextStep | None) -> None:
    if step is NextStep.SCRIPTS and _open(visit, attempt):
        await visit.show(await debriefing.question(visit, attempt, Step.LEARNED))
        return
    steps = afterwards.steps(attempt, visit.stakes(attempt))
    match step if step in steps else None:
        case None if len(steps) > 1:
            await visit.show(messages.NextSteps(attempt.id, steps))
        case None | NextStep.SCRIPTS:
            await visit.show(messages.ChooseMove(attempt.id, scripts.moves(attempt), len(steps) == 1))
        case NextStep.HELP:
            kind = say.kind_of(attempt, visit.moment.bank, visit.person.language)
            await visit.show(messages.AskForHelp(attempt.id, kind))
        case NextStep.THANKS:
            await _note(visit, attempt, thanks.Tone.PLAIN)
        case NextStep.CHAPTER:
            await _chapter(visit, attempt)


async def _script(visit: Visit, attempt: Attempt, move: scripts.Move) -> None:
    kind = say.kind_of(attempt, visit.moment.bank, visit.person.language)
    toward = scripts.toward(attempt, move)
    still = _open(visit, attempt)
    await visit.show(messages.Script(attempt.id, say.ask(attempt), move, toward, kind, still))


async def _note(visit: Visit, attempt: Attempt, tone: thanks.Tone) -> None:
    if not reflecting.welcome(attempt):
        await today.outdated(visit, attempt)
        return
    language = visit.person.language
    kind = say.kind_of(attempt, visit.moment.bank, language)
    note = thanks.note(attempt.facts, attempt.own, kind, language)
    await visit.show(messages.ThankYou(attempt.id, note, tone, _open(visit, attempt)))


# --- the chapter


async def _chapter(visit: Visit, attempt: Attempt) -> None:
    """Let the 24 hours run, or ask for the title if they are over. One word a day later, never two."""
    if afterwards.settled(attempt, visit.now):
        await visit.show(messages.AskChapter(attempt.id, say.ask(attempt)))
        return
    await planning.plan_after(
        visit.unit, visit.person, attempt, hard=True, now=attempt.closed_at or visit.now
    )
    await visit.show(messages.ChapterBegun(attempt.id))


async def untitled(visit: Visit, talking: Titling) -> None:
    """/skip where a title was asked for."""
    attempt = await visit.attempt(talking.attempt)
    if attempt is not None:
        await day_later.titled(visit, attempt, None)


async def said_title(visit: Visit, talking: Titling, words: str) -> bool:
    """Take typed words as the title; False where they are something else, and the talk about it is over."""
    await visit.turn(Idle())
    attempt = await visit.attempt(talking.attempt)
    facts = debrief.parse(Step.CHAPTER, words)
    if attempt is None or facts is None or reading.read(words, visit.person.language).outcome is not None:
        return False
    await day_later.titled(visit, attempt, facts)
    return True
