"""The hits of a search: title, date, source and the matching words in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual.events import Resize
from textual.message import Message

from index.model import Hit, Snippet, Span
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, fit, painted, shifted, spread
from tui.widgets.phrasing import count, day, outlet
from tui.widgets.row_list import RowList
from tui.widgets.wrap import wrap

_NARROW = 64  # columns below which source and date get a line of their own
_TALL = 30  # lines from which a second line of the snippet, or of a long title, is worth its place
_LONG = 5  # lines of a row in which a title may take two
_INDENT = 4


class ResultList(RowList[Hit | None]):
    """Rows not fetched yet are None; `Wanted` asks for them when they come into sight."""

    @dataclass
    class Wanted(Message):
        """Hits from `offset` on are to be shown and are not there."""

        view: ResultList
        offset: int

        @property
        def control(self) -> ResultList:
            """The list that wants them."""
            return self.view

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(row_height=3, id=id)
        self._glyphs = glyphs
        self._read: frozenset[str] = frozenset()
        self.picked: Sequence[str] = ()

    def tell(self, read: frozenset[str]) -> None:
        """Which articles have been read."""
        if read != self._read:
            self._read = read
            self.refresh()

    def fill(self, offset: int, hits: Sequence[Hit]) -> None:
        """Put fetched hits in their places."""
        rows = list(self.rows)
        rows[offset : offset + len(hits)] = hits
        self.rows = rows[: len(self.rows)]
        self.refresh()

    def renew(self, rows: Sequence[Hit | None]) -> None:
        """Show newer rows of the same search, the cursor staying on its hit and the hit in its place."""
        here = self.current
        at = next((n for n, hit in enumerate(rows) if hit and here and hit.id == here.id), self.cursor)
        self.top += at - self.cursor
        self.replace(rows, cursor=at)

    def move(self, to: int, *, top: int | None = None) -> None:
        """Move, and ask for rows that come into sight."""
        super().move(to, top=top)
        self.want()

    def want(self) -> None:
        """Ask for the first row in sight that is missing."""
        for index in range(self.top, min(self.top + self.window + 1, len(self.rows))):
            if self.rows[index] is None:
                self.post_message(self.Wanted(self, index))
                return

    def on_resize(self, event: Resize) -> None:
        """Give rows more lines where there is room."""
        self.row_height = 3 + (event.size.width < _NARROW) + (event.size.height >= _TALL)
        self.want()

    def row(self, row: Hit | None, line: int, width: int, selected: bool) -> Line:
        """A line of a hit; the last line of each row is empty."""
        if line == self.row_height - 1:
            return ()
        if row is None:
            return [("    …", ("dim",))] if line == 0 else ()
        used = [self._edge(row, line, selected), *fit(self._body(row, line, width), width - _INDENT)]
        rest = width - sum(cell_len(text) for text, _ in used)
        return [*used, (" " * max(0, rest), ())]

    def _edge(self, hit: Hit, line: int, selected: bool) -> Run:
        """The only part of a row that shows the cursor: a step costs a few bytes then, not two rows."""
        bar = self._glyphs.selected if selected else " "
        sign = " "
        if line == 0:
            sign = (
                self._glyphs.picked if hit.id in self.picked else " " if hit.id in self._read else self._glyphs.unread
            )
        return (f"{bar}{sign}  "[:_INDENT], ("active",) if selected else ("unread",))

    def _body(self, hit: Hit, line: int, width: int) -> Line:
        room = width - _INDENT - 1
        source: list[Run] = [(outlet(hit.source), ("accent",))]
        date: list[Run] = [(day(hit.published), ("dim",))]
        if hit.reprints:
            source.append((f" (+{count(hit.reprints, 'reprint')})", ("dim",)))
        if width < _NARROW:
            titles = self._titles(hit, room)
            told = [*titles, [*source, (" · ", ("dim",)), *date]]
            return told[line] if line < len(told) else snippet_line(hit.snippet, line - len(told), room)
        if line == 0:
            return spread(self._title(hit, 0, len(hit.title)), date, room)
        if line == 1:
            taken = sum(cell_len(text) for text, _ in source) + 3
            return [*source, ("   ", ()), *snippet_line(hit.snippet, 0, room - taken)]
        taken = sum(cell_len(text) for text, _ in source) + 3
        return snippet_line(hit.snippet, 1, room, first=room - taken)

    def _titles(self, hit: Hit, room: int) -> list[list[Run]]:
        """The title on one line, or on two where a row has that many to spare."""
        first = wrap(hit.title, 0, len(hit.title), room)[0]
        if self.row_height < _LONG or first.end == len(hit.title):
            return [self._title(hit, 0, len(hit.title))]
        return [self._title(hit, 0, first.end), self._title(hit, first.end + 1, len(hit.title))]

    def _title(self, hit: Hit, start: int, end: int) -> list[Run]:
        ink = () if hit.id in self._read else ("title",)
        return painted(hit.title, start, end, shifted(hit.title_matches, 0, "match"), ink)


def snippet_line(snippet: Snippet, line: int, width: int, *, first: int | None = None) -> list[Run]:
    """Line `line` of a snippet; the first line may be of another width. Begins near the first match if that
    would not be seen otherwise."""
    lines = _snippet_lines(snippet, max(8, width if first is None else first), max(8, width))
    if line >= len(lines):
        return []
    span = lines[line]
    inks = shifted(snippet.matches, 0, "match")
    return painted(snippet.text, span.start, span.end, inks)


@lru_cache(maxsize=1024)
def _snippet_lines(snippet: Snippet, first: int, rest: int) -> Sequence[Span]:
    text = snippet.text
    begin = 0
    if snippet.matches and snippet.matches[0].end > first:
        begin = text.rfind(" ", 0, max(0, snippet.matches[0].start - first // 3)) + 1
    head = wrap(text, begin, len(text), first)[0]
    after = head.end + 1 if head.end < len(text) else head.end
    return [head, *wrap(text, after, len(text), rest)]
