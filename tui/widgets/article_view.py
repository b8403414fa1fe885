"""One article to read: a measure that is easy on the eye, key claims highlighted, the cursor on a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual.events import Resize

from index.model import Article, Claim, Sentence, Span
from tui.widgets.article_page import Aids, Page
from tui.widgets.cursor_view import CursorView
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Ink, Line, Run, painted, shifted

_GUTTER = 4  # cursor, strength of a claim, mark, space
_NOWHERE = Article("", "", "", "")


class ArticleView(CursorView):
    """Shows a `Page`; `sentence` is the position of the sentence under the cursor, None between sentences."""

    def __init__(self, measure: int, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._glyphs = glyphs
        self._matches: Sequence[Span] = ()
        self._page = Page(_NOWHERE, Aids(), measure)
        self._sentence: int | None = None
        self.at = -1  # the place in the text the cursor was sent to or its sentence begins at, -1 in the heading

    @property
    def article(self) -> Article:
        """The article shown."""
        return self._page.article

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return self._page.count

    @property
    def offset_at(self) -> int:
        """The place in the text of the line under the cursor."""
        for line in range(self.cursor, self._page.count):
            if (span := self._page.span(line)) is not None:
                return span.start
        return 0

    @property
    def progress(self) -> int:
        """How far the window has come, in percent."""
        if self.count <= self.window:
            return 100
        return round(100 * min(self.count, self.top + self.window) / self.count)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor."""
        position = self._sentence
        return self._page.aids.sentences[position] if position is not None else None

    @property
    def claim(self) -> Claim | None:
        """The key claim under the cursor."""
        sentence = self.sentence
        if sentence is None:
            return None
        claims = self._page.aids.claims
        return next((claim for claim in claims if claim.start < sentence.end and claim.end > sentence.start), None)

    def read(self, article: Article, aids: Aids, *, at: int = 0) -> None:
        """Show an article with the cursor at a place in its text, 0 being the title."""
        self._matches = ()
        self._lay_out(article, aids)
        self.cursor = self._page.line_of(at) if at else 0
        self.top = self._follow(self.cursor - self.window // 4 if at else 0)
        self._settle(at if at else None)
        self.refresh()
        self.post_message(self.Moved(self))

    def clear(self) -> None:
        """Show nothing."""
        if self.article.id:
            self.read(_NOWHERE, Aids())

    def aid(self, aids: Aids) -> None:
        """Show other aids without moving."""
        self._lay_out(self.article, aids)
        self._settle(self.at if self.at > 0 else None)
        self.refresh()

    def highlight(self, matches: Sequence[Span]) -> None:
        """Show the places that were found."""
        self._matches = matches
        self.refresh()

    def go(self, offset: int) -> None:
        """Put the cursor on the sentence at a place in the text, a third of the way down if it was out of sight."""
        line = self._page.line_of(offset)
        hidden = not self.top <= line < self.top + self.window
        self.move(line, top=line - self.window // 3 if hidden else None)
        self._settle(offset)
        self.post_message(self.Moved(self))

    def step(self, by: int) -> None:
        """Move by sentences."""
        sentences = self._page.aids.sentences
        if not sentences:
            return
        here = self._before(self.at)
        self.go(sentences[max(0, min(here + by, len(sentences) - 1))].start)

    def move(self, to: int, *, top: int | None = None) -> None:
        """Move the cursor; the sentence under it is the one that begins on its line."""
        before = self.cursor
        super().move(to, top=top)
        if self.cursor != before:
            self._settle(None)

    def on_resize(self, _event: Resize) -> None:
        """Lay out anew, keeping the place."""
        at = self.offset_at
        started = self.cursor >= len(self._page.heading)
        self._lay_out(self.article, self._page.aids)
        self.cursor = self._page.line_of(at) if started else min(self.cursor, self.count - 1)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._repaint_moved(self.cursor, self.cursor)

    def on_blur(self) -> None:
        """Take the cursor away."""
        self._repaint_moved(self.cursor, self.cursor)

    def line(self, y: int, width: int) -> Line:
        """A line of heading or text with its gutter, in the middle of the widget."""
        number = self.top + y
        if number >= self._page.count:
            return ()
        left: list[Run] = [(" " * self._indent(width), ())]
        if number < len(self._page.heading):
            return [*left, self._pointer(number), ("   ", ()), *self._page.heading[number]]
        span = self._page.span(number)
        if span is None:
            return [*left, self._pointer(number)]
        return [*left, *self._gutter(number, span), *self._text(span)]

    def _text(self, span: Span) -> list[Run]:
        inks: list[Ink] = self._page.inks(span)
        inks += shifted((m for m in self._matches if m.start < span.end and m.end > span.start), 0, "match")
        return painted(self.article.text, span.start, span.end, inks)

    def _pointer(self, number: int) -> Run:
        return (self._glyphs.cursor if number == self.cursor and self.has_focus else " ", ("active",))

    def _gutter(self, number: int, span: Span) -> list[Run]:
        claim = self._page.claim_on(span)
        sign = self._glyphs.strength[claim.strength - 1] if claim else " "
        mark = self._glyphs.marked if self._page.marked(span) else " "
        return [self._pointer(number), (sign, ("claim-mark",)), (mark, ("active",)), (" ", ())]

    def _indent(self, width: int) -> int:
        return max(0, (width - _GUTTER - self._text_width(width)) // 2 - 1)

    def _text_width(self, width: int) -> int:
        return max(10, min(self._measure, width - _GUTTER - 1))

    def _lay_out(self, article: Article, aids: Aids) -> None:
        self._page = Page(article, aids, self._text_width(self.size.width or self._measure))

    def _settle(self, offset: int | None) -> None:
        """Take the sentence at a place in the text for the current one, or the one of the cursor's line."""
        if offset is not None:
            before = self._before(offset)
            self._sentence = before if before >= 0 else None
            self.at = offset
            return
        self._sentence = self._page.sentence_on(self.cursor)
        sentence = self.sentence
        if sentence is not None:
            self.at = sentence.start
        elif self.cursor < len(self._page.heading):
            self.at = -1
        else:
            self.at = self.offset_at

    def _before(self, offset: int) -> int:
        """The position of the last sentence that begins at `offset` or before it, -1 if none does."""
        return bisect_right(self._page.aids.sentences, offset, key=lambda sentence: sentence.start) - 1
