"""The claim model: three logistic regressions over named features, their weights in `weights.json`.

A sentence is worth checking as far as it is factual, check-worthy and salient in its article; the score is the
weighted geometric mean of the three probabilities. The weights file names the data, the licence, the command and the
date of its training.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.claims.features import Features

WEIGHTS = Path(__file__).with_name("weights.json")
DIMENSIONS = ("factual", "checkworthy", "salient")


@dataclass(frozen=True, slots=True)
class Linear:
    """One logistic regression: a bias and a weight for each feature it looks at."""

    bias: float
    weights: Mapping[str, float]

    def contributions(self, features: Features) -> Iterator[tuple[str, float]]:
        """What each feature adds to the log-odds."""
        for name, value in features.items():
            weight = self.weights.get(name)
            if weight:
                yield name, weight * value

    def logit(self, features: Features) -> float:
        """The log-odds of the positive class."""
        return self.bias + math.fsum(value for _, value in self.contributions(features))

    def probability(self, features: Features) -> float:
        """The probability of the positive class."""
        return logistic(self.logit(features))


def logistic(logit: float) -> float:
    """The probability of log-odds, safe for any size."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of the model; `share` is its exponent in the score, relative to the others."""

    linear: Linear
    share: float


@cache
def shipped() -> Mapping[str, Dimension]:
    """The shipped dimensions by name."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        name: Dimension(Linear(stored[name]["bias"], stored[name]["weights"]), stored["shares"][name])
        for name in DIMENSIONS
    }
