"""How people say in English how an ask went. Patterns only; `reading` weighs what they find.

They read lower-case text without apostrophes, with commas and full stops kept as words of their own.
"""

from __future__ import annotations

import re

SPELLINGS = (
    (" siad ", " said "),
    (" sayd ", " said "),
    (" sed ", " said "),
    (" he sad ", " he said "),
    (" she sad ", " she said "),
    (" they sad ", " they said "),
    (" did not ", " didnt "),
    (" do not ", " dont "),
    (" does not ", " doesnt "),
    (" could not ", " couldnt "),
    (" would not ", " wouldnt "),
    (" have not ", " havent "),
    (" has not ", " hasnt "),
    (" can not ", " cant "),
    (" cannot ", " cant "),
    (" was not ", " wasnt "),
    (" is not ", " isnt "),
    (" i am ", " im "),
    (" going to ", " gonna "),
    (" shell get ", " she will get "),
    (" hell get ", " he will get "),
)
_NOISE = re.compile(r"[^a-z0-9.,!?/%$ ]+")
_LONG = re.compile(r"([a-z])\1\1+")
_MARK = re.compile(r"\s*([.,!?]+)(?=\s|$)")
_QUOTE = re.compile(r" , ((?:he|she|they|the \w+|my \w+) (?:said|says|answered|replied))\b")

_ASKED = re.compile(r"\b(asked (?:\w+ ){0,6}?)(?:if|whether) ")  # "asked her if I could": no hypothesis


def plain(text: str) -> str:
    """Lower case, single spaces, marks apart from words; `no problem, he said` loses its comma."""
    text = text.casefold().translate(_TYPED)
    text = _MARK.sub(_apart, _LONG.sub(r"\1", _NOISE.sub(" ", text)))
    text = f" {' '.join(text.split())} "
    for written, meant in SPELLINGS:
        text = text.replace(written, meant)
    return _ASKED.sub(r"\1that ", _QUOTE.sub(r" \1", text))


def _apart(mark: re.Match[str]) -> str:
    marks = mark[1]
    return " ? " if "?" in marks else " , " if set(marks) == {","} else " . "


_TYPED = str.maketrans(
    {"'": "", "’": "", "‘": "", "`": "", "\n": " . ", ";": " . ", "-": " ", "–": ",", "—": ","}
)
SENTENCE = re.compile(r"[^.?]+[.?]?")
CLAUSE = re.compile(r" , | but | though | although | so | because | cause | bc | then | yet (?=\w)")
THEM = (
    r"(?:he|she|they|who|it|(?:the|my|a|one|this|our|her|his) (?:\w+ ){1,3}|boss|manager|barista|everyone"
    r"|guard|customer"
    r"|landlord|security|clerk|owner|waiter|cashier)"
)
SAID = r"(?:said|says|say|told me|answered|replied|goes|was like)"
HEDGE = (
    r"(?:(?:a|an|just|simply|sorry|basically|immediately|flat|flatly|clearly|politely|kindly|big|fat|hard"
    r"|firm|very"
    r"|straight|right|away|like|unfortunately|well|oh|hell) ){0,4}"
)

