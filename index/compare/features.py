"""What two sentences have in common, as numbers that a linear model weighs. All are symmetric."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from rapidfuzz import fuzz

from index.compare.prepared import Prepared

NAMES = (
    "jaccard", "dice", "cosine", "coverage of the longer", "coverage of the shorter", "shared weight",
    "shared stems", "token set", "token sort", "ratio", "bigrams", "skip pairs", "letters of the shorter",
    "letters of the longer", "soft coverage", "names of the shorter", "names of the longer",
    "shared name weight", "shared numbers", "numbers unshared", "numbers unshared by both",
    "length ratio", "shorter length", "longer length",
)  # fmt: skip

_KIN = 0.5  # share of a word's letters that must agree, from its start, for a partial match


def features(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """The values of `NAMES` for a pair of sentences, in that order."""
    return (*_overlap(a, b), *_strings(a, b), *_letters(a, b), *_facts(a, b), *_lengths(a, b))


def _overlap(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shared = a.weights.keys() & b.weights.keys()
    weight = _sum(a.weights, shared)
    squares = sum(a.weights[one] ** 2 for one in shared)
    covered = sorted((_ratio(weight, a.total), _ratio(weight, b.total)))
    return (
        _ratio(len(a.distinct & b.distinct), len(a.distinct | b.distinct)),
        _ratio(2 * weight, a.total + b.total),
        _ratio(squares, _length(a.weights) * _length(b.weights)),
        *covered,
        math.log1p(weight),
        float(len(shared)),
    )


def _strings(a: Prepared, b: Prepared) -> tuple[float, ...]:
    return (
        fuzz.token_set_ratio(a.lower, b.lower) / 100,
        fuzz.token_sort_ratio(a.lower, b.lower) / 100,
        fuzz.ratio(a.lower, b.lower) / 100,
        _ratio(len(a.pairs & b.pairs), min(len(a.pairs), len(b.pairs))),
        _ratio(len(a.skips & b.skips), min(len(a.skips), len(b.skips))),
    )


def _letters(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shared = (a.grams & b.grams).total()
    sizes = sorted((a.grams.total(), b.grams.total()))
    return _ratio(shared, sizes[0]), _ratio(shared, sizes[1]), min(_soft(a, b), _soft(b, a))


def _soft(a: Prepared, b: Prepared) -> float:
    """The share of a's weight that b has, a word with the same beginning counting in part."""
    total = 0.0
    for one, weight in a.weights.items():
        total += weight if one in b.weights else weight * max((_kin(one, other) for other in b.weights), default=0)
    return _ratio(total, a.total)


def _kin(one: str, other: str) -> float:
    """The share of two words' letters that agree from the start, 0 below half."""
    if one[:3] != other[:3]:
        return 0.0
    alike = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    share = alike / max(len(one), len(other))
    return share if share >= _KIN else 0.0


def _facts(a: Prepared, b: Prepared) -> tuple[float, ...]:
    weight = _sum(a.weights, a.names & b.names)
    totals = sorted((_sum(a.weights, a.names), _sum(b.weights, b.names)))
    unshared = sorted((len(a.numbers - b.numbers), len(b.numbers - a.numbers)))
    return (
        _ratio(weight, totals[0]),
        _ratio(weight, totals[1]),
        math.log1p(weight),
        float(len(a.numbers & b.numbers)),
        float(unshared[1]),
        float(unshared[0]),
    )


def _lengths(a: Prepared, b: Prepared) -> tuple[float, ...]:
    shorter, longer = sorted((len(a.stems), len(b.stems)))
    return _ratio(shorter, longer), math.log1p(shorter), math.log1p(longer)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _sum(weights: Mapping[str, float], stems: Set[str]) -> float:
    return sum(weights[one] for one in sorted(stems))


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))
