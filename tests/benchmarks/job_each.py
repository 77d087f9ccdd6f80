"""The usual way, to compare: a job in memory each. `python -m tests.benchmarks.job_each WAY PEOPLE`

Imports nothing of the bot, reads no database; prints the MB it holds once everybody is planned, and ends.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import time
from pathlib import Path


async def apscheduler(people: int) -> None:
    """A cron job a person."""
    # each carries its own weight only
    from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415
    from apscheduler.triggers.cron import CronTrigger  # noqa: PLC0415  as above

    scheduler = AsyncIOScheduler(timezone="UTC")
    for person in range(people):
        trigger = CronTrigger(hour=person % 24, minute=person % 60, timezone="UTC")
        scheduler.add_job(print, trigger, args=[person], id=str(person))
    scheduler.start()
    _tell()
    scheduler.shutdown(wait=False)


async def job_queue(people: int) -> None:
    """`run_daily` a person."""
    # each carries its own weight only
    from telegram.ext import ApplicationBuilder, ContextTypes  # noqa: PLC0415

    async def greet(_: ContextTypes.DEFAULT_TYPE) -> None: ...

    queue = ApplicationBuilder().token("123456:" + "A" * 35).build().job_queue
    if queue is None:
        raise SystemExit("python-telegram-bot has no job queue here")
    for person in range(people):
        queue.run_daily(greet, time(person % 24, person % 60), chat_id=person)
    await queue.start()
    _tell()
    await queue.stop(wait=False)


def _tell() -> None:
    sys.stdout.write(f"{resident()}\n")
    sys.stdout.flush()


def resident(pid: int | str = "self") -> float:
    """MB of a process that are in memory now."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


WAYS = {"apscheduler": apscheduler, "job_queue": job_queue}

if __name__ == "__main__":
    asyncio.run(WAYS[sys.argv[1]](int(sys.argv[2])))
