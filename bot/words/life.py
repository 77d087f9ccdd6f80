"""What fits a person's life: the setting, and how it is named among the others."""

from __future__ import annotations

from collections.abc import Collection

from bot.coach.messages import AskSetting
from bot.coach.model import Domain, Life
from bot.coach.taps import Field, SetTo
from bot.words import keys
from bot.words.asks import domain_name
from bot.words.screen import Button, Html, Row, lines
from bot.words.speech import Speech


def _name(one: Life, say: Speech) -> Html:
    names = {
        Life.HARMONY: say("Harmony comes first"),
        Life.FREE: say("Only what costs nothing"),
        Life.NO_PHONE: say("No phone calls"),
        Life.NO_ONLINE: say("Nothing online"),
        Life.NO_HOME: say("Nothing at home"),
        Life.NO_SHOP: say("No shops"),
        Life.NO_STREET: say("Nothing in the street"),
        Life.NO_WORK: say("Nothing at work"),
    }
    return names[one]


def named(said: Collection[Life], say: Speech) -> Html | None:
    """What they said, for the list of settings; nothing while they said nothing."""
    if not said:
        return None
    return say("Fits my life: {said}", said=say.enumerate(_name(one, say) for one in Life if one in said))


def question(message: AskSetting, say: Speech) -> Html:
    paragraphs = (
        say("What fits your life? Tap what is true, and the asks to come keep to it."),
        say(
            "<i>Harmony comes first</i> is for where people ask by way of somebody else, or in the name of "
            "all: such asks come before others, and blunter ones stay away."
        ),
        lines(*(_too_few(domain, one, say) for domain, one in message.ignored)),
    )
    return Html("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _too_few(domain: Domain, one: Life, say: Speech) -> Html:
    return say(
        "“{said}” would leave too few asks in {domain}, so it doesn't count there.",
        domain=domain_name(domain, say), said=_name(one, say),
    )  # fmt: skip


def toggles(message: AskSetting, say: Speech) -> tuple[Row, ...]:
    """Each says what a tap makes of it, so that two taps are one step."""
    buttons = (
        Button(
            keys.ticked(_name(one, say), one in message.life),
            SetTo(Field.LIFE, f"{'-' if one in message.life else '+'}{one}"),
        )
        for one in Life
    )
    return keys.grid(buttons, 2)
