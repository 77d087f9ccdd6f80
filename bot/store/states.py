"""What sort of row it is and where it stands; the values are what the tables keep."""

from __future__ import annotations

from enum import StrEnum


class OccasionKind(StrEnum):
    MORNING = "morning"
    EVENING = "evening"
    FOLLOW_UP = "follow-up"
    PENDING = "pending"
    BUDDY = "buddy"  # the end of a night in which something came from a buddy; about what was kept
    CARE = "care"  # no moment to speak first: a mark that a word of care was said on that day
    BACKUP = "backup"  # a mark that buddies were asked for a word before this attempt
    CHEER = "cheer"  # and after it
    DID = "did"  # a mark that a buddy, whom it is about, was told of an ask that day


class OccasionState(StrEnum):
    """An occasion that is dropped is deleted, so that it can be planned again."""

    WAITING = "waiting"
    DONE = "done"
    MISSED = "missed"


class ArrivalState(StrEnum):
    NEW = "new"
    DONE = "done"
    DEAD = "dead"  # could not be handled; kept for the operator


class LetterKind(StrEnum):
    """What may happen to a letter that was interrupted while it was sent."""

    AGAIN = "again"  # may come twice
    ONCE = "once"  # must never come twice
    EDIT = "edit"  # coming twice makes no difference


class LetterState(StrEnum):
    WAITING = "waiting"
    IN_FLIGHT = "in_flight"  # written just before the request
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"  # may have arrived, and must not be repeated
    CANCELLED = "cancelled"
