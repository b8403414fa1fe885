"""Events: what happened, how many sources and independent texts there are, when, and what holds them together."""

from __future__ import annotations

from index.model import Story
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, spread
from tui.widgets.phrasing import count, days
from tui.widgets.row_list import RowList

_INDENT = 3


class StoryList(RowList[Story]):
    """Three lines a story and an empty one."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(row_height=4, id=id)
        self._glyphs = glyphs

    def row(self, row: Story, line: int, width: int, selected: bool) -> Line:
        """The title with its days, the counts, the reasons."""
        if line == self.row_height - 1:
            return ()
        ground = ("selected",) if selected else ()
        bar: Run = ((self._glyphs.selected if selected else " ").ljust(_INDENT), (*ground, "active"))
        left, right = _ends(row, line)
        body = spread(left, right, width - _INDENT - 1)
        used = [bar, *((text, ground + inks) for text, inks in body)]
        return [*used, (" " * width, ground)]


def _ends(story: Story, line: int) -> tuple[Line, Line]:
    match line:
        case 0:
            return [(story.title, ("title",))], [(days(story.first, story.last), ("dim",))]
        case 1:
            return _counts(story), ()
        case _:
            return [(f"shared: {', '.join(story.because)}" if story.because else "", ("dim",))], ()


def _counts(story: Story) -> Line:
    articles = count(len(story.articles), "article")
    texts = count(story.independent, "independent text")
    sources = ", ".join(story.sources)
    return [(f"{articles} · {texts}", ("accent",)), (f" · {sources}", ())]
