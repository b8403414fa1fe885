"""Scores one sentence, and says what the score is made of."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from index.claims.features import Features
from index.claims.model import DIMENSIONS, shipped
from index.claims.reasons import ELSEWHERE, Context, reasons
from index.config import ClaimSettings
from index.model import Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score, 0..1, and the heaviest reasons for it: what speaks for the sentence first, then what against."""

    score: float
    reasons: tuple[Reason, ...]


def judge(seen: Features, context: Context, settings: ClaimSettings) -> Verdict:
    """The weighted geometric mean of the wanted dimensions.

    The weight of a reason is its part in the logarithm of the score, to first order.
    """
    dimensions = [shipped()[name] for name in DIMENSIONS if getattr(settings, name)]
    whole = sum(each.share for each in dimensions)
    corroborated = seen | ({ELSEWHERE: math.log2(1 + context.texts)} if context.texts else {})
    total = 0.0
    parts: defaultdict[str, float] = defaultdict(float)
    for each in dimensions:
        probability, share = each.linear.probability(corroborated), each.share / whole
        total += share * math.log(probability)
        for name, value in each.linear.contributions(corroborated):
            parts[name] += share * (1 - probability) * value
    return Verdict(math.exp(total), reasons(parts, context))


def by_place(place: int, reason: str) -> Verdict:
    """The verdict on sentence number `place` (from 0) where only its place counts."""
    score = 1 / math.log2(place + 2)
    return Verdict(score, (Reason(reason, score),))
