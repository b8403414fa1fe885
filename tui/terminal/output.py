"""Writes to the terminal beside the event loop, so that a stalled link stalls nothing else."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable


class Output:
    """Sends bytes to `fd` in order from a thread of its own.

    `drained` is called, from that thread, whenever everything sent so far has been taken by the terminal; frames
    made while `busy` are better left unmade until then. Once a write fails the terminal is `lost`, everything else
    is dropped, and `drained` is called a last time.
    """

    def __init__(self, fd: int, drained: Callable[[], None]) -> None:
        self._fd = fd
        self._drained = drained
        self._waiting = bytearray()
        self._writing = False
        self._closed = False
        self._changed = threading.Condition()
        self.lost = False
        self._thread = threading.Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether the terminal has not yet taken everything."""
        return bool(self._waiting) or self._writing

    def send(self, data: bytes) -> None:
        """Queue bytes; returns at once."""
        with self._changed:
            if not self.lost and not self._closed:
                self._waiting += data
                self._changed.notify_all()

    def close(self, seconds: float) -> None:
        """Wait until everything is sent, at most `seconds`, and stop."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(seconds)

    def _run(self) -> None:
        while (data := self._next()) is not None:
            self._write(data)
            with self._changed:
                self._writing = False
                idle = self.lost or not (self._waiting or self._closed)
            if idle:
                self._drained()

    def _next(self) -> bytes | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting or self.lost:
                return None
            data = bytes(self._waiting)
            self._waiting.clear()
            self._writing = True
            return data

    def _write(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._fd, data) :]
        except OSError:
            self.lost = True
