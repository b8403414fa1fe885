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

from index.compare.likeness.features import NAMES, NEUTRAL, features
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
    `statement`: that they say the same and little more; it knows proportions only, no amounts.
    `same`: what tells best which sentences of full articles an editor takes for one statement."""

    event: float
    statement: float

    @property
    def same(self) -> float:
        """`statement`, or its geometric mean with a higher `event`: one may say more than the other."""
        return math.sqrt(max(self.event, self.statement) * self.statement)


SURE, NEVER = Likeness(1.0, 1.0), Likeness(0.0, 0.0)


def likeness(a: Prepared, b: Prepared, alike: float = NEUTRAL) -> Likeness:
    """How alike two sentences are; symmetric. Very short ones must be equal.

    `alike` is the cosine (0..1) of the articles that they come from, where those are known.
    """
    if a.stems == b.stems:
        return SURE if a.stems else NEVER
    if min(len(a.stems), len(b.stems)) < SHORT:
        return NEVER
    return modelled(a, b, alike)


def modelled(a: Prepared, b: Prepared, alike: float = NEUTRAL) -> Likeness:
    """The same for sentences of any length, by the models alone."""
    values = features(a, b, alike)
    return Likeness(event=_model("event")(values), statement=_model("statement")(values))


@cache
def _model(name: str) -> Model:
    stored = json.loads((files("index.compare.likeness") / "weights.json").read_text(encoding="utf-8"))["models"][name]
    return Model(tuple(stored["weights"].get(feature, 0.0) for feature in NAMES), stored["bias"])
