"""What makes an article itself: the query that finds others like it, the same for every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from heapq import nlargest

from index.model import Article
from index.search import ranking
from index.search.tree import Node, Nothing, Or, Term
from index.text.words import stem, words

# As many words as more-like-this queries commonly take (Lucene: 25).
TERMS = 25
_LEAST = 2  # other than itself, so that a word is worth looking for


def likeness(article: Article, articles: int, holding: Callable[[str], int]) -> Node:
    """Any of the words that weigh most in an article: weighted frequency times `ranking.idf`.

    `holding(stem)` says how many of the index's `articles` articles contain a stem; those in fewer than two
    are left out, for they find at most the article itself. Ties go by word.
    """
    frequencies: Counter[str] = Counter()
    surfaces: dict[str, str] = {}
    for zone, times in zip(ranking.zones(article), (ranking.TITLE, ranking.LEAD, ranking.BODY), strict=True):
        for word in words(zone):
            frequencies[surfaces.setdefault(stem(word), word)] += times
    weights = {
        surface: frequencies[surface] * ranking.idf(articles, known)
        for found, surface in surfaces.items()
        if (known := holding(found)) >= _LEAST
    }
    best = nlargest(TERMS, weights, key=lambda surface: (weights[surface], surface))
    return Or(tuple(Term(each) for each in best)) if best else Nothing()
