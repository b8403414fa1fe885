"""Work beside the event loop of which only the newest request matters: typing never queues up stale searches."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Generic, TypeVar

from index.errors import LateralError
from index.search.engine import Cancelled

Request = TypeVar("Request")
Answer = TypeVar("Answer")
Stale = Callable[[], bool]


class Latest(Generic[Request, Answer]):
    """Runs `work` in a thread, one at a time. A request that arrives meanwhile replaces the one that waits; the
    running one can learn from its second argument that nobody wants its answer any more.

    `spawn` starts a coroutine function as a worker, `done` receives each answer that is still wanted.
    """

    def __init__(
        self,
        spawn: Callable[[Callable[[], Coroutine[None, None, None]]], object],
        work: Callable[[Request, Stale], Answer],
        done: Callable[[Request, Answer], object],
    ) -> None:
        self._spawn = spawn
        self._work = work
        self._done = done
        self._newest: Request | None = None
        self._running = False

    def ask(self, request: Request) -> None:
        """Want this answered, and nothing asked before."""
        self._newest = request
        if not self._running:
            self._running = True
            self._spawn(self._run)

    def forget(self) -> None:
        """Want nothing any more."""
        self._newest = None

    async def _run(self) -> None:
        try:
            while (request := self._newest) is not None:
                await self._answer(request)
        finally:
            self._running = False

    async def _answer(self, request: Request) -> None:
        try:
            answer = await asyncio.to_thread(self._work, request, lambda: self._newest is not request)
        except Cancelled:
            return
        except LateralError:
            if self._newest is not request:
                return
            self._newest = None
            raise
        if self._newest is request:
            self._newest = None
            self._done(request, answer)
