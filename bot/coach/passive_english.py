"""Tier 2 in English: not wanting to be here, and somebody else at risk. Any match is enough."""

from __future__ import annotations

from bot.coach.safety_english import PILLS, STRESSED, SUICIDE, SUICIDE_STEMS, WHOLE, rule

STANCE = (
    r"(?:(?:hope|wish|pray|praying)(?: \w+){0,3} i|please let me|let me|should|shouldnt|shouldve|deserve"
    r"|supposed to|wouldnt mind|rather|ready to"
    r"|feel like i|keep thinking about)"
)
DEATH = r"(?:die|dying|dead|death|be alive|being alive|exist|existing|existed|died)"

PASSIVE = (
    rule(SUICIDE_STEMS, SUICIDE),
    # somebody else
    rule(
        "sel",
        r"(?:kil+(?:ing|in|ed|s)?|hurts?|hurting|harms?|harming|cuts?|cutting|hangs?|hanged|hung) (?:him"
        r"|her|them|your|hi)sel",
    ),
    rule(
        " life",
        r"(?:end|ending|ended|take|taking|took) (?:his|her|their) (?:own )?life\b(?! (?:savings|story|as"
        r"|in|to))",
    ),
    rule("kys", r"kys\b"),
    rule(
        "kill me",
        r"(?:someone|somebody|please|just|god) (?:would |could )?(?:just |please )?kill me\b",
        jokes=True,
    ),
    rule("myself", r"(?:hurt|hurting|harm|harming|hitting|hit|burning|burned|starving) myself\b"),
    # not to be here
    rule(
        "wish",
        r"wish(?:ing)? (?:that )?i (?:could |can )?(?:just )?(?:was |be )?(?:dead|die|gone|never born"
        r"|not alive|not exist)\b",
    ),
    rule(
        "wish",
        rf"wish(?:ing)? (?:that )?i (?:wasnt|werent) (?:alive|born|here(?: anymore| any longer)?{WHOLE})",
    ),
    rule(
        "never",
        r"(?:wish(?:ing)? (?:i|id) |should |i )(?:was |had |have )?never (?:have )?(?:been |was )?(?:born"
        r"|existed)",
    ),
    rule(
        "disappear|vanish",
        r"wish i could (?:just )?(?:disappear|vanish)\b|(?:disappear|vanish) (?:forever|for good"
        r"|and never)",
    ),
    rule("wanted to", rf"wanted to {STRESSED}(?:die|be dead)\b", jokes=True),
    rule(
        "die|death",
        r"deserve (?:to die|to be dead|death)\b|waiting to die\b|rather die\b(?! than)|(?:crave|wish for"
        r"|pray for) death\b",
    ),
    rule("dead", r"(?:better(?: off)?|rather be|happier|relieved) (?:if i was )?dead\b"),
    rule(
        "off|happier|easier|better|relieved",
        r"(?:better|happier|easier|relieved)(?: off)? (?:without me|if i (?:was|wasnt"
        r"|died)(?: \w+){0,2} (?:dead|gone|here|around|alive))",
    ),
    rule("better off", rf"i(?:d| would) be better off (?:not here|gone|dead){WHOLE}"),
    rule("rather not", rf"rather not (?:be (?:alive|here){WHOLE}|be alive|exist|live|wake up)"),
    rule(
        "exist|not be",
        r"(?:dont|doesnt) (?:\w+ )?(?:wanna|want to|wish to|feel like) exist|(?:wanna"
        r"|want to) (?:stop existing|not exist|not be (?:here|alive))\b",
    ),
    rule(
        "be here",
        r"(?:dont|doesnt|no longer) (?:\w+ )?(?:wanna|want to|wish to) be here (?:anymore|any longer"
        r"|at all)",
    ),
    rule("be ", r"(?:dont|doesnt) (?:wanna|want to) be (?:on|in|part of) this (?:planet|earth|world)\b"),
    rule(
        "liv|go on",
        r"(?:dont|doesnt|cant|no longer) (?:\w+ )?(?:wanna |want to |wish to )?(?:keep )?(?:live"
        r"|living) (?:like this|with (?:this pain|myself)|anymore)",
    ),
    rule(
        "go on",
        r"(?:cant|dont wanna|not able to) (?:go|carry|keep going) on(?: anymore| like this"
        rf"| living)?{WHOLE}|cant go on (?:living|like this|anymore)",
    ),
    rule(
        "wak",
        r"(?:dont (?:wanna|want to)|hope i (?:dont|never)|wish i (?:didnt"
        rf"|wouldnt)) (?:just )?wake up(?: tomorrow| again| ever| anymore){{0,2}}{WHOLE}",
    ),
    rule(
        "wak",
        r"(?:and|just|could|to) (?:never|not) wake up\b(?! (?:early|at|the|late|before|in))"
        r"|not waking up\b(?! (?:early|at|late|in))",
    ),
    rule("sleep forever", r"sleep forever\b"),
    rule(
        "make it",
        r"(?:dont|doubt|not sure|wont|cant)(?: \w+){0,3} make it (?:to tomorrow|through (?:the|this"
        r"|another) (?:night|day|week)|to the morning|till morning)",
    ),
    # no reason to be
    rule(
        "point",
        r"point (?:in|of|to) (?:\w+ )?(?:living|life|my life|being (?:alive|here)|going on|existing"
        r"|existence)\b(?! (?:in|room|there|with))",
    ),
    rule(
        "reason",
        r"reasons? (?:for me )?to (?:carry on\b|(?:keep |go on )?(?:live|living|be alive|exist|stay alive"
        r"|be here)\b)(?! (?:up|in|with|there))",
    ),
    rule(
        "live for|left for me|left in life",
        r"nothing (?:left )?to live for\b|nothing left (?:for me|in life)\b",
    ),
    rule("worth", r"life (?:isnt|not|aint|is not|wasnt) (?:even |really )?worth\b|not worth living\b"),
    rule(
        "life",
        r"life (?:is|feels|seems|has|means) (?:so |totally |completely |too |just )?(?:pointless"
        r"|meaningless|over for me|unbearable|torture|no (?:meaning|point|purpose)|nothing)\b",
    ),
    rule("life", rf"my life is (?:over|worthless|pointless){WHOLE}|giv(?:e|ing) up on (?:life|living)\b"),
    rule(
        "living|alive|exist",
        r"(?:living|being alive|existing|existence) (?:is|hurts|feels) (?:too |so |just )?(?:painful"
        r"|unbearable|torture|hell|hard)",
    ),
    rule(
        "living|life|alive|existing",
        r"(?:tired|sick|done|exhausted|fed up|finished) (?:of|with) (?:living|life|being alive"
        r"|existing)\b(?! (?:out|in|with|here|at|there|drawing|coach\w*|insurance|alone|like|on|hacks?"
        r"|under|admin))",
    ),
    rule(
        "alive|living|exist|my life",
        r"hate (?:being alive|living|existing|my life)\b(?! (?:in|with|here|at|there|alone|on|near|next))",
    ),
    rule(
        "nobody",
        r"nobody (?:would|will|ll|d) (?:even |ever |really )?(?:care|notice|miss me"
        r"|cry)(?: \w+){0,3} (?:if|when) i (?:die|died|was gone|am gone|disappear|vanish|was dead)"
        r"|nobody (?:would|will) (?:even )?miss me\b",
    ),
    rule(
        "if i",
        r"if i (?:die|died|was gone|was dead|disappeared|killed)\b(?: \w+){0,3} nobody (?:would|will|d)\b",
    ),
    rule("deserve", r"dont deserve to (?:live|be alive|exist|be here)\b"),
    rule(
        "burden",
        r"burden (?:to|on|for) (?:everyone|everybody|my family|my friends|the world|all"
        r"|people around me)\b",
    ),
    rule("way out", r"(?:no|any|only) way out\b(?! of)"),
    rule("future", r"(?:cant|dont) see a future\b|no future for me\b"),
    rule(
        "all to|pain to",
        r"(?:want|wish) (?:it (?:all )?|the pain |everything )to (?:stop|end|be over)\b(?! (?:soon|early"
        r"|by|at))",
    ),
    rule(
        "dying|death",
        r"(?:think|thinking|thoughts|fantasi[sz]e|fantasi[sz]ing|dream|dreaming) (?:\w+ )?(?:about"
        r"|of) (?:my )?(?:own )?(?:dying|death)\b(?! (?:metal|star|valley))",
    ),
    rule(
        " me",
        r"(?:hope|wish|pray) (?:that )?(?:a |the |some )?(?:bus|car|truck|train) (?:would "
        r"|could )?(?:just )?(?:hits?|runs?|kills?) me\b|get hit by a (?:bus|car|truck|train)\b",
    ),
    rule("this world|this earth", r"(?:leave|leaving) this (?:world|earth|planet)\b"),
    # a wish and a death in one breath, whatever stands between them
    rule("die|dying|dead|death|alive|exist", rf"{STANCE}(?: \w+){{0,5}}? {DEATH}\b"),
    rule(
        "dying|death|dead|die",
        r"(?:dying|death|be(?:ing)? dead|die) (?:\w+ ){0,3}(?:easier|relief|peace(?:ful)?|better|solution"
        r"|freedom)\b",
    ),
    rule("if i was dead|gone", r"(?:peace|happy|free|fine|ok|okay|rather be) (?:if i was )?(?:dead|gone)\b"),
    rule("if i live|if i die|whether i", r"cares? (?:if|whether) i (?:live|die|am alive|exist|am dead)\b"),
    rule("funeral", r"my (?:own )?funeral\b"),
    rule("need me|want me", r"world (?:doesnt|wont) (?:need|want|miss) me\b"),
    rule(
        "this world|this life",
        r"(?:dont|doesnt|never) (?:belong in|fit in|want|wanna) this (?:world|life)\b",
    ),
    rule("hope", r"no hope (?:left\b|for me\b)"),
    rule("be a person|be me|be human", r"dont (?:\w+ )?(?:wanna|want to) be (?:a person|me|human) anymore"),
    rule("unsafe", r"unsafe with myself|unsafe alone\b"),
    rule("bleed", r"(?:until|till) (?:it|i|they) bleeds?\b"),
    rule("jumped", rf"(?:nearly|almost) jumped{WHOLE}|close to jumping"),
    rule("end it|end things", r"tried to end (?:it|things)\b"),
    rule(
        "goodbye",
        r"(?:this is it|sorry for everything|forgive me"
        rf"|cant do this)(?: \w+){{0,3}} \. (?:good)?bye{WHOLE}",
    ),
    rule("not wake", r"let me not wake up"),
    rule("life", r"cant do (?:this )?life (?:anymore|any longer)\b"),
    rule(
        "bear|cope",
        r"cant (?:bear|stand) (?:to live|to be alive|living|being alive)\b(?! (?:in|with|here|at|there"
        r"|near))",
    ),
    rule("last message", r"my last message to (?:anyone|everyone|the world)\b"),
    rule("feel like dying", r"feel like dying\b", jokes=True),
    rule("died in", r"wish (?:i|id|i had) died\b"),
    rule("never alive", r"wish i was never alive\b"),
    rule(
        "took|take",
        rf"(?:he|she|friend|brother|sister|ex|someone) (?:took|take) (?:\w+ )?{PILLS}.{{0,30}}\bhospital",
    ),
    rule("if i died", r"if i died\b"),
    rule("with me", r"with me (?:dead|gone)\b"),
    rule("will to live", r"will to live\b"),
    rule("alive", r"why (?:am i|im) (?:even |still )?alive\b|cant be alive\b"),
    rule("being dead", r"being dead (?:sounds|seems|would|is|feels)\b"),
    rule("gone|dead", rf"(?:after|once) im (?:gone|dead)\b|wanna be gone{WHOLE}"),
    rule("for me|this life", r"life isnt for me\b|out of this life\b"),
    rule("disappear from", r"disappear from this\b"),
    rule("never here", r"wish i was never here\b"),
    rule("i cut ", r"i cut (?:again|last night|tonight)\b"),
    rule("rope|gun", r"i(?:ve| have| got| have got) (?:got )?a (?:rope|gun)\b"),
    rule("here tomorrow", rf"i wont be (?:here|around) tomorrow{WHOLE}"),
)