QUESTION = re.compile(
    r"^(?:what|should|shall|do|does|did (?:he|she|they|you|it (?:work|go))|will|would|can|could|how|why|is"
    r"|are|who|when|where)\b"
    r"(?! a )"
)
OTHERS = re.compile(
    r"\b(?:friend|buddy|brother|sister|colleague|mate|partner|wife|husband) (?:asked|tried|got|went)\b"
    r"|\bto (?:someone else|somebody else|my friend|my buddy|him instead|her instead)\b"
    r"|\b(?:last|the other|a) (?:week|month|year|day)\b|\byesterday\b|\bpretend"
)
WISHED = re.compile(
    r"\b(?:if|hope|hoping|wish|what|should|might|ill|let me|i will|i have to|i need to|want to|scared|afraid"
    r"|worried)\b"
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|hope|hoping|wish|wished (?!me\b)|might|should|would have|wouldve|wouldnt have|could have"
    r"|couldve|scared (?:he|she|they|of"
    r"|that)|afraid (?:he|she|they|of|that)|worried|expect|expected|expecting|think|thought|imagine"
    r"|imagined|gonna"
    r"|tomorrow|later|will|shell|theyll|wanna|want to|almost|nearly|neither|nor|know (?:he|she|they)"
    r"|dont know|not sure"
    r"|never said|(?:didnt|doesnt|did not) say|have to|whether|or not|unless|before (?:he|she|they)|waiting"
    r"|bet|always|never|nobody|noone|none|no one|probably|usually|guess|suppose|supposed|ready for"
    r"|prepared|would|normally"
    r"|could not have|every time|sometimes|people say|they say|feared|dreading|rehearsed|practiced"
    r"|pictured|convinced"
    r"|certain|maybe|perhaps|ever|instead of|rather than|without (?:a|getting))\b"
    r"|^ ?(?:dont|yes please|no need|no worries|no idea)\b"
)

