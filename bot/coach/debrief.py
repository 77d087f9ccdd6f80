"""The questions about an attempt: which comes next, what an answer means, how to take one back.

An attempt carries its facts and the order in which its questions were answered; the open question is derived
from them, so a debrief survives anything and can be picked up days later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.coach import growth, reflecting, typed
from bot.coach.growth import Practice, View
from bot.coach.messages import Reflection
from bot.coach.model import Attempt, Domain, KindOfNo, Look, Outcome, Size, Stakes, State
from bot.coach.reading import Reading
from bot.coach.taps import Step
from bot.coach.watch import Care

BEFORE = (Step.ANTICIPATED, Step.CHANCE, Step.FEAR)
BEFORE_IMAGINED = (Step.ANTICIPATED,)  # the answer is known
AFTER_ASKED = (Step.STORY, Step.OUTCOME, Step.PEAK, Step.FEELING, Step.COST, Step.AGAIN, Step.LEARNED)
AFTER_PENDING = (Step.STORY, Step.OUTCOME, Step.PEAK, Step.FEELING)
AFTER_UNTRIED = (Step.STORY, Step.OUTCOME, Step.FEELING, Step.LEARNED)
AFTER_IMAGINED = (Step.PEAK, Step.LEFT, Step.FEELING, Step.AGAIN)
CORRECTABLE = (Step.OUTCOME, Step.PEAK, Step.LEFT, Step.FEELING, Step.COST, Step.AGAIN, Step.LEARNED)
CORRECTABLE_FOR = timedelta(days=7)
LONGEST_WORD = 40  # a feeling is a word or two
LONGEST_TITLE = 60  # of a chapter
BASELINE = 3  # debriefs without a technique
REMEMBERED = 16  # thoughts that may still come again; there are fewer

_RATED = frozenset({Step.ANTICIPATED, Step.PEAK, Step.COST, Step.LEFT})
_PERCENT = frozenset({Step.CHANCE, Step.AGAIN})
_LONGEST = {Step.FEELING: LONGEST_WORD, Step.CHAPTER: LONGEST_TITLE}
_CLEARED: dict[Step, dict[str, Any]] = {
    Step.STORY: {"story": None, "voice": None},
    Step.OUTCOME: {"outcome": None, "kind_of_no": None},
}


def route(attempt: Attempt) -> tuple[Step, ...]:
    """The questions of this attempt's debrief, in order, as far as its outcome is known."""
    if attempt.size is Size.IMAGINAL:
        return AFTER_IMAGINED
    match attempt.facts.outcome:
        case None:
            return AFTER_ASKED
        case Outcome.PENDING:
            return AFTER_PENDING
        case Outcome.BACKED_OUT | Outcome.NOT_TRIED:
            return AFTER_UNTRIED
        case Outcome.YES | Outcome.NO | Outcome.PARTIAL:
            return AFTER_ASKED


def before(attempt: Attempt) -> Step | None:
    """The next question of the prediction, or None."""
    steps = BEFORE_IMAGINED if attempt.size is Size.IMAGINAL else BEFORE
    return next((step for step in steps if step not in attempt.answered), None)


def after(attempt: Attempt) -> Step | None:
    """The next question of the debrief, or None when it is through."""
    return next((step for step in route(attempt) if step not in attempt.answered), None)


def begun(attempt: Attempt) -> bool:
    """Whether something of the debrief was answered."""
    return any(step in attempt.answered for step in AFTER_ASKED)


def parse(step: Step, value: str) -> dict[str, Any] | None:
    """The facts that a button's code or a typed answer states for a step; None if it states none.

    Codes: "7" (1-10), "35" (percent), "no.respectful", a word, or free words.
    """
    if step in _RATED:
        number = typed.rating(value)
        return None if number is None else {step.value: number}
    if step in _PERCENT:
        number = typed.percent(value)
        return None if number is None else {step.value: number}
    if step is Step.OUTCOME:
        return _outcome(value)
    words = value.strip()
    if not words or len(words) > _LONGEST.get(step, len(words)):
        return None
    return {step.value: words}


def _outcome(code: str) -> dict[str, Any] | None:
    outcome, _, kind = code.partition(".")
    try:
        facts = {"outcome": Outcome(outcome), "kind_of_no": KindOfNo(kind) if kind else None}
    except ValueError:
        return None
    return facts if not kind or outcome == Outcome.NO else None


def answer(attempt: Attempt, step: Step, facts: dict[str, Any] | None) -> Attempt:
    """Note an answer; None notes that the question was skipped."""
    answered = (*(done for done in attempt.answered if done != step), step.value)
    return replace(attempt, facts=replace(attempt.facts, **(facts or {})), answered=answered)


def tell(attempt: Attempt, words: str) -> Attempt:
    """Take a told story in; more words are added to it. What it means is for the person to confirm."""
    story = f"{attempt.facts.story}\n{words}" if attempt.facts.story else words
    if Step.STORY in attempt.answered:
        return replace(attempt, facts=replace(attempt.facts, story=story))
    return answer(attempt, Step.STORY, {"story": story})


def is_story(words: str, reading: Reading) -> bool:
    """Whether a text tells something: an answer was read from it, or it has three words or more."""
    if any((reading.outcome, reading.kind_of_no, reading.peak, reading.feeling)):
        return True
    if words.rstrip().endswith("?"):
        return False  # a question to the bot
    return sum(1 for word in words.split() if any(letter.isalpha() for letter in word)) >= 3


