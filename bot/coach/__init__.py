"""The coach: what happens next, decided from values alone.

Standard library only. No clock, no dice, no I/O, no await, no sentence: `now` and `roll` are arguments, and
what there is to say leaves as a value of `messages`.

Glossary (the same words are used in tables, tests and texts)

challenge   one ask to make of another person, with a domain, a rung, a smaller and an imaginal version
bank        the reviewed library of challenges that ships with the bot
domain      social, professional, romantic (opt-in), customers
ladder      25-30 asks of one domain, of the bank and their own, from least to most frightening for a person
rating      1-10, how much an ask on the ladder frightens this person; said by them, else a guess
guess       a rating nobody gave: from the first self-assessment, their ratings, and what attempts felt like
surprise    an attempt that felt 3 or more off the rating or the guess of its ask
life        what a person says of theirs (harmony first, no phone calls); it leaves asks out, never all
rung        1-10, the size of a challenge for this person; a person's level is a rung, per domain
distress    1-10: anticipated before, peak during, left after
prediction  before: the chance of a "no" in percent, and in a few words what is feared
calibration a person's predictions beside what came, over the same asks
expected    the chance of a "yes" to a kind of ask, learnt across people; it identifies nobody
found       how much harder than its rung everybody finds an ask of the bank, learnt across people as well
attempt     one challenge taken up on one local day, until it is debriefed or let go
outcome     yes, no, partial, pending, backed out, not tried
kind of no  respectful, dismissive, ambiguous
script      a line to say after less than a yes: why, less, later, somebody else, give and take
chapter     a no that matters, seen as one; it gets its 24 hours, then perhaps a title
view        how a person has come to meet a no in a domain: tolerate, lean in, enjoy; it only goes forward
debrief     the conversation after an attempt
local day   a person's day; it turns at 03:00 on their clock
streak      attempted local days, walking back from today
plan        the weekdays a person commits to
pause       days off taken on purpose
journal     the asks they told of, newest first, each an entry; they stand on shelves (yeses, nos, learned)
program     a direction a person chooses for their asks; its themes come one after another; it sets no size
occasion    one planned moment to speak first: a morning, an evening, a follow-up, a pending question
care        the kind answer to a sign that the practice weighs on somebody: smaller, rest, empathy, people
circle      a group with the bot in it, and who has joined there
card        of a circle: its one message of a day, edited in place
sharing     what a circle sees of a member: nothing, that they asked, the answer, a line they approved
buddy       who a member is paired with for a week
together    one theme for all of a circle on a day, which each gets at their own size
archive     everything one person told, as one value to take along; nobody else is in it
parcel      a file on its way: an archive in a zip, and what one said until its person says what becomes of it
hold        the coach waits, after words of crisis, until the person chooses to go on
"""