_NO = (
    rf"(?<!\bi )(?<!\bi just )\b{SAID} {HEDGE}"
    r"(?:no|nope|nah|not possible|not today|not interested|not a chance|never|not this time|absolutely not"
    r"|not really"
    r"|of course not|certainly not|definitely not)\b"
    r"(?! (?:problem|prob|worries|idea|one|need|doubt|issue|biggie|sweat|more|big deal|to (?:my|their|his) ))"
    rf"|^ ?(?:no way|no chance|not a chance|nope|no|no thanks|no sorry) {THEM} {SAID}\b"
    r"|^ ?(?:he|she|they) (?:just )?(?:wouldnt|refused)$"
    r"|\b(?:got|was|its|it was|its just|another|just|heard) (?:me )?(?:a|an|another|my first|one more) "
    r"(?:(?:big|fat|clear|polite|flat|hard|firm|kind|quick|solid|nice) ){0,2}no\b(?! (?:one|idea|problem))"
    r"|^ ?(?:a )?(?:big fat|big|clear|flat|polite|hard|firm) no\b|\bmy (?:first|second|third) no (?:of"
    r"|today|this)\b|\bgot told no\b|^ ?(?:a )?no from (?:the|my|him|her|them)\b"
    r"|(?<!i )\brejected\b"
    r"|\bturned (?:me )?down\b|\bshot (?:me )?down\b"
    rf"|\b(?:{THEM} ?|and |flat(?:ly)? |flat out |politely |kindly )(?:\w+ )?(?:declined|refused)\b"
    r"|^ ?(?:declined|refused|denied)\b"
    rf"|\b{THEM} ?(?:just |simply |still )?(?:wouldnt|didnt|wont|doesnt|dont) (?:even )?"
    r"(?:let|allow|budge|give|agree|accept|sell|help|do it|want to|approve|go for)\b"
    rf"|\b{THEM} ?{SAID} (?:\w+ )?{HEDGE}(?:he|she|they|we) (?:cant|couldnt|has a|have a|is taken|dont do"
    r"|doesnt do|wont|was (?:too )?busy)\b(?! (?:decide|say|promise|talk|wait|know))"
    rf"|\b{SAID} (?:sorry|unfortunately) (?:he |she |they |its )?(?:cant|not)\b"
    rf"|\b{SAID} (?:that )?(?:i cant|i couldnt|he cant|(?:he|she|they|hed|shed|theyd"
    r"|id)(?: would)? rather not)\b"
    r"|\bshook (?:his|her|their) heads?\b|\bthe answer (?:is|was) (?:a )?(?:clear |big |still )?no\b"
    r"|\b(?:request|proposal|application|pitch|idea|offer|appeal)(?: \w+)? (?:denied|declined)\b"
    r"|\bno luck\b|\blaughed in my face\b|\btold me to (?:get lost|go away|leave|fuck off|f off)\b"
    r"|\b(?:he|she|they|everyone|everybody|people|manager|guy|woman|man|clerk) (?:just |totally "
    r"|completely )?ignored (?:me|my)\b"
)
_YES = (
    rf"(?<!\bi )(?<!\bi just )\b{SAID} (?:(?:a|an|just|immediately|oh|well|big|right away|hell|like"
    rf"|actually|fuck) ){{0,3}}"
    r"(?:yes|yeah|yea|yep|yup|ya|sure|ok|okay|of course|absolutely|definitely|certainly|go ahead|go for it"
    r"|no problem"
    r"|no prob|no worries|why not|fine|gladly|with pleasure|totally)\b(?! (?:not\b|to (?:my|someone"
    r"|somebody|him|her)|but no|about))"
    r"|^ ?(?:yes|yeah|yep|sure|sure thing|ok|okay|of course|absolutely|go ahead|no problem|no worries"
    rf"|why not) {THEM} {SAID}\b"
    r"|\b(?:got|its|it was|was|another|heard) (?:a|an|another|my first|the) (?:(?:big|clear|quick"
    r"|surprising|easy) )?yes\b"
    r"|^ ?(?:a )?yes from (?:the|my|him|her|them)\b"
    rf"|\b(?:{THEM} ?|and )(?:\w+ )?(?:agreed|accepted|approved)\b"
    r"|\b(?:he|she|they|\w+) (?:even |actually |just )?(?<!didnt )(?<!wouldnt )let me (?!know|down|think"
    r"|go\b|see\b|ask|wait)"
    r"|\bgave (?:it to me|me (?:(?:a|an|the|his|her|their|some|one|two|it|my) )(?!(?:\w+ )?(?:no|look"
    r"|stare|half|finger|smile"
    r"|hard time|lecture|chance|feeling|creeps|eyes|shrug|side)\b))"
    r"|\b(?:got|won) (?:the|my|a|an) (?:free )?(?:discount|raise|refund|upgrade|number|refill|table|deal"
    r"|day off|job"
    r"|extension|sample|tour|ride|coffee|dessert|fridays? off|gig|part|role|spot|room|loan|permit"
    r"|interview)\b"
    rf"|\b{SAID} (?:that )?(?:i|we) (?:can|could|may)\b(?! (?:not|ask|try|come back|always))"
    rf"|\b{SAID} (?:hed|shed|theyd|(?:he|she|they|i) would) (?:love|be (?:happy|glad|delighted)) to\b"
    r"|(?<!i )\bnodded\b|\bhanded me\b|\bthey refunded\b|\blent me\b|\blet us (?:in|try|do|have|stay|use"
    r"|sit)\b|^ ?(?:a )?(?:big )?yes from|^ ?a (?:big )?yes$|\bthe answer (?:is|was) (?:a )?(?:clear "
    r"|big )?yes\b"
    r"|\b(?:request|proposal|application|pitch|idea|offer)(?: (?:got|was|is|has been))? (?:accepted"
    r"|approved|granted)\b"
    r"|\b(?:it|yep|yes|totally|actually) worked\b|^ ?worked\b|^ ?success\b|\bhappy to (?:help|do)\b"
)
_BACKED_OUT = (
    r"\bchicke?n(?:ed|d)? out\b|\bi (?:just |totally )?bailed\b|^ ?(?:and |then )?bailed\b|\bbacked out\b"
    r"|\bwimped out\b|\bpussied out\b"
    r"|\bnoped out\b|\blost my nerve\b|\b(?:got|had) cold feet\b|\bi (?:totally|just|completely) froze$"
    r"|\bfroze (?:up )?and (?:left|walked|ran|turned|went)\b"
    r"|\bnot brave enough\b|\bwasnt brave\b|\bdidnt dare\b|\bdidnt have the (?:guts|nerve|courage|balls)\b"
    r"|\bcouldnt bring myself\b|\bi couldnt (?:do it|go through)\b|\btoo (?:scared|afraid|nervous|shy"
    r"|anxious|chicken)(?: to"
    r" (?:ask|do|try|go)\b|$)|\b(?:left|walked away|walked out|went home) without asking\b"
)
_ME = r"(?:^ ?|\bi |\band |\bbut |\bstill |\bjust )"
_NOT_TRIED = (
    rf"{_ME}didnt (?:even |actually |really |end up )?(?:do it|try|get (?:round|around) to it|ask"
    r"|manage to (?:ask|do it|try)|do the|do today|do mine|doing it)\b"
    rf"|{_ME}havent (?:\w+ )?(?:done|tried|asked|gotten|got (?:round|around))\b|{_ME}forgot(?: (?:to|about"
    r"|it)\b|$)"
    rf"|{_ME}skip(?:ped)? (?:it|today|this one)\b|^ ?(?:i )?had no (?:time|chance)\b|^ ?no (?:time"
    r"|chance) (?:to|today|for it)\b"
    r"|^ ?not today$|^ ?i couldnt ask\b"
)
UNTRIED = (("backed-out", re.compile(_BACKED_OUT)), ("not-tried", re.compile(_NOT_TRIED)))
ANSWERS = (("no", re.compile(_NO)), ("yes", re.compile(_YES)))
PENDING = re.compile(
    r"\bget(?:s|ting)? back to me\b|\b(?:he|she|they|\w+) (?:will|would|ll|is gonna|are gonna|gonna"
    r"|said \w+) (?:let me know"
    r"|think (?:about it|it over)|sleep on it|call me|consider it|ask (?:his|her|their|the) \w+)"
    r"|\bthink it over\b"
    r"|\b(?:said|says) (?:he|she|they)(?:ll|d| will| would) (?:let me know|think|ask|check|call|get back"
    r"|see)\b"
    r"|\b(?:needs?|has|have) to (?:check|ask|think|talk)\b|\bwaiting (?:to hear|for (?:an?|his|her|their"
    r"|the) (?:answer|reply"
    r"|response|decision|call))|\bstill waiting\b|\bno (?:answer|reply|response|word)(?: \w+){0,4} (?:yet"
    r"|so far)\b|\bwants? to think\b|\btold to come back\b|\bsaid to come back|\btold me to (?:try"
    r"|come back|ask) again|\b(?:is|are|shes|hes|theyre) checking with\b|\bill know (?:on|by|next|in"
    r"|tomorrow)\b|\bwill (?:email|text|write) me\b|\bhavent heard\b"
    r"|\bsaid maybe (?:later|next)|\bask me (?:again )?(?:next|later|tomorrow)"
)
PARTIAL = re.compile(
    r"\b(?:no|couldnt|cant|wouldnt|didnt|not)\b[^.]{0,60}\bbut (?:\w+ ){0,3}(?:offer(?:ed|s)?|gave me"
    r"|gives me|can have|could have|agreed"
    r"|let me|\d+ ?%)|\bnot the (?:full|whole)\b.{0,40}\bbut\b|\bhalf (?:of )?(?:what|the (?:price|amount"
    r"|time|discount))\b"
    r"|\bmet me (?:halfway|half way|in the middle)\b|\bcounter ?offer|\bcompromise\b|\bwe settled (?:on"
    r"|for)\b|\bonly got half\b|\boffered me .{1,30} instead\b|\d ?% instead of \d"
    r"|\bgave (?:me|us) (?:\w+ ){1,5}instead\b|\boffered (?:me )?(?:\d|half|something else|a smaller|less)\b"
)
TAKEN_BACK = re.compile(r"\b(?:took it back|changed (?:his|her|their) mind|at first|initially)\b")
BUT_GAVE = re.compile(r"\bbut\b.{0,60}\b(?:gave|offered|let me|instead|agreed)\b")

