"""What costs the other person too much, in English: secrets, trust, money, time, a bad moment."""

from __future__ import annotations

from bot.coach import ethics_words_english as w

SOMEONES = (
    rf"(?:{w.HIS}|(?:a|the|my|some|another|other) (?:\w+ )?(?:{w.DEAR}|exs?|strangers?|guests?|customers?"
    r"|patients?|clients?|students?|teachers?|boss|employees?|crush|celebrity)s?)"
)
PRIVATE = w.words(
    r"(?:show|let|have) (?:me )?(?:see |read )?(?:his|her|their) (?:\w+ )?(?:messages|texts|dms|chats"
    r"|e?mails|diary|salary|payslip|pay ?check)\b|how much (?:my|the|a) (?:\w+ )?(?:coworker|colleague|boss"
    rf"|manager|neighbou?r)s? (?:earns?|makes?|gets?)|{w.STRANGER} {w.FEW}how much {w.SHE} (?:earns?|makes?"
    rf"|has|have)\b|(?:what|which) (?:meds|medication|pills) {w.SHE}|(?:customer|client|patient) list\b",
    r"(?:credit|debit|bank) ?card (?:number|details|info\w*|pin)|cvv|(?:bank|card|his|her|their|atm"
    r"|phone) pin\b|social security|ssn\b|passport (?:number|photo|copy|scan)|(?:photo|picture|copy|scan) of "
    r"(?:his|her|their) (?:passport|id|license|card|ids)\b|bank (?:details|login|statement)s?\b(?!.*\b(?:pay"
    r"|donate|transfer|deposit|refund)\b)|(?:his|her) (?:bank )?account (?:number|balance)\b(?!.*\b(?:pay"
    r"|donate|transfer|deposit|refund)\b)",
    rf"(?:for|what|know|guess|give me|tell me) {SOMEONES} (?:\w+ ){{0,2}}(?:password|passcode|pass ?word"
    r"|log ?in|pin|pin code|phone code)s?\b",
    r"(?:his|her|their) (?:\w+ )?(?:password|passcode|log ?in|pin code)s?\b",
    r"(?:another|other|somebody elses|someone elses|a different) (?:patient|client|customer|guest|student"
    r"|employee|person|tenant|member)s? (?:\w+ )?(?:files?|records?|address|numbers?|name|room|results?"
    r"|grades?|data|salary)",
    r"(?:patient|medical|criminal|health|personnel|hr) (?:records?|files?) of (?!my own)|(?:his|her"
    r"|their) (?:medical|criminal|health|personnel) (?:records?|files?|history)",
    r"(?:for|know|find|get|give me|tell me|out) (?:a |the |my )?(?:coworkers|colleagues|exs|ex|neighbou?rs"
    r"|strangers|guests|customers|girls|guys|teachers|bosss|boss|crushs|crushes|celebritys|employees|womans"
    r"|mans) (?:\w+ ){0,3}(?:number|address)\b|(?:his|her|their) home address|home address of"
    rf"|{w.STRANGER} {w.FEW}where {w.SHE} lives?\b|where (?:my ex|my crush|the girl|the guy|a \w+) lives?\b"
    rf"|which house {w.SHE}",
    r"(?:what|which) room (?:he|she|they|(?:my|a|the|another) (?:\w+ )?(?:ex|guest|crush|girl|guy|celebrity"
    r"|singer|actor|patient|couple|woman|man))\b",
    rf"(?:if|whether|about|when|that) (?:{w.SHE}|his|her|their|my \w+s?) (?:ever )?(?:had |has |have |is "
    r"|are |was |got |gets |an? |been ){0,4}(?:abortions?|miscarriages?|hiv|aids|stds?|herpes|infertil\w+"
    r"|impotent|periods?|menopause|raped|abused|medication|antidepressants|tested positive|closeted|gay"
    r"|lesbian|trans|circumcised|diagnos\w+)\b",
    r"unlock (?:his|her|their) (?:phone|laptop|computer)|(?:scroll|go|look|snoop|dig"
    r"|rummage)(?:ing)? (?:\w+ )?(?:through|in) (?:his|her|their|my \w+s?|the \w+) (?:\w+ )?(?:phone|bag"
    r"|purse|drawers?|messages|texts|dms|photos|emails?|wallet|trash)|let me scroll",
    r"read (?:me )?(?:his|her|their|my \w+s) (?:\w+ ){0,2}(?:mails?|e?mails?|messages|texts|dms|diary"
    r"|journal|chats?)|spy(?:ing)? (?:on|for)|snoop\w*|eavesdrop\w*|track (?:his|her|their|my \w+s) (?:phone"
    r"|location|car)|log ?in as (?:him|her|them|my|someone|somebody|a|the)\b|stalkerware|airtag",
    r"(?:doctors?|nurse|hospital|clinic|therapist"
    r"|pharmac\w+)(?: office)? (?:\w+ ){0,3}about (?:my )?(?:neighbou?rs?|coworkers?|colleagues?|bosss?|exs?"
    r"|friends?|another) (?:\w+ )?(?:illness|diagnosis|health|condition|results?|treatment)",
    rf"how much (?:money )?(?:{w.SHE} (?:has|have|got)|is|there is) (?:\w+ ){{0,2}}(?:in|on) (?:his|her"
    r"|their) (?:bank )?(?:account|card)|dox+\w*|(?:his|her|their) (?:search|browser|browsing) history",
)
NOT_SO = (
    r"(?:(?:its|it is|it|im|i|she|he|they|shes|hes|we|thats|that) )?(?:not|isnt|didnt|wasnt|arent|aint"
    r"|am not|never did|doesnt|hasnt|havent|a lie|not true)(?= \.| $| ask| to get| for| to ask| and| so"
    r"| broken| true| my| a | any| really)"
)
DISHONEST = w.words(
    r"(?:say|says|claim|pretend|tell (?:\w+ ){1,2}) ?(?:that )?(?:hes|shes|im|theyre|he is|she is"
    r"|they are) (?:my|the|an?) (?:\w+ )?(?:doctor|lawyer|assistant|mother|father|mom|dad|wife|husband"
    r"|manager|agent|secretary|teacher|reference|professor|landlord|employer)\b",
    r"(?:lie|lying|lies|lied) (?:to|about|that|for me|on my|so|his|and)\b|(?:tell|telling|by telling|make up"
    r"|with) (?:a |an |some |little |white |small )*(?:lies?|fib)\b|by lying|(?:ill|i will|just) lie\b"
    r"|white lie",
    r"pretend(?:ing|s)? (?:to be|to have|to|im|i|that|its|it|my|we|like|not)\b|impersonat\w*|pos(?:e|ing) as"
    r"|masquerad\w*|passing (?:myself )?off as",
    r"i put it (?:there|in)|fake (?:\w+ ){0,3}(?:sick|doctors?|notes?|reviews?|ratings?|name|story"
    r"|references?|cv|resume|degrees?|diploma|emergency|girlfriend|boyfriend|fiancee?|wife|husband|date"
    r"|illness|accent|injury|limp|receipts?|job|account|profile|birthday|certificates?|excuse|cry|tears"
    r"|charity"
    r"|testimonials?|call|seizure|faint|wedding|engagement|interest|offer|uniform|badge|followers|student"
    r"|letter)\b|(?:an?|with|my|use|using|write|some|his|her|as|give me|get|make|for) fake (?!or|and)\w+"
    r"|fak(?:e|ing) (?:being|an?|my|to)\b|false (?:name|story|address|info\w*|review|statement|reference"
    r"|number)",
    r"(?:use|give|using|giving|with|under) an? (?:fake|false|different|made ?up|wrong|invented) (?:name|age"
    r"|address|number|birthday|identity)",
    r"(?:make|making|made|invent\w*|fabricat\w*|concoct\w*|cook up|think up) (?:up )?(?:an? |some |the "
    r"|my )?(?:sad |sob |fake |good |bs |crazy )+(?:story|stories|reason|excuse|reference|emergency)|(?:make"
    r"|making|made|invent\w*|fabricat\w*) up (?:an? |some )?(?:\w+ )?(?:story|stories|reason|excuse"
    r"|reference|emergency|illness|job|name)|made ?up (?:story|reference|excuse|name|reason|job|offer"
    r"|review)|sob story",
    r"claim(?:ing)? (?:(?:that )?(?:im|ive|i (?:am|was|lost|had|got|work))|to be)\b|act(?:ing)? (?:like"
    r"|as if|as though) (?:im|i am|i|my|its|we)\b",
    r"(?:clock|punch|sign|badge|swipe) me in\b|cheat(?:ing)? (?:on|off|at|in|with|from)\b"
    r"|copy(?:ing)? (?:\w+ )?(?:homework|answers|test|exam)|(?:exam|test|quiz|interview|essay|thesis|paper"
    r"|homework|assignment) for me\b(?! to)|leak(?:ed)? (?:the )?exam|plagiari\w*",
    r"cover(?:ing)? up\b(?! (?:with|because it))|cover for me (?:while|so|with my (?:wife|husband|boss)"
    r"|if (?:my|he|she)|when i (?:skip|sneak))|behind (?:my|his|her|their) (?:\w+ )?backs?|alibi",
    r"(?:with|using|use|on|show) (?:my |a )?(?:brothers|sisters|friends|cousins|roommates|someone elses|dads"
    r"|moms|mates|somebody elses|expired|old) (?:\w+ )?(?:id|student card|card|pass|licen[sc]e|membership"
    r"|badge|coupon)\b",
    r"(?:say|claim|saying|tell them|pretending) (?:that )?(?:i have|ive|ive got|i had|im"
    r"|i got) (?:\w+ )?(?:cancer|dying|homeless|pregnant|blind|deaf|an orphan|disabled|a cop|a vip|famous"
    r"|a celebrity|the owner|press|from the (?:press|tv|news|health|government))\b",
    r"(?:switch|swap|swapping) (?:the )?(?:price )?(?:tags?|prices|labels?)|trick(?:ing)? (?:him|her|them|a"
    r"|an|the|my|people|someone|strangers|some\w*) (?:\w+ ){0,2}(?:into|out of|to)|deceiv\w*|scam\b|scamming"
    r"|con (?:him|her|them|someone|people|a|the)\b|mislead\w*|dupe\b|fool (?:him|her|them|someone|people|a"
    r"|the) (?:\w+ )?into|exaggerat\w*",
    always=(
        r"(?:say|says|saying|tell|telling|claim|swear|promise|im on|write|mention|told|because|bc|cause"
        rf"|that)\b.{{0,70}}? (?:even though|though|although|when|but) {NOT_SO}",
        r"(?:im|its|ive|i was|we|he|she|hes|shes) (?:\w+ ){1,5}(?:but )?(?:im|its|i|we|it|hes|shes|he"
        r"|she) (?:not|isnt|wasnt|never|havent|didnt|am not)(?= \.| $)",
        r"discount (?:\w+ ){0,2}im not an? \w+",
        r"(?:died|dead|sick|ill|hospital|dying|accident)\b.{0,50}? (?:but )?(?:he|she|im|its|theyre|shes|hes"
        r"|they"
        r"|everyone) (?:is |are |is perfectly )?(?:fine|alive|healthy|ok|okay|well|perfectly)\b",
        r"(?:died|sick|broken?|stolen|lost|pregnant|dying|ill|dead) (?:\w+ )?(?:she|he|it|they|i|im|its|shes"
        r"|hes|that) (?:\w+ )?(?:didnt|isnt|wasnt|not|never|arent|am not|not true)\b",
        r"(?:money|cash|bucks|change|prescription|pills|refund|donations?) (?:\w+ ){0,6}i (?:dont"
        r"|didnt) (?:even |really |actually )?(?:need|have|buy|own)",
        r"(?:say|tell \w+|tell (?:the|a|my) \w+|claim) .{0,50}? to get (?:the |an? "
        r"|my )?(?:\w+ )?(?:discount|free|upgrade|refund|day off|deal)",
        r"(?:tell|telling) (?:them|him|her|(?:the|a|an) \w+) (?:that )?im (?:the|an?|from"
        r"|with) (?:\w+ )?(?:manager|owner|doctor|journalist|cop|police\w*|lawyer|inspector|vip|celebrity"
        r"|reporter|press|fbi|royal|influencer)",
        r"(?:say|tell \w+|tell the \w+|tell my \w+|claim) .{0,50}? (?:which|that) (?:isnt|is not|wasnt) true",
    ),
)
MONEY = w.words(
    r"(?:friends?|coworkers?|colleagues?|neighbou?rs?|mates?|roommates?|followers) .{0,20}(?:lend|loan"
    r"|borrow|give|send|venmo|wire) (?:me )?(?:cash )?(?:[3-9]\d\d|\d{4,})\b",
    rf"{w.STRANGER}\b (?:\w+ ){{0,7}}(?:for|to (?:give|lend|spot|loan|borrow|venmo|send|pay|hand) (?:me )?"
    rf"|lend me|give me|pay me) ?(?:\w+ ){{0,2}}{w.SUM}",
    rf"{w.STRANGER}\b (?:\w+ ){{0,5}}(?:for|give me|lend me|borrow|to venmo me) (?:some |their |his |her "
    r"|all |a lot of |big )*(?:money|cash(?! \d)|loan|wallet|salary|paycheck)\b",
    rf"{w.STRANGER} {w.FEW}(?:to )?(?:(?:send|paypal|venmo|wire|transfer|zelle|give|lend|loan"
    r"|spot) me (?:[2-9]\d|\d{3,})\b(?! (?:min|sec|hour|percent|reasons|words))"
    r"|pay (?:for )?my (?:groceries|dinner|food|shopping|ticket|flight|gas|fuel|taxi|holiday|lunch))",
    r"(?:his|her|their|whole|life|my \w+s|entire|all) (?:life )?(?:savings|pension|inheritance|retirement"
    r"|life insurance|college fund|nest egg)\b|put me in (?:his|her|their) will\b",
    r"co ?sign\w*|(?:take|taking|get) (?:out )?an? (?:loan|credit|mortgage) (?:\w+ ){0,3}(?:for me|in (?:his"
    r"|her|their) name)|borrow (?:\w+ )?(?:money|cash) for me|loan shark|max out (?:his|her|their)",
    r"beg(?:ging)? (?:\w+ ){0,3}for (?:money|change|cash|coins|spare)|panhandl\w*|spare change",
    r"(?:money|cash|lend|loan|bucks|borrow|invest|savings|salary|dollars|euros"
    r"|pounds) (?:\w+ ){0,7}(?:gambl\w+|bet|bets|betting|casino|poker|slots|roulette|crypto|bitcoin|coin"
    r"|nfts?|lottery|scratch ?cards?)\b",
    r"(?:homeless|beggar|busker) (?:\w+ )?(?:for|to give me|if he can spare) (?:\w+ ){0,2}(?:change|money"
    r"|cash|coins|food|coat|dollars?|bucks)",
    r"invest (?:his|her|their|all) (?:\w+ )?(?:savings|money)|empty (?:his|her|their) (?:\w+ )?(?:account"
    r"|wallet)|pay (?:off )?my (?:\w+ )?(?:rent|bills?|debts?|credit card|tuition|mortgage|student loan)\b",
)
COSTLY = w.words(
    rf"{w.STRANGER} {w.MANY}(?:\d+|two|three|four|five|six|all) (?:hours|days)\b|(?:do|file"
    r"|prepare) my taxes (?:\w+ )?(?:for free|for nothing)",
    rf"(?:{w.STRANGER}|neighbou?r) {w.MANY}(?:drive (?:me|us)|a (?:ride|lift)) (?:\w+ ){{0,4}}(?:hours?"
    r"|airport|miles|kms?|kilometers|across|another (?:city|country|state|town)|to the (?:coast|sea"
    r"|border))",
    rf"free (?:\w+ )?{w.GRAND}\b(?! (?:\w+ )?(?:wash|park\w*|case|ride|test|trial|check|charger|tour|sticker"
    rf"|wallpaper|magazine))|(?<!my ){w.GRAND} for (?:free|nothing)",
    rf"(?:{w.STRANGER}|neighbou?r|customer) {w.MANY}(?:give|gift|hand|donate|lend) (?:me|us) (?:his|her"
    rf"|their|an?) (?:\w+ )?(?:{w.GRAND}\b|{w.WORN})|(?:give|gift) me an? (?:new )?{w.GRAND}\b",
    rf"{w.STRANGER} {w.MANY}for (?:his|her|their) (?:\w+ )?{w.WORN}(?! (?:brand|name|size|shop|recipe"
    r"|maker))",
    r"(?:do|shoot|make|build|design|renovate|paint|babysit|write|code|cater|photograph|translate|program"
    r"|remodel|film|redo|develop|organi[sz]e|plan|move|clean) (?:\w+ ){0,2}(?:websites?|app|logo|house"
    r"|home|bathroom|kitchen|flat|apartment|wedding|book|thesis|garden|office|film|novel|brand"
    r"|business plan|all \w+|shop|roof) (?:\w+ ){0,3}(?:for free|unpaid|for nothing|without pay|no charge"
    r"|gratis)",
    r"(?:cook|bake|perform|play|sing|dj|model|cater) (?:\w+ ){0,5}(?:party|event|birthday|wedding"
    r"|guests) (?:\w+ ){0,2}(?:for free|unpaid|for nothing)",
    r"(?:all|whole|entire) (?:weekend|night|week|summer|month|day|year) (?:\w+ )?(?:for free|for nothing"
    r"|unpaid)|(?<!him )(?<!her )(?<!them )work(?:ing)? (?:\w+ ){0,4}(?:for free|unpaid|for nothing"
    r"|without pay)|unpaid overtime",
    r"(?:for free|free) (?:\w+ )?(?:for|every) (?:a|an|the|one|\d+) (?:whole )?(?:year|month|months|years"
    r"|week)\b|free (?:\w+ ){1,3}(?:for (?:a|one|the whole|an entire) (?:year|month)|for life|forever)\b"
    r"|for free (?:for life|forever)",
    r"(?:live|stay|sleep|move|crash|camp) (?:in|with|at) (?:his|her|their|a strangers?|a random"
    rf"|{w.HIM})(?: \w+){{0,2}} (?:for|all) (?:a|the|one|two|three|\d+)? ?(?:week|month|year|summer|weeks"
    r"|months|winter)|move in with (?:a stranger|them|him|her)",
    r"(?:on|along on|with them on|join) (?:his|her|their) (?:family )?(?:vacation|honeymoon|trip|holiday"
    r"|cruise)\b|(?:stay|keep open|work) (?:\w+ ){0,3}(?:after closing|past closing|overtime for me)|(?:skip"
    r"|give up|miss) (?:his|her|their) (?:break|lunch|shift|wedding|holiday)",
    rf"buy me (?:an? |some |the )?(?:new |gold )?(?:{w.GRAND}|tickets?|ps ?5|clothes|shoes|jewel\w*"
    r"|drinks? all)",
    rf"{w.STRANGER} {w.MANY}(?:every|each) (?:single )?(?:day|night|evening|morning) (?:for|this|next|all)",
)
STAFF_AT_PEAK = w.words(
    r"with (?:\d+|ten|twenty|a dozen|lots of|so many|many) (?:\w+ )?(?:people|customers|guests|patients)\b"
    r"|(?:during|in the middle of) (?:\w+ )?(?:happy hour|boarding|surgery|an emergency|take ?off|the final"
    r"|evacuation)|(?:short|under) ?staffed",
    rf"(?:during|at|in|on|amid|through) (?:the )?(?:\w+ )?{w.BUSY}\b(?! (?:is|by|are|starts|begins|ends))",
    r"(?:long|huge|big|massive|giant|crazy|endless) (?:\w+ )?(?:line|queue|crowd)\b(?:(?= behind| waiting"
    r"| at| in| \.| $| of))|(?:line|queue) (?:is |was |goes )?(?:super |so |really |very )?(?:long|huge"
    r"|out the door|around the|down the|behind)"
    r"|(?:while|when|with) (?:\w+ ){0,4}(?:people|customers|everyone|others|folks) (?:are |is "
    r"|were )?(?:all )?(?:waiting|wait|queu\w+|in line|behind me|in the (?:line|queue))\b|(?:everyone"
    r"|everybody|all) (?:\w+ )?(?:queues?|waits?|queuing|queueing|waiting)\b|hold(?:ing)? up the (?:queue"
    r"|line)|people behind me",
    r"(?:during|in|at) (?:the )?(?:middle of )?(?:the |a )?(?:dinner|lunch|breakfast|full|saturday"
    r"|friday) (?:service|rush)\b|middle of (?:the )?(?:\w+ )?(?:service|shift change)",
    r"(?:shop|store|place|cafe|bar|restaurant|bakery|pub|pharmacy|er|clinic|salon|gym|kitchen|room) (?:is "
    r"|gets |was )(?:(?:so|really|super|completely|totally|absolutely|very|pretty|all|most) )?(?:full|packed"
    r"|slammed|busy|crowded|swamped|rammed|overrun|heaving|mobbed)\b(?<!not busy)(?<!least busy)",
    r"(?:when|while|because|coz|if) (?:its|it is|theyre|hes|shes|they are|he is|she is|hes"
    r"|everyone is) (?:really |super |so |very |totally |most |crazy )?(?:busy|packed|slammed|swamped|rammed"
    r"|crowded|stressed|run off)\b",
)
