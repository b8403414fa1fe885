"""A sentence made ready for comparison: its stems with their weights, names, numerals and runs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from index.text.rarity import rarity
from index.text.words import spans, stem

CONTENT = 1.15  # stems below this rarity are function words, and "said"
LONGEST = 1500  # characters read of a sentence; one in a thousand of news prose is longer than 500
BEGINNING = 3  # letters that two words must share to be kin

_YEAR = re.compile(r"(?:19|20)\d\d")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """One sentence, or several adjoining ones read as one; compared by identity, so that it can be a quick key.

    `lower` is its text in small letters, `ordered` the same with its words in alphabetical order. `weights` has the
    rarity of every content stem, `total` is their sum and `length` that of their vector; `names` are the stems of
    words that are capitalised inside the sentence, `names_weight` is the sum of their rarities; `years` are those of
    its `numbers` that can be one; `letters` counts the trigrams of letters in content stems; `runs` counts runs of
    one, two and three stems.
    """

    lower: str
    ordered: str
    stems: Run
    distinct: frozenset[str]
    weights: Mapping[str, float]
    total: float
    length: float
    names: frozenset[str]
    names_weight: float
    numbers: frozenset[str]
    years: frozenset[str]
    letters: frozenset[Hashable]
    beginnings: Mapping[str, Sequence[str]]
    runs: tuple[frozenset[Hashable], frozenset[Hashable], frozenset[Hashable]]


def prepare(text: str) -> Prepared:
    """The sentence ready to be scored; of one that goes on and on (a list, a table), its beginning."""
    text = text[:LONGEST]
    found = list(spans(text))
    stems = tuple(stem(word) for _, _, word in found)
    distinct = frozenset(stems)
    weights = {one: weight for one in sorted(distinct) if (weight := rarity(one)) >= CONTENT}
    capital = {one for (start, _, word), one in zip(found, stems, strict=True) if start and word[0].isupper()}
    names = frozenset(capital & weights.keys())
    numbers = frozenset(word.replace(",", "") for _, _, word in found if word[0].isdigit())
    lower = text.lower()
    return Prepared(
        lower=lower,
        ordered=" ".join(sorted(lower.split())),
        stems=stems,
        distinct=distinct,
        weights=weights,
        total=math.fsum(weights.values()),
        length=math.sqrt(math.fsum(weight * weight for weight in weights.values())),
        names=names,
        names_weight=math.fsum(weights[one] for one in names),
        numbers=numbers,
        years=frozenset(filter(_YEAR.fullmatch, numbers)),
        letters=_numbered([three for one in stems if one in weights for three in _letters(one)]),
        beginnings=_beginnings(weights),
        runs=(_runs(stems, 1), _runs(stems, 2), _runs(stems, 3)),
    )


def weigh(stems: Set[str]) -> float:
    """The sum of their rarities, exact, so that the order of a set doesn't show."""
    return math.fsum(map(rarity, stems))


@lru_cache(maxsize=1 << 14)
def _letters(stem: str) -> tuple[str, ...]:
    padded = f"#{stem}#"
    return tuple(padded[i : i + 3] for i in range(len(padded) - 2))


def _beginnings(stems: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in stems:
        found.setdefault(one[:BEGINNING], []).append(one)
    return found


def _runs(stems: Sequence[str], size: int) -> frozenset[Hashable]:
    return _numbered(list(zip(*(stems[n:] for n in range(size)), strict=False)))


def _numbered(things: Sequence[Hashable]) -> frozenset[Hashable]:
    """Each thing as it is, and its second and later occurrences with their numbers."""
    distinct = frozenset(things)
    if len(distinct) == len(things):
        return distinct
    counts = Counter(things)
    return distinct.union([(n, thing) for thing, count in counts.items() if count > 1 for n in range(2, count + 1)])
