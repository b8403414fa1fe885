"""How likely two sentences report the same thing: a logistic model over `features`, trained off line.

`weights.json` says what it was trained on, under which licence and by which command.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.compare.features import NAMES, features
from index.compare.prepared import Prepared

SHORT = 5  # sentences of fewer words match by chance


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model in raw feature units, with the scores from which a pair is the same, or related."""

    weights: tuple[float, ...]
    bias: float
    same: float
    related: float

    def score(self, values: tuple[float, ...]) -> float:
        """The probability (0..1) for a pair's features."""
        total = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-total)) if total > -500 else 0.0


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    stored = json.loads((files("index.compare") / "weights.json").read_text(encoding="utf-8"))
    weights = stored["weights"]
    return Model(tuple(weights[name] for name in NAMES), stored["bias"], stored["same"], stored["related"])


def score(a: Prepared, b: Prepared) -> float:
    """The probability (0..1) that two sentences report the same thing; symmetric. Very short ones must be equal."""
    if a.stems == b.stems:
        return 1.0 if a.stems else 0.0
    if min(len(a.stems), len(b.stems)) < SHORT:
        return 0.0
    return shipped().score(features(a, b))
