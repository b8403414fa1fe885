"""A sentence as the attribution rules see it: tokens, each stretch in quotation marks being one of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.model import Sentence
from index.text.marks import Quoted
from index.text.words import WORD

_TOKEN = re.compile(WORD.pattern + r"|--|\.\.\.|[^\w\s]")
_PAUSES = frozenset(",.?!…")
QUOTE = "“”"
"""The `low` of a token that stands for words in quotation marks."""


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation; `low` is its lower-case form.

    `pause` tells of a quotation that it ends with a comma or a stop.
    """

    start: int
    end: int
    low: str
    capital: bool
    quote: Quoted | None = None
    pause: bool = False

    @property
    def word(self) -> bool:
        """Whether this is a word outside quotation marks."""
        return self.low[0].isalnum()


def passages(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quoted]) -> Iterator[tuple[int, list[Token]]]:
    """The paragraph and the tokens of each sentence; sentences that share a quotation count as one."""
    starts = [quote.outer.start for quote in quotes]
    position = 0
    while position < len(sentences):
        first, last = position, position
        inside = _inside(quotes, starts, sentences[first].start, sentences[last].end)
        while inside and last + 1 < len(sentences) and inside[-1].outer.end > sentences[last].end + 1:
            if sentences[last + 1].paragraph != sentences[first].paragraph:
                break
            last += 1
            inside = _inside(quotes, starts, sentences[first].start, sentences[last].end)
        yield (
            sentences[first].paragraph,
            list(_tokens(text, sentences[first].start, sentences[last].end, inside)),
        )
        position = last + 1


def _inside(quotes: Sequence[Quoted], starts: Sequence[int], start: int, end: int) -> Sequence[Quoted]:
    first = bisect_right(starts, start - 1)
    return quotes[first : bisect_right(starts, end - 1, lo=first)]


def _tokens(text: str, start: int, end: int, quotes: Sequence[Quoted]) -> Iterator[Token]:
    position = start
    for quote in quotes:
        yield from _words(text, position, quote.outer.start)
        pause = text[quote.end - 1 : quote.end] in _PAUSES
        yield Token(quote.outer.start, quote.outer.end, QUOTE, False, quote, pause)
        position = quote.outer.end
    yield from _words(text, position, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        word = match.group()
        yield Token(match.start(), match.end(), word.lower().replace("’", "'"), word[0].isupper())
