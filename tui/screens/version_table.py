"""The versions of an article as a table: the first one seen against the newest."""

from __future__ import annotations

from index.library import Library
from tui.screens.compare_tables import versions
from tui.widgets.grid import GridColumn, Table
from tui.widgets.phrasing import day, outlet


def version_table(library: Library, article: str) -> Table:
    """What was changed between the first and the newest version; says so where there is only one."""
    known = library.versions(article)
    if len(known) < 2:
        source = outlet(library.article(article).source)
        return Table((GridColumn(source),), (), empty=f"{source}: not changed since it was first imported.")
    first, last = known[0], known[-1]
    heads = (f"version 1, seen {day(first.seen)}", f"version {last.number}, seen {day(last.seen)}")
    return versions(first.article, last.article, library.edits(first.article, last.article), heads)
