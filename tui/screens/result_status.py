"""What is said of results: how many, how fast, when; or what is wrong, and what helps where there are none."""

from __future__ import annotations

import re

from rich.cells import cell_len

from index.errors import QueryError
from index.model import Results
from index.search.tree import Sort
from tui.widgets.glyphs import Glyphs
from tui.widgets.ink import Line, Run, spread
from tui.widgets.ink import width as width_of
from tui.widgets.phrasing import count, dated
from tui.widgets.text_line import wrapped
from tui.widgets.timeline import bars
from tui.widgets.wrap import ellipsis

_LAST_WORD = re.compile(r"(?:^|[\s(:\"])(\w+)$")  # none that is left out: it is read as it stands
_BARS = 31  # of the timeline at most: a month of days
_ENDS = 2 * len("30 Oct 2025 ") + 1  # columns that the days at its ends take, with the spaces before and behind
_ORDERS = {Sort.RECENT: "newer ones nudged up", Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first"}
_INDENT = 3  # columns that stand before the query, less the one before each line

_NO_ARTICLES = (
    "This library is empty.",
    "i adds files and folders: text, web pages, feeds, mail, archives.",
    'On the command line, "lateral add FOLDER" does the same.',
)
_TOO_NARROW = (
    "Fewer words find more, OR asks for one of several, and gov* for all words that begin so.",
    "? shows the query language, f the filters that are on.",
)
NO_INDEX = ("The index is being made anew from the library; results come back when it is done. Nothing is lost.",)


def beginning(text: str) -> str:
    """The word at the end of what is being typed that is read as the beginning of one."""
    found = _LAST_WORD.search(text)
    return found[1] if found else ""


def summary(results: Results, sort: Sort, seconds: float, begun: str = "") -> Line:
    """The exact total, the reprints in it, the word that was read as a beginning, the order where it was chosen, and
    the time it took."""
    reprints = f" + {count(results.reprints, 'reprint')}" if results.reprints else ""
    order = f" · {_ORDERS[sort]}" if sort in _ORDERS else ""
    word = f" with {begun}…" if begun else ""
    return [
        (count(results.total, "result"), ("title",)),
        (f"{reprints}{word}{order} · {seconds * 1000:.0f} ms", ("dim",)),
    ]


def counted(summed: Line, results: Results, glyphs: Glyphs, width: int) -> Line:
    """Summary and timeline on one line, the summary first."""
    room = width - 2 - width_of(summed) - _ENDS
    return spread(summed, timeline(results, glyphs, room), width - 2)


def timeline(results: Results, glyphs: Glyphs, room: int) -> Line:
    """Results by month, or by day where all are of one month, as `room` bars at most, with the first and the last."""
    times = results.facets.get("day") or results.facets.get("month", ())
    drawn = bars(times, min(room, _BARS), glyphs.bars)
    if len(drawn) < 2:
        return ()
    newest = max(facet.value for facet in times)
    oldest = min(facet.value for facet in times)
    return [(f"{dated(oldest)} ", ("dim",)), (drawn, ("bar",)), (f" {dated(newest)}", ("dim",))]


def advice(text: str, *, fixed: bool) -> tuple[str, ...]:
    """What helps where nothing is found; only an empty library has nothing for an empty query. To a `fixed` one,
    nothing can be added."""
    if text.strip():
        return _TOO_NARROW
    return _NO_ARTICLES[:1] if fixed else _NO_ARTICLES


def nothing(results: Results) -> Line:
    """That nothing was found, and what may have been meant."""
    said: list[Run] = [("Nothing found.", ("title",))]
    if results.suggestion:
        said += [("  Did you mean ", ()), (results.suggestion, ("match",)), ("?  Enter takes it", ("dim",))]
    return said


def problem(query: str, error: QueryError, width: int, glyphs: Glyphs) -> list[Line]:
    """Marks under the place of the query that is wrong, where there is one, and below them what is wrong with it.

    Of a query that is longer than the line, the place itself stands there.
    """
    before, place = query[: error.start], query[error.start : error.end]
    marks = glyphs.place * cell_len(place)
    indent = cell_len(before) + _INDENT
    if indent + len(marks) >= width:
        indent, marks = _INDENT, ellipsis(place, width - _INDENT - 1)
    placed: list[Line] = [[(" " * indent, ()), (marks, ("problem",))]] if marks else []
    return [*placed, *wrapped(str(error), width, "problem"), ()]
