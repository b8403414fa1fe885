"""Counts by source, month and language, each of which narrows the search down when chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.model import Facet
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, spread
from tui.widgets.phrasing import month
from tui.widgets.row_list import RowList

_TITLES = {"source": "Sources", "month": "Months", "language": "Languages"}
_BAR = 5  # cells of the longest bar


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value with the clause of the query that stands for it; a heading or a gap has no clause."""

    label: str
    count: int = 0
    share: float = 0.0
    clause: str = ""
    on: bool = False


class FacetList(RowList[FacetRow]):
    """Values with their counts, the widest first; those in the query carry a tick."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs

    def row(self, row: FacetRow, line: int, width: int, selected: bool) -> Line:  # noqa: ARG002 - one line a row
        """A value with its bar and count."""
        if not row.clause:
            return [("  ", ()), (row.label, ("heading",))]
        lit = selected and self.has_focus
        ground = ("selected",) if lit else ()
        edge: Run = (self._glyphs.selected if lit else " ", (*ground, "active"))
        tick: Run = (self._glyphs.picked if row.on else " ", (*ground, "active"))
        label: list[Run] = [(row.label, (*ground, "title") if row.on else ground)]
        tail: list[Run] = [(self._bar(row), (*ground, "bar")), (f"{row.count:>5,} ", (*ground, "dim"))]
        return [edge, tick, *((text, inks or ground) for text, inks in spread(label, tail, width - 2))]

    def action_down(self) -> None:
        """Down, over headings."""
        self._step(1)

    def action_up(self) -> None:
        """Up, over headings."""
        self._step(-1)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.refresh()

    def _step(self, by: int) -> None:
        at = self.cursor + by
        while 0 <= at < len(self.rows):
            if self.rows[at].clause:
                self.move(at)
                return
            at += by
        self.move(max(0, self.cursor + by) if by < 0 else self.cursor, top=0 if by < 0 else None)

    def _bar(self, row: FacetRow) -> str:
        return (self._glyphs.across * max(1, round(row.share * _BAR))).rjust(_BAR)


def facet_rows(facets: Mapping[str, Sequence[Facet]], query: str) -> list[FacetRow]:
    """The rows for the facets of a search, those in `query` ticked."""
    rows: list[FacetRow] = []
    for field, title in _TITLES.items():
        values = [facet for facet in facets.get(field, ()) if facet.value]
        if not values or (field == "language" and len(values) < 2):
            continue
        most = max(facet.count for facet in values)
        rows += [FacetRow("")] if rows else []
        rows.append(FacetRow(title))
        rows += [_row(field, facet, most, query) for facet in values]
    return rows


def _row(field: str, facet: Facet, most: int, query: str) -> FacetRow:
    text = clause(field, facet.value)
    label = month(facet.value) if field == "month" else facet.value
    return FacetRow(label, facet.count, facet.count / most, text, text in query)


def clause(field: str, value: str) -> str:
    """The words of a query that ask for one value of a facet."""
    match field:
        case "month":
            return f"date:{value}"
        case "language":
            return f"lang:{value}"
        case _:
            plain = value.replace('"', "")
            return f'source:"{plain}"' if " " in plain else f"source:{plain}"


def toggled(query: str, part: str) -> str:
    """The query with a clause added, or taken out where it is in it."""
    if part in query:
        return " ".join(query.replace(part, " ").split())
    return f"{query.rstrip()} {part}".strip()
