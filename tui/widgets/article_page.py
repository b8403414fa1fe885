"""How an article falls into lines: heading, paragraphs, and the marks on them. Pure, no screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from index.model import Analysis, Article, Claim, Mark, Sentence, Span
from tui.widgets.ink import Ink, InkMap, Line, shifted
from tui.widgets.phrasing import day, in_utc, outlet
from tui.widgets.wrap import wrap


@dataclass(frozen=True, slots=True)
class Aids:
    """What is known of an article beyond its text; empty until it has been analysed."""

    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()  # between quotation marks; indirect speech would colour half of a page
    marks: tuple[Mark, ...] = ()


def aids(analysis: Analysis, claims: Sequence[Claim], marks: Sequence[Mark]) -> Aids:
    """The aids for showing an analysed article, its claims in text order."""
    return Aids(
        analysis.sentences,
        tuple(sorted(claims, key=lambda claim: claim.start)),
        analysis.quantities,
        tuple(quotation for quotation in analysis.quotations if quotation.direct),
        tuple(mark for mark in marks if not mark.lost),
    )


class Page:
    """An article laid out for a width: `heading` lines, then one span of the text a line (None between paragraphs).

    Line numbers count heading and body together.
    """

    def __init__(self, article: Article, aids: Aids, width: int) -> None:
        self.article = article
        self.aids = aids
        self.heading = _heading(article, width)
        self.body = list(_body(article.text, width))
        self._offsets = [span.start for span in self.body if span is not None]
        self._lines = [line for line, span in enumerate(self.body) if span is not None]
        self._inks = InkMap(_inks(aids))
        self._sentence_starts = [sentence.start for sentence in aids.sentences]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.heading) + len(self.body)

    def span(self, line: int) -> Span | None:
        """The stretch of text on a line, None in the heading and between paragraphs."""
        body = line - len(self.heading)
        return self.body[body] if 0 <= body < len(self.body) else None

    def line_of(self, offset: int) -> int:
        """The line on which a place in the text stands."""
        if not self._offsets:
            return 0
        return len(self.heading) + self._lines[max(0, bisect_right(self._offsets, offset) - 1)]

    def sentence_on(self, line: int) -> int | None:
        """The position of the first sentence that begins on a line, else of the one that runs through it."""
        span = self.span(line)
        if span is None or not self.aids.sentences or span.start == span.end:
            return None
        position = bisect_right(self._sentence_starts, span.start) - 1
        begins = position + 1
        if begins < len(self._sentence_starts) and self._sentence_starts[begins] < span.end:
            return begins if position < 0 or self._sentence_starts[position] != span.start else position
        return position if position >= 0 else None

    def inks(self, span: Span) -> list[Ink]:
        """The inks on a line."""
        return self._inks.touching(span.start, span.end)

    def claim_on(self, span: Span) -> Claim | None:
        """The strongest claim that touches a line."""
        over = [claim for claim in self.aids.claims if claim.start < span.end and claim.end > span.start]
        return max(over, key=lambda claim: claim.strength, default=None)

    def marked(self, span: Span) -> bool:
        """Whether a reader's mark begins on a line."""
        return any(span.start <= mark.start < max(span.end, span.start + 1) for mark in self.aids.marks)


def _heading(article: Article, width: int) -> list[Line]:
    if not article.id:
        return []
    title = article.title or "Untitled"
    lines: list[Line] = [[(title[span.start : span.end], ("title",))] for span in wrap(title, 0, len(title), width)]
    facts = [outlet(article.source), day(article.published)]
    if article.published is not None and (article.zone_known or article.published.time() != time()):
        facts[1] += in_utc(article.published).strftime(", %H:%M") + (
            " UTC" if article.zone_known else " (zone unknown)"
        )
    facts += [article.author] if article.author else []
    said = " · ".join(facts)
    lines += [[(said[span.start : span.end], ("dim",))] for span in wrap(said, 0, len(said), width)]
    return [*lines, ()]


def _body(text: str, width: int) -> Iterable[Span | None]:
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if start:
            yield None
        yield from wrap(text, start, end, width)
        start = end + 2


def _inks(aids: Aids) -> list[Ink]:
    """Claims first, so that what stands inside them is painted over them."""
    inks = [Ink(claim.start, claim.end, f"claim-{claim.strength}") for claim in aids.claims]
    inks += shifted(aids.quotations, 0, "quote")
    inks += shifted(aids.figures, 0, "figure")
    inks += shifted(aids.marks, 0, "marked")
    return inks
