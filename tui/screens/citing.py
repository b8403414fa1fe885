"""What is copied out: a stretch of an article with its source, and all marks and notes as Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.compare.report import escaped
from index.model import Article, Mark, Span
from tui.widgets.note_list import Noted
from tui.widgets.phrasing import day


def citation(article: Article, span: Span, note: str = "") -> str:
    """A stretch of an article with all that is needed to find it again, and the note on it."""
    quote = span.quote if isinstance(span, Mark) else article.text[span.start : span.end]
    where = [article.source, article.title, day(article.published), article.url]
    said = ", ".join(each for each in where if each)
    noted = f"Note: {note}\n" if note else ""
    return f"“{quote}”\n{said}, characters {span.start}–{span.end}\n{noted}"


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
        yield "> " + escaped(" ".join(row.mark.quote.split()))
        yield from [escaped(row.mark.note)] if row.mark.note else []
