"""What is said in the two quiet minutes, three ways each, so that a second and a third time read anew.

The scene and the no of an ask of the bank are its own; for one in somebody's own words, its kind has them.
"""

from __future__ import annotations

from bot.coach.model import Kind
from bot.words.speech import mark

SETTLE = (
    mark("Sit down somewhere quiet. Eyes half closed, if you like."),
    mark("Find a chair, or lean on a wall. Let your shoulders drop."),
    mark("Two minutes that are yours. Feet on the floor, and one long breath out before we start."),
)
LOOK = (
    mark("Who is there? What do you hear?"),
    mark("Where does the light come from? And what are your hands doing?"),
    mark("Look around slowly. How far away are they, and what is on their face?"),
)
PLACES: dict[Kind | None, tuple[str, ...]] = {
    Kind.INFORMATION: (
        mark("Picture where they stand, and how they look up as you come closer."),
        mark("Picture the place at a quiet hour. They haven't noticed you yet."),
        mark("Picture them with time on their hands, and you with a question in your mouth."),
    ),
    Kind.SMALL_FAVOUR: (
        mark("Picture them in the middle of something, with half an eye on you."),
        mark("Picture the distance between you: three steps, then two, then one."),
        mark("Picture the thing you need, right there beside them."),
    ),
    Kind.FEEDBACK: (
        mark("Picture the thing in front of the two of you, and their eyes on it."),
        mark("Picture handing it over, and how quiet it gets."),
        mark("Picture them leaning back before they say anything."),
    ),
    Kind.INVITATION: (
        mark("Picture them as they are on a good day, with their coat still on."),
        mark("Picture the pause in the talk in which you could say it."),
        mark("Picture your message on its way, or their face across from you."),
    ),
    Kind.ODD_REQUEST: (
        mark("Picture the place with its everyday noise. Nobody expects what comes now."),
        mark("Picture them, bored a little, with an ordinary day behind them."),
        mark("Picture somebody else within earshot, looking at their phone."),
    ),
    Kind.DISCOUNT: (
        mark("Picture the thing in your hand, the price on it, and nobody else waiting."),
        mark("Picture the one who could say yes, and the slow hour around you."),
        mark("Picture the number, in writing, and your finger under it."),
    ),
    Kind.OPPORTUNITY: (
        mark("Picture the second in which they ask what they can do for you."),
        mark("Picture their desk, their screen, their face. They have three minutes for you."),
        mark("Picture the door, or the ringing line, and the breath before it opens."),
    ),
    Kind.COSTLY: (
        mark("Picture sitting across from them, with the sentence you've prepared."),
        mark("Picture both of you sitting down, and the small talk coming to its end."),
        mark("Picture the page with your wish on it, lying between you."),
    ),
    None: (
        mark("Picture the place, and the person looking up."),
        mark("Picture the first step towards them."),
        mark("Picture them turning round to you."),
    ),
}
WAIT = (
    mark("Then wait for their face."),
    mark("Then be quiet, and look at them."),
    mark("No sorry at the end of it. Look up, and wait."),
)
NOES: dict[Kind | None, tuple[str, ...]] = {
    Kind.INFORMATION: (
        mark("Sorry, I don't know."),
        mark("No idea, I'm afraid."),
        mark("I couldn't tell you, sorry."),
    ),
    Kind.SMALL_FAVOUR: (
        mark("Sorry, not right now."),
        mark("I'd rather not, if that's all right."),
        mark("No, sorry, I've got my hands full."),
    ),
    Kind.FEEDBACK: (
        mark("I'd rather not say."),
        mark("I haven't really looked at it, sorry."),
        mark("No, I'm not the right one for that."),
    ),
    Kind.INVITATION: (
        mark("That's kind of you, but no."),
        mark("Thanks, but that's not for me."),
        mark("No, I've got other plans. And the week after, too."),
    ),
    Kind.ODD_REQUEST: (
        mark("Er, no. We don't do that here."),
        mark("What? No, sorry."),
        mark("Well, that's a new one. But no."),
    ),
    Kind.DISCOUNT: (
        mark("No, the price is the price."),
        mark("I can't do that for you, sorry."),
        mark("No. Everybody pays the same here."),
    ),
    Kind.OPPORTUNITY: (
        mark("Thanks for asking, but it's a no."),
        mark("Not this time. We've gone with somebody else."),
        mark("No, I don't see it at the moment."),
    ),
    Kind.COSTLY: (
        mark("No, that's more than I can give."),
        mark("I can't agree to that, sorry."),
        mark("No. That's too much for us right now."),
    ),
    None: (
        mark("Sorry, no. I'd rather not."),
        mark("No, thank you."),
        mark("I don't think so, sorry."),
    ),
}
BREATHS: dict[Kind | None, tuple[str, ...]] = {
    Kind.INFORMATION: (
        mark("One slow breath. They don't know, and you know that now. Nothing else happens."),
        mark("Breathe out slowly. A shrug, a friendly one. Somebody else can still be asked."),
        mark("One slow breath. Now two of you don't know. That's all that has changed."),
    ),
    Kind.SMALL_FAVOUR: (
        mark("One slow breath. They turn back to what they were doing. Nothing else happens."),
        mark("Breathe out slowly. They said what suits them, and you stand where you stood."),
        mark("One slow breath. It was a small thing, and the moment passes by itself."),
    ),
    Kind.FEEDBACK: (
        mark("One slow breath. They keep their view, you keep yours. Nothing else happens."),
        mark("Breathe out slowly. You wanted to know, they'd rather not tell. There's room for both."),
        mark("One slow breath. Your work is what it was a minute ago, and so are you."),
    ),
    Kind.INVITATION: (
        mark("Two slow breaths. They go their way, and the day is still yours."),
        mark("Breathe out slowly. They heard that their company is wanted. That was a nice thing to hear."),
        mark("Two slow breaths. It's a no to an hour, and you can greet each other tomorrow."),
    ),
    Kind.ODD_REQUEST: (
        mark("One slow breath. Perhaps somebody grins. Then the room goes on with its day."),
        mark("Breathe out slowly. They have something to tell at dinner now."),
        mark("One slow breath. Your face may be warm. Watch it cool down by itself."),
    ),
    Kind.DISCOUNT: (
        mark("One slow breath. It costs what it cost a minute ago. Nothing else happens."),
        mark("Breathe out slowly. You can take it or leave it, and nobody keeps a list."),
        mark("One slow breath. They've heard this question before, and by noon it's forgotten."),
    ),
    Kind.OPPORTUNITY: (
        mark("Two slow breaths. This door stays shut today, and it was you who knocked."),
        mark("Breathe out slowly. They know now what you want. Yesterday they didn't."),
        mark("Two slow breaths. Let it be a pity for a moment. All that you had is still there."),
    ),
    Kind.COSTLY: (
        mark("Two slow breaths. It was a lot to ask, and you got a plain answer."),
        mark("Breathe out slowly. You said out loud what you need. That part stays, whatever they say."),
        mark("Two slow breaths. They drew their line. Where yours is can wait until tomorrow."),
    ),
    None: (
        mark("Stay with it for a slow breath. Nothing else happens."),
        mark("Breathe out slowly. Let the feeling come up, and watch what it does by itself."),
        mark("One slow breath, and another one. You're still here, and so is the day."),
    ),
}


def pick(ways: tuple[str, ...], earlier: int) -> str:
    """The way for this time; `earlier`: rehearsals before this one."""
    return ways[earlier % len(ways)]
