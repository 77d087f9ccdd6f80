"""How English rules of ethics are written: whom an ask is put to, what only looks wrong, shared words.

Patterns read text as `safety.normalised` leaves it: lower case, no apostrophes, "gonna" for "going to", " . "
between sentences. They repeat nothing without a bound, so that no text makes them slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One way to break a rule. `always`: a "not" or "stop" before the words does not soften them."""

    pattern: re.Pattern[str]
    always: bool = False


def words(*patterns: str, always: tuple[str, ...] = ()) -> tuple[Words, ...]:
    meant = (Words(re.compile(rf"\b(?:{'|'.join(patterns)})")),) if patterns else ()
    return (*meant, *(Words(re.compile(rf"\b(?:{pattern})"), always=True) for pattern in always))


def amounts(text: str) -> str:
    """Write sums of money as words: "$1,000" is "cash 1000", "200€" is "200 euros"."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"[$€£]\s?(?=\d)", " cash ", text)
    return re.sub(r"(?<=\d)\s?[$€£]", " bucks ", re.sub(r"(?<=\d)k\b", "000", text))


SPELLINGS = (
    (" gon na ", " gonna "),
    (" co worker", " coworker"),
    (" girl friend", " girlfriend"),
    (" boy friend", " boyfriend"),
    (" even tho ", " even though "),
    (" altho ", " although "),
    (" untill ", " until "),
    (" till ", " until "),
    (" til ", " until "),
    (" u ", " you "),
    (" ur ", " your "),
    (" w o ", " without "),
    (" pls ", " please "),
    (" i dont know ", " unknown "),
    (" i dont really know ", " unknown "),
    (" ive never met ", " unknown "),
    (" passer by ", " passerby "),
    (" passers by ", " passerby "),
)
WORD = re.compile(r"\w+")
NOT_ENGLISH = frozenset(
    WORD.findall(
        "der das und ich nicht mein meine meinen meinem einen einem fragen bitten nach le les une mon mes"
        " pour demander est dans avec el los las una mi por para con pedir que il lo di della per chiedere"
        " mio het een mijn voor vragen om uma meu minha ao na os det att min fraga och jeg si czy moja"
    )
)
# What an English ask hardly does without.
ENGLISH = frozenset(
    WORD.findall(
        "ask asking tell invite call offer the my for to of and if is with me a an her him them someone"
        " stranger free get say request try see at on in your you who what how about when this that lie"
        " steal film keep dont could would before anything one please give lend borrow make show send"
    )
)

# Blanked out before anything is looked for: nobody means harm by these.
HARMLESS = re.compile(
    r"\b(?:(?:wi ?fi|guest|club) password|kill(?:ing|s)? time|killer \w+|weed ?killer"
    r"|pull(?:ing)? (?:\w+ )?weeds?|drug ?stores?"
    r"|weeds? (?:in|from|out of|on) (?:the|my|our|her|his) (?:garden|lawn|yard|grass)|get rid of weeds?"
    r"|fruit punch|punch (?:bowl|line|recipe|bag|card)s?|hole punch|bowl of punch|glass of punch"
    r"|shoot(?:ing)? (?:a|the|some|my|our|me|us) (?:\w+ ){0,2}(?:photos?|pics?|pictures?|video|film|band"
    r"|wedding"
    r"|text|e?mail|message|portraits?|hoops|pool|breeze)|(?:shot|shots) of (?:espresso|me|us|my|our|the"
    r"|ginger)"
    r"|flu shot|a shot at|nail gun|glue gun|water gun|heat gun|massage gun|gun range|steal the show|(?:its"
    r"|is) a steal"
    r"|steal a (?:glance|look|minute)|crack (?:at|open|a (?:window|joke|smile|egg))|(?:diet|cherry"
    r"|vanilla) coke"
    r"|coke (?:zero|light|without|with)|bath bombs?|photo ?bomb\w*|bank robbe\w+ (?:museum|movie|film|book"
    r"|game)"
    r"|about a bank robbery|life ?hacks?|hack(?:ing)? (?:together|on)|hackathon|sex and the city\w*"
    r"|sex on the beach"
    r"|sex (?:ed|education|life|therap\w+)|same sex|(?:drunk|drink) driving (?:charity|campaign|awareness"
    r"|victims?"
    r"|prevention|group|organi[sz]ation|talk|course)|mock (?:interview|exam|trial|up|test)s?|mock ?ups?"
    r"|fake (?:plants?|tan|fur|leather|blood|flowers|snow|nails|lashes|grass|moustache|news)|hit (?:me|us"
    r"|him|her) up"
    r"|hit (?:the|it) (?:gym|road|books|off)|fire ?fight\w*|knock(?:ing)? on|shoot me an?"
    r"|beat(?:ing)? me (?:at|in|to)"
    r"|cheat (?:sheet|day|code|meal)s?|lie (?:down|in|on (?:the|a))|lie detector|die laughing|laugh out loud"
    r"|how (?:to|they|he|she|you|one|actors) fakes?|die in (?:our|the|a|this) (?:\w+ )?(?:game|play|scene"
    r"|movie|film)|play(?:ing)? pretend|cut (?:my|his|her) hair"
    r"|(?:scene|role|play|part|sketch) (?:\w+ ){0,3}(?:liar|thief|murderer|killer|villain|burglar|robber)"
    r"|pretend to be (?:the|my|a|an) (?:\w+ )?(?:recruiter|interviewer|boss|customer|client|investor"
    r"|interviewee)"
    r"|escape room\b.{0,40}bomb|secret ?santa|white elephant|rush (?:hour )?is over"
    r"|after (?:the )?(?:\w+ )?rush(?: hour)?"
    r"|(?:before|avoid|avoiding|miss|skip|outside|beat) (?:the )?(?:\w+ )?(?:rush|peak|busy)(?: (?:hours?"
    r"|time))?)\b"
)
# "ask him to stop ...", "without ...-ing", "a talk about ..."
AVOIDED = re.compile(
    r"\b(?:(?:not|never|dont|wont|without|avoid|against|instead of|about|regarding|forgive me for|sorry for"
    r"|apologi[sz]e for|keep \w+ \w+ from|explain|(?<!said )(?<!say )(?<!says )(?<!a )no)(?: \w+){0,2}"
    r"|(?:stop|quit)(?: (?:me|him|her|us|them))?(?: \w+ing(?: \w+){0,4})?) $"
)
PARTNER = re.compile(
    r"\b(?:ask|tell|invite) my (?:wife|husband|partner|girlfriend|boyfriend|gf|bf|spouse|fiancee?)\b"
    r"(?! (?:best )?friend)"
)

ASK = r"(?:ask|asking|tell|text|message|dm|invite|get|approach|beg|make|have|want|let|from)"
FEW = r"(?:\w+ ){0,3}"
MANY = r"(?:\w+ ){0,7}"
END = r"(?= \.| $)"
HIS = r"(?:his|her|their|hers|someones|somebodys|a strangers|a guys|a girls|your)"
HIM = r"(?:him|her|them|someone|somebody)"
SHE = r"(?:he|she|they|hes|shes|theyre)"
FOLK = (
    r"(?:guys?|girls?|gals?|m[ae]n|wom[ae]n|lady|ladies|dudes?|bloke|chicks?|boys?|persons?|people|person"
    r"|strangers?"
    r"|couple|passengers?|drivers?|tourists?|mates?|neighbou?rs?|waiters?|waitress|barista|cashiers?"
    r"|customers?)"
)
STRANGER = (
    r"(?:strangers?|passerby|passersby|someone|somebody|anyone|people|followers|everyone|commuters?|tourists?"
    r"|random \w+|homeless \w+|(?:a|an|some|the|two|three) (?:\w+ )?(?:guys?|girls?|m[ae]n|wom[ae]n|lady"
    r"|dude|person|couple"
    r"|family|passenger)|unknown|i just met|i met online|off the internet)"
)
DEAR = (
    r"(?:ex|boss|brother|sister|friend|buddy|mate|coworker|colleague|neighbou?r|teacher|dad|mom|mum|mother"
    r"|father|uncle"
    r"|aunt|cousin|roommate|flatmate|landlord|manager|girlfriend|boyfriend|wife|husband|crush|grandm?a"
    r"|grandpa|gran"
    r"|classmate|housemate|parents|son|daughter)"
)
PERSON = (
    rf"(?:me|us|him|her|them|myself|strangers|people|{HIM}|(?:a|an|the|my|some|any|that|this|another"
    r"|random) (?:\w+ )?"
    rf"(?:{DEAR}|{FOLK}|clerk|bouncer|cop|kid|teacher|driver)s?)"
)

# minors
# What follows whom one asks; "a kids author" and "my student card" are nobody one asks.
THEN = (
    r"(?= (?:to|for|if|out|what|why|where|how|whether|who|whose|when|which|on|at|in|from|about|with|near"
    r"|next|behind|around"
    r"|and|or|a|an|the|not|here|there|that|playing|sitting|walking|is|are|one|some|anything|something|i"
    r"|of mine"
    r"|their|his|her|over|down|today|tonight|tomorrow|because|but|please|doing|as|_|\.)\b| $| \.)"
)
YOUNG = r"(?:[4-9]|1[0-7]) ?(?:yo|y o|yrs? olds?|years? olds?|year olds?)"
CHILD = (
    r"(?:kids?|child|children|childs|toddlers?|bab(?:y|ies)|teens?|teenagers?|school ?(?:girl|boy|kid)s?"
    r"|minors?"
    rf"|pre ?schoolers?|preteens?|tweens?|{YOUNG}|(?:under ?aged?|little|small|teenaged?|teen) (?:boy|girl"
    r"|kid|student|guy)s?"
    r"|(?:high|middle|elementary|primary|secondary) ?school(?:er)?s?|(?:first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth) graders?|(?:high|middle|elementary|primary"
    r"|secondary) ?school(?:er)?s?(?: (?:girl|boy|kid|student)s?)?)"
)
TOWARDS = (
    r"(?:an?|the|some|any|two|three|few|couple|group|bunch|of|random|strangers?|neighbou?rs?|one|other"
    r"|another|those|these"
    r"|local|cute|little|small|young|his|her|their|friends|sisters|brothers|\d+|girls?|boys?|from|in|at|with"
    r"|lot|crowd)"
)

# people in one's power, and people at work
POWER = (
    r"(?:employees?|students?|pupils?|patients?|interns?|apprentices?|trainees?|direct reports?"
    r"|subordinates?|tenants?"
    r"|mentees?|assistants?|secretary|underlings?|juniors?|staff|workers)"
)
STAFF = (
    r"(?:baristas?|bartenders?|barmaid|barman|waiters?|waitress(?:es)?|servers?|cashiers?|clerks?"
    r"|receptionists?|nurses?"
    r"|bouncers?|stewardess|flight attendant|(?:security )?guard|shop assistant|sales(?:man|woman|girl|guy"
    r"|person)"
    r"|hostess|(?:personal )?trainer|checkout (?:girl|guy|lady)|delivery (?:guy|girl|man)|hairdresser|barber"
    r"|therapist"
    r"|doctor|dentist|physio\w*|masseuse|librarian|teller|usher|conductor|flight crew|maid|cleaner|pharmacist"
    rf"|{FOLK} (?:at|behind|from) (?:the )?(?:reception|counter|bar|desk|checkout|till|register|front desk"
    r"|pharmacy|cash|door)"
    r"|(?:bakery|coffee|counter|desk|till|shop|store|gym) (?:girl|guy|lady|boy))"
)
TEAM = (
    r"(?:work|the office|my office|our office|my job|accounting|sales|hr|marketing|it|finance|my team"
    r"|my department)"
)
COLLEAGUE = (
    r"(?:(?<!ex )(?<!former )(?:coworkers?|colleagues?|workmates?|team ?mates? at work|boss|manager"
    r"|supervisor|team lead"
    rf"|intern|deskmate|secretary|employer|ceo)|{FOLK} (?:at|from|in) {TEAM})"
)
WORKER = rf"(?:{COLLEAGUE}|{STAFF})"
OUT = r"out\b(?! (?:of|loud|about|what|how|which|whether|if|why|the|there|a)\b)"
COURTING = (
    r"(?:(?:on|for|to go on) an?(?: \w+)? date\b(?! (?:to (?:talk|discuss|review|present|start|meet)"
    r"|for (?:the|my|our|a)|when|by|in))|(?:like|as|be) an? date\b|(?:be|as) my (?:date|valentine|girlfriend"
    r"|boyfriend|wife|husband|lover)|a date with|go out with me|date me\b|(?:is|are|hes|shes|still) single"
    r"|has an? (?:boyfriend|girlfriend|husband|wife)|in love|love (?:him|her|you)\b|(?:have|ive|has|catching"
    r"|caught|got) feelings|feelings for|crush on (?:him|her|you|them)|my feelings|likes? me"
    r"|(?:for|to) (?:a (?:\w+ )?)?kiss\b|a? ?love letter|romantic\w*(?! (?:comed|movie|film|novel|book"
    r"|restaurant|spot|place|song|era))|marry me|flirt|(?:his|her|their) hand in marriage|a? ?valentine)"
)
NUMBER = (
    r"(?:his|her|their) (?:(?:phone|mobile|cell|private|personal) )?(?:number|digits|insta\w*|snap\w*"
    r"|whatsapp)\b"
)

# filming
FILM = (
    r"(?:film|films|filming|record|records|recording|video|videoing|tape|taping|photograph|livestream|stream"
    r"|vlog|snap"
    r"|(?:take|taking) (?:a )?(?:pic|photo|picture|video)s?)"
)
FEED = (
    r"(?:tik ?tok|insta\w*|youtube|yt|twitch|snap\w*|reels?|facebook|stories|story|online|channel"
    r"|the internet)"
)
UNASKED = (
    r"(?:without (?:\w+ )?(?:telling|asking|knowing|consent|permission|noticing|notice|their ok)"
    r"|(?:dont|not|wont|never) (?:tell|ask|notice|know|telling|asking))"
)
AGREED = (
    r"(?:if i (?:can|may|could)|whether i (?:can|may|could)|may i|can i|permission|consent|agrees?\b"
    r"|with their ok"
    r"|to film my|to record my)"
)
FILMED = (
    r"(?:people|strangers?|reactions?|faces?|him|her|them|it|everyone|someone|somebody|waiters?|cashiers?"
    r"|barista|boss"
    r"|staff|guys?|girls?|wom[ae]n|m[ae]n|passengers?)"
)

# pressure
REFUSED = (
    r"(?:said no|says no|say no|saying no|ignor(?:es|ed|ing) me|hates me|said she (?:isnt|wasnt)"
    r"|turned me down|rejected me|refused|(?:asked"
    r"|told) me to (?:stop|leave"
    r"|go)|leave (?:him|her|them) alone|not interested|blocked me|ghosted me|doesnt want|didnt want"
    r"|wont answer|(?:told|asked|begged) me not to|not to (?:contact|call|text|message|write))"
)
AGAIN = (
    r"(?:again|another (?:time|chance|try|shot)|still|(?:second|third|fourth|fifth|sixth|tenth|hundredth"
    r"|\d+(?:nd|rd|th)) time"
    r"|even (?:though|after)|anyway|convince|persuade|talk (?:him|her|them) into|change (?:his|her"
    r"|their) mind)"
)

# things
GRAND = (
    r"(?:i ?phones?|ipad|laptop|macbook|car|tv|television|phone|motorbike|diamond|ring|necklace|rolex"
    r"|console|ps5|xbox"
    r"|computer|camera|sofa|couch|flight|apartment|flat|house|holiday|vacation|cruise|trip|suit"
    r"|wedding dress|wedding"
    r"|website|app|suite|drone|piano|scooter|e ?bike)"
)
WORN = (
    r"(?:watch|jacket|coat|phone|shoes?|laptop|car|bike|wallet|ring|headphones|airpods|bag|purse|backpack"
    r"|dog|house|shirt"
    r"|hat|glasses|sunglasses|umbrella|necklace|sweater|hoodie|jeans|pants|scarf|camera|guitar|lunch|dinner"
    r"|bicycle|skateboard|scooter|tent|earrings?|bracelet|tie|belt|socks|(?:\w+ )?tickets?)\b"
)
SUM = (
    r"(?:cash (?:[2-9]\d|\d{3,})|(?:[2-9]\d|\d{3,}) ?(?:dollars?|bucks|euros?|pounds?|quid|usd|eur|gbp"
    r"|cash)\b)"
)
BUSY = (
    r"(?:(?:morning|lunch|evening|dinner|christmas|holiday|breakfast|saturday|friday|weekend) rush"
    r"|rush(?: hours?)?"
    r"|peak(?: (?:times?|hours?|season))?|(?:the )?busiest(?: \w+)?|busy (?:times?|hours?|moment)"
    r"|black friday|the middle of (?:\w+ )?service)"
)
