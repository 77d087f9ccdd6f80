"""How people say in English what the other person answered. Patterns only; `reading` weighs what they find.

They read text as `reading_english.plain` leaves it: lower case, no apostrophes, marks as words of their own.
`THEM` is somebody who was asked; what people say they did themselves carries `own` and matches nothing here.
"""

from __future__ import annotations

import re

THEM = (
    r"(?:he|she|they|who|it|(?:the|my|a|one|this|our|her|his) (?:\w+ ){1,3}|boss|manager|barista|everyone"
    r"|guard|customer|landlord|security|clerk|owner|waiter|cashier|driver|keeper|chef|receptionist)"
)
SAID = r"(?:said|says|say|told me|told us|answered|replied|goes|was like|were like|texted|wrote back)"
HEDGE = (
    r"(?:(?:a|an|just|simply|sorry|basically|immediately|flat|flatly|clearly|politely|kindly|big|fat|hard"
    r"|firm|very|straight|right|away|like|unfortunately|well|oh|hell) ){0,4}"
)
_VERY = (
    r"(?:(?:just|simply|still|actually|even|really|totally|gladly|happily|kindly|then|all|completely|so) )"
    r"{0,2}"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


NO = _any(
    rf"\b{SAID} {HEDGE}(?:no|nope|nah|not possible|not today|not interested|not a chance"
    r"|never(?! (?:mind|seen|heard|had|been|thought))|not this time|absolutely not|not really"
    r"|of course not|certainly not|definitely not|forget it)\b"
    r"(?! (?:problem|prob|worries|idea|one|need|doubt|issue|biggie|sweat|more|pressure|big deal|is|means"
    r"|to (?:my|their|his) ))",
    rf"^ ?(?:no way|no chance|not a chance|nope|no|no thanks|no sorry|not allowed) {THEM} {SAID}\b",
    r"^ ?(?:he|she|they) (?:just )?(?:wouldnt|refused)$",
    r"\b(?:got|was|its|it was|its just|another|just|heard) (?:me )?(?:a|an|another|my first|one more) "
    r"(?:(?:big|fat|clear|polite|flat|hard|firm|kind|quick|solid|nice) ){0,2}no\b(?! (?:one|idea|problem))",
    r"^ ?(?:a )?(?:big fat|big|clear|flat|polite|hard|firm) no\b",
    r"\bmy (?:first|second|third) no (?:of|today|this)\b|\bgot told no\b|\bbasically a no\b",
    r"^ ?(?:a )?no from (?:the|my|him|her|them)\b",
    r"(?<!she got )(?<!he got )(?<!they got )(?<!she was )(?<!he was )\brejected\b",
    r"\bturned (?:me |us )?down\b|\bshot (?:me )?down\b|\bturning me down\b",
    rf"\b(?:{THEM} ?|and |flat(?:ly)? |flat out |politely |kindly )(?:\w+ )?(?:declined|refused|denied)\b",
    r"^ ?(?:declined|refused|denied)\b",
    rf"\b{THEM} ?{_VERY}(?:wouldnt|didnt|wont|doesnt|dont) (?:even )?(?:let|allow|budge|give|agree|accept"
    r"|sell|help|do (?:it|that|this|any|discounts|refunds|those)|want to|approve|go for|offer|lend)\b",
    rf"\b{THEM} ?{_VERY}(?:couldnt|cant) (?:let|allow|give|accept|sell|help|offer|lend|make it|do (?:it|that"
    r"|this))\b|^ ?(?:he|she|they) (?:just |really )?(?:couldnt|cant)$",
    rf"\b{THEM} ?{SAID} (?:\w+ )?{HEDGE}(?:he|she|they|we|theres) (?:cant|couldnt|has a|have a|is taken"
    r"|dont do|doesnt do|wont|was (?:too )?busy|no (?:slot|room|space|way))\b"
    r"(?! (?:decide|say|promise|talk|wait|know))",
    rf"\b{SAID} (?:sorry|unfortunately) (?:he |she |they |its )?(?:cant|not|no)\b",
    rf"\b{SAID} (?:that )?(?:i cant|i couldnt|he cant"
    r"|(?:he|she|they|hed|shed|theyd|id)(?: would)? rather not)\b",
    r"\bshook (?:his|her|their) heads?\b|\bthe answer (?:is|was) (?:a )?(?:clear |big |still )?no\b",
    r"\b(?:request|proposal|application|pitch|idea|offer|appeal)(?: \w+)? (?:denied|declined)\b",
    r"^ ?(?:no luck|no dice|no joy|no success|no cigar|no deal|struck out)\b",
    r"\btold (?:me|us|to) (?:to )?(?:get lost|go away|leave|fuck off|f off|get out|buzz off|shut up)\b",
    r"\b(?:he|she|they|everyone|everybody|people|manager|guy|woman|man|clerk) (?:just |totally "
    r"|completely )?ignored (?:me|my)\b",
    r"^ ?(?:i |we |so |he |she |they )?(?:wasnt|werent|isnt|arent|not) allowed\b(?! to (?:say|tell))",
    r"\bsorry (?:but )?(?:he|she|they) (?:couldnt|cant)\b",
    r"\b(?:its|was|is) (?:not|im)possible\b|\bits not possible\b|\b(?:isnt|wasnt) possible\b",
    r"\bagainst (?:the |their |our |company |shop )?(?:policy|rules|regulations)\b|\brules are rules\b",
    r"\bdidnt get (?:the|my|a|an|it|one|any)\b(?! (?:chance|reply|answer|response|word|joke|text))",
    r"^ ?(?:but )?(?:it|that) (?:didnt work(?: out)?|was a no)\b",
    r"\b(?:hed|shed|theyd|said id) (?:have )?(?:loved?|liked?) to(?: \w+){0,3} but\b",
)
YES = _any(
    rf"\b{SAID} (?:(?:a|an|just|immediately|oh|well|big|right away|hell|like|actually|fuck) ){{0,3}}"
    r"(?:yes|yeah|yea|yep|yup|ya|sure|ok|okay|of course|absolutely|definitely|certainly|go ahead|go for it"
    r"|no problem|no prob|no worries|why not|fine|gladly|with pleasure|totally|be my guest|by all means"
    r"|help yourself|knock yourself out|come on in|alright|take it|hop in|you can|my pleasure)\b"
    r"(?! (?:not\b|(?:you|i|we) (?:cant|couldnt)|(?:i|we) will (?:think|see|ask|check)"
    r"|to (?:my|someone|somebody|him|her)|but no|about))",
    r"^ ?(?:yes|yeah|yep|sure|sure thing|ok|okay|of course|absolutely|go ahead|no problem|no worries"
    rf"|why not|be my guest|help yourself|with pleasure|by all means) {THEM} {SAID}\b",
    r"\b(?:got|its|it was|was|another|heard) (?:a|an|another|my first|the) (?:(?:big|clear|quick"
    r"|surprising|easy) )?yes\b",
    r"^ ?(?:a )?yes (?:from (?:the|my|him|her|them)|on the spot|in the end)\b|^ ?a (?:big )?yes$",
    rf"\b(?:{THEM} ?|and )(?:\w+ )?(?:agreed|accepted|approved|signed off|went for it|went along|played along"
    r"|ended up saying yes)\b",
    rf"\b(?:he|she|they|the \w+|my \w+) (?:was|were) {_VERY}(?:up for it|fine with (?:it|that)|ok(?:ay)? with"
    r" (?:it|that)|cool with (?:it|that)|happy to|glad to|delighted to|game|on board)\b",
    r"\bgave (?:me |us )?(?:the|a|his|her|their) (?:ok|okay|go ahead|green light|blessing)\b",
    r"\b(?:he|she|they|\w+) (?:even |actually |just )?(?<!didnt )(?<!wouldnt )(?<!couldnt )let (?:me|us) "
    r"(?!know|down|think|go\b|see\b|ask|wait|get\b|out\b|finish|off\b)",
    r"\bgave (?:it to (?:me|us)|(?:me|us) (?:(?:a|an|the|his|her|their|some|one|two|it|my|our) )"
    r"(?!(?:\w+ )?(?:no|look|looks|stare|half|finger|smile|hard time|lecture|chance|feeling|creeps|eyes|shrug"
    r"|side|tip|tips|advice|hint|reason|explanation|excuse|card|leaflet|number of|hug|bit|little|wave|nod"
    r"|dirty|weird|cold|answer|speech)\b))",
    r"\b(?:got|won) (?:the|my|a|an|our|that) (?:free )?(?:discount|raise|refund|upgrade|number|refill|table"
    r"|deal|day off|job|extension|sample|tour|ride|coffee|dessert|fridays? off|gig|part|role|spot|room|loan"
    r"|permit|interview)\b|\bgot (?:an?|my|the|some|two) free \w+",
    rf"\b{SAID} (?:that )?(?:i|we) (?:can|could|may)\b(?! (?:not|ask|try|come back|always))",
    rf"\b{SAID} (?:hed|shed|theyd|(?:he|she|they|i) would) (?:love|be (?:happy|glad|delighted)) to\b"
    r"(?!(?: \w+){0,3} but)",
    r"\bnodded\b|\bthey refunded\b|\b(?:he|she|they|the \w+|my \w+|and) (?:\w+ )?"
    r"(?:handed|lent|loaned|poured|cut|signed|upgraded|refunded|waived|granted|sang|bought|saved|played"
    r"|drew|served) (?:me|us|my|our)\b(?! (?:off|out|a look|nothing|leaflet|a leaflet|a card|down|short))",
    r"\b(?:he|she|they|the \w+) (?:\w+ )?(?:handed (?:it|one|them) over|waved (?:me|us) (?:on|in|through))\b",
    r"\b(?:he|she|they|the \w+|my \w+) (?:\w+ )?(?:moved|extended|opened|changed|made|saved|warmed|played"
    r"|fixed|found|waited|did) (?:(?!no|nothing|hard|difficult|impossible|clear|face|fun)\w+ ){0,3}"
    r"for (?:me|us)\b(?! to (?:leave|go|finish|stop))",
    r"\b(?:he|she|they) (?:actually|even|really|happily|gladly) (?:did|does) ?(?:it|so)?$",
    r"\b(?:i|we|and) got to (?:sit|feed|ride|play|hold|ring|touch|meet|skip|keep|drive|taste|wear|pet|join"
    r"|sing|film|try (?!harder|again|more))",
    r"^ ?(?:i was |we were |got )allowed (?:to|in)\b",
    r"\bthe answer (?:is|was) (?:a )?(?:clear |big )?yes\b",
    r"\b(?:request|proposal|application|pitch|idea|offer)(?: (?:got|was|is|has been))? (?:accepted"
    r"|approved|granted)\b",
    r"\b(?:it|yep|yes|totally|actually) worked\b|^ ?worked\b|^ ?success\b|\bmission accomplished\b",
)
PENDING = _any(
    r"\bget(?:s|ting)? back to (?:me|us|you)\b",
    rf"\b{THEM} ?(?:will|would|ll|is gonna|are gonna|gonna|said \w+) (?:let (?:me|us) know|think (?:about it"
    r"|it over)|sleep on it|(?:call|email|text|write|tell) me|be in touch|consider it|ask (?:his|her|their"
    r"|the) \w+|see what|look into|decide|discuss|answer (?:me )?(?:by|on|next|within|in|tomorrow))\b",
    r"\bthink it over\b|\b(?:is|was|are) (?:gonna )?think(?:ing)? about it\b"
    r"|\bwants? to (?:think|sleep on)\b",
    r"\b(?:said|says) (?:he|she|they)(?:ll|d| will| would) (?:let me know|think|ask|check|call"
    r"|get back|see)\b",
    rf"\b{THEM} ?(?:said (?:he |she |they )?)?(?:still )?(?:needs?|has|have) to (?:check|ask|think|talk"
    r"|discuss|decide|sleep on|run it|look)\b",
    r"\bwaiting (?:to hear|for (?:an?|his|her|their|the) (?:answer|reply|response|decision|call))"
    r"|\bstill waiting\b|\b(?:and |so )?(?:now )?im waiting$",
    r"\bno (?:answer|reply|response|word)(?: \w+){0,4} (?:yet|so far)\b|\bstill no (?:answer|reply|word)\b",
    r"\b(?:hasnt|havent|not) (?:answered|replied|responded|written back|called back|got back|gotten back"
    r"|heard(?: back)?|decided)(?: \w+){0,2} ?(?:yet)?$|\bhavent heard\b",
    r"\btold to come back\b|\bsaid to come back|\btold me to (?:try|come back|ask) again\b"
    r"|\b(?:said|says) come back (?:on|in|next|later|tomorrow)",
    r"\b(?:is|are|shes|hes|theyre) checking with\b|\bill know (?:on|by|next|in|tomorrow)\b",
    r"\b(?:is|its|are) (?:with (?:hr|my boss|the boss|management)|under review|being (?:considered|discussed"
    r"|looked at|reviewed))\b|\bhave to call (?:them )?(?:again|back)\b",
    r"\bsaid maybe (?:later|next)|\bask me (?:again )?(?:next|later|tomorrow)",
)
# "ok, I'll think about it": their words, though it says "I"
PUT_OFF = re.compile(
    rf"\b{SAID} (?:\w+ ){{0,3}}(?:, )?(?:ill|i will|we will|let me) (?:think|check|ask|see|get back"
    rf"|let you know"
    r"|call|look into|sleep)\b"
)
# "do you mind?" and "is this taken?" turn the meaning of a no around
TURNS_NO = re.compile(r"(?<!never )(?<!my )\bmind(?:ed)?\b|\b(?:taken|occupied|reserved|bothered)\b")
_OFFER = (
    r"(?:offer(?:ed|s)?|threw in|gave (?:me|us) (?!\w* ?(?:\w+ )?(?:tips?|advice|look|smile|hug|reason|number"
    r"|name|card|explanation))|gives me|can (?:have|come|do|leave|take|give)|could (?:have|come|take)|agreed"
    r"|let (?:me|us) (?!down|know|go\b|finish)|(?:he|she|they) will (?:come|give|do|take|let)|is fine|is ok"
    r"|\d+ ?%)"
)
PARTIAL = _any(
    r"(?<!\bi )(?<!\bjust )\b(?:no|couldnt|cant|wouldnt|didnt(?! (?:want|like|look|seem|believe|know|expect))"
    r"|wont|not(?! (?:sure|happy|thrilled|keen|convinced|easy|so|very|really|bad|that|too)))\b"
    rf"[^.]{{0,60}}\bbut (?:\w+ ){{0,4}}?{_OFFER}",
    r"\bnot the (?:full|whole|entire)\b.{0,40}\bbut\b|^ ?not the \w+(?: \w+)? but (?:an?|the|one|two|half)\b",
    r"\bhalf (?:of )?(?:what|it|the (?:price|amount|time|discount))\b|\bhalf price\b"
    r"|\b(?:gave|got|offered|give) (?:me |us )?half\b",
    r"\bmet (?:me|us|each other) (?:halfway|half way|in the middle)\b|\bcounter ?offer|\bcompromised?\b",
    r"\b(?:we|they) settled (?:on|for)\b|\boffered (?:me )?.{1,30} instead\b|\d ?% instead of \d"
    r"|\bagreed to .{1,40} instead of\b",
    r"\bgave (?:me|us) (?:\w+ ){1,5}instead\b|\boffered (?:me )?(?:\d|half|something else|a smaller|less)\b",
    r"\b(?:he|she|they) only (?:gave|offered|let|took|lent|sold)\b"
    r"|\bi only got (?!a look|no|the look|silence)",
    r"\bno to (?:\w+ ){1,4}?(?:, |but |and )+yes to\b|\byes to (?:\w+ ){1,4}?(?:, |but |and )+no to\b",
)
# so many asked for, fewer given
AMOUNTS = re.compile(
    r"\basked (?:\w+ )?for (?:an? )?(?P<asked>\w+)\b.{0,40}?\b(?:got|gave (?:me|us)|was given"
    r"|offered(?: me)?) (?:an? )?(?P<given>\w+)\b"
)
BUT_GAVE = re.compile(
    r"\bbut\b.{0,60}\b(?:gave (?!\w+ (?:a |some )?(?:tip|advice|look|smile|hug|reason|card))|offered|let me"
    r"|instead|agreed)\b"
)
# an answer in a word or two, where an ask was told before it
BARE_NO = re.compile(
    r"^(?:but |and |so )?(?:just |big |flat )?(?:no|nope|nah|a no|no way|absolutely not|not a chance"
    r"|no chance|no obviously|no luck|no of course)$"
)
BARE_YES = re.compile(r"^(?:and |so |big )?(?:yes|yep|yess|yup|a yes|yes of course)$")
_TOLD = r"|\b(?:outcome|result|peak(?:ed)?|distress|fear|anxiety|answer|expected|hoped)\b"
ASKED_FOR = re.compile(rf"\basked \w+|\bthought\b{_TOLD}")
ASKED_AT_LENGTH = re.compile(rf"\basked (?:\w+ ){{2,}}\w+{_TOLD}")
# what somebody did; an answer only where none was told
REACTION = _any(
    r"\blaughed (?:at me|me out|in my face)\b|\bmade fun of me\b|\bscoffed\b",
    r"\brolled (?:his|her|their) eyes\b|\bhung up(?: on me)?\b|\bslammed\b|\bkicked (?:me |us )?out\b"
    r"|\b(?:threw|thrown|shooed) (?:me )?(?:out|away)\b",
    r"\b(?:he|she|they|the \w+) (?:just )?(?:walked (?:off|away)|turned (?:away|(?:his|her|their) back)"
    r"|looked (?:right )?(?:away|through me)|shrugged|said nothing|stared at me"
    r"|didnt (?:even |really )?say anything)\b",
    r"\b(?:waved|brushed|blew) me (?:off|away)\b|\bcut me off\b",
)
SOFT = re.compile(r"\b(?:maybe|perhaps) (?:another|some other) (?:day|time)\b")
KINDS = (
    (
        "respectful",
        _any(
            r"(?<!asked )(?<!her )(?<!him )(?<!not )\b(?:politely|kindly|nicely|gently|graciously"
            r"|respectfully|warmly)\b",
            r"\b(?:was|were|but|so|super|really|very|and) (?:really |so |super |very )?(?:polite|kind(?! of)"
            r"|nice about|sweet|friendly|lovely|respectful|gracious|nice$)",
            r"\bpolite no\b|\bkind no\b|\bwished me (?:luck|well|the best)\b|\bthanked me\b|^ ?nicely$",
            r"\bapologi[sz]ed\b|\bno thank you\b|\bsmiled and\b|\bwas(?: really| so| very)? sorry\b",
            rf"\b(?:{SAID}) (?:\w+ )?sorry\b|\b(?:he|she|they|but|and) (?:\w+ )?explained\b|\bto explain\b",
            r"\b(?:hed|shed|theyd) (?:have )?(?:loved?|liked?) to\b|\bwished? (?:he|she|they|i) could\b",
        ),
    ),
    (
        "dismissive",
        _any(
            r"\brolled (?:her|his|their) eyes\b|(?<!not )(?<!wasnt )\b(?:rude|rudely|dismissive"
            r"|dismissively|sarcastic)\b",
            r"\bsnapped\b|\blaughed (?:in my face|at me|me out)\b|\bget lost\b|\bgo away\b|\bf(?:uck)? off\b",
            r"\bscoffed\b|\bsneered\b|\bmocked\b|\bmade fun of me\b|\bslammed\b|\bgot laughed\b",
            r"\bwithout (?:even )?looking\b|\bdidnt (?:even )?look up\b|\byelled\b",
            r"\bshouted\b|\bhung up\b",
            r"\b(?:waved|brushed|blew) me off\b|\bcut me off\b|\bto (?:leave|get out|shut up)\b"
            r"|\b(?:his|her|their) back\b|\bwalked (?:off|away)\b|\bbefore i (?:finished|could finish)\b",
        ),
    ),
    (
        "ambiguous",
        _any(
            r"\bignored (?:me|my)\b|\bno (?:answer|reply|response)\b|\bghosted\b|\bjust silence\b",
            r"\bshrugged\b",
            r"\b(?:maybe|perhaps) (?:another|some other) (?:day|time)\b|\b(?:say anything|said nothing)\b",
        ),
    ),
)
