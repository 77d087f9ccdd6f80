"""English words that are no encouragement, whoever hears them, and ways out of the room they are said in.

Most read text as `safety.normalised` leaves it. What is found here is not sent; nobody is judged by it.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# what may stand between "you" and a hard word; a "not" or a "never" may not
_BARE = (
    r"(?:(?:are|r|was|were|is|really|so|such|just|a|an|the|most|kind of|kinda|pretty|being|too|little|big"
    r"|total|complete|utter|absolute|always|look|looked|sound|sounded|seem|act|acted|like|one of|fucking"
    r"|bloody|damn|very) )*"
)
_LABEL = (
    r"(?:idiots?|morons?|losers?|cowards?|failures?|pathetic|useless|worthless|stupid|dumb|ugly|fat|gross"
    r"|disgusting|weak|lame|clowns?|jokes?|embarrassing|embarrassment|creeps?|creepy|freaks?|weirdos?|trash"
    r"|garbage|waste of \w+|fools?|lazy|hopeless|wimps?|chicken|sissy|pussy|snowflake|crybaby|baby|boring"
    r"|annoying|needy|desperate|spineless|ridiculous|nobody|nothing)\b"
)
_TO_YOU = _any(
    rf"\b(?:you|u|youre|ur|yall|youve been|such) {_BARE}{_LABEL}(?! (?:but|of you|to me|can|could|is|about))",
    rf"\b(?:dont be|stop being|quit being|typical|hey|ok|okay|lol|oi|yo) {_BARE}{_LABEL}",
    r"\bwhat an? (?:\w+ )?(?:idiot|moron|loser|coward|failure|wimp|joke|embarrassment|clown)\b(?! im?\b)",
    r"(?:^| \.) (?:(?:wow|lol|haha|so|how|just|really|simply) )*(?:idiot|moron|loser|coward|pathetic|wimp"
    r"|pussy|chicken|lame|boo|weak|cringe|laughable|embarrassing|ridiculous) (?:\.|$)",
    r"\b(?:you|u) (?:all |really |just )*sucks?\b|\b(?:youre|you are) (?:the worst|too (?:sensitive|soft"
    r"|weak|slow|timid)|overreacting|a burden|beneath|the problem)\b|\bshame on you\b"
    r"|\bpeople like you (?:are|make|always|never)\b"
    r"|\bashamed of yourself\b",
    rf"\b(?:everyone|everybody|they|people|we) (?:all )?(?:really )?thinks? (?:youre|you are|ur|u r) {_BARE}"
    rf"(?:weird|crazy|strange|mad|{_LABEL})",
)
_RUDE = _any(
    r"\b(?:bitch(?:es)?|sluts?|whores?|cunts?|assholes?|arseholes?|retard\w*|fag(?:got)?s?|twats?|wankers?"
    r"|bastards?|dick ?heads?|pricks?|scum|subhuman|dumb ?ass|shit ?head|motherfuck\w*|incels?|nazis?)\b",
    r"\b(?:f[uis]?ck|fk|screw|damn) (?:you|u|yourself|off)\b|\b(?:piss|sod|bugger) off\b|\bgo to hell\b"
    r"|\bshut (?:up|it|your)\b|\bkys\b|\bstfu\b|\bdrop dead\b|\bget (?:lost|a life|over (?:it|yourself))\b",
    r"\bgrow (?:up|a pair|a spine)\b|\bman up\b|\btoughen up\b|\bsuck it up\b|\bpull yourself together\b",
    r"\b(?:stop|quit|enough with the) (?:your )?(?:whining|crying|complaining|moaning|sulking|whingeing)\b",
    r"\b(?:just|better|might as well|you can|please) (?:give up|quit)\b|\bwhy (?:do you )?(?:even )?bother\b"
    r"|\bwaste of (?:space|air|time|my time|skin)\b|\bdont (?:even )?bother(?= \.| $| me| us)",
    r"\b(?:kill|hurt|hang|harm|cut|end) (?:yourself|urself)\b|\b(?:eat shit|go die|jump off a)\b"
    r"|\bf (?:you|u|off|yourself)\b|\bcry (?:more|about it|me a river)\b|\bboo ?hoo\b"
    r"|\b(?:nobody|no one|noone|who) (?:even )?(?:asked you\b|(?:cares|would miss) (?:about )?your?\b)",
    r"\bget out of (?:this|the|our|my) (?:group|circle)\b|\bleave (?:this|the|our) (?:group|circle)\b"
    r"|\byou dont belong\b|\b(?:youre|you are) not (?:welcome|wanted)\b|\bleave (?:me|us) alone\b",
)
_SCORN = _any(
    rf"\bhow (?:{_LABEL}) (?:are you|can you|can one|do you)\b|\bdrama queen\b|\bfor (?:the )?attention\b"
    r"|\b(?:have|got|grow) (?:no|a|some) (?:backbone|spine|balls)\b|\byou are (?:such )?an? (?:fraud|fake)\b"
    r"|\b(?:laugh|talk)\w* behind your back\b|\byou call that\b|\b(?:useless|hopeless) as (?:always|usual)\b"
    r"|\bdelete your account\b|\bnever going to (?:change|make it|learn)\b|\bnot cut out for\b|\bso cringe\b",
    r"\b(?:nobody|no one|noone|everyone|everybody|they all|we all) (?:here |in the group )?(?:really )?"
    r"(?:likes|wants|cares about|needs|hates|laughs? at|laughed at|laughing at) (?:you|u)\b",
    r"\b(?:i|we|they) (?:\w+ )?(?:hate|despise|loathe|pity) (?:you|u)\b|\blaugh(?:ed|ing|s)? at you\b",
    r"\bno wonder (?:they|he|she|everyone|everybody|people) (?:said|laugh|refuse|left|leave|hate)"
    r"|\bwho would (?:ever |even )?(?:say yes to|want|like|help|hire|date|love) (?:you|u|someone like)\b"
    r"|\beven (?:an? |my )(?:\w+ )?(?:child|kid|toddler|baby|monkey|dog|year old) (?:can|could) (?:do|ask)\b",
    r"\b(?:you|u) (?:\w+ )?(?:failed|messed up|screwed up|blew it|choked|chickened out) (?:again|as usual"
    r"|as always|of course|obviously)\b|\byoull (?:just )?(?:mess|screw|blow|ruin|embarrass)\b"
    r"|\byou (?:actually|seriously) (?:thought|believed|expected) (?:they|he|she|anyone|that|you)"
    r"|\bdid you (?:actually|really|seriously) (?:think|believe|expect)\b",
    r"\b(?:stupid|dumb|lame|weak|pathetic|silly little) (?:little )?(?:asks?|attempts?|effort|excuses?)\b"
    r"|\bembarrassing to (?:read|watch|see|hear)\b"
    r"|\b(?:cant|cannot|couldnt) stand you\b|\b(?:makes?|making) (?:me|us) (?:sick|puke|cringe)\b",
    r"\b(?:ashamed|sick|tired) of you\b|\bdisappointed in you\b"
    r"|\byou (?:\w+ )?(?:disappoint|disgust|bore) (?:me|us)\b",
    r"\bembarrass(?:ed|ing)? (?:yourself|me|us)\b|\bmake a fool of yourself\b|\bso embarrassing for you\b",
    r"\byou (?:\w+ )?deserved? (?:(?:the|that|this) no\b|worse|what you got|to be (?:laughed|rejected|alone))"
    r"|\byou (?:\w+ )?deserved (?:it|that)(?= \.| $)|\bserves? (?:you|u) right\b|\btold you so\b",
    r"\bwhats (?:even )?wrong with (?:you|u)\b|\bnot (?:brave|good|strong|smart|tough) enough\b(?! yet)",
    r"\byou (?:cant|couldnt|wont|will never) (?:even )?(?:do (?:anything|it|this)|manage|make it|succeed"
    r"|get it right|amount)\b",
    r"\byoull (?:always|never) (?:be (?:good|brave|anything|enough|alone)|fail|make it|manage|succeed|do it"
    r"|change)\b",
)
_THREAT = _any(
    r"\b(?:ill|i will|im going to|im gonna|gonna|we will) (?:\w+ )?(?:hurt|kill|beat|punch|slap|hit|stab"
    r"|shoot|hunt|get|expose|report|find|destroy|ruin) (?:you|u)\b(?! (?:a|an|some|something|up|the|there))",
    r"\bim watching you\b|\b(?:come|coming) to your (?:house|home|place|work)\b|\bbetter watch (?:out|it)\b",
    r"\bwatch your back\b|\bi know where you (?:live|work|sleep)\b|\bor else\b|\byou will (?:pay|regret)\b",
    r"\byoull (?:pay for|be sorry)\b|\bi hope you (?:\w+ )?(?:die|suffer|choke|burn|cry)\b",
)
_ADVANCE = _any(
    r"\b(?:youre|you are|ur|u are|you look|you sound) (?:so |really |very |pretty |super )?(?:hot|sexy)\b",
    r"\b(?:kiss|date|fuck|cuddle|marry|touch|undress|sleep with) (?:you|u)\b"
    r"|\b(?:kiss|date|marry|sleep with) me\b",
    r"\b(?:you|u|get|got|go|be) naked\b|\bnice (?:ass|body|boobs|tits|butt|rack)\b|\bturns? me on\b"
    r"|\b(?:at|in|to) my (?:place|hotel|room|bed)\b",
    r"\bgo out with me\b|\bbe my (?:girlfriend|boyfriend|wife|husband|valentine)\b|\bsexy\b",
    r"\byour (?:boobs|tits|ass|butt)\b|\b(?:pics?|photos?|pictures?|selfies?) of (?:you|u|yourself)\b",
    r"\b(?:send|show) me (?:\w+ )?(?:pics?|photos?|selfies?)\b",
)
UNKIND = (_TO_YOU, _RUDE, _SCORN, _THREAT, _ADVANCE)

# --- ways out: looked for in the text as it is written, lower case

_SERVICE = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|whats ?app|wa|telegram|tg|tik ?tok|face ?book|fb|discord|signal"
    r"|skype|we ?chat|kik|only ?fans|twitter|linked ?in|twitch|viber|pay ?pal|venmo|revolut)"
)
_NUMBER_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)"
WAY_OUT = _any(
    r"[a-z]{2,}://|\bwww\.|\b(?:tg|tel|mailto|sms):",
    r"[^\W_]\.[^\W\d_]{2,}",  # an address, or a full stop without its space; which of the two nobody can tell
    r"\w ?\. ?(?:com|net|org|io|gg|ly)\b|\b(?:t|wa|fb) \. me\b|[a-z\d]。[a-z]{2,}",
    r"\bdot ?(?:com|net|org|io|me|co|de|uk|app|dev|info|ru|to|ly|gg|xyz)\b|[(\[] ?(?:dot|at|\.) ?[)\]]",
    r"@ ?[^\W\d]|[^\W_]@",
    r"(?:^|\s)/[a-z]",  # a command, which would be one tap away
    rf"\b{_SERVICE} ?(?::|=|id\b|handle|name|user|number|-+>) ?\S"
    rf"|\b(?:on|via|my|dm) (?:\w+ )?{_SERVICE}\b",
    r"\bmy (?:phone |cell |mobile |home )?(?:number|address|handle|username|iban|e-?mail)(?: is|:|=)",
    r"\d(?:[ ()./+-]*\d){6,}",
    rf"\b{_NUMBER_WORD}(?:\W+{_NUMBER_WORD}){{6,}}\b",
)
