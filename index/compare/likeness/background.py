"""What two articles are to a pair of their sentences: how alike they are, and which words tell anything within them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from index.compare.likeness.prepared import Prepared

NEUTRAL = 0.4  # likeness of two articles of which nothing is known: usual for two reports of one event
APART = 1 / 3  # how far apart two sentences stand of which nothing is known: as any two on average


@dataclass(frozen=True, slots=True)
class Background:
    """`alike` is the cosine (0..1) of the articles. `telling` is the share (0..1) of its rarity that a stem keeps
    within them, by its inverse document frequency with sentences for documents: next to nothing where every sentence
    has it. What `telling` doesn't know keeps all. `totals` has what all the words of each sentence tell."""

    alike: float
    telling: Mapping[str, float]
    totals: Mapping[Prepared, float] = field(default_factory=dict)

    @classmethod
    def of(cls, alike: float, mine: Sequence[Prepared], theirs: Sequence[Prepared]) -> Self:
        """The background of the sentences of two articles."""
        sentences = [*mine, *theirs]
        having = Counter(stem for sentence in sentences for stem in sentence.weights)
        most = math.log(len(sentences) + 1)
        bare = cls(alike, {stem: 1 - math.log(count) / most for stem, count in having.items()})
        return cls(alike, bare.telling, {sentence: bare.weigh(sentence, sentence.weights) for sentence in sentences})

    def weigh(self, sentence: Prepared, stems: Iterable[str]) -> float:
        """What these content stems of a sentence tell within the articles; exact, so that their order doesn't show."""
        weights, known = sentence.weights, self.telling
        return math.fsum([weights[stem] * known.get(stem, 1.0) for stem in stems])

    def total(self, sentence: Prepared) -> float:
        """What all the content stems of a sentence tell."""
        known = self.totals.get(sentence)
        return self.weigh(sentence, sentence.weights) if known is None else known


UNKNOWN = Background(NEUTRAL, {})
