"""How people say in English that they did not ask. Patterns only; `reading` weighs what they find."""

from __future__ import annotations

import re

_ME = r"(?:^ ?|\bi |\band |\bbut |\bstill |\bjust |\bso )"
_FRIGHT = r"(?:scared|afraid|nervous|shy|anxious|chicken|frightened|embarrassed)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_BACKED_OUT = _any(
    r"\bchicke?n(?:ed|d)? out\b|\bi (?:just |totally )?bailed\b|^ ?(?:and |then )?bailed\b|\bi backed out\b",
    r"^ ?(?:and |then )?backed out\b|\bwimped out\b|\bpussied out\b|\bnoped out\b|\bbottled it\b",
    r"\blost (?:my|the|all) (?:nerve|courage)\b|\blost courage\b|\b(?:got|had) cold feet\b",
    r"\bi (?:totally|just|completely) froze$|\bfroze (?:up )?and (?:left|walked|ran|turned|went)\b",
    r"\b(?:not|wasnt) brave\b|\bdidnt dare\b|\b(?:no|didnt have the|couldnt find the|didnt find the)"
    r" (?:guts|nerve|courage|balls)\b|\btalked myself out\b",
    r"\bcouldnt (?:even |just |really |quite )?(?:bring myself|make myself|open my mouth|get (?:the|a|any)"
    r" words? out|get it out|find the words|go through with)\b|\bi couldnt (?:do it|go through)$"
    r"|^ ?couldnt do it\b",
    rf"\btoo {_FRIGHT}(?: to (?:ask|do|try|go)\b|$)",
    r"\b(?:left|walked away|walked out|went home|walked past) without (?:asking|a word)\b",
    r"\bdidnt ask in the end\b|\binstead of asking\b",
)
_NOT_TRIED = _any(
    rf"{_ME}didnt (?:even |actually |really |end up )?(?:do it|try|get (?:round|around) to|ask"
    r"|manage to (?:ask|do it|try)|do (?:the|today|todays|mine|my|any|anything)|doing it)\b"
    r"(?! (?:why|again|how|further|what|where|for more|twice|harder|because he|because she))",
    rf"{_ME}havent (?:\w+ )?(?:done|tried|asked|gotten|got (?:round|around))\b(?!(?: \w+){{0,2}} yet)",
    rf"{_ME}forgot(?: to (?:ask|do|try)| (?:about )?it| completely| today|$)",
    rf"{_ME}(?:skip(?:ped)?|missed) (?:it|today|this one)\b|^ ?(?:i )?had no (?:time|chance)\b",
    r"^ ?no (?:time|chance) (?:to|today|for it)\b|^ ?not today$|^ ?(?:so )?i couldnt ask\b",
    r"\bnever got (?:round|around) to\b|^ ?(?:i )?(?:ran|run) out of time\b|\bdidnt happen\b"
    r"|^ ?nothing (?:today|happened today)\b",
    r"^ ?(?:i |ive |im )?(?:was |am |been )?(?:way |just |far )?too (?:busy|ill|sick)\b",
)
UNTRIED = (("backed-out", _BACKED_OUT), ("not-tried", _NOT_TRIED))
# what says so only where nothing else is told
WEAKLY = (
    (
        "backed-out",
        _any(
            r"\b(?:i|and|then) (?:just )?(?:turned (?:around|round|back)|walked (?:out|past|away)"
            r"|ran (?:away|off)|slipped away|kept walking)\b|^ ?kept walking\b|^ ?walked (?:out|past|away)\b"
            r"|^ ?i froze\b",
            r"\blegs wouldnt\b|\bnever (?:went in|went up|asked)$",
        ),
    ),
    (
        "not-tried",
        _any(
            r"\b(?:he|she|they|it|shop|store|cafe|place|office|bakery|library) (?:was|were) (?:already )?"
            r"(?:closed|shut)\b",
            r"^ ?(?:i )?(?:was |been )?(?:sick|ill|in bed|at home|home) all day\b|\bslept all day\b",
        ),
    ),
)
