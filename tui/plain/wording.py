"""Articles, claims, stories and comparisons in words alone, as they are read out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.model import Article, Claim, Comparison, Difference, Hit, Row, Story
from index.text.sanitise import clean, clean_line
from tui.plain.sheet import Passage
from tui.widgets.phrasing import count, day, days

_STRENGTH = {1: "weak", 2: "fair", 3: "strong"}
_RELATION = {"same": "Said alike", "related": "On the same point", "only": "Only here"}


def hit(number: int, found: Hit) -> Passage:
    """A search result with its number."""
    byline = ", ".join(filter(None, (clean_line(found.source), day(found.published))))
    lines = [f"{number}. {clean_line(found.title)}", byline, clean_line(found.snippet.text)]
    return Passage("\n".join(filter(None, lines)), found.id)


def byline(article: Article) -> str:
    """Title, source, author and date."""
    parts = (article.source, article.author, day(article.published))
    return f"{clean_line(article.title)}\n{clean_line(', '.join(filter(None, parts)))}"


def paragraphs(article: Article) -> list[Passage]:
    """The text, a paragraph a passage."""
    return [
        Passage(clean_line(found[0]), offset=found.start())
        for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", article.text)
        if clean_line(found[0])
    ]


def claim(number: int, made: Claim, article: Article) -> Passage:
    """A claim with its kinds and reasons."""
    kinds = " and ".join(made.kinds)
    reasons = ", ".join(reason.name for reason in made.reasons)
    head = f"{number}. A {_STRENGTH[made.strength]} claim" + (f", {kinds}:" if kinds else ":")
    because = f"Because: {clean_line(reasons)}." if reasons else ""
    text = clean_line(article.text[made.start : made.end])
    return Passage("\n".join(filter(None, (head, text, because))), offset=made.start)


def story(number: int, told: Story) -> Passage:
    """A story with its size and dates."""
    size = f"{count(len(told.sources), 'source')}, {count(told.independent, 'independent text')}"
    return Passage(f"{number}. {clean_line(told.title)}\n{size}, {days(told.first, told.last)}", told.id)


def comparison(made: Comparison, articles: Sequence[Article]) -> list[Passage]:
    """The rows where several articles speak, then what only one says."""
    rows = sorted(made.rows, key=lambda row: row.relation == "only")
    return [Passage(_row(row, articles)) for row in rows] + [Passage(clean_line(note)) for note in made.notes]


def _row(row: Row, articles: Sequence[Article]) -> str:
    said = [
        f"{clean_line(article.source) or 'Unnamed source'}: {clean_line(article.text[cell.start : cell.end])}"
        for cell, article in zip(row.cells, articles, strict=True)
        if cell is not None
    ]
    return "\n".join([f"{_RELATION[row.relation]}.", *said, *_differences(row.differences, articles)])


def _differences(differences: Iterable[Difference], articles: Sequence[Article]) -> list[str]:
    return [
        f"The {each.kind} differs: "
        + ", ".join(
            f"{clean_line(article.source)} has {clean_line(value) or 'none'}"
            for article, value in zip(articles, each.values, strict=True)
        )
        for each in differences
    ]


def plain(text: str) -> str:
    """Words to the reader, made harmless."""
    return clean(text)
