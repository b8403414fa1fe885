"""The line between query and results: how many, how fast, when; or what is wrong."""

from __future__ import annotations

from index.errors import QueryError
from index.library import Library
from index.model import Results
from index.search.tree import Sort
from tui.widgets.choice_list import Choice
from tui.widgets.glyphs import Glyphs
from tui.widgets.ink import Line, Run
from tui.widgets.phrasing import count, month
from tui.widgets.timeline import bars

_MONTHS = 24  # of the timeline at most
_INDENT = 2  # columns that stand before the query


def summary(results: Results, sort: Sort, seconds: float) -> Line:
    """The exact total, the order where it was chosen, and the time it took."""
    order = "" if sort is Sort.RELEVANCE else f" · {sort.value} first"
    return [(count(results.total, "result"), ("title",)), (f"{order} · {seconds * 1000:.0f} ms", ("dim",))]


def timeline(results: Results, glyphs: Glyphs) -> Line:
    """Results by month as bars, with the first and the last month."""
    months = results.facets.get("month", ())
    drawn = bars(months, _MONTHS, glyphs.bars)
    if len(drawn) < 2:
        return ()
    newest = max(facet.value for facet in months)
    oldest = min(facet.value for facet in months)
    return [(f"{month(oldest)} ", ("dim",)), (drawn, ("bar",)), (f" {month(newest)}", ("dim",))]


def nothing(results: Results) -> Line:
    """That nothing was found, and what may have been meant."""
    said: list[Run] = [("Nothing found.", ("title",))]
    if results.suggestion:
        said += [("  Did you mean ", ()), (results.suggestion, ("match",)), ("?  ⏎ takes it", ("dim",))]
    return said


def problem(error: QueryError, width: int, glyphs: Glyphs) -> Line:
    """What is wrong with a query, with marks under the place where there is room."""
    said = str(error)
    marks = glyphs.place * max(1, error.end - error.start)
    if error.start + len(marks) + len(said) + _INDENT + 4 <= width:
        return [(" " * (error.start + _INDENT), ()), (marks, ("problem",)), ("  ", ()), (said, ("problem",))]
    return [(f"{glyphs.place} at {error.start + 1}: ", ("problem",)), (said, ("problem",))]


def saved_searches(library: Library) -> tuple[Choice, ...]:
    """The saved searches with what they find now and what is new since they were last looked at."""
    return tuple(
        Choice(each.name, each.name, _counts(library, each.query, each.seen)) for each in library.state.searches()
    )


def _counts(library: Library, query: str, seen: int) -> str:
    total = library.search(query, limit=0).total
    new = library.new_in(query, seen)
    return f"{count(total, 'article')}, {new:,} new" if new else count(total, "article")
