"""How English rules of crisis are written, whom a sentence is about, and what harsh words sound like.

Patterns read text as `safety.normalised` leaves it: lower case, no apostrophes, "gonna" for "going to",
" . " between sentences, idioms gone. They repeat nothing without a bound, so that no text makes them slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say it. `stems` are looked for first, since finding a plain string costs almost nothing."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    own: bool = False  # the words themselves say that it is about the writer
    jokes: bool = False  # laughter or embarrassment in the text makes it one step less grave


def rule(stems: str, pattern: str, *, own: bool = False, jokes: bool = False) -> Rule:
    return Rule(tuple(stems.split("|")), re.compile(rf"\b(?:{pattern})"), own, jokes)


SUICIDE = (
    r"(?:suicid|sucid|suicd|suiced|suisid|suisaid|suicied|suacid|suicsid|sucicid|suicud|siucid|siicid"
    r"|sewerslid"
    r"|sucuid|suicad|suiccid)[a-z]*"
)
SUICIDE_STEMS = "sui|suc|sua|siu|sii|sewersl"
STRESSED = (
    r"(?:(?:just|really|literally|fucking|actually|honestly|kinda|so|badly|to|finally|only|please|all) ){0,3}"
)
WHOLE = r"(?= \.| $)"  # the clause ends here
PILLS = (
    r"(?:pills?|meds|tablets?|medication|tylenol|paracetamol|ibuprofen|xanax|ambien|antidepressants"
    r"|painkillers)"
)

ME = frozenset({"i", "im", "ive", "ill", "id", "me", "myself"})
PEOPLE = re.compile(
    r"\b(?:i|im|ive|ill|id|me|myself|he|hes|hed|she|shes|they|theyre|theyd|who|friends?|brother|sister|mom"
    r"|mum|dad"
    r"|mother|father|cousin|roommate|flatmate|colleague|coworker|boyfriend|girlfriend|bf|gf|ex|partner|wife"
    r"|husband|son|daughter|uncle|aunt|boss|neighbou?r|someone|somebody|people|guy|girl|man|woman|kid|student"
    r"|classmate|teacher|patient|client|customer)\b"
)
DENIED = re.compile(
    r"(?<!why )\b(?:not|never|dont|didnt|wont|wouldnt|isnt|wasnt|without|no (?:plans?|intention|wish|desire))"
    r"(?: (?:really|actually|ever|even|want|wanted|wanna|gonna|planning|trying|about|thinking|to|of|be|feel"
    r"|feeling|currently|consider|considering)){0,5} $"
)
TOLD = re.compile(r"\b(?:told|tells|telling|said to|says to|asked) me (?:to )?(?:go )?$")
VOICES = re.compile(r"\b(?:voices?|head|brain|mind|thoughts?)\b")
JOKE = re.compile(r"\b(?:lo+l|lmao|lmfao|haha|hehe|rofl|embarrass|cringe|cringing|awkward|mortif|blush)")

SELF_HARSH = re.compile(
    r"\bi (?:\w+ )?(?:hate|despise|loathe) (?:myself|me|who i am)\b"
    r"|(?<!he )(?<!she )(?<!they )\b(?:im|i was|feel|felt|feel like|felt like|feeling) "
    r"(?:such |just |really |so |totally |the most |a complete |a total ){0,3}(?:a |an )?"
    r"(?:pathetic|worthless|useless|loser|failure|disgusting|waste of|piece of (?:shit|crap)|unlovable)\b"
    r"|\bim (?:such |just |so |a complete |a total ){0,2}(?:a |an )?"
    r"(?:idiot|moron|coward|stupid|dumb|ugly|joke|embarrassment|garbage|trash|weak)\b"
    r"|\bi (?:totally |really |fully |probably )?deserved? "
    r"(?:it|that|this|to be (?:alone|rejected|laughed at|miserable))\b"
    r"|\bserves me right\b|\bwhats wrong with me\b|\bashamed of myself\b|\bstupid me\b"
    r"|\b(?:punish|punishing|beating) myself\b|\bi dont deserve (?:love|kindness|friends|anything)\b"
    r"|\bnobody (?:could|would|will) ever (?:want|love|like|choose) me\b"
    r"|\bwhat an? (?:\w+ )?(?:idiot|loser|moron|coward|failure) (?:i|im)\b"
)
# "I deserved it" is pride where the answer was a yes or a reward.
PRIDE = re.compile(
    r"\b(?:raise|promotion|discount|treat|proud|said yes|got it|coffee|reward|earned|celebrat\w{0,4}"
    r"|finally|yay)\b"
)
OTHERS_HARSH = re.compile(
    r"\bwhat an? (?:\w+ )?(?:idiot|loser|moron|bitch|asshole|arsehole|jerk|clown|prick|dick|cow|cunt"
    r"|fool)\b(?! (?:i|im|me|am)\b)"
    r"|\b(?:he|she|they|hes|shes|theyre|guy|girl|woman|man|lady|barista|cashier|waiter|waitress|clerk|boss"
    r"|people|everyone)"
    r" (?:is |was |are |were )?(?:such |just |really |so |all |a complete |a total ){0,2}(?:a "
    r"|an )?(?:idiots?|morons?|losers?"
    r"|pathetic|bitch|bitches|assholes?|jerks?|clowns?|trash|scum|sheep|worthless|subhuman)\b"
    r"|\bstupid (?:cow|bitch|woman|man|barista|cashier|waiter|waitress|clerk|people|girl|guy|idiot)\b"
    r"|\b(?:made|making|make|watched|watching|see|seeing|saw) (?:him|her|them|the \w+) (?:squirm|cry"
    r"|suffer|beg|panic|sweat)\w{0,3}\b"
    r"|\b(?:love|loved|loving|enjoy|enjoyed|enjoying|relished|fun) (?:\w+ ){0,3}(?:his|her"
    r"|their) (?:discomfort|embarrassment"
    r"|humiliation|panic|shame|fear|pain|misery)\b"
    r"|\bput (?:him|her|them) in (?:his|her|their) place\b|\bhumiliat(?:e|ed|ing) (?:him|her|them)\b"
    r"|\b(?:he|she|they) deserves? to (?:suffer|cry|be humiliated)\b"
)