def confirm(attempt: Attempt, facts: dict[str, Any], reading: Reading) -> Attempt:
    """Note the outcome, and with it the peak and the feeling that were read and shown beside it."""
    noted = answer(attempt, Step.OUTCOME, facts)
    if reading.peak is not None and Step.PEAK not in noted.answered:
        noted = answer(noted, Step.PEAK, {"peak": reading.peak})
    if reading.feeling is not None and Step.FEELING not in noted.answered:
        noted = answer(noted, Step.FEELING, {"feeling": reading.feeling})
    return noted


def undo(attempt: Attempt) -> Attempt | None:
    """Take the last answer back; None if there is none. A finished debrief opens again."""
    if not attempt.answered:
        return None
    *kept, last = attempt.answered
    step = Step(last)
    if step is Step.OUTCOME and attempt.size is Size.IMAGINAL:
        kept = [done for done in kept if done != Step.STORY]  # noted together: the scene was gone through
    facts = replace(attempt.facts, **_CLEARED.get(step, {step.value: None}))
    if said_later(attempt, step):
        return replace(attempt, facts=facts, answered=tuple(kept))
    state = State.ACCEPTED if attempt.state is State.DONE else attempt.state
    return replace(attempt, facts=facts, answered=tuple(kept), state=state, closed_at=None)


def said_later(attempt: Attempt, step: Step) -> bool:
    """Whether it was said a day later, so that taking it back opens nothing again."""
    return step is Step.CHAPTER or (step is Step.LEFT and attempt.size is not Size.IMAGINAL)


def put_away(attempt: Attempt) -> Attempt:
    """Before another ask takes the place of this one: its prediction goes, how strong it looked is kept."""
    facts, said = attempt.facts, attempt.facts.anticipated
    looked = () if said is None or attempt.ask is None else (Look(attempt.ask, said),)
    return replace(
        attempt,
        looks=(*attempt.looks, *looked),
        answered=tuple(step for step in attempt.answered if step not in BEFORE),
        facts=replace(facts, anticipated=None, chance=None, fear=None),
    )


def imagined(attempt: Attempt) -> Attempt:
    """The imaginal version was gone through: it ends in the no that was rehearsed."""
    facts = {"outcome": Outcome.NO, "kind_of_no": KindOfNo.RESPECTFUL}
    return answer(answer(attempt, Step.STORY, None), Step.OUTCOME, facts)


def close(attempt: Attempt, now: datetime) -> Attempt:
    return replace(attempt, state=State.DONE, closed_at=attempt.closed_at or now)


def correctable(attempt: Attempt, now: datetime) -> bool:
    """Facts can be corrected for seven days; a pending answer can be closed whenever it comes."""
    if attempt.facts.outcome is Outcome.PENDING:
        return True
    return attempt.closed_at is not None and now - attempt.closed_at <= CORRECTABLE_FOR


def hard(attempt: Attempt) -> bool:
    """Whether it earns a gentle word a day later: a peak of 8 or more, or taken as being about them."""
    return attempt.attempted and (attempt.facts.peak or 0) >= 8


def reflection(
    attempt: Attempt, stakes: Stakes, passed: Sequence[Reflection] = (), view: View | None = View.TOLERATE
) -> Reflection:
    """The one reflection that fits: of all that do, the one not seen for longest.

    `passed`: those of earlier debriefs, oldest first. `view` is None during the baseline: no technique yet.
    """
    seen = {thought: turn for turn, thought in enumerate(passed)}
    return min(reflecting.fitting(attempt, stakes, view), key=lambda thought: seen.get(thought, -1))


@dataclass(frozen=True, slots=True)
class Thoughts:
    """What debriefs ended on, and how a no was met in each domain by then."""

    debriefs: int = 0
    passed: tuple[Reflection, ...] = ()  # oldest first
    practice: Mapping[Domain, Practice] = field(default_factory=dict)


NONE_YET = Thoughts()


def thought(
    attempt: Attempt,
    log: Sequence[Attempt],
    bank: Mapping[str, Stakes],
    care: Care | None = None,
    before: Thoughts = NONE_YET,
) -> Reflection:
    """The reflection this debrief ends on, after what earlier ones ended on; `bank`: stakes by challenge.

    Where scorn for the other person was told (`care`), it is about the other side. `before`: before the log.
    """
    if care is Care.EMPATHY:
        return Reflection.OTHER_SIDE
    earlier = ended(before, [entry for entry in log if entry.id != attempt.id], bank)
    return _next(earlier, attempt, bank)


def ended(before: Thoughts, log: Sequence[Attempt], bank: Mapping[str, Stakes]) -> Thoughts:
    """Take in the debriefs of a log that came to an end, in the order they did."""
    now = before
    done = [entry for entry in log if entry.state is State.DONE]
    for entry in sorted(done, key=lambda entry: (entry.closed_at or entry.offered_at, entry.id)):
        shown = (_next(now, entry, bank),) if reflected(entry) else ()
        practice = growth.after(now.practice.get(entry.domain, growth.NONE_YET), entry)
        passed = (*now.passed, *shown)[-REMEMBERED:]
        now = Thoughts(now.debriefs + 1, passed, {**now.practice, entry.domain: practice})
    return now


def _next(before: Thoughts, attempt: Attempt, bank: Mapping[str, Stakes]) -> Reflection:
    view = before.practice.get(attempt.domain, growth.NONE_YET).view
    stakes = reflecting.stakes_of(attempt, bank)
    return reflection(attempt, stakes, before.passed, view if before.debriefs >= BASELINE else None)


def reflected(attempt: Attempt) -> bool:
    """Whether its debrief came as far as the reflection, answered or not."""
    steps = route(attempt)
    return Step.LEARNED in steps and all(step in attempt.answered for step in steps if step != Step.LEARNED)
