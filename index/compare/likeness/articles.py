"""How alike two whole articles are, as the background of their sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from index.compare.likeness.prepared import CONTENT
from index.text.rarity import rarity
from index.text.words import stem, words


@dataclass(frozen=True, slots=True)
class Bag:
    """The content stems of an article, weighted and of unit length."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, text: str) -> Self:
        """The bag of a text: sublinear term frequency times rarity (Salton and Buckley 1988)."""
        counts = Counter(map(stem, words(text)))
        weights = {
            one: (1 + math.log(count)) * rare
            for one, count in sorted(counts.items())
            if (rare := rarity(one)) >= CONTENT
        }
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
        return cls({one: weight / length for one, weight in weights.items()})


def alike(a: Bag, b: Bag) -> float:
    """The cosine (0..1) of two bags."""
    return math.fsum(weight * b.weights[one] for one, weight in a.weights.items() if one in b.weights)
