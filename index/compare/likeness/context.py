"""Whether two mentions fill the same slot: how much the words around them agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.compare.likeness.prepared import CONTENT
from index.model import Span
from index.text.rarity import rarity
from index.text.words import spans, stem

WIDTH = 6  # content words looked at on either side
ACROSS = 0.5  # worth of a shared word that stands on the other side: "$5 fare", "a fare of $5"


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a passage: its place in the article, and its stem."""

    start: int
    end: int
    stem: str


def content(text: str, offset: int) -> tuple[Word, ...]:
    """The content words of a passage that begins at `offset`, without numerals."""
    found = ((start, end, stem(word)) for start, end, word in spans(text) if not word[0].isdigit())
    return tuple(Word(offset + start, offset + end, one) for start, end, one in found if rarity(one) >= CONTENT)


def agreement(a: Span, around_a: Sequence[Word], b: Span, around_b: Sequence[Word]) -> float:
    """How alike the surroundings of two mentions are, 0 (nothing) to about 4; near words count most."""
    left_a, right_a = _sides(a, around_a)
    left_b, right_b = _sides(b, around_b)
    straight = _shared(left_a, left_b) + _shared(right_a, right_b)
    crossed = _shared(left_a, right_b) + _shared(right_a, left_b)
    return straight + ACROSS * crossed


def _sides(span: Span, around: Sequence[Word]) -> tuple[dict[str, float], dict[str, float]]:
    """For the words left and right of a mention, how near they are (1 beside it)."""
    left = [word.stem for word in around if word.end <= span.start][::-1][:WIDTH]
    right = [word.stem for word in around if word.start >= span.end][:WIDTH]
    return _nearness(left), _nearness(right)


def _nearness(stems: Sequence[str]) -> dict[str, float]:
    return {one: 1 / (1 + place / 3) for place, one in reversed(list(enumerate(stems)))}


def _shared(a: dict[str, float], b: dict[str, float]) -> float:
    return sum(min(near, b[one]) for one, near in a.items() if one in b)
