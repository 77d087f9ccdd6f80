"""The conversation after an attempt, and the prediction before it: take an answer, ask what is missing."""

from __future__ import annotations

from dataclasses import replace

from bot.coach import (
    afterwards,
    debrief,
    feelings,
    messages,
    programs,
    reading,
    reflecting,
    say,
    streak,
    taps,
)
from bot.coach.messages import Reflection
from bot.coach.model import Attempt, Cause, Outcome, Size, State, Why
from bot.coach.talk import About, Correcting, Idle, With
from bot.coach.taps import Step
from bot.service import day_later, enrolling, expecting, looking_ahead, planning, proposing, today, watching
from bot.service.circles import backing, buddying, noting
from bot.service.visit import Visit
from bot.store import occasions
from bot.store.states import LetterKind


async def begin(visit: Visit, attempt: Attempt) -> None:
    """ "I did it", or a story came: go on with the debrief where it stands."""
    if attempt.state is State.OFFERED:
        attempt = await visit.keep(replace(attempt, state=State.ACCEPTED))
    await occasions.drop(visit.unit, visit.person.id, (planning.EVENING,))
    await go_on(visit, attempt)


async def did(visit: Visit, attempt_id: int) -> None:
    """The button "I did it"."""
    attempt = await visit.attempt(attempt_id)
    if attempt is None or (attempt.state is State.DONE and not _unsettled(attempt)):
        await today.outdated(visit, attempt)
        return
    if attempt.state is State.DAY_OFF:
        attempt = await visit.keep(replace(attempt, state=State.ACCEPTED))  # they did it all the same
    if attempt.size is Size.IMAGINAL and Step.OUTCOME not in attempt.answered:
        attempt = await visit.keep(debrief.imagined(attempt))
    visit.pressed = None  # the challenge stays readable
    await begin(visit, attempt)


def _unsettled(attempt: Attempt) -> bool:
    return debrief.after(attempt) is not None or attempt.facts.outcome is Outcome.PENDING


async def told(visit: Visit, attempt: Attempt, words: str) -> None:
    """Take a story in. It begins the debrief, or is added to what was told."""
    if attempt.size is Size.IMAGINAL:
        attempt = replace(attempt, size=Size.FULL)  # they asked a real person after all
    attempt = await visit.keep(debrief.tell(attempt, words))
    await begin(visit, attempt)


async def voiced(visit: Visit, attempt: Attempt, file_id: str) -> None:
    """Keep Telegram's reference to a voice note; it counts as the story."""
    noted = debrief.answer(attempt, Step.STORY, {"voice": file_id})
    await begin(visit, await visit.keep(noted))


async def go_on(visit: Visit, attempt: Attempt) -> None:
    """Ask the next question, or close."""
    back_with_the_answer = attempt.facts.outcome is Outcome.PENDING and attempt.state is State.DONE
    step = Step.OUTCOME if back_with_the_answer else debrief.after(attempt)
    if step is None:
        await finish(visit, attempt)
        return
    await visit.turn(With(attempt.id, About.AFTER))
    await visit.show(await question(visit, attempt, step))


async def question(visit: Visit, attempt: Attempt, step: Step) -> messages.Message:
    bank, language = visit.moment.bank, visit.person.language
    older, log = await visit.history(attempt)
    asked = say.question(attempt, step, log, bank, language, older.thoughts)
    return await expecting.beside(visit, attempt, asked) if isinstance(asked, messages.AskCost) else asked


# --- answers


async def answered(visit: Visit, tap: taps.Answer) -> None:
    """An answer by button, to whichever question it belongs."""
    attempt = await visit.attempt(tap.attempt)
    if attempt is None:
        await visit.say(messages.Outdated())
        return
    facts = None if tap.value is None else debrief.parse(tap.step, tap.value)
    if tap.value is not None and facts is None:
        await visit.say(messages.Outdated())
        return
    await _note(visit, attempt, tap.step, facts)


