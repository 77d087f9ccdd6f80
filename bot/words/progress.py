"""How it is going: the page of /stats, and the answers to /easier and /harder. No number ends on a loss."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.calibration import Calibration, Change, Share
from bot.coach.enrolment import Program
from bot.coach.growth import Grown, View
from bot.coach.model import RUNGS, Cause, Domain
from bot.coach.stats import Path, Stats
from bot.coach.streak import Mark
from bot.words import keys, programs
from bot.words.asks import domain_name
from bot.words.first_minutes import hello
from bot.words.screen import Html, Picture, Screen, lines, page
from bot.words.speech import Speech

_SIGNS = {
    Mark.ATTEMPTED: "●",
    Mark.FROZEN: "◐",
    Mark.MISSED: "○",
    Mark.OFF: "–",
    Mark.PAUSED: "–",
    Mark.OPEN: "◌",
    None: "·",
}
_HUNDRED = 100
WORTH_SAYING = 0.3
WORTH_COMPARING = 5  # answers; a share of fewer says nothing
_PEAKS = 6  # the newest ones, in text
_RUNGS = 5


def progress(message: messages.Progress, say: Speech) -> Screen:
    stats = message.stats
    if not stats.total:
        return page(
            hello(message.name, say),
            say("Nothing to count yet. After your first ask this page begins to fill."),
            rows=((keys.today(say),),),
            picture=Picture(stats, str(say.locale)),
        )
    return page(
        say("<b>{hello} Here's how it goes.</b>", hello=hello(message.name, say)),
        lines(*_counted(message, say), _run(stats, say), _week(stats, say), _steadiness(stats, say)),
        _strip(stats, say),
        lines(*_guesses(stats.calibration, say), _peaks(stats.peaks, say), *_rungs(stats, say)),
        _grown(message.grown, say),
        _comebacks(stats.comebacks, say),
        picture=Picture(stats, str(say.locale)),
    )


def _counted(message: messages.Progress, say: Speech) -> list[Html]:
    """The asks so far; on the way to the first hundred of a program its own line says it."""
    total, now = _total(message.stats, say), message.program
    if now is None:
        return [total]
    standing = programs.standing(now, say)
    if now.over:
        return [total, Html(f"{standing} {say('What could come next is in /settings.')}")]
    counts = now.program is Program.HUNDRED and message.stats.total < _HUNDRED
    return [standing] if counts else [total, standing]


def _total(stats: Stats, say: Speech) -> Html:
    if stats.total < _HUNDRED:
        return say.several("{n} ask on the way to 100", "{n} asks on the way to 100", stats.total)
    return say("{n} asks; the first hundred is yours", n=stats.total)


def _run(stats: Stats, say: Speech) -> Html | None:
    """Say the run of days so that it is never about one that ended."""
    current, best = stats.streak.current, stats.streak.best
    if best < 2:
        return None
    if current >= best:
        return say("{n} days in a row, your longest run", n=current)
    if current > 1:
        return say("{n} days in a row; longest run: {best}", n=current, best=best)
    return say("Longest run: {best} days", best=best)


def _week(stats: Stats, say: Speech) -> Html | None:
    done, planned = stats.week_done, stats.week_planned
    if done > planned:
        return say.several(
            "This week: {n} day, more than planned", "This week: {n} days, more than planned", done
        )
    if not planned:
        return None
    return say("This week: {done} of {planned} days", done=done, planned=planned)


def _steadiness(stats: Stats, say: Speech) -> Html | None:
    """The smoothed score; it begins at nothing for everybody, so it waits until it says something."""
    if stats.score < WORTH_SAYING:
        return None
    return say("Steadiness over the last weeks: {score}", score=say.percent(stats.score))


def _strip(stats: Stats, say: Speech) -> Html:
    """The calendar in text, a week a line, and what its signs mean."""
    marks = [mark for _, mark in stats.calendar]
    weeks = [marks[start : start + 7] for start in range(0, len(marks), 7)]
    begun = next((n for n, week in enumerate(weeks) if any(week)), len(weeks) - 1)
    shown = [" ".join(_SIGNS[mark] for mark in week) for week in weeks[begun:]]
    grid = Html("\n".join(f"<code>{week}</code>" for week in shown))
    return lines(grid, _legend(say))


def _legend(say: Speech) -> Html:
    """What the signs mean, none torn from its word at the end of a line."""
    meanings = say("● asked  ◐ freeze  – rest  ◌ open  ○ quiet").split("  ")
    return Html("  ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in meanings))


def worth_comparing(found: Calibration) -> Share | None:
    """The guesses and the answers, once there are enough of them."""
    overall = found.overall
    return overall if overall is not None and overall.answers >= WORTH_COMPARING else None


def _guesses(found: Calibration, say: Speech) -> list[Html]:
    """What they expected beside what came, and how the guess moves: the numbers as they are, no praise."""
    overall = worth_comparing(found)
    if overall is None:
        return []
    compared = say(
        "You expected {expected} no; it was {actual} of {n} answers",
        n=overall.answers,
        expected=say.percent(overall.predicted),
        actual=say.percent(overall.happened),
    )
    return [compared, *_moved(found.change, say)]


def _moved(change: Change | None, say: Speech) -> list[Html]:
    if change is None or change.asks < WORTH_COMPARING:
        return []
    before, again = say.percent(change.before), say.percent(change.again)
    return [say("Your guess of a no: {before} before an ask, {again} after it", before=before, again=again)]


def _peaks(peaks: Path, say: Speech) -> Html | None:
    if len(peaks) < 2:
        return None
    newest = " → ".join(str(peak) for _, peak in peaks[-_PEAKS:])
    return say("Strongest moments: {peaks}", peaks=Html(newest))


def _rungs(stats: Stats, say: Speech) -> list[Html]:
    return [_rung(domain, path, say) for domain, path in stats.rungs.items() if path]


def _rung(domain: Domain, path: Path, say: Speech) -> Html:
    steps = [path[0][1]]
    for _, rung in path:
        if rung != steps[-1]:
            steps.append(rung)
    shown = Html(" → ".join(str(rung) for rung in steps[-_RUNGS:]))
    return say("{domain}: rung {path}", domain=domain_name(domain, say), path=shown)


def _grown(grown: Grown | None, say: Speech) -> Html | None:
    """How they have come to meet a no, said once it is more than bearing it; no step of a stair."""
    if grown is None:
        return None
    domain = domain_name(grown.domain, say)
    if grown.view is View.ENJOY:
        return say("{domain}: there's some fun in it by now. The next ask can be a creation.", domain=domain)
    return say("{domain}: a no has become something to look at, with some curiosity.", domain=domain)


def _comebacks(times: int, say: Speech) -> Html | None:
    if not times:
        return None
    return say.several(
        "You came back after a gap. That's a kind of asking, too.",
        "You came back after a gap {n} times. That's a kind of asking, too.",
        times,
    )


def resized(message: messages.Resized, say: Speech) -> Screen:
    domain, rung = domain_name(message.domain, say), message.rung
    if not message.moved:
        return page(_stays(message, domain, say))
    if message.cause is Cause.EASIER:
        return page(
            say("Gladly. {domain}: rung {rung} of 10 from the next ask on.", domain=domain, rung=rung)
        )
    return page(
        say("Here we go. {domain}: rung {rung} of 10 from the next ask on.", domain=domain, rung=rung)
    )


def _stays(message: messages.Resized, domain: Html, say: Speech) -> Html:
    rung = message.rung
    if message.cause is Cause.EASIER:
        return say(
            "{domain} is on rung {rung}, the gentlest. “Smaller” under an ask makes it gentler still.",
            domain=domain, rung=rung,
        )  # fmt: skip
    if message.cause is Cause.HELD_SAFETY:
        return say(
            "{domain} stays on rung {rung} for now: the last few were heavy.", domain=domain, rung=rung
        )
    if rung >= RUNGS[-1]:
        return say("{domain} is on the top rung already. From here it's your own ideas: /did.", domain=domain)
    return say(
        "{domain} stays on rung {rung} today: one rung up a day is the most. Ask me again tomorrow.",
        domain=domain, rung=rung,
    )  # fmt: skip
