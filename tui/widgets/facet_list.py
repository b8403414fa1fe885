"""Counts by source, month or day, language and tag, each of which narrows the search down when chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from index.model import Facet
from index.search.lexer import QUOTES
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, spread
from tui.widgets.phrasing import dated
from tui.widgets.row_list import RowList

_TITLES = {"source": "Sources", "tag": "Tags", "month": "Months", "day": "Days", "language": "Languages"}
FIELDS = tuple(_TITLES)
_NAMES = {"source": "source", "tag": "tag", "month": "date", "day": "date", "language": "lang"}  # in a query
_DATES = {"month": r"\d{4}-\d\d(?![-.\w])", "day": r"\d{4}-\d\d-\d\d(?![-.\w])"}  # and no range
_VALUE = r'"[^"]*"|[^\s()"]+'
_BARE = re.compile(r"\w[\w.-]*")
_BAR = 5  # cells of the longest bar


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value with the clause of the query that stands for it; a heading or a gap has no clause."""

    label: str
    count: int = 0
    share: float = 0.0
    clause: str = ""
    on: bool = False
    field: str = ""


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
    ticked = {part for field in _TITLES for part in chosen(query, field)}
    for field, title in _TITLES.items():
        values = [facet for facet in facets.get(field, ()) if facet.value]
        if not values or (field == "language" and len(values) < 2):
            continue
        most = max(facet.count for facet in values)
        rows += [FacetRow("")] if rows else []
        rows.append(FacetRow(title))
        rows += [_row(field, facet, most, ticked) for facet in values]
    return rows


def _row(field: str, facet: Facet, most: int, ticked: Set[str]) -> FacetRow:
    text = clause(field, facet.value)
    label = dated(facet.value) if field in _DATES else facet.value
    return FacetRow(label, facet.count, facet.count / most, text, text in ticked, field)


def clause(field: str, value: str) -> str:
    """The words of a query that ask for one value of a facet; a source in quotation marks is that one and no other."""
    plain = "".join(char for char in value if char not in QUOTES)
    bare = field != "source" and _BARE.fullmatch(plain)
    return f"{_NAMES[field]}:{plain}" if bare else f'{_NAMES[field]}:"{plain}"'


def chosen(query: str, field: str) -> tuple[str, ...]:
    """The clauses of a query that ask for values of a facet: one, or several joined by OR in brackets."""
    group = _group(field).search(query)
    return tuple(re.findall(_one(field), group[0])) if group is not None else ()


def without(query: str, field: str) -> str:
    """The query with nothing asked of a facet."""
    return " ".join(_group(field).sub(" ", query, count=1).split())


def toggled(query: str, field: str, part: str) -> str:
    """The query with one more value of a facet to be found, or with one less where it was among them."""
    asked = [each for each in chosen(query, field) if each != part]
    if len(asked) == len(chosen(query, field)):
        asked.append(part)
    joined = " OR ".join(asked)
    return f"{without(query, field)} {f'({joined})' if len(asked) > 1 else joined}".strip()


def _one(field: str) -> str:
    return rf"{_NAMES[field]}:(?:{_DATES.get(field, _VALUE)})"


def _group(field: str) -> re.Pattern[str]:
    one = _one(field)
    return re.compile(rf"(?<![-\w(])(?<!NOT )(?:\({one}(?: OR {one})+\)|{one})")