async def _note(visit: Visit, attempt: Attempt, step: Step, facts: dict[str, object] | None) -> None:
    if visit.talk == Correcting(attempt.id, step):
        await _corrected(visit, attempt, step, facts)
    elif step is Step.LEFT and not _just_imagined(visit, attempt):
        await day_later.left(visit, attempt, facts)
    elif step in debrief.BEFORE:
        await _predicted(visit, attempt, step, facts)
    elif step is Step.CHAPTER:
        await day_later.titled(visit, attempt, facts)
    elif step is Step.FEELING and facts is not None and _refines(attempt, facts["feeling"]):
        await go_on(visit, await visit.keep(debrief.answer(attempt, step, facts)))
    elif step is debrief.after(attempt) or _closes_pending(attempt, step):
        await _answered(visit, attempt, step, facts)
    else:
        await _repeat(visit, attempt)


def _just_imagined(visit: Visit, attempt: Attempt) -> bool:
    """Whether what is left is asked by a rehearsal's debrief, and not a day after a hard one."""
    talked = attempt.open or visit.talk == With(attempt.id, About.AFTER)
    return talked and debrief.after(attempt) is Step.LEFT


def _refines(attempt: Attempt, word: object) -> bool:
    """A closer word for the feeling that was named just now."""
    just_named = attempt.open and attempt.answered[-1:] == (Step.FEELING,)
    return just_named and feelings.refines(str(word), attempt.facts.feeling)


def _closes_pending(attempt: Attempt, step: Step) -> bool:
    return step is Step.OUTCOME and attempt.facts.outcome is Outcome.PENDING


async def _repeat(visit: Visit, attempt: Attempt) -> None:
    """A button pressed twice: the open question stands where it stood."""
    step = debrief.after(attempt)
    if step is None or attempt.state is State.DONE:
        await today.outdated(visit, attempt)
    else:
        await visit.show(await question(visit, attempt, step))


async def _predicted(visit: Visit, attempt: Attempt, step: Step, facts: dict[str, object] | None) -> None:
    if not attempt.open or debrief.begun(attempt):
        await today.outdated(visit, attempt)
        return
    if step not in attempt.answered:
        attempt = await visit.keep(debrief.answer(attempt, step, facts))
    rated = step is Step.ANTICIPATED and attempt.answered[-1:] == (step,)  # just now, or tapped twice
    if not (rated and await proposing.propose(visit, attempt)):
        await today.before(visit, attempt)


async def _answered(visit: Visit, attempt: Attempt, step: Step, facts: dict[str, object] | None) -> None:
    if step is Step.OUTCOME and facts is not None:
        if _closes_pending(attempt, step) and facts["outcome"] is Outcome.PENDING:
            await visit.turn(Idle())
            await visit.show(messages.StillPending(attempt.id))
            return
        read = reading.read(attempt.facts.story or "", visit.person.language)
        attempt = debrief.confirm(attempt, facts, read)
    else:
        attempt = debrief.answer(attempt, step, facts)
    await go_on(visit, await visit.keep(attempt))


async def skip(visit: Visit, talking: With) -> bool:
    """Skip the open question; False where none is open that can be skipped."""
    if talking.about is About.IMAGINING:
        return False
    attempt = await visit.attempt(talking.attempt)
    before = talking.about is About.BEFORE
    step = None if attempt is None else debrief.before(attempt) if before else debrief.after(attempt)
    if attempt is None or step in (None, Step.OUTCOME):
        return False
    await _note(visit, attempt, step, None)
    return True


async def said(visit: Visit, attempt: Attempt, words: str) -> None:
    """Typed words while a debrief is open: an answer if they are one, else more of the story."""
    step = debrief.after(attempt)
    facts = None if step in (None, Step.STORY, Step.OUTCOME) else debrief.parse(step, words)
    if step is None or facts is None:
        await told(visit, attempt, words)
    else:
        await _note(visit, attempt, step, facts)


async def predicted(visit: Visit, attempt: Attempt, words: str) -> None:
    """Typed words while the prediction is open: a number, the fear, or already the story."""
    step = debrief.before(attempt)
    if step is None or reading.read(words, visit.person.language).outcome is not None:
        await told(visit, attempt, words)
        return
    facts = debrief.parse(step, words)
    if facts is None:
        await told(visit, attempt, words)
    else:
        await _predicted(visit, attempt, step, facts)


# --- the end, and afterwards


