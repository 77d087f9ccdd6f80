"""English that only sounds like a crisis, and English as it is typed: read before the rules of crisis.

An idiom is blanked out of the text; it may only name what nobody says in earnest. Nothing here repeats
without a bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idiom:
    """`stem` is looked for first, since finding a plain string costs almost nothing."""

    stem: str
    pattern: re.Pattern[str]


def _idiom(stem: str, pattern: str) -> Idiom:
    return Idiom(stem, re.compile(pattern))


# Order matters: a spelling may make the next one possible ("wnat to" -> "want to" -> "wanna").
SPELLINGS = (
    (" wnat ", " want "),
    (" wan to ", " want to "),
    (" wanan ", " wanna "),
    (" wana ", " wanna "),
    (" gona ", " gonna "),
    (" wanting to ", " wanna "),
    (" want to ", " wanna "),
    (" going to ", " gonna "),
    (" dnt ", " dont "),
    (" don t ", " dont "),
    (" do not ", " dont "),
    (" does not ", " doesnt "),
    (" did not ", " didnt "),
    (" can not ", " cant "),
    (" cannot ", " cant "),
    (" is not ", " isnt "),
    (" was not ", " wasnt "),
    (" were not ", " werent "),
    (" would not ", " wouldnt "),
    (" will not ", " wont "),
    (" i am ", " im "),
    (" i have ", " ive "),
    (" i will ", " ill "),
    (" i was to ", " i were to "),
    (" wish i were ", " wish i was "),
    (" wish i werent ", " wish i wasnt "),
    (" no body ", " nobody "),
    (" no one ", " nobody "),
    (" noone ", " nobody "),
    (" any more ", " anymore "),
    (" mysel ", " myself "),
    (" mysef ", " myself "),
    (" myslf ", " myself "),
    (" myslef ", " myself "),
    (" mysefl ", " myself "),
    (" mself ", " myself "),
    (" my slef ", " myself "),
    (" my self ", " myself "),
    (" me self ", " myself "),
    (" meself ", " myself "),
    (" killmyself ", " kill myself "),
    (" kll ", " kill "),
    (" self harm", " selfharm"),
    (" sewer slide", " sewerslide"),
    (" tonite ", " tonight "),
)

IDIOMS = (
    _idiom("myself", r"\bkil+(?:ing|in|ed)? myself (?:laughing|with laughter|at the gym|at work)"),
    _idiom("myself", r"\bbeen kil+(?:ing|in) myself (?:to|over|at|for|with|on)\b"),
    _idiom("myself", r"\b(?:not gonna|wont|not worth|no need to) kil+(?:ing)? myself over\b"),
    _idiom("suicide", r"\b(?:career|social|political|financial|commercial|professional|brand) suicide\b"),
    _idiom("suicide", r"\bsuicide (?:squad|mission|doors?|runs?|burger|wings?)\b"),
    _idiom("suicides", r"\b(?:run|ran|running|did|do) suicides\b"),
    _idiom(
        "volunteer",
        r"\bvolunteer\w{0,6} (?:\w+ ){0,3}suicide (?:prevention|hotline|helpline|awareness)\b",
    ),
    _idiom(
        "suicide",
        r"\bsuicide (?:prevention|awareness) (?:charity|training|day|week|month|walk|course|campaign)\b",
    ),
    _idiom("end", r"\bend(?:ed|ing)? (?:it|things|this|everything)(?: \w+){0,2} (?:with|between)\b"),
    _idiom(
        "die",
        r"\b(?:i(?:ll|d)? )?die (?:of|from|inside|laughing|a (?:little|bit)|right (?:there|then|here)"
        r"|on the spot|old|hard|than"
        r"|happy|rich|trying|wondering|on(?: (?:this|that) hill)?)\b",
    ),
    _idiom("alone", r"\b(?:dont|didnt) (?:wanna|want to) die alone\b"),
    _idiom(
        "when",
        r"\bwanted to die when (?:he|she|they|everyone|everybody|people|the \w+)(?: \w+){0,2} (?:laughed"
        r"|looked|stared"
        r"|said|heard|turned|asked|noticed|answered|giggled)\b",
    ),
    _idiom(
        " life",
        r"\bt(?:ake|aking|ook) my (?:own )?life (?:in|into|back|to the|savings?|seriously|more|less|story"
        r"|so|apart"
        r"|for granted|one)\b",
    ),
    _idiom(" out", r"\b(?:hang|hanging|hung) myself out\b"),
    _idiom(" foot", r"\bshoot(?:ing)? myself in the foot\b"),
    _idiom(
        "drown",
        r"\bdrown(?:ing)? myself in (?:work|ice cream|netflix|tea|coffee|chocolate|music|self pity|emails?"
        r"|books)\b",
    ),
    _idiom("bus", r"\bthr(?:ow|ew|owing) myself under the bus (?:for|to|again|with)\b"),
    _idiom(
        "overdos",
        r"\b(?:(?:sugar|caffeine|cute|cuteness|vitamin|social|information) overdose"
        r"|overdos(?:e|ed|ing) (?:of|on) (?:sugar|caffeine|coffee|chocolate|tea|netflix|carbs|cute\w*"
        r"|candy|podcasts?))\b",
    ),
    _idiom(
        "cut",
        r"\bcut(?:ting)? myself (?:some|off|short|a (?:break|deal|piece|slice|bit)|shaving|while|on"
        r"|cooking|chopping"
        r"|opening|out|down|free|loose|slack|peeling|with (?:a|the) (?:kitchen|paper|can|tin))\b",
    ),
    _idiom(
        "myself",
        r"\b(?:hurt|hurting|injured) myself (?:at the|playing|lifting|running|on the|falling|doing|skating"
        r"|in the gym"
        r"|climbing|skiing|cycling|moving|dancing|by (?:not|asking|hoping|caring))\b",
    ),
    _idiom(
        "kms",
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|few|some|many|several"
        r"|couple of) (?:\w+ )?kms\b"
        r"|\bkms (?:away|from|per|an hour|later|down|run|walk)\b",
    ),
    _idiom("goodbye", r"\bsaid goodbye\b"),
    _idiom("future", r"\bsee a future (?:with|at|in|here|there|together|for (?:the|this|that|our))\b"),
    _idiom("burn", r"\bburn(?:ed|t|ing) myself (?:out|on the|cooking|with (?:hot|coffee|tea|the))\b"),
    _idiom(
        "dead",
        r"\bdead (?:end|line|weight|serious|tired|wrong|right|silence|silent|pan|battery|plants?|phone"
        r"|quiet|easy|cold)\b",
    ),
    _idiom("dead", r"\b(?:hes|shes|theyre|is|was) dead to me\b"),
    _idiom("ways to die", r"\bmillion ways to die\b"),
)
