"""Updates by a bare PTB Application over its own httpx: an echo, and an echo that commits a row for each."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from telegram import Update
from telegram.ext import Application, ContextTypes, TypeHandler

from tests.benchmarks.figures import TOKEN, Figures, Watch

Keep = Callable[[Update], None]


async def echo(url: str, count: int, _: str) -> Figures:
    return await _echoed(url, count, lambda update: None)


async def echo_and_row(url: str, count: int, _: str) -> Figures:
    """The least that keeps anything: one table, the same settings of SQLite, one commit an update."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder, "rows.db"))) as rows:
        rows.execute("PRAGMA journal_mode=WAL")
        rows.execute("PRAGMA synchronous=FULL")
        rows.execute("CREATE TABLE seen (update_id INTEGER PRIMARY KEY, data TEXT)")

        def keep(update: Update) -> None:
            with rows:
                rows.execute("INSERT INTO seen VALUES (?, ?)", (update.update_id, update.to_json()))

        return await _echoed(url, count, keep)


async def _echoed(url: str, count: int, keep: Keep) -> Figures:
    handled, over = 0, asyncio.Event()

    async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        nonlocal handled
        keep(update)
        if update.callback_query:
            await update.callback_query.answer()
        elif update.message and update.message.text:
            await update.message.reply_text(update.message.text)
        handled += 1
        if handled == count:
            over.set()

    application = Application.builder().token(TOKEN).base_url(f"{url}/bot").job_queue(None).build()
    application.add_handler(TypeHandler(Update, handle))
    async with application:
        await application.start()
        assert application.updater is not None
        watch = Watch()
        await application.updater.start_polling()
        await over.wait()
        figures = watch.figures(handled)
        await application.updater.stop()
        await application.stop()
        return figures
