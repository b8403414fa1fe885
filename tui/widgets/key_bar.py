"""The line at the bottom that tells the few keys that matter now."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.ink import Line, Run, fit
from tui.widgets.line_view import LineView


class KeyBar(LineView):
    """Shows pairs of key and meaning, as many as fit; the last one, which leads to all others, stays."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pairs: Sequence[tuple[str, str]] = ()

    def show(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        if pairs != self._pairs:
            self._pairs = pairs
            self.refresh()

    def line(self, y: int, width: int) -> Line:
        """The keys in bold, their meaning plain, three spaces between pairs."""
        if not self._pairs or y:
            return ()
        last = self._pairs[-1]
        room = width - 2 - _size(last)
        shown: list[Run] = [(" ", ())]
        for pair in self._pairs[:-1]:
            room -= _size(pair)
            if room < 0:
                break
            shown += _runs(pair)
        return fit([*shown, *_runs(last)], width)


def _size(pair: tuple[str, str]) -> int:
    key, meaning = pair
    return len(key) + len(meaning) + 4


def _runs(pair: tuple[str, str]) -> list[Run]:
    key, meaning = pair
    return [(key, ("key",)), (f" {meaning}", ("dim",)), ("   ", ())]
