"""Keeps the old screen up while a new one fetches what it shows: one frame then, not an empty one before it.

Textual paints a screen as soon as it is laid out, and again for everything its workers bring. On a slow link each of
these frames costs, and the empty one is never worth it.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerState

AT_START = 1.5  # seconds for which the screen of the last session may stay before the app's own
BETWEEN = 0.12  # seconds for which a screen may stay before the next; shorter than is felt as waiting
_LOOK_AGAIN = 0.01
_WORKING = (WorkerState.PENDING, WorkerState.RUNNING)


class Curtain:
    """`hides` says whether frames are better not painted yet; `lifted` is called when they are."""

    def __init__(self, app: App[Any], loop: AbstractEventLoop, lifted: Callable[[], None]) -> None:
        self._app = app
        self._loop = loop
        self._lifted = lifted
        self._screen: Screen[Any] | None = None
        self._until = 0.0
        self._patience = BETWEEN
        self._timer: TimerHandle | None = None

    def wait_for_first(self) -> None:
        """There is something worth keeping on the terminal until the first screen is complete."""
        self._screen = None
        self._patience = AT_START

    def hides(self) -> bool:
        """Look at the app's screen: a new one is hidden while its workers are at it, for a limited time."""
        screen = self._app.screen_stack[-1] if self._app.screen_stack else None
        if screen is not self._screen:
            self._screen = screen
            self._until = self._loop.time() + self._patience
            self._patience = BETWEEN
            self._look()
        return self._timer is not None

    def drop(self) -> None:
        """Hide nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self.drop()
        if self._loop.time() < self._until and self._busy():
            self._timer = self._loop.call_later(_LOOK_AGAIN, self._look_again)

    def _look_again(self) -> None:
        self._look()
        if self._timer is None:
            self._lifted()

    def _busy(self) -> bool:
        """Whether the screen has a worker at work."""
        return any(worker.node is self._screen and worker.state in _WORKING for worker in self._app.workers)
