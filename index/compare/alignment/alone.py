"""The clauses of a sentence that others who make the same statement leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise

from index.compare.likeness.context import Word
from index.compare.passages import Passage, Subject
from index.model import Span

# Set by reading what forty comparisons of real articles mark: a clause too many costs more than one too few.
FEWEST = 4  # content words of a clause that says something
BESIDE = 0.2  # share of its words that a sentence beside it may have
ANYWHERE = 0.34  # share that any sentence of another article may have

_BORDER = re.compile(
    r"[,;:()“”\"–—]+\s*|(?<=[a-z\d][.!?])\s+|"
    r"\s+(?=(?:and|but|while|who|which|where|when|after|before|although|because|as|that|despite)\s)"
)


def alone(passages: Sequence[Passage | None], subjects: Sequence[Subject]) -> list[tuple[Span, ...]]:
    """For each passage of one statement the clauses that no other article has, in text order."""
    words = [passage.words if passage else () for passage in passages]
    return [tuple(_own(n, each, words, subjects)) if each else () for n, each in enumerate(passages)]


def _own(n: int, passage: Passage, words: Sequence[Sequence[Word]], subjects: Sequence[Subject]) -> Iterator[Span]:
    beside = [frozenset(word.stem for word in each) for m, each in enumerate(words) if m != n]
    anywhere = [sentence.distinct for m, subject in enumerate(subjects) if m != n for sentence in subject.prepared]

    def is_own(clause: Span) -> bool:
        told = frozenset(word.stem for word in words[n] if clause.start <= word.start < clause.end)
        return len(told) >= FEWEST and _lack(beside, told, BESIDE) and _lack(anywhere, told, ANYWHERE)

    for own, clauses in groupby(_clauses(passage.text, passage.cell.start), is_own):
        if own:
            first, *more = clauses
            yield Span(first.start, more[-1].end if more else first.end)


def _lack(sentences: Sequence[Set[str]], told: Set[str], share: float) -> bool:
    """Whether each of the sentences has at most this share of the words."""
    return all(len(told & sentence) <= share * len(told) for sentence in sentences)


def _clauses(text: str, offset: int) -> Iterator[Span]:
    borders = [(0, 0), *(match.span() for match in _BORDER.finditer(text)), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(borders):
        if start < end:
            yield Span(offset + start, offset + end)
