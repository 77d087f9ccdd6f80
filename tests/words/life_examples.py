"""Examples of what a person says of their life, and of the quiet minutes the second and the third time."""

from __future__ import annotations

from bot.coach import messages as said
from bot.coach.messages import Message
from bot.coach.model import Domain, Kind, Life
from bot.coach.taps import Field

SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
SOME = frozenset({Life.HARMONY, Life.NO_PHONE})
TOO_FEW = ((SOCIAL, Life.NO_WORK), (WORK, Life.NO_STREET), (WORK, Life.NO_WORK))


def _asked(life: frozenset[Life], ignored: tuple[tuple[Domain, Life], ...] = ()) -> said.AskSetting:
    return said.AskSetting(Field.LIFE, frozenset(range(5)), (SOCIAL, WORK), life=life, ignored=ignored)


SETTING: dict[str, Message] = {
    "ask-setting life, some": _asked(SOME),
    "ask-setting life, nearly nothing": _asked(frozenset(Life), TOO_FEW),
}
SCENES: dict[str, Message] = {
    **{
        f"imaginal-beat {beat} after {earlier}": said.ImaginalBeat(7, "social-jam", None, beat, None, earlier)
        for beat in range(2)
        for earlier in (1, 2)
    },
    **{
        f"imaginal-beat no {kind or 'unknown'} after {earlier}": said.ImaginalBeat(
            7, None, "for Fridays off", 2, kind, earlier
        )
        for kind in (*Kind, None)
        for earlier in (1, 2)
    },
    **{
        f"imaginal-beat own scene {kind} after {earlier}": said.ImaginalBeat(
            7, None, "for Fridays off", 0, kind, earlier
        )
        for kind in Kind
        for earlier in range(3)
    },
}
LIFE = SETTING | SCENES
