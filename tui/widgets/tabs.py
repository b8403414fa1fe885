"""Views by number on one line, the one shown standing out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.widgets.ink import Line, Run, fit
from tui.widgets.ink import width as width_of
from tui.widgets.line_view import LineView


class Tabs(LineView):
    """Names with the number key that shows each."""

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._chosen = 0

    def choose(self, position: int) -> None:
        """Let another one stand out."""
        if position != self._chosen:
            self._chosen = position
            self.refresh()

    def line(self, y: int, width: int) -> Line:
        """The names, only the numbers of the others where there is no room."""
        if y:
            return ()
        line = self._line(lambda _: True)
        return line if width_of(line) <= width else fit(self._line(lambda at: at == self._chosen), width)

    def _line(self, named: Callable[[int], bool]) -> list[Run]:
        runs: list[Run] = []
        for position, name in enumerate(self._names):
            here = position == self._chosen
            runs.append(("   " if position else " ", ()))
            runs.append((f"{position + 1} ", ("key",)))
            if named(position):
                runs.append((name, ("chosen",) if here else ("dim",)))
        return runs
