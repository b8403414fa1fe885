"""Writes to the terminal without ever waiting for it: a stalled link must not stall the event loop."""

from __future__ import annotations

import contextlib
import os
import select
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable


class Output:
    """Sends bytes to the terminal on `fd` in order, as fast as it takes them.

    `drained` is called when a terminal that had fallen behind (it was `busy`) has caught up; frames are better left
    unmade until then. Once a write fails the terminal is `lost`, everything else is dropped, and `drained` is
    called a last time.
    """

    def __init__(self, fd: int, loop: AbstractEventLoop, drained: Callable[[], None]) -> None:
        self._fd = _own(fd)
        self._loop = loop
        self._drained = drained
        self._waiting = bytearray()
        self.lost = False

    @property
    def busy(self) -> bool:
        """Whether the terminal has not yet taken everything."""
        return bool(self._waiting)

    def send(self, data: bytes) -> None:
        """Write what the terminal takes now, and the rest when it takes more."""
        if self.lost:
            return
        behind = self.busy
        self._waiting += data
        if not behind and not self._write():
            self._loop.add_writer(self._fd, self._writable)

    def close(self, seconds: float) -> None:
        """Write the rest, for at most `seconds`, and close. May be called from another thread to end the process."""
        with contextlib.suppress(RuntimeError, ValueError):  # the loop may be closed already
            self._loop.remove_writer(self._fd)
        deadline = time.monotonic() + seconds
        while self.busy and (left := deadline - time.monotonic()) > 0:
            if select.select([], [self._fd], [], left)[1]:
                self._write()
        os.close(self._fd)

    def _writable(self) -> None:
        if self._write():
            self._loop.remove_writer(self._fd)
            self._drained()

    def _write(self) -> bool:
        """Write what the terminal takes; true when nothing is left to write."""
        try:
            while self._waiting:
                del self._waiting[: os.write(self._fd, self._waiting)]
        except BlockingIOError:
            return False
        except OSError:
            self.lost = True
            self._waiting.clear()
            self._loop.call_soon_threadsafe(self._drained)
        return True


def _own(fd: int) -> int:
    """A way to the same terminal that does not block.

    `fd` itself must go on blocking: it is shared with the shell. Where the terminal cannot be opened again (it may
    belong to the user before a `su`) a blocking copy has to do.
    """
    try:
        return os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return os.dup(fd)
