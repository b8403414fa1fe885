"""Articles, claims, stories and comparisons as numbered passages, the way they are read out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.model import Article, Claim, Copy, Edit, Hit, Mark, Story
from index.text.sanitise import clean, clean_line
from tui.plain.compared import Compared
from tui.plain.sheet import Passage, Place
from tui.widgets.phrasing import count, day, days

_STRENGTH = {1: "weak", 2: "fair", 3: "strong"}


def hit(number: int, found: Hit) -> Passage:
    """A search result with its number."""
    byline = ", ".join(filter(None, (clean_line(found.source), day(found.published))))
    lines = [f"{number}. {clean_line(found.title)}", byline, clean_line(found.snippet.text)]
    return Passage("\n".join(filter(None, lines)), (Place(found.id),))


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
    return Passage("\n".join(filter(None, (head, text, because))), (Place(article.id, made.start),))


def story(number: int, told: Story) -> Passage:
    """A story with its size and dates."""
    size = f"{count(len(told.sources), 'source')}, {count(told.independent, 'independent text')}"
    return Passage(f"{number}. {clean_line(told.title)}\n{size}, {days(told.first, told.last)}", (Place(told.id),))


def other(number: int, article: Article, copies: Sequence[Copy]) -> Passage:
    """Another article on a story, said to be a copy where it is one."""
    shares = [f"{each.share:.0%} copied" for each in copies if each.article == article.id]
    return Passage("\n".join([f"{number}. {byline(article)}", *shares]), (Place(article.id),))


def rows(compared: Compared) -> list[Passage]:
    """The rows of a comparison; each leads to the sentence in every article that says it."""
    return [
        Passage(
            f"{number}. {compared.row(row)}",
            tuple(
                Place(article.id, cell.start) if cell is not None else None
                for article, cell in zip(compared.articles, row.cells, strict=True)
            ),
        )
        for number, row in enumerate(compared.rows(), 1)
    ]


def mark(number: int, made: Mark) -> Passage:
    """A mark with its note."""
    note = f"Note: {clean_line(made.note)}" if made.note else ""
    lost = "The article has changed and no longer says this." if made.lost else ""
    text = f"{number}. {clean_line(made.quote)}"
    return Passage("\n".join(filter(None, (text, note, lost))), (Place(made.article, 0 if made.lost else made.start),))


def noted(number: int, article: Article, made: Mark) -> Passage:
    """A mark with the article that it is on."""
    passage = mark(number, made)
    return Passage(f"{passage.text}\n{byline(article)}", passage.places)


def edit(made: Edit, old: Article, new: Article) -> Passage:
    """A change, with what it touches."""
    what = f"Touches {', '.join(made.substance)}." if made.substance else "Style."
    before = f"Was: {clean_line(old.text[made.before.start : made.before.end])}" if made.before else "Was not there."
    after = f"Is: {clean_line(new.text[made.after.start : made.after.end])}" if made.after else "Is gone."
    return Passage("\n".join([what, before, after]))


def plain(text: str) -> str:
    """Words to the reader, made harmless."""
    return clean(text)
