"""English words that are worth a kind answer: hard on oneself, scornful of others, asking to be reassured.

They read text as `safety.normalised` leaves it, beside the harsh words that `safety` knows. Nobody is
labelled: what is found here only chooses a word of care.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# sayings that only sound hard; they are taken out before anything is looked for
SAYINGS = _any(
    r"\b(?:could|couldve|could have|was|were|kept) (?:kick|kicked|kicking) myself\b|\bkick(?:ed"
    r"|ing)? myself\b",
    r"\bkill(?:ed|ing|s) (?:it|me|time)\b|\bdumb luck\b|\bidiot proof\b|\bstupid(?:ly)? (?:questions?|grin"
    r"|smile"
    r"|happy|easy|hat|game|idea|costume|song|joke)\b",
    r"\b(?:stop(?:ped)?|quit|no longer|instead of|without) (?:\w+ )?(?:beating|punishing"
    r"|hating) myself(?: up)?\b",
    r"\b(?:useless|hopeless|terrible|rubbish|pathetic|trash|garbage|dumb|stupid|weak) (?:at|in|with)\b",
    r"\b(?:weak|dumb) (?:coffee|tea|knees|at the knees|phone|signal)\b|\bsucker for\b|\bpunish(?:ed"
    r"|ing)? hours\b",
    r"\b(?:dont|didnt|not) (?:\w+ ){0,3}(?:hate|blame|punish|beat|despise|loathe|punishing|hating|blaming"
    r"|beating)"
    r" (?:myself|me)\b",
    r"\b(?:used to|in the past|back then) (?:\w+ ){0,2}(?:hate|think|feel|call)\b[^.]{0,40}",
)
# what nobody says in fun: laughter makes it no lighter
PUNISHMENT = _any(
    r"\bi (?:\w+ )?(?:hate|despise|loathe) (?:myself|(?:who|what) (?:i am|im))\b|\bhating myself\b",
    r"\b(?:im|i am|i feel|i felt|feel|felt|feeling|i was|makes me) (?:\w+ ){0,3}"
    r"(?:worthless|disgusting|unlovable|a waste of (?:space|air|time)|a piece of (?:shit|crap)|subhuman)\b",
    r"\bi (?:\w+ )?deserved? (?:to (?:suffer|be (?:alone|miserable|punished|hurt|humiliated|laughed at))"
    r"|all the"
    r" (?:pain|shame)|every bit of)\b|\bi (?:should|must|ought to|need to) (?:be punished|suffer|pay for)\b",
    r"\b(?:punish|punished|punishing|beat|beating) myself(?: up)?\b(?! (?:at|by|in)\b)",
    r"\bi (?:dont|do not|didnt) deserve (?:love|kindness|friends|anything|to be (?:happy|loved))\b",
    r"\b(?:nobody|no one|noone) (?:could|would|will|can) ever (?:want|love|like|choose) (?:me"
    r"|someone like me)\b",
    r"\bi (?:always )?(?:ruin|wreck|destroy) everything\b|\bi (?:cant|never) do anything right\b",
    r"\bim (?:just )?(?:broken|rotten|a burden|nothing|a mistake|trash|garbage)\b(?! (?:but|to be|at|wrong))",
    r"\b(?:no food|not eating|starv\w+|skipping (?:dinner|meals|lunch)) (?:\w+ ){0,4}"
    r"(?:because i failed|as (?:a )?punishment|for chickening out|for failing)\b|\bas (?:a )?punishment\b",
)
# one of these stands in all of them; looked for first, since that costs almost nothing
STEMS = (
    "myself", "i am", "im ", "i'm", "i’m", "worthless", "disgust", "unlovable", "waste", "piece", "subhuman",
    "deserve", "punish", "suffer", "pay for", "ever want", "ever love", "ever like", "ever choose",
    "everything", "anything right", "failed", "failing", "chickening",
)  # fmt: skip
LAUGHTER = re.compile(
    r"\b(?:lo+l|lmao|lmfao|rofl|(?:ha){2,}h?|(?:he){2,}|jk|silly me|oops|whoops|facepalm|just kidding)\b"
)
CONTEMPT = _any(
    r"\b(?:love|loved|loving|enjoy|enjoyed|enjoying|fun|hilarious|funny|great|satisfying|delicious)"
    r" (?:to )?(?:watch|watching|see|seeing|how|making) (?:him|her|them|the \w+|these \w+|how \w+)"
    r" (?:\w+ ){0,3}(?:squirm|panic|struggle|stammer|stutter|suffer|sweat|cry|uncomfortable|scared|afraid"
    r"|nervous|red|embarrassed|humiliated)\b",
    r"\b(?:he|she|they) (?:was|were|looked|got) (?:so |really |totally )?(?:uncomfortable|scared|terrified"
    r"|embarrassed|humiliated)\b[^.]{0,20}\b(?:hilarious|loved it|priceless|delicious|so satisfying)\b",
    r"\b(?:pathetic|sad|stupid|dumb|ugly|fat|useless|miserable) (?:little |old )?(?:man|woman|guy|girl|boy"
    r"|cow|hag"
    r"|loser|creature|idiot|barista|clerk|cashier|waiter|waitress|people)\b",
    r"\b(?:so far |way )?beneath me\b|\bnpcs?\b|\bserve[sd]? (?:him|her|them) right\b"
    r"|\b(?:he|she|they) (?:had it coming|deserved (?:it|that|worse))\b",
    r"\b(?:these|those|such|all|what|bunch of|full of) (?:idiots|morons|losers|sheep|clowns|peasants"
    r"|cowards)\b",
    r"\b(?:i |to )?(?:ruined|ruin) (?:his|her|their) (?:day|shift|evening)\b|\bmade (?:him|her) cry\b",
    r"\bpeople are (?:so |all )?(?:stupid|pathetic|dumb|worthless|beneath)\b",
)
# sorry for it already: nothing needs to be said
REMORSE = re.compile(
    r"\b(?:sorry|apologi[sz]ed?|felt bad|feel bad|feeling bad|guilty|regret|regretted|wish i hadnt"
    r"|poor (?:guy"
    r"|man|woman|girl|thing|barista|lady)|unfair of me|not proud|didnt want)\b"
)
REASSURANCE = _any(
    r"\bdo you think (?:that )?(?:he|she|they|people|everyone)(?:s| \w+)? (?:\w+ )?(?:hates?|thinks?|mad"
    r"|angry"
    r"|annoyed|offended|laugh\w*|judg\w+|upset|talk\w*)\b|\bdo you think i (?:\w+ )?(?:was|am|did"
    r"|should have|came)\b",
    r"\bdid i (?:\w+ )?(?:do|say) (?:it|something|anything|the) (?:wrong|bad|stupid|weird)\b",
    r"\b(?:please |just |can you |could you )tell me (?:its|it was|im|i was|i did|i am|that|everything)\b",
    r"\bare you (?:really )?sure (?:its|it was|im|i was|i did|that i|theyre|shes|hes)\b",
    r"\b(?:am|was) i (?:really |just |too |being |so )*(?:weird|normal|rude|pushy|annoying|a bad person"
    r"|too much"
    r"|crazy|creepy|awful|mean|wrong|selfish)\b",
    r"\b(?:is|was) (?:it|that|this) (?:\w+ )?(?:ok|okay|normal|alright|all right|my fault|wrong|weird"
    r"|bad) (?:of me"
    r"|that i|to feel|if i (?:feel|felt|think)|what i|how i|right|or not|or did)\b|\bwas (?:it"
    r"|that) my fault\b",
    r"\bpromise me\b|\b(?:tell|say) (?:it|that) again\b|\bi need (?:you|someone|somebody) to (?:tell|say)\b",
    r"\b(?:shes|hes|theyre|she is|he is|they are) not (?:mad|angry|upset) (?:at|with) me (?:right|are they"
    r"|is)\b",
)
ASKED = re.compile(r"\b(?:asked|ask|asking|question was|wondered)\b[^.]{0,60}$")  # that was the ask itself
