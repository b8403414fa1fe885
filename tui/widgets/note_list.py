"""A reader's marks over all articles: the words marked, the note on them, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Article, Mark
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, fit
from tui.widgets.phrasing import day, outlet
from tui.widgets.row_list import RowList
from tui.widgets.wrap import ellipsis, wrap

_INDENT = 4
_QUOTED = 2  # lines of the words marked


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark in its article; `gone` where it has just been taken away."""

    article: Article
    mark: Mark
    gone: bool = False


class NoteList(RowList[Noted]):
    """Up to four lines a mark and an empty one."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(row_height=_QUOTED + 3, id=id)
        self._glyphs = glyphs

    def row(self, row: Noted, line: int, width: int, selected: bool) -> Line:
        """The words marked, the note, source and date and title."""
        ground = ("selected",) if selected else ()
        if line == self.row_height - 1:
            return ()
        bar = self._glyphs.selected if selected else " "
        star = self._glyphs.marked if line == 0 and not row.gone else " "
        lines = [*_quoted(row.mark, width - _INDENT - 1), *_note(row), _facts(row.article)]
        body = lines[line] if line < len(lines) else ()
        edge: list[Run] = [(f"{bar}{star}".ljust(_INDENT), (*ground, "active"))]
        told = [(text, ground + inks) for text, inks in fit(body, width - _INDENT - 1)]
        return [*edge, *told, (" " * width, ground)]


def _quoted(mark: Mark, width: int) -> list[Line]:
    text = f"“{' '.join(mark.quote.split())}”"
    first, *rest = wrap(text, 0, len(text), width)
    lines: list[Line] = [[(text[first.start : first.end], ("title",))]]
    return [*lines, [(ellipsis(text[rest[0].start :], width), ("title",))]] if rest else lines


def _note(row: Noted) -> list[Line]:
    if row.gone:
        return [[("taken away; m puts it back", ("problem",))]]
    if row.mark.lost:
        return [[("no longer in the newest version", ("problem",)), (f"  {row.mark.note}", ())]]
    return [[("note ", ("heading",)), (row.mark.note, ())]] if row.mark.note else []


def _facts(article: Article) -> Line:
    source, date = outlet(article.source), day(article.published)
    return [(source, ("accent",)), (f" · {date} · {article.title or 'Untitled'}", ("dim",))]
