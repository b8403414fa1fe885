"""Which pairs of sentences are worth scoring: those that share enough telling words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from index.compare.prepared import Prepared

TELLING = 2.5  # rarity of a word that can bring two sentences together
ENOUGH = 4.0  # summed rarity of what a pair shares
MOST = 40_000  # pairs scored at most in one comparison, those that share most


class Place(NamedTuple):
    """A sentence: the position of its article in the comparison, and its own in the article."""

    article: int
    sentence: int


def candidates(articles: Sequence[Sequence[Prepared]]) -> tuple[list[tuple[Place, Place]], bool]:
    """Pairs of sentences of different articles, and whether some were left out for their number."""
    shared: dict[tuple[Place, Place], float] = defaultdict(float)
    for stem, places in sorted(_postings(articles).items()):
        weight = articles[places[0].article][places[0].sentence].weights[stem]
        for a, b in _pairs(places):
            shared[a, b] += weight
    kept = [pair for pair, weight in shared.items() if weight >= ENOUGH]
    if len(kept) <= MOST:
        return kept, False
    return sorted(kept, key=lambda pair: -shared[pair])[:MOST], True


def _postings(articles: Sequence[Sequence[Prepared]]) -> dict[str, list[Place]]:
    """For every telling stem, the sentences that have it."""
    postings: dict[str, list[Place]] = defaultdict(list)
    for number, sentences in enumerate(articles):
        for position, sentence in enumerate(sentences):
            for stem, weight in sentence.weights.items():
                if weight >= TELLING:
                    postings[stem].append(Place(number, position))
    return postings


def _pairs(places: Sequence[Place]) -> list[tuple[Place, Place]]:
    return [(a, b) for n, a in enumerate(places) for b in places[n + 1 :] if a.article != b.article]
