"""English as people type it: made plain, cut into clauses, and what counts as telling something.

Also ratings and feelings. Answers are in `reading_answers_english`, what was not asked in
`reading_untried_english`. Patterns only; `reading` weighs what they find.
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
    (" never got round ", " didnt get round "),
    (" never got around ", " didnt get around "),
    (" yess ", " yes "),
    (" noo ", " no "),
    (" naw ", " nah "),
)
_CORE = (
    "said asked they didnt couldnt wouldnt refused agreed offered answered declined gave told rejected"
    " chickened forgot waiting"
)
_SWAPPED = {  # two letters in the wrong order: "siad", "dindt"
    word[:place] + word[place + 1] + word[place] + word[place + 2 :]: word
    for word in _CORE.split()
    for place in range(len(word) - 1)
    if word[place] != word[place + 1]
}
_NOISE = re.compile(r"[^a-z0-9.,!?/%$ ]+")
_LONG = re.compile(r"([a-z])\1\1+")
_MARK = re.compile(r"\s*([.,!?]+)(?=\s|$)")
_QUOTE = re.compile(r" , ((?:he|she|they|the \w+|my \w+) (?:said|says|answered|replied))\b")

_ASKED = re.compile(r"\b(asked (?:\w+ ){0,6}?)(?:if|whether) ")  # "asked her if I could": no hypothesis
_WILL = re.compile(
    r" (s?he|they|it)ll (?=(?:let|get|think|see|ask|check|call|be|come|consider|talk|tell|decide|answer"
    r"|sleep|text|write|email|do|look|discuss|give|take)\b)"
)
# what they said or did themselves is no answer they got
_OWN = re.compile(
    r"\bi ((?:(?:\w+ly|just|even|also|then|had|have|did|still|only) ){0,2})(said|told|answered|replied"
    r"|refused|declined|denied|agreed|accepted|nodded|ignored|let|gave|smiled|thanked|apologi[sz]ed|snapped"
    r"|laughed|shouted|yelled|approved|handed|offered|shook|rejected|hung|mocked|shrugged"
    r"|walked off|explained)\b"
)
_SAYING = re.compile(r"\bi (?:\w+ ){0,2}(?:said|asked|went|told \w+|was like|thought)[^.]{0,15}$")
_QUOTED = re.compile(r"[\"“]([^\"“”]{1,80})[\"”]")
_LEADS = re.compile(r": *(?=(?:a )?(?:no|nope|yes|yep)\b)")  # "asked for a free dessert: no"


def plain(text: str) -> str:
    """Lower case, single spaces, marks apart from words; `no problem, he said` loses its comma."""
    text = _LEADS.sub(" . ", _QUOTED.sub(_spoken, text.casefold())).translate(_TYPED)
    text = _MARK.sub(_apart, _LONG.sub(r"\1", _NOISE.sub(" ", text)))
    text = f" {' '.join(_SWAPPED.get(word, word) for word in text.split())} "
    for written, meant in SPELLINGS:
        text = text.replace(written, meant)
    text = _WILL.sub(r" \1 will ", _QUOTE.sub(r" \1", text))
    return _OWN.sub(r"i \1own\2", _ASKED.sub(r"\1that ", text))


def _spoken(quote: re.Match[str]) -> str:
    """What stands between quotation marks the other person said, unless the words before say otherwise."""
    if _SAYING.search(quote.string[: quote.start()]):
        return f" , {quote[1]} "
    return f" , they said {quote[1].strip(' .,!')} , "


def _apart(mark: re.Match[str]) -> str:
    marks = mark[1]
    return " ? " if "?" in marks else " , " if set(marks) == {","} else " . "


_TYPED = str.maketrans(
    {"'": "", "’": "", "‘": "", "`": "", "\n": " . ", ";": " . ", "-": " ", "–": ",", "—": ","}
)
SENTENCE = re.compile(r"[^.?]+[.?]?")
CLAUSE = re.compile(r" , | but | though | although | so | because | cause | bc | then | yet (?=\w)")
# "I expected a no and got a yes": what was expected ends where it is told what came
CAME = re.compile(r" and (?=(?:he|she|they|it|the|got|in|instead|was|ended)\b)")
EXPECTED = re.compile(
    r"\b(?:expect|expected|expecting|thought|sure|certain|convinced|figured|feared|afraid|scared|worried|bet"
    r"|braced|prepared|ready)\b"
)

QUESTION = re.compile(
    r"^(?:what|should|shall|do|does|did (?:he|she|they|you|it (?:work|go))|will|would|can|could|how|why|is"
    r"|are|who|when|where)\b"
    r"(?! a )"
)
_KIN = (
    r"(?:friends?|dad|father|mum|mom|mother|sister|brother|ex|therapist|girlfriend|boyfriend|wife|husband"
    r"|flatmate|roommate|cousin|aunt|uncle|son|daughter|kids?|parents|buddy|grandma|grandpa)"
)
KIN = re.compile(
    rf"^(?:and |but |so |well )?my (?:\w+ )?{_KIN} \w+"
)  # about somebody near, seldom an ask of theirs
ASKED_KIN = re.compile(rf"\b(?:asked|ask|called|texted|told) my (?:\w+ )?{_KIN}\b")
OTHERS = re.compile(
    r"\b(?:friend|buddy|brother|sister|colleague|mate|partner|wife|husband) (?:asked|tried|got|went)\b"
    r"|\bto (?:someone else|somebody else|my friend|my buddy|him instead|her instead)\b"
    r"|\b(?:last|the other|a) (?:week|month|year|day)\b|\byesterday\b|\bpretend(?!ed not| not)"
    r"|\b(?:he|she|they|someone|somebody|guy|man|woman|lady|girl|kid|waiter|people|cashier|stranger)"
    r" (?:\w+ )?(?:asked|asks|begged|wanted) (?:me|us|my) (?:if|that|for|whether|out|to|number)\b"
    r"|^(?:someone|somebody) (?:\w+ )?(?:asked|wanted)\b|\basked if everything\b"
    r"|\bin (?:the|a|that|his|her) (?:video|film|movie|book|show|podcast|talk|series|dream)\b"
    r"|\bfrom (?:my|the|our) (?:group|circle)\b|\b(?:dreamt|dreamed) "
    r"|\b(?:years|months|weeks) ago\b|\blast time\b|\bas a (?:kid|child|teenager|student)\b|\bi once\b"
    r"|\bwhen i was (?:an? |\d+|\w+teen|nine|ten|little|young|small|in school)"
    r"|\bin (?:19|20)\d\d\b|\b(?:he|she|they) (?:got|was|were) \w+ once\b"
)
TAKEN_BACK = re.compile(r"\b(?:took it back|changed (?:his|her|their) mind)\b")
AT_FIRST = re.compile(r"\b(?:at first|initially|(?:he|she|they) first)\b")
TURNED = re.compile(
    r"\b(?:at first|initially|(?:he|she|they) first|in the end|ended up|eventually|finally"
    r"|after all|but then)\b"
)
ENDED = re.compile(r"\b(?:in the end|ended up|eventually|finally|after all)\b")
SEVERAL = re.compile(
    r"\b(?:one|two|three|another|others?|next|second|third|both) (?:\w+ )?"
    r"(?:said|says|person|place|one|shop)\b"
)

WISHED = re.compile(
    r"\b(?:if|hope|hoping|wish|what(?! (?:he|she|they) can)|should|might|ill|let me|i will|i have to"
    r"|i need to|want to|scared|afraid|worried)\b"
)
UNREAL = re.compile(
    r"\b(?:if|hope|hoping|wish|should|might|want to|afraid|scared|whether|imagine|suppose|probably|expect"
    r"|usually|always|think|bet|would have)\b"
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

_TENS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(_TENS, start=1)}
_N = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\d%.:]|\w)"
_AND = (
    r"(?:(?:was|is|at|like|about|around|level|a|an|maybe|only|hit|of|went to|up to|got to|my|the|probably) )"
    r"{0,4}"
)
_OF_TEN = r"(?: ?/ ?10| out of (?:10|ten))"
_SCALE = r"(?:distress|fear|anxiety|panic|stress|discomfort|nerves|nervousness|scariness)"
_HERE = (  # what may follow a rating that names no scale: "an 8 in my stomach", "a 7, honestly"
    r"(?= ?(?:$|[.,]|/ ?10|out of|and\b|but\b|for me\b|in my\b|inside\b|on the (?:inside|scale)"
    r"|during\b|when\b|because\b|though\b|i\b|he\b|she\b|they\b|so\b))"
)
PEAK = re.compile(
    rf"(?<!expected )(?<!predicted )\b{_SCALE} (?:peaked at )?{_AND}{_N}"
    rf"|\bpeak(?:ed)? (?:distress |fear )?{_AND}{_N}|\bit (?:was|felt) (?:like )?{_AND}{_N}(?={_OF_TEN})"
    rf"|\b(?:i was|it was|that was|moment was|worst was|like|easily|probably|maybe|about|around|rate it)"
    rf" (?:like |at |probably |maybe )?an? (?:solid |good |full |clear |strong )?{_N}{_HERE}"
    rf"|\b{_N}{_OF_TEN} (?:on|in|of|for) (?:\w+ ){{0,2}}{_SCALE}"
    rf"|\b{_N}{_OF_TEN} (?:terror|terrified|scary|scared|afraid|nervous|anxious|fear|panic|distress)\b"
)
LONE = re.compile(rf"\. {_N}{_OF_TEN}?(?= \.|$)")  # a number that is a sentence, after another one

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
    "pleased": "pleased",
    "bold": "bold",
    "strong": "strong",
    "grateful": "grateful",
    "thankful": "grateful",
    "reassured": "reassured",
    "at ease": "at ease",
    "steady": "steady",
    "settled": "settled",
    "content": "content",
    "jittery": "jittery",
    "braced": "braced",
    "on edge": "on edge",
    "awkward": "awkward",
    "exposed": "exposed",
    "sheepish": "sheepish",
    "let down": "let down",
    "deflated": "deflated",
    "wistful": "wistful",
    "surprised": "surprised",
    "intrigued": "intrigued",
    "puzzled": "puzzled",
    "stung": "stung",
    "left out": "left out",
    "tender": "tender",
    "irritated": "irritated",
    "annoyed": "irritated",
    "frustrated": "frustrated",
    "indignant": "indignant",
    "playful": "playful",
    "giddy": "giddy",
    "tickled": "tickled",
    "hopeful": "hopeful",
    "lifted": "lifted",
    "bubbly": "bubbly",
    "empty": "empty",
    "drained": "drained",
    "distant": "distant",
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
