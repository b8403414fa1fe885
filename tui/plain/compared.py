"""A comparison in words: its rows, and the tables of claims, figures, quotations and wording read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.compare.report.sections import headings, tables
from index.model import Article, Comparison, Difference, MatrixRow, Row
from index.text.sanitise import clean_line
from tui.widgets.phrasing import outlet

TABLES = {"figures": "Figures", "quotations": "Quotations", "wording": "Wording"}
"""Title of the report's table that each command reads out."""

_RELATION = {"same": "Said alike", "related": "On the same point", "only": "Only here"}
_ORDER = ("same", "related", "only")
_TREATMENT = {
    "present": "reports it",
    "absent": "does not report it",
    "differs": "reports it differently",
    "related": "touches on it",
}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles and what comparing them found."""

    articles: tuple[Article, ...]
    comparison: Comparison

    def heading(self) -> str:
        """Who is compared, by letter, and how much they share."""
        titles = [f"{name}: {clean_line(a.title)}." for name, a in zip(self.names(), self.articles, strict=True)]
        rows, shared = self.comparison.rows, self.comparison.shared
        differing = sum(bool(row.differences) for row in rows)
        found = f"{shared} in several, {differing} of them with differences, {len(rows) - shared} in only one."
        return "\n".join([*titles, f"Passages: {found}", *map(clean_line, self.comparison.notes)])

    def names(self) -> tuple[str, ...]:
        """The sources by letter: "A, Reuters"."""
        sources = (outlet(clean_line(article.source)) for article in self.articles)
        return tuple(f"{letter}, {source}" for letter, source in zip(self._letters(), sources, strict=True))

    def rows(self) -> list[Row]:
        """The rows, those that differ first, then what several say, then what only one says."""
        return sorted(self.comparison.rows, key=lambda row: (not row.differences, _ORDER.index(row.relation)))

    def row(self, row: Row) -> str:
        """One row, said."""
        said = [
            f"{name}: {clean_line(article.text[cell.start : cell.end])}"
            for name, cell, article in zip(self.names(), row.cells, self.articles, strict=True)
            if cell is not None
        ]
        added = self._added(row)
        return "\n".join([f"{_RELATION[row.relation]}.", *said, *map(self._difference, row.differences), *added])

    def claims(self) -> list[str]:
        """The key claims of the story, each with what every source does with it."""
        return [self._claim(line) for line in self.comparison.matrix]

    def table(self, title: str) -> list[str]:
        """The rows of one table, said; empty where it has nothing to say."""
        found = [table for table in tables(self.comparison, self.articles) if table.title == title]
        return [self._line(table.columns, row) for table in found for row in table.rows]

    def _letters(self) -> tuple[str, ...]:
        return tuple(heading.letter for heading in headings(self.articles))

    def _difference(self, difference: Difference) -> str:
        values = (clean_line(value) or "nothing" for value in difference.values)
        return f"The {difference.kind} differs. " + " ".join(self._by_source(values))

    def _added(self, row: Row) -> Iterator[str]:
        """What one source alone adds to a statement that several make."""
        for name, cell, article in zip(self.names(), row.cells, self.articles, strict=True):
            for span in cell.alone if cell else ():
                yield f"Only {name} adds: {_ended(clean_line(article.text[span.start : span.end]))}"

    def _claim(self, line: MatrixRow) -> str:
        treatments = (
            f"{_TREATMENT[state]}, {clean_line(value)}" if state == "differs" and value else _TREATMENT[state]
            for state, value in zip(line.states, line.values, strict=True)
        )
        return "\n".join([clean_line(line.text), *self._by_source(treatments)])

    def _line(self, columns: Sequence[str], row: Sequence[Sequence[tuple[str, bool]]]) -> str:
        texts = ["".join(text for text, _ in cell).strip() for cell in row]
        labels = len(columns) - len(self.articles)
        said = self._by_source(texts[labels:])
        return "\n".join([", ".join(filter(None, texts[:labels])) + ".", *said])

    def _by_source(self, texts: Iterator[str] | Sequence[str]) -> Iterator[str]:
        named = zip(self.names(), texts, strict=True)
        return (f"{name}: {_ended(text)}" for name, text in named if text not in {"", _NOTHING})


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
