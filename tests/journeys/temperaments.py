"""People as they are, for the long command: what they do when the bot speaks to them, and when.

A person hears the coach's messages as values and answers with events; chance is their own and seeded.
"""

from __future__ import annotations

import random  # noqa: TID251  made-up people, the same again for the same seed
from collections import deque
from dataclasses import dataclass, field
from datetime import time

from bot.coach import messages, taps
from bot.coach.messages import Message, Stage
from bot.coach.model import Domain
from bot.coach.taps import Answer, Step, Tap
from bot.service.events import Command, Event, Pressed, Text, Who

ZONES = (
    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland",
    "Pacific/Honolulu", "America/Sao_Paulo", "Africa/Cairo", "Asia/Tokyo", "Pacific/Chatham",
)  # fmt: skip
MADE = ("yes", "no.respectful", "no.dismissive", "no.ambiguous", "partial", "pending")
NOT_MADE = ("backed-out", "not-tried")
CLOSING = ("yes", "no.respectful")
WHIMS = ("easier", "harder", "stats", "pause 3", "resume", "undo", "skip", "did", "today", "cancel")


@dataclass(frozen=True, slots=True)
class Temperament:
    """Of the challenges they get, how many they do, tell of a day later, rest on, back out of."""

    does: float
    later: float
    rests: float
    backs_out: float
    peaks: tuple[int, ...]
    whims: float = 0.1


TEMPERAMENTS = (
    Temperament(0.92, 0.03, 0.02, 0.02, (2, 3, 3, 4, 5)),  # keen
    Temperament(0.75, 0.05, 0.05, 0.10, (3, 4, 5, 6, 7), whims=0.4),  # curious
    Temperament(0.40, 0.05, 0.20, 0.25, (5, 6, 7, 8, 9, 10)),  # avoidant
    Temperament(0.40, 0.40, 0.00, 0.05, (3, 4, 5, 6)),  # forgetful
    Temperament(0.70, 0.05, 0.10, 0.05, (1, 4, 7, 8, 9)),  # up and down
    Temperament(0.15, 0.02, 0.05, 0.03, (4, 5, 6)),  # hardly there
)