KINDS = (
    (
        "respectful",
        re.compile(
            r"(?<!asked )(?<!her )(?<!him )(?<!not )\b(?:politely|kindly|nicely|gently|graciously"
            r"|respectfully|warmly)\b"
            r"|\b(?:was|were|but|so|super|really|very) (?:polite|kind(?! of)|nice about|friendly"
            r"|respectful|gracious|nice$)"
            r"|\bpolite no\b|\bkind no\b|\bwished me (?:luck|well|the best)\b|\bthanked me\b"
            r"|\bapologi[sz]ed\b|\bno thank you\b"
            rf"|\b(?:{SAID}) (?:\w+ )?sorry\b|\bsmiled and\b"
        ),
    ),
    (
        "dismissive",
        re.compile(
            r"\brolled (?:her|his|their) eyes\b|(?<!not )(?<!wasnt )\b(?:rude|rudely|dismissive"
            r"|dismissively|sarcastic)\b"
            r"|\bsnapped\b|\blaughed in my face\b|\bget lost\b|\bgo away\b|\bf(?:uck)? off\b|\bscoffed\b"
            r"|\bsneered\b|\bmocked\b"
            r"|\bwithout (?:even )?looking\b|\byelled\b|\bshouted\b|\bhung up\b|\b(?:waved|brushed"
            r"|blew) me off\b"
        ),
    ),
    (
        "ambiguous",
        re.compile(r"\bignored (?:me|my)\b|\bno (?:answer|reply|response)\b|\bghosted\b|\bjust silence\b"),
    ),
)

