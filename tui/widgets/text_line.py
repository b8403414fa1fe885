"""One line of text with a left and a right end: titles, counts, reasons."""

from __future__ import annotations

from tui.widgets.ink import Line, spread
from tui.widgets.line_view import LineView


class TextLine(LineView):
    """Shows what it was last told; an unchanged line is not painted again."""

    def __init__(self, left: Line = (), right: Line = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: tuple[Line, Line] = (left, right)

    def show(self, left: Line, right: Line = ()) -> None:
        """Show another text."""
        if (left, right) != self._ends:
            self._ends = (left, right)
            self.refresh()

    @property
    def text(self) -> str:
        """What it says, both ends."""
        left, right = ("".join(text for text, _ in end) for end in self._ends)
        return f"{left} {right}".strip()

    def line(self, y: int, width: int) -> Line:
        """Both ends with a space on either side."""
        left, right = self._ends
        return [(" ", ()), *spread(left, right, width - 2)] if y == 0 else ()
