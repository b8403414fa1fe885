"""What two sentences have in common, as numbers that a linear model weighs. All are symmetric.

Overlap measures as they are used for paraphrases (Wan et al. 2006; Madnani et al. 2012, "Re-examining machine
translation metrics for paraphrase identification"), and the rarity of what is shared and what is not. "Less"
and "more" are the smaller and the larger share of the two sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from index.compare.likeness.background import APART, UNKNOWN, Background
from index.compare.likeness.prepared import Prepared

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
    shared = a.weights.keys() & b.weights.keys()
    weight = _sum(a.weights, shared)
    return (
        *_words(a, b, shared, weight),
        *_strings(a, b),
        *_runs(a, b),
        *_unshared(a, b, weight),
        *_lengths(a, b),
        background.alike,
        *_telling(a, b, shared, background),
        apart,
    )


def _words(a: Prepared, b: Prepared, shared: Set[str], weight: float) -> tuple[float, ...]:
    both = len(a.distinct & b.distinct)
    begun = a.beginnings.keys() & b.beginnings.keys()
    softly = [_ratio(weight + _partly(one, two, shared, begun), one.total) for one, two in ((a, b), (b, a))]
    return (
        _ratio(both, len(a.distinct) + len(b.distinct) - both),
        _ratio(2 * weight, a.total + b.total),
        _ratio(math.fsum([a.weights[one] ** 2 for one in shared]), a.length * b.length),
        math.log1p(weight),
        float(len(shared)),
        min(softly),
    )


def _strings(a: Prepared, b: Prepared) -> tuple[float, ...]:
    return (
        fuzz.token_set_ratio(a.lower, b.lower) / 100,
        fuzz.ratio(a.ordered, b.ordered) / 100,
        fuzz.ratio(a.lower, b.lower) / 100,
        *_less_and_more(LCSseq.similarity(a.stems, b.stems), len(a.stems), len(b.stems)),
    )


def _runs(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """Shares of letter trigrams, then of runs of one, two and three stems."""
    (a1, a2, a3), (b1, b2, b3) = a.runs, b.runs
    return (
        *_less_and_more(len(a.letters & b.letters), len(a.letters), len(b.letters)),
        *_less_and_more(len(a1 & b1), len(a1), len(b1)),
        *_less_and_more(len(a2 & b2), len(a2), len(b2)),
        *_less_and_more(len(a3 & b3), len(a3), len(b3)),
    )


def _unshared(a: Prepared, b: Prepared, weight: float) -> tuple[float, ...]:
    names = _ordered(float(len(a.names - b.distinct)), float(len(b.names - a.distinct)))
    numbers = len(a.numbers & b.numbers)
    return (
        *_ordered(math.log1p(max(0.0, a.total - weight)), math.log1p(max(0.0, b.total - weight))),
        *names,
        _less_and_more(_sum(a.weights, a.names & b.names), a.names_weight, b.names_weight)[1],
        float(numbers),
        *_ordered(float(len(a.numbers) - numbers), float(len(b.numbers) - numbers)),
    )


def _lengths(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shorter, longer = _ordered(len(a.stems), len(b.stems))
    return math.log1p(shorter), math.log1p(longer), float(longer - shorter)


def _telling(a: Prepared, b: Prepared, shared: Set[str], background: Background) -> tuple[float, ...]:
    """What is shared of what tells anything within the articles: shares, their mean, and the weight."""
    both, mine, theirs = background.weigh(a, shared), background.total(a), background.total(b)
    return *_less_and_more(both, mine, theirs), _ratio(2 * both, mine + theirs), math.log1p(both)


def _partly(a: Prepared, b: Prepared, shared: Set[str], begun: Set[str]) -> float:
    """The weight of a's other words for which b has one with the same beginning, as far as they agree."""
    return math.fsum(
        [
            a.weights[one] * max([_kin(one, other) for other in b.beginnings[beginning]])
            for beginning in begun
            for one in a.beginnings[beginning]
            if one not in shared
        ]
    )


def _kin(one: str, other: str) -> float:
    """The share of two words' letters that agree from the start, 0 below half."""
    short, long = sorted((len(one), len(other)))
    alike = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), short)
    return alike / long if alike >= _KIN * long else 0.0


def _less_and_more(shared: float, mine: float, theirs: float) -> tuple[float, float]:
    return _ordered(_ratio(shared, mine), _ratio(shared, theirs))


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _sum(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    return math.fsum(map(weights.__getitem__, stems))  # exact, so that the order of a set doesn't show
