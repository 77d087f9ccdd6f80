"""What sort of ask somebody's own words are. Abstains where no word is plain; colours a rehearsal only."""

from __future__ import annotations

import re

from bot.coach.model import Kind

# the first that is found counts: what costs much before what costs little
_ENGLISH = {
    Kind.COSTLY: (
        r"\b(?:lend|loan|borrow|give|donate|invest)\b.*\b(?:car|flat|house|money|\d{3,})\b",
        r"\bfor free\b",
    ),
    Kind.DISCOUNT: (
        r"\b(?:discount|cheaper|upgrade|refund)\b",
        r"\b(?:lower|better|reduced?) (?:the |my |a )?(?:price|rent|rate)\b",
    ),
    Kind.OPPORTUNITY: (
        r"\b(?:job|raise|salary|promotion|internship|interview|position|project)\b",
        r"\b(?:days?|fridays?|mondays?) off\b",
    ),
    Kind.FEEDBACK: (
        r"\b(?:feedback|opinion|advice|review)\b",
        r"\bwhat (?:you|they|he|she) thinks?\b",
    ),
    Kind.INVITATION: (
        r"\b(?:coffee|lunch|dinner|drinks?|walk|cinema|party|date|dance)\b",
        r"\b(?:invite|go out|join|come along|come over)\b",
    ),
    Kind.SMALL_FAVOUR: (r"\b(?:borrow|lend|help|hold|swap|seat|favou?r|pass me|pass the|watch my)\b",),
    Kind.INFORMATION: (
        r"\b(?:where|when|which|directions|the way|the time)\b",
        r"\bhow (?:to|do|does|far|long|much)\b",
    ),
}
_PATTERNS = {kind: re.compile("|".join(signs), re.IGNORECASE) for kind, signs in _ENGLISH.items()}


def kind_of(words: str, language: str) -> Kind | None:
    """Read the kind of an own ask; in a language it does not know it reads nothing."""
    if language != "en":
        return None
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(words)), None)
