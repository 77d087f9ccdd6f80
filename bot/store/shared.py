"""Many small transactions, one commit: those that wait for a turn share it, each a savepoint of its own.

A commit waits for the disk, which takes longer than most of what is written. Nobody leaves before theirs is
on disk; what one of them breaks is taken back alone.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

from bot.store.unit import Unit

MOST: Final = 16  # in one commit: whoever is first waits for the last


class Part:
    """One that waits for its turn, has it, and waits for the commit."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.turn: asyncio.Future[Unit] = loop.create_future()
        self.over = asyncio.Event()  # it has done what it had to do
        self.error: BaseException | None = None
        self.landed: asyncio.Future[None] = loop.create_future()

    async def have(self, unit: Unit) -> None:
        """Give it its turn, and keep or take back what it does."""
        if self.over.is_set():  # cancelled while it waited
            return
        mark = await unit.begin_part()
        self.turn.set_result(unit)
        await self.over.wait()
        try:
            await unit.end_part(mark, keep=self.error is None)
        except Exception as gone:  # after some errors, as of a full disk, SQLite has taken back everything
            raise (self.error if isinstance(self.error, Exception) else gone) from None

    def land(self, error: Exception | None) -> None:
        for waited_for in (self.turn, self.landed):
            if not waited_for.done() and error is not None:
                waited_for.set_exception(error)
                waited_for.exception()  # whoever was cancelled does not ask for it any more
        if not self.landed.done():
            self.landed.set_result(None)


class Together:
    """`begin` opens the transaction that is shared."""

    def __init__(self, begin: Callable[[], AbstractAsyncContextManager[Unit]]) -> None:
        self._begin = begin
        self._waiting: deque[Part] = deque()
        self._at_work: asyncio.Future[None] | None = None

    @asynccontextmanager
    async def part(self) -> AsyncIterator[Unit]:
        """Wait for the turn; at the end for the commit. An exception takes back this part only."""
        part = Part()
        self._waiting.append(part)
        if self._at_work is None:
            self._at_work = asyncio.shield(self._work())  # not ended with the task that happened to be first
        try:
            yield await asyncio.shield(part.turn)  # a task that is cancelled cancels what it waits for
        except BaseException as error:
            part.error = error
            raise
        finally:
            part.over.set()
        await asyncio.shield(part.landed)

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._commit()
        finally:
            self._at_work = None

    async def _commit(self) -> None:
        parts: list[Part] = []
        error: Exception | None = None
        try:
            async with self._begin() as unit:
                parts = self._next()
                for part in parts:
                    await part.have(unit)
        except Exception as broken:  # each of them is told; all that wait, where it could not be begun
            error = broken
        for part in parts or self._next(len(self._waiting)):
            part.land(error)

    def _next(self, most: int = MOST) -> list[Part]:
        return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]
