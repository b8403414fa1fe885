"""A sentence made ready for comparison: its stems with their weights, names, numerals and letter runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.text.rarity import rarity
from index.text.words import spans, stem

CONTENT = 1.15  # stems below this rarity are function words, and "said"
REACH = 3  # words between two content words that still count as a pair


@dataclass(frozen=True, slots=True)
class Prepared:
    """One sentence, or several adjoining ones read as one.

    `weights` has the rarity of every content stem and `total` their sum; `names` are the stems of words that
    are capitalised inside the sentence; `grams` counts the letter trigrams of the content stems; `pairs` are
    neighbouring stems, `skips` unordered content stems at most three apart.
    """

    lower: str
    stems: tuple[str, ...]
    distinct: frozenset[str]
    weights: Mapping[str, float]
    total: float
    names: frozenset[str]
    numbers: frozenset[str]
    grams: Counter[str]
    pairs: frozenset[tuple[str, str]]
    skips: frozenset[tuple[str, str]]


def prepare(text: str) -> Prepared:
    """The sentence ready to be scored."""
    found = list(spans(text))
    stems = tuple(stem(word) for _, _, word in found)
    distinct = frozenset(stems)
    weights = {one: weight for one in sorted(distinct) if (weight := rarity(one)) >= CONTENT}
    content = [one for one in stems if one in weights]
    return Prepared(
        lower=text.lower(),
        stems=stems,
        distinct=distinct,
        weights=weights,
        total=sum(weights.values()),
        names=frozenset(
            one
            for (start, _, word), one in zip(found, stems, strict=True)
            if start and word[0].isupper() and one in weights
        ),
        numbers=frozenset(word.replace(",", "") for _, _, word in found if word[0].isdigit()),
        grams=Counter(_grams(content)),
        pairs=frozenset(pairwise(stems)),
        skips=frozenset(_skips(content)),
    )


def _grams(stems: Iterable[str]) -> Iterable[str]:
    for one in stems:
        padded = f"#{one}#"
        yield from (padded[i : i + 3] for i in range(len(padded) - 2))


def _skips(stems: Sequence[str]) -> Iterable[tuple[str, str]]:
    for reach in range(1, REACH + 1):
        yield from ((min(pair), max(pair)) for pair in zip(stems, stems[reach:], strict=False))
