"""Acts that break a rule, in English: crime, violence, danger, insult. Patterns only; `ethics` decides."""

from __future__ import annotations

from bot.coach import ethics_words_english as w

ILLEGAL = w.words(
    r"(?:not|dont|forget to|skip) (?:to )?scan(?:ning)?\b|smuggl\w*|run (?:a|the) red light|(?:drive|driving"
    r"|go) (?:over|above) the (?:speed )?limit|(?:lend|borrow|use|give) (?:me )?(?:his|her|their"
    r"|someones) (?:id|passport|licen[sc]e)\b|(?:something|anything|stuff|do) illegal\w*"
    r"|sneak(?:ing)? (?:\w+ )?(?:alcohol|booze|beer|drugs)|illegally",
    r"(?:buy|get|sell|find|bring|score|for|some|of|smoke|roll|grow|snort|share|my|his|your|you) (?:me "
    r"|us )?(?:some |a bit of |his |her "
    r"|their |any |my )?(?:weed|pot|marijuana|hash|edibles)\b(?! (?:advice|of|s\b|holder|roast|plant))",
    r"score (?:me |us )?(?:some|any|a bit)\b|(?:his|her|their|your|someones"
    r"|(?:my )?\w+s) (?:\w+ )?(?:prescription|pain ?killers|sleeping pills)\b(?<!doctors prescription)"
    r"|coke\b.{0,12}powder|cocaine|heroin|mdma|ecstasy pills?|molly\b(?= at| for| from)|lsd|meth\b|ketamine"
    r"|shrooms"
    r"|magic mushrooms|fentanyl|ghb\b"
    r"|coke to snort|line of coke|bump of coke|opioids|crack cocaine|drug deal\w*",
    r"(?:buy|sell|get|bring|find|score|some|have|has|take|for|do) (?:me |us )?(?:some |any |his |her "
    r"|the )?(?:illegal |hard |party )?drugs",
    r"(?:sell|give|get|slip|lend|for|share) (?:me )?(?:some |a |an |his |her |their |my )?(?:extra "
    r"|leftover )?"
    r"(?:adderall|ritalin|xanax|oxy\w*|valium|percocet|vicodin|ozempic|antibiotics"
    r"|steroids)\b(?!.{0,20}prescri(?:bed|be)\b)",
    r"(?:the|a|my|weed|drug) dealer (?:at|in|on|if|how|for|from)|(?:smoke|roll|share|pass|hit of"
    r"|drag of) (?:\w+ )?(?:joint|blunt|bong)",
    r"(?:(?:climb|jump|hop) (?:\w+ ){0,2}(?:fence|gate)|(?:its|thats|it is|which is|though"
    r"|even if its) (?:\w+ )?(?:forbidden|illegal|against the law|prohibited|off limits)|(?:delete|destroy"
    r"|hide|burn|shred) (?:the |some )?(?:evidence|proof))\b",
    r"(?:steal|steals|stealing|i stole|(?:a|the|buy|sell|some|get|its|thats|is) stolen|shoplift\w*|burgl\w+"
    r"|pickpocket\w*|rob|robbing|loot|looting|nick|swipe)\b(?! (?:right|left|his card))",
    r"fake (?:ids?|passports?|drivers?|licen\w+|money|bills|prescriptions?|documents?|plates?|visa"
    r"|vaccine)\b|counterfeit\w*"
    r"|forg(?:e|ed|ing|ery) (?!ahead)",
    r"(?:take|accept|slip|give) (?:\w+ ){0,3}(?:bucks|cash|money|euros|dollars|\d+) (?:\w+ ){0,3}let (?:me"
    r"|us|my)|(?:take|taking|grab|grabbing) (?:\w+ ){1,4}(?:not mine|isnt mine|not locked|unlocked"
    r"|unattended)|bribe\w*|under the table|off the books|cash in hand so|insider (?:info\w*|tips?|trading"
    r"|knowledge)|money launder\w*",
    rf"(?:hide|hiding|dodge|dodging|evade|evading|cheat(?:ing)? on|fiddle) {w.FEW}(?:income|tax|taxes"
    r"|earnings)\b"
    r"|tax (?:evasion|fraud)|insurance (?:fraud|scam)|(?:identity|benefit|credit card) fraud",
    r"hack(?:ing)? (?:into|(?:\w+ ){1,4}(?:account|instagram|insta|facebook|phone|e?mails?|wifi|snap\w*"
    r"|computer|laptop|icloud))",
    r"pirated?\b (?:\w+ )?(?:movies?|films?|games?|software|copy|copies|music|books?)|crack (?:netflix"
    r"|software|photoshop|the software)",
    r"(?:sell|leak|leaking|give|hand) (?:\w+ ){0,4}(?:confidential|trade secrets?|company secrets?"
    r"|client data|customer data)",
    r"(?:buy|sell|get|bring) (?:me )?(?:a |an |some |his )?(?:\w+ )?(?:gun|pistol|glock|rifle|grenade"
    r"|handgun|switchblade|explosives)\b",
    r"(?:offer|give|slip|pay) (?:the |a |an |my )?(?:\w+ )?(?:cop|police\w*|officer|inspector|judge|guard"
    r"|official|customs) "
    r"(?:\w+ ){0,2}(?:money|cash|bucks|euros?|dollars|\d+)",
    r"(?:take|have) (?:the |my )?(?:points|blame|rap) for (?:my|me)|break(?:ing)? (?:into|in to)|broke into"
    r"|trespass\w*|vandal\w*"
    r"|set fire|arson|slash (?:his|her|their|the) tires|graffiti on|keying? (?:his|her|their) car"
    r"|blackmail\w*|extort\w*|break the law",
    r"(?:sneak|sneaking|slip) (?:me |us |my \w+ )?(?:in|into|past|onto)\b(?! a (?:nap|word|hug|compliment))"
    r"|dine and dash|turnstile|fare dodg\w*",
    r"(?:buy|get|bring|give|serve) (?:\w+ ){0,2}(?:beers?|alcohol|booze|vodka|wine|cigarettes|cigs|smokes"
    r"|a? ?vape|drinks?) "
    r"(?:\w+ ){0,4}(?:under ?age\w*|im (?:only )?(?:1[0-7]|not 18|not 21)|minors?)",
    r"(?:perjur\w*|lie (?:in court|under oath|to the (?:police|cops|judge|court)))",
    always=(
        r"without (?:paying|a ticket|tickets|an? licen[sc]e|licen[sc]e|an? prescription|prescription)"
        r"|ride without one"
        r"|(?:not|dont|wont) pay(?:ing)? (?:for )?(?:the |my |our )?(?:ticket|fare|bill|check|meal|taxi)",
    ),
)

