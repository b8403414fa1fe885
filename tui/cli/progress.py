"""Progress on stderr while a command works: one line that is rewritten, and only on a terminal."""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType
from typing import Any, Self

from index.model import Outcome
from index.model import Progress as Step

_INTERVAL = 0.1  # seconds between two rewritings


class Progress:
    """Counts items, shows the phase, and turns the first Ctrl-C into a request to stop at the next batch."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = 0.0
        self._items = 0
        self._interrupted = False
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *error: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        self._wipe()

    def interrupted(self) -> bool:
        """Whether Ctrl-C was pressed."""
        return self._interrupted

    def count(self, outcome: Outcome) -> None:
        """Note one item."""
        self._items += 1
        self._show(f"{self._items} items, now {outcome.path}")

    def report(self, step: Step) -> None:
        """Note how far a phase has come."""
        self._show(f"{step.phase} {step.done} of {step.total}" if step.total else step.phase)

    def say(self, line: str) -> None:
        """Print a line of output without tearing it."""
        self._wipe()
        print(line)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True

    def _show(self, text: str) -> None:
        if not self._terminal or time.monotonic() - self._shown < _INTERVAL:
            return
        from index.text.sanitise import clean_line

        self._shown = time.monotonic()
        print(f"\r\x1b[K{clean_line(text)[:76]}", end="", file=sys.stderr, flush=True)

    def _wipe(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = 0.0
