"""BM25F over the matching documents, as `index.search.ranking` lays down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.search import ranking
from index.search.tree import And, Near, Node, Or, Phrase, Term
from index.search.whoosh.matching import Matcher, stems, zone_of
from index.search.whoosh.numeric import Array, Floats, Mask, np
from index.search.whoosh.schema import UNDATED
from index.search.whoosh.snapshot import Snapshot
from index.text.words import words

_DAY = 86400 * 10**6  # microseconds


def scores(snapshot: Snapshot, matcher: Matcher, tree: Node, matching: Mask) -> Floats:
    """The score of every document; of those that do not match, 0."""
    total = np.zeros(len(snapshot))
    for node in scoring(tree):
        among = matching if isinstance(node, Term) and len(words(node.text)) == 1 else matching & matcher.match(node)
        for stem in _scored(node):
            docs, part = _term(snapshot, zone_of(node.field), stem, among)
            total[docs] += part
    return total


def scoring(tree: Node) -> Iterator[Term | Phrase | Near]:
    """The nodes of a tree that score, in its order."""
    match tree:
        case And(parts) | Or(parts):
            for part in parts:
                yield from scoring(part)
        case Term() | Phrase() | Near():
            yield tree


def nudged(total: Floats, published: Array, now: int) -> Floats:
    """The scores with the recency nudge of `ranking.nudge`."""
    days = np.maximum(0.0, (now - published) / _DAY)
    nudged = total * (1 + ranking.RECENCY * np.exp2(-days / ranking.HALF_LIFE_DAYS))
    return np.where(published == UNDATED, total, nudged)


def _scored(node: Term | Phrase | Near) -> list[bytes]:
    match node:
        case Phrase(texts, _, open_end):
            found = stems(*texts)
            return found[:-1] if open_end else found
        case Near(left, right):
            return stems(left, right)
        case Term(text):
            return stems(text)


def _term(snapshot: Snapshot, zone: str, stem: bytes, among: Mask) -> tuple[Array, Floats]:
    """Documents of `among` that hold a stem, and what it scores in each."""
    postings = snapshot.postings(zone, stem)
    chosen = among[postings.docs]
    docs = postings.docs[chosen]
    weight = ranking.idf(snapshot.count, len(postings.docs)) if len(docs) else 0.0
    if zone != "text" or postings.weights is None:
        return docs, np.full(len(docs), weight)
    frequencies: Any = postings.weights[chosen]
    dampening: Any = snapshot.norms[docs]
    part: Any = ranking.term_score(weight, frequencies, dampening)  # element by element
    return docs, part