SPORT = (
    r"(?!.*\b(?:karate|boxing|judo|kick ?boxing|krav|self defen[cs]e|fencing|sparring|martial arts|bjj|mma"
    r"|taekwondo"
    r"|aikido|wrestling|stage combat|stunt\w*) (?:class|trainer|coach|partner|club|gym|lesson|teacher"
    r"|instructor|group|session))"
)
HARM = w.words(
    rf"(?:tackle|body ?slam|elbow|trample|whack|thump|bash) {w.PERSON}\b{SPORT}|pull (?:his|her"
    r"|their) (?:hair|chair)|scare (?:an?|the|some|old) (?:\w+ )?(?:lady|ladies|woman|girls?|kids?|cat"
    r"|dog)\b|grab (?:his|her|their) (?:arm|wrist|neck|hair|throat)",
    r"(?:punch|slap|choke|stab|strangle|headbutt|murder|poison|tase|taser|smack|kidnap|assault|torture"
    r"|beat up|spit (?:at|on)"
    rf"|trip up|pepper spray|waterboard) {w.PERSON}\b{SPORT}",
    rf"(?:hit|kick|beat|shoot|kill|hurt|attack|burn|whip|bite|bully|threaten|intimidate) {w.PERSON}\b"
    r"(?! (?:up|at|in(?! the (?:face|head|stomach|balls|nuts|groin|back|ribs|butt|ass|shins?))|to|a|an|back"
    r"|some|over|out|laughing|with (?:a |an |your |his "
    r"|her )?(?:feedback|question|news|idea|invite|kindness|snowball|pillow|water)|by|for|most|the most|on"
    rf"|wheel\w*|car)\b){SPORT}",
    r"(?:kill|hurt|poison|kick|shoot|hit|beat|attack) (?:\w+ ){0,3}(?:dogs?|cats?|pets?|animals?|pigeons?"
    r"|birds?)\b",
    r"(?:to|wants? to|wanna|would|lets|can we|should|and) (?:fist ?)?fight(?= \.| $| me| him| her| them| us"
    r"| with| you| outside)"
    rf"{SPORT}|fight (?:me|him|her|them|us|you|{w.PERSON})\b(?! for| to| against){SPORT}"
    r"|(?:start|pick|get into|want|wanna|for|street|fist|knife|bar|a) (?:an? )?(?:fist ?|street |bar "
    r"|knife )?fights?\b(?! (?:club|song|scene|night|against|for))",
    r"threat(?:en)?(?:ing|s)? (?:to |him|her|them|my|the|a )|(?:with|pull(?:ing)?|carrying|using|holding"
    r"|show) an? (?:big |kitchen )?"
    r"(?:knife|gun|weapon|bat|machete|axe)\b(?! (?:set|sharpen|shop|show))|at (?:knife|gun) ?point",
    rf"(?:push|shove) {w.PERSON} (?:off|into|onto|down|over|in front)\b"
    rf"|(?<!a )(?<!the )(?<!my )(?<!our )(?<!road )trip (?:{w.PERSON}|an? (?:runner|jogger|cyclist"
    r"|skater))\b",
    r"revenge\b(?! (?:of the|movie|film|series))|get back at|teach (?:him|her|them|my \w+) a lesson"
    r"|get even with|payback",
    rf"burn {w.FEW}(?:down|place|house|car|shop)|blow up (?:the|his|her|their|my)|(?:a |plant a "
    r"|make a )bomb\b(?! (?:recipe|cyclone|shelter))",
    r"knock(?:ing|ed)? (?:me|him|her|them|someone|a guy|\w+ \w+) (?:out|down|unconscious)\b"
    r"|teeth (?:knocked )?(?:out|in)\b"
    r"|break (?:his|her|their|my|someones) (?:nose|jaw|legs?|arms?|neck|face|fingers?)",
    r"(?:throw|throwing|chuck|hurl|dump|pour) (?:a |an |my |some |his |her |hot )?(?:\w+ )?(?:plates?|glass"
    r"|bottles?|drinks?|food|eggs?"
    rf"|rocks?|stones?|bricks?|tomato\w*|coffee|water|chair|pie|cake) (?:at|on|over|in) (?:{w.PERSON}"
    rf"|{w.HIS} (?:face|head|car|house|window))",
    r"spit(?:ting)? in|jump (?:the (?:guy|dude|man|kid)|him|them|her)\b|smash (?:his|her|their|my exs"
    r"|the) (?:\w+ )?(?:car|windows?|phone|face)"
    r"|wreck (?:his|her|their)|ruin (?:his|her|their) (?:life|career|wedding|day|reputation)|or else\b"
    r"|make (?:him|her|them|my \w+|the \w+) (?:pay for (?:it|what|this|that)|regret|suffer|sorry)",
    r"(?:cut|cutting|hurt|hurting|burn) myself|draw blood|torture|lynch|stab\w*\b(?! at| it)",
)
UNSAFE = w.words(
    r"(?:ride|sit|hide|get|lie|climb) (?:\w+ ){0,2}(?:trunk|boot) of|blindfolded (?:\w+ ){0,3}(?:road|street"
    r"|drive|cross)|cross (?:\w+ ){0,3}(?:road|street|highway) (?:blindfolded|with (?:my )?eyes (?:closed"
    r"|shut))|swim(?:ming)? (?:\w+ ){0,3}(?:at night|in the dark|drunk)|(?:light|throw"
    r"|shoot) (?:\w+ )?(?:fireworks?|firecrackers?) (?:at|in)|eat (?:an? )?(?:unknown|wild|raw"
    r"|poison\w*) (?:mushroom|berr|chicken)\w*|russian roulette|choking game",
    r"(?:get|getting|hop|climb|sit|go|ride) in(?:to)? (?:\w+ ){0,2}(?:strangers? |random \w+ )?(?:car|van"
    r"|truck)\b(?! (?:park|seat|show|wash|pool))",
    r"hitch ?hik\w*|thumb a (?:lift|ride)",
    r"(?:drunk|wasted|stoned|hammered|tipsy|high) (?:\w+ ){0,4}(?:drive|driver|driving|lift|ride|scooter"
    r"|car)\b|(?:drive|driving) (?:\w+ )?(?:drunk|stoned|wasted|blindfolded)"
    r"|drunk driving|after (?:\w+ ){0,4}beers? (?:\w+ ){0,3}drive",
    r"(?:ride|sit|stand|surf|hang|climb) (?:\w+ ){0,3}(?:roof|hood|bonnet|bumper|ledge|railing"
    r"|edge)\b(?! (?:terrace|bar|garden|top bar))|over the edge|car surf\w*"
    r"|train surf\w*",
    r"(?:climb|scale|climbing) (?:\w+ ){0,3}(?:crane|pylon|scaffold\w*|billboard|power lines?|antenna|mast"
    r"|bridge|monument|facade)\b",
    r"(?:on|onto|across|along|over) the (?:train |railway |rail |tram |subway )?tracks|(?:middle of|into|on"
    r"|across|in) (?:the |a )?(?:busy )?"
    r"(?:highway|motorway|freeway|autobahn|traffic)\b(?! (?:jam|lights?|report|news|service|stop))"
    r"|middle of the (?:road|street)|in front of (?:a |the )?(?:\w+ )?(?:car|cars|train|traffic|bus"
    r"|truck)\b(?! (?:park|station|stop))",
    rf"(?:{w.STRANGER}|strangers) (?:\w+ ){{0,4}}(?:hold|watch|take|mind|look after|babysit|keep|carry|drive"
    r"|pick up) (?:\w+ )?my "
    r"(?:\w+ )?(?:baby|toddler|infant|newborn|kids?|child|children|daughter|son)\b",
    r"(?:pull|drag|tow) me (?:behind|along behind)|until (?:i|we|they|he|she|somebody|someone) (?:throws? up"
    r"|pukes?|pass(?:es)? out|vomits?|faints?|blacks? out)",
    r"dark (?:alley\w*|street|park|corner|parking|lane|tunnel)|alone (?:at night|after dark|after midnight)"
    r"|at (?:midnight|night|2am|3am|4am|3 am|2 am) (?:\w+ ){0,4}(?:strangers?|his car|her car|alone)"
    rf"|(?:stranger|random \w+|guy) {w.MANY}at (?:midnight|2am|3am|night if)",
    r"(?:no|without an?|without any|without) (?:helmets?|seat ?belts?|life ?(?:vest|jacket)s?|ropes?|harness"
    r"|brakes|safety (?:gear|net))\b|(?:red flag|shark|avalanche|minefield)\b(?! (?:movie|film|talk))",
    r"(?:race|racing|drag race) (?:\w+ ){0,2}(?:on|down|through) (?:the )?(?:highway|motorway|street|road"
    r"|autobahn|freeway|city)",
    rf"(?:go|come|going|coming|walk|ride|leave) (?:back )?(?:home )?(?:with|to) (?:{w.HIM}|his|a strangers?"
    rf"|a random \w+|the guy|some \w+)(?: (?:home|place|house|apartment|flat|hotel|room)|{w.END})",
    rf"{w.STRANGER} {w.FEW}(?:go|come|follow me) (?:back )?(?:home|to my (?:place|house|home|flat|apartment"
    r"|room))",
    rf"{w.STRANGER} (?:\w+ ){{0,6}}(?:to (?:come to )?my (?:place|house|home|flat|apartment|room)|pick me up"
    r"|sleep (?:at|in) (?:his|her|their))\b",
    rf"{w.STRANGER} {w.FEW}for (?:a |some )?(?:\w+ )?pills?\b|(?:pill|drink|drug)s? from (?:a "
    r"|some )?(?:random|stranger)|leave my drink with",
    r"(?:jump|jumping|dive|diving|hang|dangle) (?:off|from|into|out of|over) (?:\w+ ){0,3}(?:bridge|roof"
    r"|cliff|balcony|window|train|car|quarry|pier)",
    r"(?:jump|jumping|dive|swim|swimming) (?:\w+ ){0,2}(?:river|canal|harbou?r|frozen \w+|port)\b|(?:pet"
    r"|feed|touch|ride|hug) (?:a |the )?(?:wild |strange )?(?:bear|moose|bison|lion|tiger|wolf|alligator"
    r"|crocodile|bull)\b(?!.*(?:keeper|zoo|ranger|guide))",
    r"(?:chug|drink|down|neck) (?:\w+ ){0,3}(?:bottle of (?:vodka|whisk\w+|gin|rum|tequila)|bleach"
    r"|until i pass out)|pass out drunk|shots until",
    r"(?:stop taking|skip|off) my (?:meds|medication|insulin|pills)|electric fence|live wire"
    r"|\d{3} (?:with me )?(?:and )?no helmet",
)
IDENTITY = (
    r"(?:muslims?|jews?|jewish|blacks?|asians?|chinese|japanese|korean|indians?|mexicans?|latin[oax]s?"
    r"|africans?|arabs?|turks?|turkish|gay|lesbians?"
    r"|trans|transgender|immigrants?|refugees?|foreigners?|disabled|wheelchair|blind|deaf|autistic|gyps(?:y"
    r"|ies)|roma|hijab\w*|sikh|hindu|white|russian"
    r"|polish|african|amputee|dwarf|midget)"
)
LABEL = (
    r"(?:fat|obese|ugly|smelly|dumb|stupid|skinny|anorexic|chubby|wrinkly|crippled|retarded|hideous|pathetic"
    r"|weird looking|creepy|trashy|slutty)"
)
RUDE = (
    r"(?:idiots?|morons?|losers?|bitch(?:es)?|assholes?|arseholes?|retards?|cunts?|sluts?|whores?|fag\w*"
    r"|dumbass\w*|pigs?|trash|scum|freaks?|cow|clowns?|simps?|karens?)"
)
INSULT = w.words(
    r"(?:whats|what is|what happened) wrong with (?:his|her|their) (?:face|legs?|kids?|skin|eyes?|teeth|hair"
    r"|voice)|(?:when|if) (?:he|she|they|hes|shes) (?:\w+ )?(?:last |ever )(?:showered|showers|washed"
    r"|brushed|bathed)|really (?:comes? )?from(?= \.| $)|proper english|cripples?\b|midgets?\b|(?:homeless"
    r"|beggar|poor|unemployed) .{0,40}(?:get a (?:real )?job|lazy|dont work|doesnt work|why (?:he|she|they))"
    r"|trash talk (?:him|her|them|an?|the|my)|dumb blondes?",
    r"(?:ask|tell|asking|telling|call|approach|find) (?:an?|the|some|that|this|my|every|any"
    rf"|random) (?:\w+ )?{LABEL} (?:looking )?(?:\w+ )?(?:{w.FOLK}|kids?|teenagers?|coworker|colleague|boss"
    r"|neighbou?r|cashier|waiter|friend)\b",
    rf"{IDENTITY}\b.{{0,40}}?\b(?:terrorists?|bombs?|go(?:es)? back|who is the (?:wom[ae]n|m[ae]n|girl|guy)"
    r"|touch (?:her|his|their) hair|eats? (?:dogs?|cats?|bats?)|between (?:her|his|their) legs"
    r"|real (?:wom[ae]n|m[ae]n|girl|hair)|legal|illegal|green card|his papers|her papers|nazis?|stealing"
    r"|smells?|stinks?|race me|speaks? english|normal|really from|the man in|top or bottom"
    r"|used to be|surgery|steals?|drug|cured?|sins?|hell|walk|bald under|shower|criminal|gang|(?:money|dirty"
    r"|racist) jokes?)\b",
    r"(?:go|goes|going) back to (?:his|her|their|your|where) (?:own )?(?:country|home ?land|they|he|she)",
    rf"(?:if|whether|when|why|how come|that) {w.SHE} (?:is |are |was |a |so |such |really |always |looks? "
    r"|gonna |going to ){0,4}(?:terrorists?|retard\w*|pregnant|ugly|fat|stupid|dumb|smells?|stinks?"
    rf"|disgusting|{RUDE}|die|dead)\b",
    rf"(?:when|if) (?:the|her) baby is due|when {w.SHE} (?:is )?due|how far along|how much (?:he|she|they"
    r"|\w+ \w+) weighs?\b|what (?:he|she|they) weighs?\b|(?:what|about) (?:is )?(?:his|her|their) weight\b",
    r"why (?:his|her|their|the) (?:\w+ ){1,2}(?:is|are|looks?) so (?:ugly|fat|stupid|dumb)|(?:short|tiny"
    rf"|tall) {w.FOLK} .{{0,40}}(?:weather|basketball|up there|down there)|why {w.SHE} (?:is "
    r"|are )?(?:so )?(?:ugly|fat|weird|old|short|bald|lonely|single)|why (?:nobody|no one) (?:likes|loves"
    r"|wants) (?:him|her|them)|(?:look|looks|dress|dresses|talk|talks|walks?) like that",
    r"(?:make|making|made|poke|poking) fun of|(?:mock|mocking|ridicule|ridiculing|humiliate|humiliating"
    r"|insult|insulting|belittle|shame|shaming|embarrass|embarrassing|laugh at|laughing at|heckle"
    r"|catcall\w*) "
    rf"(?:{w.PERSON}|a |an |the |some|my |people|strangers|{w.HIS})",
    r"(?:call|calling|tell|telling) (?:\w+ ){1,4}?(?:an?|such an?|is an?|some|hes|shes|theyre"
    rf"|you) (?:\w+ )?{RUDE}\b|(?:ask|tell) (?:some|this|that|the|an?) (?:\w+ )?(?:idiots?|morons?|losers?"
    rf"|bitch|asshole|retard|cunt|slut|whore|fag\w*|dumbass|scum|freak){w.THEN}",
    rf"tell (?:\w+ ){{1,4}}?(?:stinks?|smells?|(?:is|are|looks?) (?:so |really |too )?(?:{LABEL}|old"
    r"|terrible|awful|disgusting))\b",
    r"(?:nose|boob|face) (?:job|lift)|plastic surgery|(?:had|has|got|use|uses) (?:any )?botox|(?:where"
    r"|why) (?:his|her|their) hair (?:went|fell|is gone)|toupee|wearing a wig"
    r"|what happened to (?:his|her|their) (?:face|legs?|arms?|eyes?|body|skin|teeth)|hungry again"
    r"|had enough to eat|another (?:burger|donut) already",
    r"(?:racist|sexist|homophobic|antisemitic) (?:joke|comment|question|slur)s?|slurs?\b",
)