@dataclass(slots=True)
class Somebody:
    who: Who
    chance: random.Random
    temperament: Temperament
    diary: dict[int, list[Event]] = field(default_factory=dict)  # by the hour they mean to do it
    hands: deque[Event] = field(default_factory=deque)  # about to do
    fates: dict[int, str] = field(default_factory=dict)  # how an attempt will turn out
    last: int | None = None  # the attempt of their last card

    def hears(self, message: Message, hour: int) -> None:  # noqa: C901, PLR0912  a flat match over what they answer
        match message:
            case messages.Offer(attempt, stage=Stage.OFFERED) if attempt not in self.fates:
                self._decides(attempt, hour)
            case messages.AskBefore(attempt, step):
                said = ("2", "5", "9") if step is Step.ANTICIPATED else ("5", "35", "65")
                self._answers(attempt, step, self.chance.choice((None, *said)))
            case messages.Instead(attempt, ask) if self.chance.random() < 0.5 and ask.challenge:
                self._presses(taps.TakeInstead(attempt, ask.challenge))
            case messages.Instead(attempt):
                self._presses(taps.KeepAsk(attempt))
            case messages.AskStory(attempt):
                self._answers(attempt, Step.STORY, None)
            case messages.AskOutcome(attempt):
                self._answers(attempt, Step.OUTCOME, self._outcome(attempt, message.pending))
            case messages.AskPeak(attempt):
                self._answers(attempt, Step.PEAK, self._peak())
            case messages.AskFeeling(attempt) | messages.AskCost(attempt) | messages.AskLearned(attempt):
                self._presses(taps.Finish(attempt))
            case messages.AskLeft(attempt):
                self._answers(attempt, Step.LEFT, "4")
            case messages.FollowUp(attempt):
                self._answers(attempt, Step.LEFT, "3")
            case messages.AskChapter(attempt):
                self._answers(attempt, Step.CHAPTER, self.chance.choice((None, "The detour")))
            case messages.AnyAnswer(attempt):
                self._presses(taps.Did(attempt))
            case messages.Nudge(attempt) if self.chance.random() < 0.3:
                self._presses(taps.Smaller(attempt), taps.Did(attempt))
            case messages.StillHere() if self.chance.random() < 0.7:
                self._later(hour + self.chance.randrange(4, 200), Pressed(taps.Today(), None))
            case messages.ImaginalBeat(attempt, beat=beat):
                self._presses(taps.Imagine(attempt, beat + 1) if beat < 2 else taps.Did(attempt))
            case messages.NothingOpen():
                self._presses(taps.LogOwn())
            case messages.AskOwn():
                self.hands.append(Text(f"Asked the neighbour for tool number {self.chance.randrange(9)}"))
            case messages.Card(attempt):
                self.last = attempt
            case _:
                pass  # read, and nothing to answer

    def lives(self, hour: int) -> None:
        """An hour comes: what they meant to do in it."""
        self.hands.extend(self.diary.pop(hour, ()))

    def _decides(self, attempt: int, hour: int) -> None:
        """What becomes of today's challenge, settled when it comes."""
        roll, mind = self.chance.random(), self.temperament
        self.fates[attempt] = self.chance.choice(MADE)
        if roll < mind.does:
            self._prepares(attempt)
            self._later(hour + self.chance.randrange(1, 10), Pressed(taps.Did(attempt), None))
        elif (roll := roll - mind.does) < mind.later:
            self._later(hour + self.chance.randrange(18, 40), Pressed(taps.Did(attempt), None))
        elif (roll := roll - mind.later) < mind.rests:
            self._presses(taps.DayOff(attempt))
        elif roll - mind.rests < mind.backs_out:
            self.fates[attempt] = self.chance.choice(NOT_MADE)
            self._later(hour + self.chance.randrange(1, 12), Pressed(taps.Did(attempt), None))
        if self.chance.random() < mind.whims:
            self._later(hour + self.chance.randrange(0, 16), self._whim())

    def _prepares(self, attempt: int) -> None:
        before: tuple[tuple[Tap, ...], ...] = (
            (),
            (taps.Accept(attempt),),
            (taps.Another(attempt), taps.Accept(attempt)),
            (taps.Smaller(attempt),),
            (taps.Imagine(attempt, 0),),
        )
        self._presses(*self.chance.choices(before, weights=(3, 3, 1, 1, 1))[0])

    def _whim(self) -> Event:
        if self.chance.random() < 0.15:
            return Pressed(taps.SetTo(taps.Field.ZONE, self.chance.choice(ZONES)), None)
        if self.chance.random() < 0.15 and self.last is not None:
            return Pressed(taps.Correct(self.last, self.chance.choice((Step.OUTCOME, Step.PEAK))), None)
        name, _, rest = self.chance.choice(WHIMS).partition(" ")
        return Command(name, rest)

    def _outcome(self, attempt: int, pending: bool) -> str:
        if pending:
            return self.chance.choice(CLOSING)
        return self.fates.get(attempt) or self.chance.choice(MADE)

    def _peak(self) -> str | None:
        return str(self.chance.choice(self.temperament.peaks)) if self.chance.random() < 0.9 else None

    def _answers(self, attempt: int, step: Step, value: str | None) -> None:
        self._presses(Answer(attempt, step, value))

    def _presses(self, *wanted: Tap) -> None:
        self.hands.extend(Pressed(tap, None) for tap in wanted)

    def _later(self, hour: int, event: Event) -> None:
        self.diary.setdefault(hour, []).append(event)


def somebody(number: int, seed: int) -> Somebody:
    """One of them, with the first minutes ahead; they come within the first two days."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311  no secret
    person = Somebody(Who(number, number, f"P{number}", "en"), chance, chance.choice(TEMPERAMENTS))
    person.diary[chance.randrange(48)] = [Command("start"), *map(_pressed, _first_minutes(chance))]
    return person


def _pressed(tap: Tap) -> Event:
    return Pressed(tap, None)


def _first_minutes(chance: random.Random) -> list[Tap]:
    zone = chance.choice(ZONES)
    toggles = [taps.ToggleDay(day) for day in chance.sample(range(7), chance.randrange(4))]
    return [
        taps.Consent(gentle=chance.random() < 0.1),
        taps.ChooseZone(zone),
        taps.ConfirmZone(zone),
        taps.ChooseMorning(time(chance.randrange(5, 13), chance.choice((0, 30)))),
        *(taps.Sting(domain, chance.randrange(1, 11)) for domain in (Domain.SOCIAL, Domain.PROFESSIONAL)),
        taps.AddDomain(None),
        *toggles,
        taps.Begin(now=chance.random() < 0.5),
    ]