async def finish(visit: Visit, attempt: Attempt) -> None:
    """Close the debrief with what is known, and show the card."""
    if attempt.facts.outcome is None:
        attempt = replace(attempt, facts=replace(attempt.facts, outcome=Outcome.NOT_TRIED))
    again = attempt.closed_at is not None
    attempt = await visit.keep(debrief.close(attempt, visit.now))
    await visit.turn(Idle())
    await visit.show(await card(visit, attempt), kind=LetterKind.ONCE)
    back = (debrief.hard(attempt) and not again) or await _chapter(visit, attempt)
    cared = not again and await watching.after(visit, attempt)
    if not again and attempt.attempted:
        await _shared(visit, attempt)
    if not (again or cared or debrief.hard(attempt)):  # after a hard one nothing more is asked that day
        await looking_ahead.bring_up(visit, attempt)
    await planning.plan_after(visit.unit, visit.person, attempt, hard=back, now=visit.now)


async def _shared(visit: Visit, attempt: Attempt) -> None:
    """Buddies hear that an ask was made; circles read a line of it, if its owner would like that."""
    await buddying.made(visit, attempt)
    await noting.offer(visit, attempt)


async def _chapter(visit: Visit, attempt: Attempt) -> bool:
    """Whether it ended on its being a chapter, which is asked after a day later."""
    if not reflecting.matters(attempt, visit.stakes(attempt)) or not debrief.reflected(attempt):
        return False
    asked = await question(visit, attempt, Step.LEARNED)
    return isinstance(asked, messages.AskLearned) and asked.reflection is Reflection.CHAPTER


async def card(visit: Visit, attempt: Attempt) -> messages.Card:
    older, log = await visit.history(attempt)
    total = older.made + sum(programs.made(entry) for entry in log)
    why = await today.forecast(visit, attempt.domain) or Why(Cause.HELD, attempt.rung)
    shown = say.card(attempt, why, streak.streak(log, visit.today, older.run), visit.today, total)
    reached = await enrolling.reached(visit, attempt, total)
    steps = bool(afterwards.steps(attempt, visit.stakes(attempt)))
    buddy = await backing.can_ask_after(visit, attempt)
    return replace(shown, program=reached, steps=steps, buddy=buddy)


async def enough(visit: Visit, attempt_id: int) -> None:
    """ "That's enough for today"."""
    attempt = await visit.attempt(attempt_id)
    talked = attempt is not None and visit.talk == With(attempt.id, About.AFTER)  # a done one opened again
    if attempt is None or attempt.facts.outcome is None or (attempt.state is State.DONE and not talked):
        await today.outdated(visit, attempt)
        return
    await finish(visit, attempt)


async def correct(visit: Visit, tap: taps.Correct) -> None:
    """ "Correct something": which fact, then its question again."""
    attempt = await visit.attempt(tap.attempt)
    if attempt is None or attempt.state is not State.DONE:
        await today.outdated(visit, attempt)
    elif not debrief.correctable(attempt, visit.now):
        await visit.say(messages.TooOld(attempt.id))
    elif tap.step is None:
        steps = tuple(step for step in debrief.route(attempt) if step in debrief.CORRECTABLE)
        await visit.say(messages.ChooseCorrection(attempt.id, steps))
    else:
        await visit.turn(Correcting(attempt.id, tap.step))
        await visit.show(await question(visit, attempt, tap.step))


async def _corrected(visit: Visit, attempt: Attempt, step: Step, facts: dict[str, object] | None) -> None:
    if facts is not None:
        attempt = await visit.keep(replace(attempt, facts=replace(attempt.facts, **facts)))  # type: ignore[arg-type]  # parsed above
    await visit.turn(Idle())
    if attempt.facts.outcome is Outcome.PENDING:
        await finish(visit, attempt)  # the answer was not there yet after all: it is asked for in three days
    else:
        await go_on(visit, attempt)


async def said_correction(visit: Visit, talk: Correcting, words: str) -> None:
    """Typed words for a fact that is being corrected."""
    attempt = await visit.attempt(talk.attempt)
    step = Step(talk.step)
    facts = debrief.parse(step, words) if attempt is not None else None
    if attempt is None:
        await visit.turn(Idle())
        await visit.say(messages.Outdated())
    elif facts is None:
        await visit.say(await question(visit, attempt, step))
    else:
        await _corrected(visit, attempt, step, facts)
