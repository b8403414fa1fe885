"""What two sentences have in common, as numbers that a linear model weighs. All are symmetric.

Overlap measures as they are used for paraphrases (Wan et al. 2006; Madnani et al. 2012, "Re-examining machine
translation metrics for paraphrase identification"), and the rarity of what is shared and what is not. "Less"
and "more" are the smaller and the larger share of the two sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from index.compare.likeness.background import APART, UNKNOWN, Background
from index.compare.likeness.prepared import BEGINNING, Prepared

NAMES = (
    "jaccard", "dice", "cosine", "shared weight", "shared words", "soft coverage",
    "token set", "token sort", "characters", "word order less", "word order more",
    "letters less", "letters more",
    "words less", "words more", "pairs less", "pairs more", "triples less", "triples more",
    "unshared weight less", "unshared weight more", "unshared names less", "unshared names more", "names more",
    "shared numbers", "unshared numbers less", "unshared numbers more",
    "shorter length", "longer length", "length difference", "articles alike",
    "telling less", "telling more", "telling dice", "telling weight", "apart",
)  # fmt: skip

_KIN = 0.5  # share of a word's letters that must agree, from its start, for a partial match


def features(a: Prepared, b: Prepared, background: Background = UNKNOWN, apart: float = APART) -> tuple[float, ...]:
    """The values of `NAMES` for a pair of sentences, in that order.

    `apart` says how far apart they stand: the difference of their places, as shares (0..1) of their articles.
    """
    return (
        *_words(a, b),
        *_strings(a, b),
        *_runs(a, b),
        *_unshared(a, b),
        *_lengths(a, b),
        background.alike,
        *_telling(a, b, background),
        apart,
    )


def _words(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shared = a.weights.keys() & b.weights.keys()
    weight = _sum(a.weights, shared)
    squares = math.fsum([a.weights[one] ** 2 for one in shared])
    return (
        _ratio(len(a.distinct & b.distinct), len(a.distinct | b.distinct)),
        _ratio(2 * weight, a.total + b.total),
        _ratio(squares, _length(a.weights) * _length(b.weights)),
        math.log1p(weight),
        float(len(shared)),
        min(_soft(a, b), _soft(b, a)),
    )


def _strings(a: Prepared, b: Prepared) -> tuple[float, ...]:
    return (
        fuzz.token_set_ratio(a.lower, b.lower) / 100,
        fuzz.token_sort_ratio(a.lower, b.lower) / 100,
        (fuzz.ratio(a.lower, b.lower) + fuzz.ratio(b.lower, a.lower)) / 200,
        *_less_and_more(LCSseq.similarity(a.stems, b.stems), len(a.stems), len(b.stems)),
    )


def _runs(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """Shares of letter trigrams, then of runs of one, two and three stems."""
    return tuple(
        share
        for mine, theirs in zip((a.letters, *a.runs), (b.letters, *b.runs), strict=True)
        for share in _less_and_more(len(mine & theirs), len(mine), len(theirs))
    )


def _unshared(a: Prepared, b: Prepared) -> tuple[float, ...]:
    weights = sorted((_sum(a.weights, a.weights.keys() - b.weights), _sum(b.weights, b.weights.keys() - a.weights)))
    names = sorted((len(a.names - b.distinct), len(b.names - a.distinct)))
    numbers = sorted((len(a.numbers - b.numbers), len(b.numbers - a.numbers)))
    totals = (_sum(a.weights, a.names), _sum(b.weights, b.names))
    return (
        *map(math.log1p, weights),
        *map(float, names),
        _less_and_more(_sum(a.weights, a.names & b.names), *totals)[1],
        float(len(a.numbers & b.numbers)),
        *map(float, numbers),
    )


def _lengths(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shorter, longer = sorted((len(a.stems), len(b.stems)))
    return math.log1p(shorter), math.log1p(longer), float(longer - shorter)


def _telling(a: Prepared, b: Prepared, background: Background) -> tuple[float, ...]:
    """What is shared of what tells anything within the articles: shares, their mean, and the weight."""
    shared = background.weigh(a, a.weights.keys() & b.weights.keys())
    mine, theirs = background.weigh(a, a.weights), background.weigh(b, b.weights)
    return *_less_and_more(shared, mine, theirs), _ratio(2 * shared, mine + theirs), math.log1p(shared)


def _soft(a: Prepared, b: Prepared) -> float:
    """The share of a's weight that b has, a word with the same beginning counting in part."""
    total = [
        weight if one in b.weights else weight * max(_kin(one, other) for other in b.beginnings[one[:BEGINNING]])
        for one, weight in a.weights.items()
        if one in b.weights or one[:BEGINNING] in b.beginnings
    ]
    return _ratio(math.fsum(total), a.total)


def _kin(one: str, other: str) -> float:
    """The share of two words' letters that agree from the start, 0 below half."""
    short, long = sorted((len(one), len(other)))
    alike = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), short)
    return alike / long if alike >= _KIN * long else 0.0


def _less_and_more(shared: float, mine: float, theirs: float) -> tuple[float, float]:
    less, more = sorted((_ratio(shared, mine), _ratio(shared, theirs)))
    return less, more


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _sum(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    return math.fsum(map(weights.__getitem__, stems))  # exact, so that the order of a set doesn't show


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
