"""What is copied out: a stretch of an article, a row of a comparison, all notes, each with its sources. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.compare.report.page import escaped
from index.model import Article, Mark, Span
from tui.widgets.grid import GridRow, Table
from tui.widgets.note_list import Noted
from tui.widgets.phrasing import day


def citation(article: Article, span: Span, note: str = "") -> str:
    """A stretch of an article with all that is needed to find it again, and the note on it."""
    quote = span.quote if isinstance(span, Mark) else article.text[span.start : span.end]
    where = [article.source, article.title, day(article.published), article.url]
    said = ", ".join(each for each in where if each)
    noted = f"Note: {note}\n" if note else ""
    return f"“{quote}”\n{said}, characters {span.start}–{span.end}\n{noted}"


def cited_row(table: Table, row: GridRow, addresses: Sequence[str] = ()) -> str:
    """A row of a table as text: each source with what it says, and what is to be said of the row."""
    lines = [row.label] if row.label else []
    for position, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        heads = (column.name, column.detail, addresses[position] if addresses else "")
        lines.append(f"{', '.join(filter(None, heads))}:\n  {_on_one_line(cell.text) if cell else 'nothing'}")
    return "\n".join([*lines, *([f"({row.note})"] if row.note else [])]) + "\n"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def markdown(rows: Sequence[Noted]) -> str:
    """The marks as Markdown: a heading an article, the words marked as quotations, the notes below them."""
    grouped = groupby(rows, key=lambda row: row.article)
    return "\n\n".join(part for article, own in grouped for part in _section(article, list(own))) + "\n"


def _section(article: Article, rows: Sequence[Noted]) -> Iterator[str]:
    title = escaped(article.title or "Untitled")
    facts = filter(None, (article.source, day(article.published), article.author))
    yield f"## [{title}](<{article.url}>)" if article.url else f"## {title}"
    yield escaped(", ".join(facts))
    for row in rows:
        yield "> " + escaped(_on_one_line(row.mark.quote))
        yield from [escaped(row.mark.note)] if row.mark.note else []
