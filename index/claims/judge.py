"""Scores one sentence, and says what the score is made of."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from index.claims.features import WORDING, Features
from index.claims.model import DIMENSIONS, shipped
from index.config import ClaimSettings
from index.model import Reason

ELSEWHERE = "also in other sources"
"""The feature of corroboration; its reason says in how many."""

PLACE = "its place in the article"
PLACE_ONLY = "its place in the article alone: claims in this language are not analysed"

_REASONS = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score, 0..1, and the heaviest reasons for it: what speaks for the sentence first, then what against."""

    score: float
    reasons: tuple[Reason, ...]


def judge(seen: Features, texts: int, settings: ClaimSettings) -> Verdict:
    """The weighted geometric mean of the wanted dimensions.

    `texts` is the number of other texts that carry the sentence. The weight of a reason is its part in the
    logarithm of the score, to first order.
    """
    dimensions = [shipped()[name] for name in DIMENSIONS if getattr(settings, name)]
    whole = sum(each.share for each in dimensions)
    corroborated = seen | ({ELSEWHERE: math.log2(1 + texts)} if texts else {})
    total = 0.0
    parts: defaultdict[str, float] = defaultdict(float)
    for each in dimensions:
        probability, share = each.linear.probability(corroborated), each.share / whole
        total += share * math.log(probability)
        for name, value in each.linear.contributions(corroborated):
            parts[_worded(name, texts)] += share * (1 - probability) * value
    return Verdict(math.exp(total), _heaviest(parts))


def by_place(place: int, reason: str) -> Verdict:
    """The verdict on sentence number `place` (from 0) where only its place counts."""
    score = 1 / math.log2(place + 2)
    return Verdict(score, (Reason(reason, score),))


def _heaviest(parts: dict[str, float]) -> tuple[Reason, ...]:
    heaviest = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))[:_REASONS]
    return tuple(Reason(name, weight) for name, weight in sorted(heaviest, key=lambda part: -part[1]))


def _worded(name: str, texts: int) -> str:
    if name.startswith(WORDING):
        return "its wording"
    return name if name != ELSEWHERE else f"also in {texts} other source{'s' if texts > 1 else ''}"
