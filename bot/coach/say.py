"""What to say about an attempt: the message that shows it, the message that asks the open question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.coach import choose, debrief, feelings, kinds, messages, reading, scripts, sizing, thanks, watch
from bot.coach.debrief import Thoughts
from bot.coach.enrolment import Theme
from bot.coach.messages import Ask, Message, Reflection, Stage
from bot.coach.model import Attempt, Cause, Challenge, Kind, Outcome, Size, State, Why
from bot.coach.sizing import Course
from bot.coach.streak import Streak
from bot.coach.taps import Step

_STAGES = {
    State.OFFERED: Stage.OFFERED,
    State.ACCEPTED: Stage.ACCEPTED,
    State.DONE: Stage.DONE,
    State.DAY_OFF: Stage.OFF,
    State.PAUSED: Stage.GONE,
}


def ask(attempt: Attempt) -> Ask:
    return Ask(attempt.challenge, attempt.own, attempt.size)


def offer(
    attempt: Attempt, course: Course, today: date, late: bool = False, theme: Theme | None = None
) -> messages.Offer:
    """The challenge as it stands; one of another day that is still open has no buttons of the morning."""
    stage = _STAGES[attempt.state]
    if attempt.open and attempt.day != today:
        stage = Stage.GONE
    baseline = course.attempts + 1 if course.attempts < sizing.BASELINE else 0
    why = attempt.why or Why(Cause.START, attempt.rung)
    left = choose.swaps_left(attempt)
    again = attempt.challenge is not None and course.times.get(attempt.challenge, 0) > 0
    return messages.Offer(attempt.id, ask(attempt), why, stage, left, baseline, late, theme, again)


def before(attempt: Attempt, bank: Sequence[Challenge], language: str, rehearsed: int = 0) -> Message:
    """The open question of the prediction, or the send-off; a rehearsal begins in its place."""
    step = debrief.before(attempt)
    if step is not None:
        return messages.AskBefore(attempt.id, step, attempt.size is Size.IMAGINAL)
    if attempt.size is Size.IMAGINAL:
        return beat(attempt, 0, bank, language, rehearsed)
    return messages.Ready(attempt.id, attempt.facts.anticipated, attempt.facts.chance)


def beat(
    attempt: Attempt, number: int, bank: Sequence[Challenge], language: str, rehearsed: int = 0
) -> messages.ImaginalBeat:
    """A beat of the imaginal version. `rehearsed`: how often they did before, so that it reads anew."""
    kind = kind_of(attempt, bank, language)
    return messages.ImaginalBeat(attempt.id, attempt.challenge, attempt.own, number, kind, rehearsed)


def kind_of(attempt: Attempt, bank: Sequence[Challenge], language: str) -> Kind | None:
    """The kind of an ask; that of their own is read from its words."""
    kind = next((challenge.kind for challenge in bank if challenge.id == attempt.challenge), None)
    if kind is None and attempt.own:
        return kinds.kind_of(attempt.own, language)
    return kind


def question(  # noqa: C901, PLR0911  a flat match over all steps
    attempt: Attempt,
    step: Step,
    log: Sequence[Attempt],
    bank: Sequence[Challenge],
    language: str,
    before: Thoughts = debrief.NONE_YET,
) -> Message:
    """Ask one step about an attempt. `log` tells how experienced they are; `bank` what was at stake.

    `before`: what debriefs before the log ended on.
    """
    outcome = attempt.facts.outcome or Outcome.NO
    earlier = sum(1 for entry in log if entry.state is State.DONE and entry.id != attempt.id)
    fineness = feelings.tier(before.debriefs + earlier)
    match step:
        case Step.ANTICIPATED | Step.CHANCE | Step.FEAR:
            return messages.AskBefore(attempt.id, step, attempt.size is Size.IMAGINAL)
        case Step.STORY:
            return messages.AskStory(attempt.id, ask(attempt))
        case Step.OUTCOME:
            return _outcome(attempt, language)
        case Step.PEAK:
            return messages.AskPeak(attempt.id, outcome, attempt.size is Size.IMAGINAL)
        case Step.FEELING:
            return messages.AskFeeling(attempt.id, outcome, fineness)
        case Step.COST:
            facts, closer = attempt.facts, _closer(attempt, fineness)
            return messages.AskCost(attempt.id, outcome, facts.chance, facts.fear, closer=closer)
        case Step.AGAIN:
            return messages.AskAgain(attempt.id, attempt.facts.chance, _closer(attempt, fineness))
        case Step.LEARNED:
            stakes = {challenge.id: challenge.stakes for challenge in bank}
            thought = debrief.thought(attempt, log, stakes, watch.toward(attempt, language), before)
            return _learned(attempt, thought, bank, language, fineness)
        case Step.LEFT if attempt.size is Size.IMAGINAL:
            return messages.AskLeft(attempt.id)
        case Step.LEFT:
            return messages.FollowUp(attempt.id, ask(attempt), outcome, attempt.facts.peak)
        case Step.CHAPTER:
            return messages.AskChapter(attempt.id, ask(attempt))


def _closer(attempt: Attempt, fineness: int) -> messages.Closer | None:
    """Closer words for a feeling that was named just now."""
    felt = attempt.facts.feeling
    words = feelings.finer(felt, fineness) if attempt.answered[-1:] == (Step.FEELING,) else ()
    return messages.Closer(felt, words) if felt and words else None


def _learned(
    attempt: Attempt, thought: Reflection, bank: Sequence[Challenge], language: str, fineness: int
) -> Message:
    kind = kind_of(attempt, bank, language)
    note = thanks.note(attempt.facts, attempt.own, kind, language)
    moves = scripts.moves(attempt)
    return messages.AskLearned(
        attempt.id,
        thought,
        attempt.facts.outcome or Outcome.NO,
        kind,
        note if thought is Reflection.THANKS else None,
        moves if thought is Reflection.WORKED_OUT else (),
        _closer(attempt, fineness),
    )


def _outcome(attempt: Attempt, language: str) -> Message:
    facts = attempt.facts
    told = (facts.story or "").splitlines()
    pending = facts.outcome is Outcome.PENDING  # then only the newest line can hold the answer
    read = reading.read("\n".join(told[-1:] if pending else told), language)
    return messages.AskOutcome(
        attempt.id,
        ask(attempt),
        read.outcome,
        read.kind_of_no,
        read.peak if facts.peak is None else None,
        read.feeling if facts.feeling is None else None,
        voice=facts.voice is not None and facts.story is None,
        more=len(told) > 1 and not pending and read.outcome is None,
        pending=pending,
    )


def card(attempt: Attempt, why: Why, streak: Streak, today: date, total: int) -> messages.Card:
    """The end of a debrief; `why` of the next size. A streak is shown where it grew, never where it fell."""
    facts = attempt.facts
    shown = attempt.attempted and streak.current > 1
    return messages.Card(
        attempt.id,
        ask(attempt),
        attempt.domain,
        facts.outcome or Outcome.NOT_TRIED,
        facts.kind_of_no,
        facts.anticipated,
        facts.peak,
        facts.chance,
        facts.again,
        facts.cost,
        streak.current if shown else None,
        total,
        why,
        today=why.last_day == today,
        left=facts.left,
    )
