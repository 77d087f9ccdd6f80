"""Tier 1 in English: intent, plan, means, self-harm, goodbye. Patterns only; `safety` weighs the matches."""

from __future__ import annotations

from bot.coach.safety_english import PILLS, STRESSED, SUICIDE, SUICIDE_STEMS, WHOLE, rule

WISHING = (
    r"(?:wanna|wants to|need to|ready to|want|should|hope i|let me|might as well|how to|ways? to|tempted to"
    r"|decided to|planning to|plan to)"
)
INTENDING = (
    r"(?:wanna|gonna|thinking (?:of|about)|think about|thought about|might|should|could|will|ill|feel like"
    r"|ready to"
    r"|about to|planning to|just|tempted to|considering|imagin(?:e|ing)|fantasi[sz]ing about|urge to|of"
    r"|keep|id)"
)
FAMILY = (
    r"(?:m[uo]m|dad|family|kids|parents|wife|husband|sister|brother|son|daughter|girlfriend|boyfriend"
    r"|friends)"
)

ACUTE = (
    # to kill oneself, in all its words
    rule("myself", r"kil+(?:ing|in|ed)? myself\b", own=True),
    rule(
        SUICIDE_STEMS,
        r"(?:im|am|feel|feeling|felt|been|still|actively|getting|having|ive|had|think(?:ing)? (?:of|about)"
        r"|consider"
        r"|considering|contemplat\w{1,5}|commit|commiting|committing|attempt|attempting|plan|planning"
        r"|wanna|gonna"
        rf"|want|tried|try|through with)(?: \w+){{0,3}}? (?P<core>{SUICIDE})",
    ),
    rule(SUICIDE_STEMS, rf"{SUICIDE} (?:note|plan|letter|thoughts?|ideation|urges?|attempt|tonight|again)\b"),
    rule(
        "my life|own life",
        r"(?:end|ending|ended|take|taking|took) my (?:own )?life\b(?! (?:as|story))",
        own=True,
    ),
    rule(
        "end",
        r"end(?:ed|ing)? (?:it all|everything\b|(?:it|things|everything) (?:tonight|now|today|soon"
        r"|for good))\b",
    ),
    rule("tonight", r"tonight (?:i|im|ill) (?:\w+ ){0,2}end(?:ing)? (?:it|things|this)\b", own=True),
    rule("end it", rf"(?:wanna|gonna|ready to|how to|ways to) (?:just )?end it{WHOLE}"),
    rule("unaliv", r"unaliv\w{1,4}\b"),
    rule("kms|k m s", r"(?:kms|k m s)\b", own=True, jokes=True),
    rule("die|dead", rf"{WISHING} {STRESSED}(?:die|be dead)\b", jokes=True),
    rule("die", r"(?:easiest|painless|quick(?:est)?|best) way to die\b|dying painlessly\b", own=True),
    rule("painless|lethal", r"painless (?:death|method)|lethal dose", own=True),
    rule(
        "live|living|alive",
        r"(?:dont|doesnt|never|no longer|not) (?:\w+ )?(?:wanna|want to|want|care to|feel like"
        r"|wish to) (?:even )?"
        r"(?:be alive|being alive|live|living|keep living|go on living)\b(?! (?:with|here|in|at|near|next"
        r"|there|off"
        r"|on|without|like|together|alone|by|apart|under|through|for|between|out|up|abroad|far)\b)",
    ),
    # by what means
    rule(
        "myself",
        r"(?:hang|hanging|shoot|shooting|drown|drowning|stab|stabbing|poison|poisoning|strangle|suffocate"
        r"|top|neck"
        r"|necking|end|ending|do something to) myself\b",
        own=True,
    ),
    rule(
        "myself",
        r"(?:wanna|gonna|just|should|might|about to|of|will|could|to) off(?:ing)? myself\b",
        own=True,
    ),
    rule("myself in", r"do(?:ing)? myself in\b", own=True),
    rule("myself", r"throw(?:ing)? myself (?:off|under|in front of|from|out of)\b", own=True),
    rule(
        "jump|step|walk|driv|crash",
        rf"{INTENDING} (?:\w+ ){{0,2}}?(?:jump|step|walk|driv|crash)(?:e|ing)? (?:\w+ ){{0,2}}?"
        r"(?:off|from|in front of|under|out of|onto|into) (?:(?:a|the|my|this|that|some|oncoming) )?(?:\w+ )?"
        r"(?:bridge|roof|rooftop|building|balcony|train|cliff|window|overpass|tracks|bus|traffic|car|truck"
        r"|tower"
        r"|ledge|subway|tube|metro|tree|wall|river|sea|ocean)\b",
    ),
    rule("jump", r"(?:bridge|roof|ledge|balcony|tracks) (?:\w+ ){0,4}jump"),
    rule("overdos", r"overdos(?:e|ed|ing)\b"),
    rule(
        "pill|med|tablet|tylenol|paracetamol|ibuprofen|xanax|ambien",
        r"(?:take|taking|took|taken|swallow|swallowed|swallowing|downed|ate) (?:all|every|a whole"
        r"|the whole|a bottle"
        rf"|too many|a bunch|a handful|a lot|loads|so many|enough|[1-9][0-9]|fifty|forty|thirty|twenty)"
        rf"(?: \w+){{0,4}}? {PILLS}\b",
    ),
    rule(
        "pills|meds|tablets",
        rf"sav(?:ed|ing) up (?:\w+ ){{0,3}}{PILLS}|how many {PILLS} (?:does|would|do|to)\b",
    ),
    rule(
        "pills|meds",
        r"(?:pills|meds|tablets) (?:are )?(?:ready|next to me|in front of me|in my hand|lined up)\b",
    ),
    rule(
        "bleach|poison|antifreeze|pesticide",
        r"(?:swallow|drink|drank|drunk)\w{0,3} (?:\w+ )?(?:bleach|poison|antifreeze|pest)",
    ),
    rule("do it with", rf"do it with (?:the |my |a )?(?:{PILLS}|rope|knife|gun|razor)\b"),
    rule(
        "brain|head|throat",
        r"blow(?:ing)? my (?:own )?(?:brains?|head) (?:out|off)|(?:slit|cut"
        r"|slash)\w{0,4} my (?:own )?throat\b",
        own=True,
    ),
    rule("bullet", r"bullet (?:in|through|into) my (?:own )?(?:head|brain|skull|mouth)", own=True),
    rule(
        "jump",
        rf"(?:gonna|wanna|close to|about to|ready to|want to) jump(?:ing)?(?: today| tonight| now)?{WHOLE}",
    ),
    rule("noose", r"noose\b"),
    rule(
        "gun|rope|blade|razor|knife",
        r"(?:gun|rope|blade|razor|knife) (?:\w+ )?(?:ready|next to me|loaded|in front of me|in my (?:hand"
        r"|mouth|lap)"
        r"|(?:to|against|on|at) my (?:throat|neck|wrists?|arm|skin))\b|bought (?:a|some) (?:rope"
        r"|gun)\b.{0,60}\bdo it\b",
    ),
    # self-harm
    rule(
        "wrist|vein",
        r"(?:slit|slic|cut|slash|open)(?:e|t?ing)? (?:\w+ )?my (?:own )?(?:wrists?|veins?)\b",
        own=True,
    ),
    rule("cutting", r"cutting my (?:arms?|thighs?|legs?|skin)\b|(?:started|been) cutting again\b", own=True),
    rule("myself", r"cut(?:ting|tin)? myself\b", own=True),
    rule("burn", r"burn(?:ed|t|ing)? myself (?:again|on purpose|with a (?:cigarette|lighter))", own=True),
    rule(
        "myself",
        r"(?:wanna|gonna|urges? to|thinking (?:of|about)|need to|started|been|im|keep|kept|resist"
        r"|scared of|ill)"
        r"(?: \w+)? (?P<core>(?:hurt|hurting|harm|harming) myself)\b",
        own=True,
    ),
    rule(
        "myself",
        r"(?:hurt|hurting|harm|harmed|harming) myself (?:again|on purpose|tonight|every|so)\b",
        own=True,
    ),
    rule("selfharm|self inj", r"self(?:harm| ?injur)\w{0,4}\b"),
    rule(
        "cut",
        r"(?:wanna|want to|urges? to|need to|relapsed and|been) cut(?:ting)?(?: again| so bad(?:ly)?| is"
        rf"| my (?:arms?|thighs?|legs?))?{WHOLE}",
    ),
    rule("urge to cut|urges to cut|relapsed and cut", r"urges? to cut\b|relapsed and cut\b", own=True),
    rule("trust myself", r"dont trust myself (?:to be alone|alone|tonight|right now|with)", own=True),
    rule(
        "safe",
        r"(?:im|feel) not safe (?:tonight|alone|with myself|from myself)|keep myself safe\b",
        own=True,
    ),
    rule("to myself", r"danger to myself\b", own=True),
    # goodbye
    rule("by the time", r"by the time .{0,25}\b(?:ill be|im) (?:gone|dead)\b", own=True),
    rule("bye", r"(?:good)?bye (?:forever|cruel world|world|everyone)\b|this is goodbye\b(?! to)"),
    rule("is my", r"this is my (?:last|final) (?:message|goodbye)\b(?! (?:to|from|he|she|was|i))", own=True),
    rule("alive|earth", r"my last (?:night|day|week|hours?) (?:alive|on earth)\b", own=True),
    rule(
        "goodbye|farewell",
        r"(?:wrote|writing|written|ive) (?:my|the|some|all my) (?:goodbye|farewell) (?:letters?|notes?)\b"
        r"(?! to (?:my|the) (?:team|colleague|boss|cowork|work|office))",
    ),
    rule(
        "wont be",
        r"wont be (?:alive|(?:around|here) (?:anymore|any longer|much longer|for much longer"
        r"|after tonight))\b",
    ),
    rule(
        "i love",
        rf"tell (?:my |the )?(?:{FAMILY}|them|everyone) (?:that )?i (?:always )?loved? (?:them|her|him)\b",
        own=True,
    ),
)
