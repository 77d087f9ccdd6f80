"""The figures of `status` and the counts of this process, as Prometheus reads them. No label holds an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.store.status import Status
from bot.tally import BOUNDS, Tally
from bot.web.probes import Look, unready

# a figure of Status: its name here and what it is
GAUGES: Final = {
    "backlog": ("inbox_backlog", "Updates that are not handled yet."),
    "letters_waiting": ("outbox_waiting", "Letters that wait, put off or not."),
    "occasions_due": ("occasions_due", "Moments to speak first that are overdue."),
    "uncertain": ("letters_uncertain", "Letters that may have arrived and are not repeated."),
    "given_up": ("letters_given_up", "Letters that could not be sent, of the last week."),
    "dead": ("updates_dead", "Updates that could not be handled, of the last two days."),
    "people": ("people", "People in the database."),
    "blocked": ("people_blocked", "People who blocked the bot."),
    "silent": ("people_silent", "People who answered nothing for a week."),
    "held": ("people_held", "People whose coaching is held for safety."),
    "size": ("database_bytes", "Size of the database file."),
}
AGES: Final = {
    "backlog_since": ("inbox_oldest_seconds", "Age of the oldest update that is not handled."),
    "due_since": ("due_oldest_seconds", "How long the oldest of what is due waits."),
    "last_poll": ("last_poll_age_seconds", "Since Telegram last answered a poll."),
    "last_update": ("last_update_age_seconds", "Since the last update came in."),
    "conflict": ("conflict_age_seconds", "Since another process last took the updates."),
}
COUNTS: Final = {
    "updates": ("Updates by what became of them.", "outcome"),
    "letters": ("Requests for letters by what became of them.", "outcome"),
    "polls": ("Polls by what came of them.", "outcome"),
}
SUMS: Final = {
    "retries": ("letters_retried", "Letters put back to be sent again."),
    "floods": ("floods", "Answers of Telegram that asked to wait (429)."),
}


class Figures(Collector):
    """What is exposed at one moment; `status` is None where the database does not answer."""

    def __init__(self, status: Status | None, tally: Tally, version: str) -> None:
        self._status = status
        self._tally = tally
        self._version = version

    def collect(self) -> Iterable[Metric]:
        yield gauge("up", "Whether the database answers.", float(self._status is not None))
        if self._status is not None:
            yield from _standing(self._status)
            yield _build(self._status, self._version)
        yield from _counted(self._tally)


def add(routes: web.Application, look: Look, tally: Tally, version: str) -> None:
    """Add `/metrics`."""

    async def metrics(_: web.Request) -> web.Response:
        try:
            status = await look()
        except Exception:  # /readyz says why; the counts of the process are worth having even so
            status = None
        body = generate_latest(Figures(status, tally, version))
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    routes.router.add_get("/metrics", metrics)


def gauge(name: str, told: str, value: float) -> Metric:
    return GaugeMetricFamily(f"ask_anyway_{name}", told, value=value)


def _standing(status: Status) -> Iterator[Metric]:
    yield gauge("ready", "Whether /readyz says so.", float(unready(status) is None))
    for field, (name, told) in GAUGES.items():
        yield gauge(name, told, getattr(status, field))
    for field, (name, told) in AGES.items():
        then: datetime | None = getattr(status, field)
        if then is not None:
            yield gauge(name, told, (status.at - then).total_seconds())


def _build(status: Status, version: str) -> Metric:
    labels = {"version": version, "schema": status.schema, "tzdata": status.tzdata or ""}
    family = GaugeMetricFamily(
        "ask_anyway_build", "Versions of the bot and what it stands on.", labels=[*labels]
    )
    family.add_metric([*labels.values()], 1)
    return family


def _counted(tally: Tally) -> Iterator[Metric]:
    for field, (told, label) in COUNTS.items():
        family = CounterMetricFamily(f"ask_anyway_{field}", told, labels=[label])
        for outcome, count in sorted(getattr(tally, field).items()):
            family.add_metric([str(outcome)], count)
        yield family
    for field, (name, told) in SUMS.items():
        yield CounterMetricFamily(f"ask_anyway_{name}", told, value=getattr(tally, field))
    yield _delays(tally)


def _delays(tally: Tally) -> Metric:
    reached, buckets = 0, []
    for bound, count in zip((*map(str, BOUNDS), "+Inf"), tally.delays.counts, strict=True):
        reached += count
        buckets.append((bound, reached))
    told = "From an update's arrival to the request of the first letter that answers it."
    return HistogramMetricFamily(
        "ask_anyway_reply_seconds", told, buckets=buckets, sum_value=tally.delays.total
    )
