"""How alike two sentences are: logistic models over `features`, trained off line.

`weights.json` says what they were trained on, under which licence and by which command.
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.compare.likeness.background import APART, UNKNOWN, Background
from index.compare.likeness.features import NAMES, features
from index.compare.likeness.prepared import Prepared

SHORT = 5  # sentences of fewer words match by chance


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model in raw feature units, one weight for each of `features.NAMES`."""

    weights: tuple[float, ...]
    bias: float

    def __call__(self, values: Sequence[float]) -> float:
        """The probability (0..1) for a pair's features."""
        total = self.bias + math.fsum(map(operator.mul, self.weights, values))
        return 1 / (1 + math.exp(-max(-500.0, total)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """`event`: the probability that two sentences report the same happening, whatever else either says.
    `wording`: that they say the same and little more; it knows proportions only, no amounts.
    `statement`: how sure it is that an editor takes them for one statement; from a half on it is as likely right as
    the best balance of missed and wrong ones allows."""

    event: float
    wording: float
    statement: float


SURE, NEVER = Likeness(1.0, 1.0, 1.0), Likeness(0.0, 0.0, 0.0)


def likeness(a: Prepared, b: Prepared, background: Background = UNKNOWN, apart: float = APART) -> Likeness:
    """How alike two sentences are that stand so far `apart` (`features`); symmetric. Very short ones must be equal."""
    if a.stems == b.stems:
        return SURE if a.stems else NEVER
    if min(len(a.stems), len(b.stems)) < SHORT:
        return NEVER
    return modelled(a, b, background, apart)


def modelled(a: Prepared, b: Prepared, background: Background = UNKNOWN, apart: float = APART) -> Likeness:
    """The same for sentences of any length, by the models alone."""
    values = features(a, b, background, apart)
    return Likeness(*(_model(name)(values) for name in ("event", "wording", "statement")))


@cache
def _model(name: str) -> Model:
    stored = json.loads((files("index.compare.likeness") / "weights.json").read_text(encoding="utf-8"))["models"][name]
    return Model(tuple(stored["weights"].get(feature, 0.0) for feature in NAMES), stored["bias"])
