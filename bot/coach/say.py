"""What to say about an attempt: the message that shows it, the message that asks the open question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.coach import choose, debrief, kinds, messages, reading, sizing
from bot.coach.messages import Ask, Message, Stage
from bot.coach.model import Attempt, Cause, Challenge, Outcome, Size, Stakes, State, Why
from bot.coach.sizing import Course
from bot.coach.streak import Streak
from bot.coach.taps import Step

_STAGES = {
    State.OFFERED: Stage.OFFERED,
    State.ACCEPTED: Stage.ACCEPTED,
    State.DONE: Stage.DONE,
    State.DAY_OFF: Stage.OFF,
    State.PAUSED: Stage.GONE,
    State.MISSED: Stage.GONE,
}


def ask(attempt: Attempt) -> Ask:
    return Ask(attempt.challenge, attempt.own, attempt.size)


def offer(attempt: Attempt, course: Course, today: date, late: bool = False) -> messages.Offer:
    """The challenge as it stands; one of another day that is still open has no buttons of the morning."""
    stage = _STAGES[attempt.state]
    if attempt.open and attempt.day != today:
        stage = Stage.GONE
    baseline = course.attempts + 1 if course.attempts < sizing.BASELINE else 0
    why = attempt.why or Why(Cause.START, attempt.rung)
    left = choose.swaps_left(attempt)
    return messages.Offer(attempt.id, ask(attempt), why, stage, left, baseline, late)


def before(attempt: Attempt, bank: Sequence[Challenge], language: str) -> Message:
    """The open question of the prediction, or the send-off; a rehearsal begins in its place."""
    step = debrief.before(attempt)
    if step is not None:
        return messages.AskBefore(attempt.id, step, attempt.size is Size.IMAGINAL)
    if attempt.size is Size.IMAGINAL:
        return beat(attempt, 0, bank, language)
    return messages.Ready(attempt.id, attempt.facts.anticipated, attempt.facts.chance)


def beat(attempt: Attempt, number: int, bank: Sequence[Challenge], language: str) -> messages.ImaginalBeat:
    """A beat of the imaginal version; the kind of an own ask is read from its words."""
    kind = next((challenge.kind for challenge in bank if challenge.id == attempt.challenge), None)
    if kind is None and attempt.own:
        kind = kinds.kind_of(attempt.own, language)
    return messages.ImaginalBeat(attempt.id, attempt.challenge, attempt.own, number, kind)


def question(  # noqa: C901, PLR0911  a flat match over all steps
    attempt: Attempt, step: Step, log: Sequence[Attempt], stakes: Stakes, language: str
) -> Message:
    """Ask one step about an attempt. `log` tells how experienced they are; `stakes` of the challenge."""
    outcome = attempt.facts.outcome or Outcome.NO
    earlier = sum(1 for entry in log if entry.state is State.DONE and entry.id != attempt.id)
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
            return messages.AskFeeling(attempt.id, outcome, min(earlier // 10, 2))
        case Step.COST:
            return messages.AskCost(attempt.id, outcome, attempt.facts.chance, attempt.facts.fear)
        case Step.AGAIN:
            return messages.AskAgain(attempt.id, attempt.facts.chance)
        case Step.LEARNED:
            return messages.AskLearned(attempt.id, debrief.reflection(attempt, stakes, earlier), outcome)
        case Step.LEFT if attempt.size is Size.IMAGINAL:
            return messages.AskLeft(attempt.id)
        case Step.LEFT:
            return messages.FollowUp(attempt.id, ask(attempt), outcome, attempt.facts.peak)


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


def card(attempt: Attempt, course: Course, streak: Streak, today: date, total: int) -> messages.Card:
    """The end of a debrief. The streak is shown where it grew, never where it fell."""
    facts = attempt.facts
    shown = attempt.attempted and streak.current > 1
    known = attempt.domain in course.standings
    why = sizing.today(course, attempt.domain, today) if known else Why(Cause.HELD, attempt.rung)
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