_TENS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(_TENS, start=1)}
_N = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\d%.:]|\w)"
_AND = (
    r"(?:(?:was|is|at|like|about|around|level|a|an|maybe|only|hit|of|went to|up to|got to|my|the|probably) )"
    r"{0,4}"
)
_OF_TEN = r"(?: ?/ ?10| out of (?:10|ten))"
_SCALE = r"(?:distress|fear|anxiety|panic|stress|discomfort|nerves|nervousness|scariness)"
PEAK = re.compile(
    rf"(?<!expected )(?<!predicted )\b{_SCALE} {_AND}{_N}|\bpeak(?:ed)? (?:distress |fear )?{_AND}{_N}"
    rf"|\bit (?:was|felt) (?:like )?{_AND}{_N}(?={_OF_TEN})"
    rf"|\b{_N}{_OF_TEN} (?:on|in|of|for) (?:\w+ ){{0,2}}{_SCALE}"
)

FEELING_WORDS = {
    "relieved": "relieved",
    "proud": "proud",
    "light": "light",
    "lighter": "light",
    "disappointed": "disappointed",
    "embarrassed": "embarrassed",
    "embarassed": "embarrassed",
    "tense": "tense",
    "curious": "curious",
    "calm": "calm",
    "hurt": "hurt",
    "angry": "angry",
    "numb": "numb",
    "amused": "amused",
}
_SO = (
    r"(?:(?:so|very|really|pretty|quite|super|also|just|honestly|kinda|kind of|a bit|a little|oddly"
    r"|weirdly|mostly|then"
    r"|actually|strangely|extremely|still|totally|all) ){0,3}"
)
FEELING = re.compile(
    r"(?<!he )(?<!she )(?<!they )(?<!didnt )(?<!dont )\b(?:im|i was|i feel|i felt|feeling|felt|feel"
    r"|honestly i was|left me|made me feel) "
    rf"{_SO}({'|'.join(FEELING_WORDS)})\b(?! (?:of me|for me|blue|rain))"
    r"|(?:^|[.,] )(?:(?:so|very|pretty|really|quite|a bit) )(proud|relieved|embarrassed|disappointed|calm"
    r"|angry|amused)\b"
)
