"""What asks that break a rule sound like in English. Patterns only; `ethics` decides.

The order matters: the gravest for the other person is named first, and a word of courting at work is no
"private" question. Nothing here repeats without a bound.
"""

from __future__ import annotations

from bot.coach import ethics_acts_english as acts
from bot.coach import ethics_costs_english as costs
from bot.coach import ethics_words_english as w

MINORS = w.words(
    r"(?:boys?|girls?|kids?|daughters?|sons?|sister|brother|nephew|niece|neighbou?r)s? (?:around|about|aged?"
    r"|of|maybe|like|who is|shes|hes)? ?(?:[4-9]|1[0-7])(?: years? old)?(?= \.| $| and | so | for | but "
    r"| to | if )",
    rf"{w.ASK} (?:{w.TOWARDS} ){{0,5}}{w.CHILD}\b(?: (?:girl|boy|kid|guy|student|friend)s?)?{w.THEN}",
    r"(?:hold|holding|pick up|touch|hug|kiss|follow|talk to|approach|hang out with) "
    rf"(?:{w.TOWARDS} ){{0,4}}{w.CHILD}\b(?: (?:girl|boy|kid|guy|student|friend)s?)?{w.THEN}",
    r"my (?:sons|daughters|kids|childs|nephews|nieces) (?:\w+ )?(?:friend|classmate|buddy)s?\b"
    r"(?! (?:mom|mum|dad|mother|father|parents))",
    rf"{w.ASK} {w.MANY}(?:hes|shes|theyre|is|are|who is|aged?) (?:only |just |like )?(?:[5-9]|1[0-7])"
    r"(?: years old)?(?= \.| $| and | so | for | but | to | if )",
    rf"{w.ASK} {w.FEW}(?:girls?|boys?|kids?|students?) (?:from|at|in) (?:the |my |a )?(?:\w+ )?"
    r"(?:(?:high|middle|elementary|primary) school|kindergarten|daycare|playground|grade)\b",
)
SEXUAL = w.words(
    r"nudes?\b(?! (?:lipstick|colou?r|shade|tone|beach|heels|nail|bra|model|drawing|painting|art|paint))"
    r"|body count\b|(?:her|his|what|whats her) (?:bra|cup) size|nsfw|sit on (?:my|his|her) lap|(?:wanna|to"
    r"|and) smash(?= \.| $)|naughty (?:pics?|photos?|videos?|talk|things)",
    r"(?:for|have|having|wanna|want|some|casual|phone|video|oral|anal|favou?rite|about|of|paid|free|had) "
    r"(?:\w+ )?sex\b",
    r"sex (?:position|toy|tape|chat|pics?|partner|with|tonight|party|doll)s?\b|sext(?:s|ing)?\b",
    r"(?:send|sending|trade|for|me|some|her|his|their|sell) nudes?\b|nudes\b|pose nude",
    r"(?:naked|nude|topless|underwear|panty|feet|spicy|sexy|lewd) (?:pics?|photos?|pictures?|selfies?"
    r"|videos?)",
    r"(?:dick|cock|pussy|boob|tit) ?pics?\b|boobs?\b|boobies|tits\b|titties|dick\b|pussy\b|penis|vagina"
    r"|nipples?\b",
    r"threesomes?|3some|orgy|foursome|gangbang|hook ?up(?= with | tonight| later| after| sometime| \.| $)"
    r"|hookup\b",
    r"(?:blow|hand|rim) ?jobs?\b|making out with|make out(?= with | \.| $)|one night stand|booty call"
    r"|quickies?\b",
    r"friends with benefits|sugar (?:daddy|baby|mommy)|swingers?\b|wife swap|bdsm|spank\w*|lap ?dance"
    r"|strip ?tease",
    rf"(?:touch|grab|feel|squeeze|smell|lick|suck|slap|pinch|show me|see|flash) (?:me )?(?:{w.HIS}|my) "
    r"(?:ass|arse|butt|bum|breasts?|chest|pant(?:y|ies)|underwear|bra|feet|toes|body|thighs?|crotch|junk)\b",
    r"horny|flash(?:es)? (?:me|us|him|her|them|people|strangers|someone)\b|happy ending massage|escorts?\b"
    r"|prostitutes?|hookers?\b|porn\w*|onlyfans"
    r"|orgasm\w*|masturbat\w*|virgin(?:ity)?\b(?! (?:\w+ )?(?:olive|bloody|mary|mojito|colada|islands"
    r"|atlantic|cocktail|oil))"
    r"|erection|turned on by|turns? (?:him|her|them) on\b",
    r"(?:sleep|slept) with (?:me|him|her|them|a |my |someone|strangers?|anyone)(?! teddy)"
    r"|spend the night with me",
    r"(?:wanna|want to|to|for a|can we|lets|would) (?:fuck|shag|screw|bang)(?= \.| $| me| him| her| them"
    r"| tonight| with)",
    r"grope\w*|undress\w*|get naked|strip (?:for|naked|down)|take off (?:her|his|their|your) (?:clothes|top"
    r"|bra|pants|shirt)",
    rf"(?:{w.FOLK}|{w.HIM}|random \w+) {w.FEW}(?:for a (?:\w+ )?kiss|to kiss|kiss me|if i (?:can|may"
    r"|could) kiss|for kisses)",
    always=(
        r"sex (?:position|toy|tape)s?\b|kinks?\b|kinky|fetish\w*|good in bed|in the sack"
        r"|with me in bed",
    ),
)
DEPENDENT = w.words(
    r"(?:one of )?(?:the |my )?(?:employees?|people|folks|kids|team|staff|interns?|clients?|guys?|girls?"
    r"|woman|man) (?:that )?i (?:manage|supervise|lead|mentor|counsel|coach|grade|command)\b"
    rf"|{w.ASK} (?:one of )?my (?:\w+ )?(?:soldiers|recruits|cadets|players|athletes|wards?|parishioners"
    rf"|inmates|residents)\b{w.THEN}",
    rf"{w.ASK} (?:one of |all of |some of |both |all )?(?:my|our) (?:(?!old|former|ex)\w+ ){{0,2}}"
    rf"{w.POWER}\b{w.THEN}",
    rf"{w.ASK} (?:one of |some of |all )?(?:an?|the|some) (?:\w+ )?(?:patients?|pupils?|students?|clients?"
    r"|employees?)"
    r" (?:of mine|i (?:teach|treat|tutor|coach|have|look after|grade|mark))\b",
    rf"{w.ASK} an? (?:patient|pupil|trainee|apprentice|subordinate)s?\b{w.THEN}",
    r"(?:who|that|whom) (?:works? (?:for|under)|reports? to|depends? on) me\b|work(?:s|ing)? under me\b",
    rf"{w.FOLK} i (?:supervise|manage|care for|look after|teach|tutor|treat|coach|employ|nurse)\b",
    rf"my (?:cleaning (?:lady|woman)|cleaner|nanny|maid|housekeeper|au pair|babysitter|gardener) {w.MANY}"
    r"(?:unpaid|for free|for nothing|or (?:ill|else|i will)|without pay)",
    rf"{w.ASK} {w.MANY}(?:home|ward|hospital|prison|shelter|clinic|class) (?:where )?i (?:work|teach"
    r"|nurse)\b",
)
FILMING = w.words(
    r"(?:go ?pro|body ?cam) (?:\w+ ){0,4}(?:hidden|on me|record|film)|(?:post|upload|share|put) (?:his|her"
    r"|their|a strangers?|strangers) (?:\w+ )?(?:pics?|photos?|pictures?|faces?|videos?|reply|answers?"
    r"|messages?|reactions?) (?:on|to|online|in)",
    rf"(?:secretly|covertly|sneakily|discreetly|quietly|on the sly) (?:\w+ ){{0,2}}{w.FILM}\b",
    rf"{w.FILM}\b {w.MANY}(?:secretly|covertly|in secret|on the sly)",
    r"(?:hidden|secret|spy) ?(?:cam|camera|mic|microphone|recorder)\b|camera (?:is )?hidden|spy ?cam",
    rf"(?:meta|smart|spy|camera|ray ?ban) glasses {w.MANY}{w.FILM}\b|wearing a wire",
    rf"prank\w* {w.MANY}(?:{w.FEED}|video|camera|subscribers|views|followers)\b|(?:video|{w.FEED}) pranks?\b"
    r"|prank video",
    rf"(?:and|while|then|ill|i|so i can|to) (?:live ?stream|stream|broadcast) {w.FEW}(?:it|him|her|them|live"
    r"|reaction|this)\b|live ?stream(?:s|ing)? (?:me|it|him|her|them|my|the|asking|this|every)\b",
    r"(?:stream|broadcast)\w* (?:\w+ ){0,3}reactions?|film(?:s|ing)? the (?:date|whole|conversation"
    r"|interview|talk with)|phone in my (?:\w+ )?(?:pocket|bag) (?:\w+ ){0,2}(?:film|record)",
    rf"{w.FILM} {w.FEW}(?:from behind|from a distance|from afar|from across|from the bushes|hidden)",
    r"(?:go|going|went) live (?:on|while|when)\b",
    always=(
        rf"{w.FILM} (?:\w+ ){{0,10}}{w.UNASKED}",
        rf"(?:video|clip|footage|reaction|pics?|photos?|pictures?|it) {w.FEW}(?:on"
        rf"|to) {w.FEED} (?:\w+ ){{0,4}}{w.UNASKED}",
        r"(?:take|taking|snap|sneak) (?:a )?(?:pics?|photos?|pictures?"
        rf"|videos?) of {w.MANY}(?:and )?{w.UNASKED}",
        r"(?<!can )(?<!may )(?<!could )(?<!to )(?<!me )(?:film|films|filming|record|recording|video|tape"
        rf"|vlog) {w.FEW}{w.FILMED}\b"
        rf"(?!.{{0,60}}{w.AGREED})",
        rf"(?:post|upload|share|posting|uploading) .{{0,30}}{w.UNASKED}",
        rf"{w.FILM} (?:\w+ ){{0,5}}{w.FILMED} {w.MANY}(?:post|upload|put) ",
    ),
)
PRESSURE = w.words(
    r"(?:block|stand in) (?:his|her|their|the) (?:way|door|path|exit)|wear (?:him|her|them) down"
    r"|no matter what (?:he|she|they) says?|wont stop (?:until|asking|texting|calling)|stop at nothing"
    r"|threat(?:en)? to (?:break up|leave|quit)|(?:not|never|wont) (?:go away|give up|let (?:him|her"
    r"|them) go) .{0,30}until",
    r"until (?!i )(?:(?!someone|somebody|one |anyone|a )\w+ ){1,3}?(?:finally |eventually )?"
    r"(?:says? yes|agrees?|caves?|gives? (?:in|me|up|it)|relents?|cracks?|changes? (?:his|her|their) mind"
    r"|lets? me)\b",
    rf"(?:spam|bombard|pester|harass|nag|stalk|hound|badger)(?:ing)? (?:{w.PERSON}|my|the)\b",
    r"(?:keep|keeps|kept) (?:on )?(?:asking|begging|bugging|texting|calling|messaging|pushing|pestering"
    r"|nagging|insisting"
    r"|following|dming|emailing|knocking)\b(?! (?:for feedback|questions|open|different|people|strangers|new"
    r"|other|why|me\b|myself|us\b))",
    r"(?:ask|call|text|message|beg|dm|email|ring|try|knock|write|phone)\w* (?!how)(?:(?!how )\w+ ){0,6}"
    r"(?:[3-9]|\d\d+|three|four|five|six|ten|twenty|fifty|hundred|several|many) times\b"
    r"(?! (?:a|per|each) (?:week|month|year|day)| as| more| table)",
    r"(?:ask|call|text|message|beg|dm|email|ring|try|knock|write|phone|bug|push)\w* (?:(?!repeat|explain"
    r"|stop|practi[sc]e|sing|play|different)\w+ ){0,8}(?:again and again|over and over|non ?stop|repeatedly"
    r"|in a row)\b",
    r"(?:ask|call|text|message|dm|try|visit|bug|beg)(?:ing)? (?:out )?the same (?:\w+ ){1,6}(?:(?:every"
    r"|each) (?:single )?(?:day|morning|week|hour|time)\b|(?:a |for a |for the )?(?:second|third|fourth|2nd"
    r"|3rd|4th|5th) time|again\b(?! how)|twice)",
    r"ask (?!.{0,30}(?:people|strangers|different|shops|places|cafes|others)).{0,60}until (?:its|it is|i get"
    r"|ive got) (?:a yes|it\b|yes|my way|what i want)|feel (?:guilty|bad) (?:until|so|enough|if)|make (?:him"
    r"|her|them|(?:my|the) \w+) feel (?:guilty|bad)",
    r"beg and beg",
    r"(?:ask|text|call|message|dm) (?:him|her|them|(?:my|the) \w+) (?:out )?every (?:single )?(?:day|hour"
    r"|morning|night)",
    r"guilt ?trip\w*|emotional(?:ly)? blackmail\w*|manipulate\w* (?:him|her|them|my|the|a|people|someone)",
    r"(?:pressure|pressuring|force|forcing|corner|cornering|coerce|bully|bullying|trap) (?:him|her|them|my"
    r"|the|a|people"
    r"|someone|strangers?)\b",
    r"follow(?:ing)? (?:\w+ ){1,4}home\b|follow(?:ing)? (?:a|the|some|her|him) (?:girl|woman|guy|man|around"
    r"|down)",
    r"show(?:ing)? up (?:at|outside) (?:her|his|their|my exs?) (?:house|home|door|place|work|flat|apartment"
    r"|job)",
    r"wait(?:ing)? (?:outside|at|by|in front of) (?:her|his|their|my exs?) (?:house|home|door|place|work"
    r"|flat|apartment|job)",
    r"beg (?:my )?(?:ex|him|her|them)\b|(?:my )?ex (?:to (?:come back|take me back|give me)|for (?:another"
    r"|a second|one more|a last)"
    r" (?:chance|shot|try))",
    r"insist(?:ing)? until|(?:dont|wont|not gonna|refuse to) (?:leave|go|stop|move|hang up) .{0,40}?until",
    r"(?:and|then|,|ill) (?:get |be )?(?:mad|angry|sulk|yell|scream|cry|crying|throw a tantrum|make a scene) "
    r"(?:at \w+ )?(?:if|until|when)",
    always=(
        r"(?:dont|wont|never|not|refuse to|without|cant) (?:\w+ )?(?:take|taking|accept"
        r"|accepting) (?:a )?no\b(?! as)"
        r"(?! offence| offense)",
        r"(?:refuse|refusing|not gonna|wont) (?:to )?(?:leave|go|hang up) .{0,40}?until",
        r"(?:unless|until) (?:he|she|they) (?:say|says) (?:yes|ok)",
        rf"{w.AGAIN}\b.{{0,60}}?\b{w.REFUSED}",
        rf"{w.REFUSED}\b.{{0,40}}?\b(?:ask|asking|try|text|call|message|beg) (?:\w+ ){{0,4}}(?:again|anyway"
        r"|still)\b",
        r"(?:already|just|always) (?:said no|turned me down|refused|rejected)|said no (?:twice|already"
        r"|before|three times|\d)",
        r"so (?:that )?(?:he|she|they|nobody) (?:cant|couldnt|wont be able to|has to|have to) (?:say (?:no"
        r"|yes)|leave|refuse"
        r"|escape|back out|get away)",
        r"(?:her|him|them|ex|she|he|who) (?:\w+ ){0,3}blocked me|blocked me\b.{0,30}\b(?:ask|text"
        r"|message)|restraining order|(?:he|she|they|who) (?:has |have )?(?:told|asked|begged) me (?:not to"
        r"|to (?:stop|leave|never|back off))",
    ),
)
ROMANTIC_AT_WORK = w.words(
    rf"{w.STAFF} (?:\w+ ){{0,4}}(?:dinner|drinks?|coffee|lunch) with me\b",
    rf"{w.WORKER} (?:(?:at|from|in) (?:the |my |our )?\w+ )?{w.OUT}",
    rf"{w.WORKER} {w.MANY}{w.COURTING}",
    rf"{w.STAFF} (?:at \w+ \w+ )?(?:for|if i can (?:get|have)) {w.NUMBER}",
    rf"(?:{w.STAFF} my (?:\w+ )?number|number (?:to|for) (?:a|the|my) (?:\w+ )?{w.STAFF})",
    rf"(?:ask|asking|take|taking) out {w.FEW}{w.WORKER}",
    r"(?:flirt(?:ing)? with|hit(?:ting)? on|kiss(?:ing)?|seduce|date|dating|propose to|in love with"
    r"|crush on|feelings for"
    rf"|love letter to|valentine to|cuddle with) {w.FEW}{w.WORKER}",
    rf"(?:crush|love|feelings) (?:to|for) {w.FEW}{w.WORKER}",
    rf"ask (?!for|to)(?:\w+ ){{1,4}}(?:at|from) (?:work|my office|the office) (?:{w.OUT}"
    rf"|{w.FEW}{w.COURTING})",
)
# In the order in which they are looked for.
BROKEN = {
    "minors": MINORS,
    "sexual": SEXUAL,
    "dependent": DEPENDENT,
    "filming": FILMING,
    "pressure": PRESSURE,
    "romantic-at-work": ROMANTIC_AT_WORK,
    "illegal": acts.ILLEGAL,
    "harm": acts.HARM,
    "unsafe": acts.UNSAFE,
    "insult": acts.INSULT,
    "private": costs.PRIVATE,
    "dishonest": costs.DISHONEST,
    "money": costs.MONEY,
    "costly": costs.COSTLY,
    "staff-at-peak": costs.STAFF_AT_PEAK,
}
