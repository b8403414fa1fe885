"""Signals: what hangs up, terminates, suspends or resizes the reader.

Every way out leads through one function of the driver, which saves, gives the terminal back and leaves. A guard
makes sure that a process whose event loop is stuck leaves too.
"""

from __future__ import annotations

import os
import signal
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable
from types import FrameType

LEAVING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
PATIENCE = 3.0  # seconds that saving and leaving may take before the guard ends the process
HUNG_UP = 128 + signal.SIGHUP


class Signals:
    """Routes signals to callbacks that run in the event loop.

    `leave` gets the exit code (128 and the signal's number); `suspend` and `resized` get nothing. `last_words` is
    called by the guard, from its own thread, before it ends the process.
    """

    def __init__(
        self,
        loop: AbstractEventLoop,
        leave: Callable[[int], None],
        suspend: Callable[[], None],
        resized: Callable[[], None],
        last_words: Callable[[], None],
    ) -> None:
        self._loop = loop
        self._leave = leave
        self._last_words = last_words
        self._callbacks = {signal.SIGTSTP: suspend, signal.SIGWINCH: resized}
        self._guard: threading.Timer | None = None

    def install(self) -> None:
        """Take the signals over."""
        for number in LEAVING:
            signal.signal(number, self._asked_to_leave)
        for number in self._callbacks:
            signal.signal(number, self._noticed)

    def remove(self) -> None:
        """Give back what only matters while the screen is up; a second request to leave still ends the process."""
        for number in self._callbacks:
            signal.signal(number, signal.SIG_DFL)

    def _asked_to_leave(self, number: int, _frame: FrameType | None) -> None:
        self.watch(128 + number)
        self._loop.call_soon_threadsafe(self._leave, 128 + number)

    def _noticed(self, number: int, _frame: FrameType | None) -> None:
        self._loop.call_soon_threadsafe(self._callbacks[signal.Signals(number)])

    @property
    def leaving(self) -> bool:
        """Whether something has asked for the end."""
        return self._guard is not None

    def watch(self, status: int) -> None:
        """Start the guard: the process ends with `status` after PATIENCE, whatever it is waiting for."""
        if self._guard is None:
            self._guard = threading.Timer(PATIENCE, self._end, (status,))
            self._guard.daemon = True
            self._guard.start()

    def _end(self, status: int) -> None:
        self._last_words()
        os._exit(status)


def stop_here() -> None:
    """Stop the process group as Ctrl-Z in a shell does; returns when it is continued in the foreground.

    In a session without job control (a forced command over SSH) nobody could continue it, and the kernel ignores
    the signal.
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(0, signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)
