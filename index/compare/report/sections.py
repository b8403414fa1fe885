"""What a report of a comparison says, section by section, before it takes the form of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC

from index.compare.differences.cells import distinct
from index.model import Article, Comparison, Difference, MatrixRow, Row, Span
from index.text.sanitise import clean_line, safe_url

Piece = tuple[str, bool]
"""Clean text of one line, and whether it is marked."""

Cell = tuple[Piece, ...]

LONGEST = 140  # characters of a title
NOTHING: Cell = (("–", False),)
STATES = {"present": "✓", "absent": "–", "differs": "≠", "related": "~"}
KINDS = {"number": "figure", "date": "date", "name": "name", "negation": "negation", "attribution": "attribution"}


@dataclass(frozen=True, slots=True)
class Heading:
    """One article of the report: its letter, title, origin in words, and address ("" if it has no safe one)."""

    letter: str
    title: str
    origin: str
    url: str


@dataclass(frozen=True, slots=True)
class Table:
    """A section: a title, a sentence on how to read it, column heads, and the rows."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def headings(articles: Sequence[Article]) -> tuple[Heading, ...]:
    """The articles by letter, A first."""
    return tuple(
        Heading(chr(ord("A") + n), _clipped(clean_line(a.title)) or "(no title)", _origin(a), safe_url(a.url))
        for n, a in enumerate(articles)
    )


def brief(comparison: Comparison) -> tuple[str, ...]:
    """The comparison in a few sentences, limits that applied first."""
    differing = len(_differing(comparison))
    alone = ", ".join(f"{comparison.only(n)} only in {chr(ord('A') + n)}" for n in range(len(comparison.articles)))
    return (
        *(clean_line(note) for note in comparison.notes),
        f"{_counted(comparison.shared, 'passage is', 'passages are')} reported by more than one article; {alone}.",
        f"{_counted(differing, 'difference was', 'differences were')} found in what they share.",
    )


def _counted(number: int, one: str, several: str) -> str:
    return f"{number or 'No'} {one if number == 1 else several}"


def tables(comparison: Comparison, articles: Sequence[Article]) -> Iterator[Table]:
    """The sections that have something to say, in the order of the page."""
    letters = tuple(chr(ord("A") + n) for n in range(len(articles)))
    every = (
        _differences(comparison, articles, letters),
        _shared(comparison, articles, letters),
        *(_only(comparison, articles, n) for n in range(len(articles))),
        _figures(comparison, articles, letters),
        _quotations(comparison, articles, letters),
        _matrix(comparison, letters),
        _wording(comparison, letters),
    )
    yield from (table for table in every if table.rows)


def _clipped(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _origin(article: Article) -> str:
    day = article.published.astimezone(UTC).date().isoformat() if article.published else "undated"
    return ", ".join(clean_line(part) for part in (article.source, article.author, day) if part)


def _differences(comparison: Comparison, articles: Sequence[Article], letters: tuple[str, ...]) -> Table:
    rows = tuple(
        (_plain(KINDS[difference.kind]), *_cells(row, articles, [difference]))
        for difference, row in _differing(comparison).items()
    )
    lead = "The articles report the same, but not in the same way; the words at issue are marked."
    return Table("Differences", lead, ("kind", *letters), rows)


def _differing(comparison: Comparison) -> dict[Difference, Row]:
    """Each difference once, with its row."""
    rows = {difference: row for row in comparison.rows for difference in row.differences}
    return {difference: rows[difference] for difference in distinct(rows)}


def _shared(comparison: Comparison, articles: Sequence[Article], letters: tuple[str, ...]) -> Table:
    rows = tuple(
        (_plain(row.relation), *_cells(row, articles, row.differences))
        for row in comparison.rows
        if row.relation != "only"
    )
    lead = "“same” is one statement in other words; “related” is another statement on the same matter."
    return Table("Reported by more than one", lead, ("match", *letters), rows)


def _only(comparison: Comparison, articles: Sequence[Article], place: int) -> Table:
    letter = chr(ord("A") + place)
    found = [cell for row in comparison.rows if row.relation == "only" and (cell := row.cells[place])]
    rows = tuple((_text(articles[place], cell),) for cell in sorted(found, key=lambda cell: cell.start))
    return Table(f"Only in {letter}", "No sentence of the other articles matches these.", (letter,), rows)


def _figures(comparison: Comparison, articles: Sequence[Article], letters: tuple[str, ...]) -> Table:
    rows = tuple(
        (_plain(figure.label), _plain(figure.status), *_texts(articles, figure.cells)) for figure in comparison.figures
    )
    return Table("Figures", "Each thing counted or measured.", ("what", "status", *letters), rows)


def _quotations(comparison: Comparison, articles: Sequence[Article], letters: tuple[str, ...]) -> Table:
    rows = tuple(
        (_plain(quoted.speaker), _plain("cut" if quoted.cut else ""), *_texts(articles, quoted.cells))
        for quoted in comparison.quotations
    )
    lead = "Who is quoted by whom; “cut” where one article has only part of the words."
    return Table("Quotations", lead, ("speaker", "", *letters), rows)


def _matrix(comparison: Comparison, letters: tuple[str, ...]) -> Table:
    rows = tuple((_plain(line.text), *_treatments(line)) for line in comparison.matrix)
    lead = "✓ reports it, – does not, ≠ reports it differently, ~ touches on the matter without the claim."
    return Table("Claims by source", lead, ("claim", *letters), rows)


def _treatments(line: MatrixRow) -> Iterator[Cell]:
    """The sign of each article, with its value where they differ."""
    for state, value in zip(line.states, line.values, strict=True):
        yield _plain(f"{STATES[state]} {value}" if state == "differs" and value else STATES[state])


def _wording(comparison: Comparison, letters: tuple[str, ...]) -> Table:
    fields = ("headline", "cues", "loaded")
    names = ("in the headline", "words for saying", "loaded words")
    rows = tuple(
        (_plain(name), *(_plain(", ".join(getattr(wording, field))) for wording in comparison.wording))
        for field, name in zip(fields, names, strict=True)
        if any(getattr(wording, field) for wording in comparison.wording)
    )
    return Table("Wording", "Words that one article uses and the others don't.", ("", *letters), rows)


def _cells(row: Row, articles: Sequence[Article], differences: Sequence[Difference]) -> tuple[Cell, ...]:
    return tuple(
        _text(article, cell, [d.spans[n] for d in differences]) if cell else NOTHING
        for n, (article, cell) in enumerate(zip(articles, row.cells, strict=True))
    )


def _texts(articles: Sequence[Article], spans: Sequence[Span | None]) -> tuple[Cell, ...]:
    return tuple(_text(a, span) if span else NOTHING for a, span in zip(articles, spans, strict=True))


def _text(article: Article, span: Span, marked: Sequence[Span | None] = ()) -> Cell:
    """The stretch of the article, in pieces where parts of it are marked."""
    pieces, last = [], span.start
    for mark in sorted((m for m in marked if m is not None), key=lambda m: m.start):
        if last <= mark.start and mark.end <= span.end:
            pieces += [(article.text[last : mark.start], False), (article.text[mark.start : mark.end], True)]
            last = mark.end
    pieces.append((article.text[last : span.end], False))
    return tuple((_line(text), on) for text, on in pieces if text)


def _line(text: str) -> str:
    """One clean line that keeps a space at either end, where pieces meet."""
    lead, tail = " " * text[0].isspace(), " " * text[-1].isspace()
    return f"{lead}{clean_line(text)}{tail}"


def _plain(text: str) -> Cell:
    return ((clean_line(text), False),)
