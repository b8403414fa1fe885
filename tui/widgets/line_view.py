"""A widget made of lines that paints the lines that changed and no others."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.ink import INKS, Line


class LineView(Widget):
    """Subclasses give the runs of each visible line in `line`; they call `repaint` for what changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_by_inks: dict[tuple[str, ...], Style] = {}

    def line(self, y: int, width: int) -> Line:
        """The runs of the line at `y` counted from the top of the widget, at most `width` cells."""
        raise NotImplementedError

    def repaint(self, first: int, last: int | None = None) -> None:
        """Paint the visible lines `first`..`last` again, both included."""
        last = first if last is None else last
        top, bottom = max(0, first), min(self.size.height - 1, last)
        if top <= bottom:
            self.refresh(Region(0, top, self.size.width, bottom - top + 1))

    def render_line(self, y: int) -> Strip:
        """One line as Textual wants it, filled up to the full width."""
        width = self.size.width
        segments = [Segment(text, self._style(inks)) for text, inks in self.line(y, width) if text]
        base = self._style(())
        return Strip(segments, sum(map(_cells, segments))).adjust_cell_length(width, base)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles_by_inks = {}
        super().notify_style_update()

    def _style(self, inks: tuple[str, ...]) -> Style:
        style = self._styles_by_inks.get(inks)
        if style is None:
            style = self.rich_style
            for name in inks:
                style += self.get_component_rich_style(f"ink--{name}", partial=True)
            self._styles_by_inks[inks] = style
        return style


@lru_cache(maxsize=2048)
def _cells(segment: Segment) -> int:
    return cell_len(segment.text)
