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
_LONGEST = 400
"""Tokens after which a sentence is cut: longer ones are lists or lack punctuation, and the rules look far ahead."""

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
    for first, last in _joined(sentences, quotes, starts):
        start, end = sentences[first].start, sentences[last].end
        tokens = list(_tokens(text, start, end, _inside(quotes, starts, start, end)))
        for cut in range(0, len(tokens), _LONGEST):
            yield sentences[first].paragraph, tokens[cut : cut + _LONGEST]


def _joined(
    sentences: Sequence[Sentence], quotes: Sequence[Quoted], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """First and last sentence of each passage: a quotation that is still open joins the next sentence."""
    first = ends = 0
    for number, sentence in enumerate(sentences):
        inside = _inside(quotes, starts, sentence.start, sentence.end)
        ends = inside[-1].outer.end if inside else ends
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        if following and following.paragraph == sentence.paragraph and ends > following.start:
            continue
        yield first, number
        first = number + 1


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
