"""Lines of text that are told what to say: titles, counts, reasons, what is wrong."""

from __future__ import annotations

from tui.widgets.ink import Line, fit, spread
from tui.widgets.line_view import LineView
from tui.widgets.wrap import wrap


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


class TextLines(LineView):
    """As many lines as it was last told, at least `least`; what is below moves down and up again."""

    def __init__(self, least: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._least = least
        self._lines: tuple[Line, ...] = ()

    def show(self, *lines: Line) -> None:
        """Show other lines."""
        if lines != self._lines:
            self._lines = lines
            self.styles.height = max(self._least, len(lines))
            self.refresh()

    def line(self, y: int, width: int) -> Line:
        """A line with a space on either side."""
        return [(" ", ()), *fit(self._lines[y], width - 2)] if y < len(self._lines) else ()


def wrapped(text: str, width: int, ink: str) -> list[Line]:
    """A text of any length as lines that fit between a space on either side."""
    return [[(text[span.start : span.end], (ink,))] for span in wrap(text, 0, len(text), width - 2)]
