"""A widget made of lines that paints the lines that changed and no others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.ink import Line, component


class LineView(Widget):
    """Subclasses give the runs of each visible line in `line`; they call `repaint` for what changed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_by_inks: dict[tuple[str, ...], Style] = {}
        self._drawn: dict[int, Strip] = {}  # as they are painted, by line
        self._drawn_size = Size(0, 0)

    def line(self, y: int, width: int) -> Line:
        """The runs of the line at `y` counted from the top of the widget, at most `width` cells."""
        raise NotImplementedError

    def repaint(self, first: int, last: int | None = None) -> None:
        """Paint the visible lines `first`..`last` again, both included."""
        last = first if last is None else last
        top, bottom = max(0, first), min(self.size.height - 1, last)
        if top <= bottom:
            self.refresh(Region(0, top, self.size.width, bottom - top + 1))

    def shift(self, lines: int, first: int = 0) -> None:
        """Paint everything again, the lines from `first` on having moved up by `lines`: what is drawn stays drawn."""
        height = self.size.height
        moved = {y - lines: strip for y, strip in self._drawn.items() if y >= first <= y - lines < height}
        self.refresh()
        self._drawn = moved

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's; what is to be painted again is drawn again."""
        for y in chain.from_iterable(region.line_range for region in regions):
            self._drawn.pop(y, None)
        if not regions:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, without Textual's detour over borders and padding where it has none:
        that takes longer than drawing the lines."""
        if self.gutter:
            return super().render_lines(crop)
        if self._drawn_size != self.size:
            self._drawn.clear()
            self._drawn_size = self.size
        self._draw([y for y in crop.line_range if y not in self._drawn])
        strips = [self._drawn[y] for y in crop.line_range]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One line, filled up to the full width."""
        return Strip(self._segments(y, self.size.width), self.size.width)

    def _draw(self, lines: Sequence[int]) -> None:
        width, background, filters = self.size.width, self.background_colors[1], self.get_line_filters()
        for y in lines:
            segments = self._segments(y, width)
            for each in filters:
                segments = each.apply(segments, background)
            self._drawn[y] = Strip(segments, width)

    def _segments(self, y: int, room: int) -> list[Segment]:
        segments: list[Segment] = []
        for text, inks in self.line(y, room):
            if text:
                segments.append(Segment(text, self._style(inks)))
        rest = room - sum(map(_cells, segments))
        if rest < 0:
            return list(Strip(segments).crop(0, room))
        return [*segments, Segment(" " * rest, self._style(()))] if rest else segments

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles_by_inks = {}
        self._drawn.clear()
        super().notify_style_update()

    def _style(self, inks: tuple[str, ...]) -> Style:
        style = self._styles_by_inks.get(inks)
        if style is None:
            style = self.rich_style
            for name in inks:
                style += self.app.get_component_styles(component(name)).partial_rich_style
            self._styles_by_inks[inks] = style
        return style


def _cells(segment: Segment) -> int:
    return len(segment.text) if segment.text.isascii() else cell_len(segment.text)
