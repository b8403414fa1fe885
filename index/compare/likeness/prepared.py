"""A sentence made ready for comparison: its stems with their weights, names, numerals and runs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from index.text.rarity import rarity
from index.text.words import spans, stem

CONTENT = 1.15  # stems below this rarity are function words, and "said"
LONGEST = 1500  # characters read of a sentence; one in a thousand of news prose is longer than 500
BEGINNING = 3  # letters that two words must share to be kin

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One sentence, or several adjoining ones read as one.

    `weights` has the rarity of every content stem and `total` their sum; `names` are the stems of words that
    are capitalised inside the sentence; `letters` counts the trigrams of letters in content stems; `runs`
    counts runs of one, two and three stems.
    """

    lower: str
    stems: Run
    distinct: frozenset[str]
    weights: Mapping[str, float]
    total: float
    names: frozenset[str]
    numbers: frozenset[str]
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
    return Prepared(
        lower=text.lower(),
        stems=stems,
        distinct=distinct,
        weights=weights,
        total=math.fsum(weights.values()),
        names=frozenset(capital & weights.keys()),
        numbers=frozenset(word.replace(",", "") for _, _, word in found if word[0].isdigit()),
        letters=_numbered(_letters(one for one in stems if one in weights)),
        beginnings=_beginnings(weights),
        runs=(_runs(stems, 1), _runs(stems, 2), _runs(stems, 3)),
    )


def weigh(stems: Set[str]) -> float:
    """The sum of their rarities, exact, so that the order of a set doesn't show."""
    return math.fsum(map(rarity, stems))


def _letters(stems: Iterable[str]) -> Iterable[str]:
    for one in stems:
        padded = f"#{one}#"
        yield from (padded[i : i + 3] for i in range(len(padded) - 2))


def _beginnings(stems: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in stems:
        found.setdefault(one[:BEGINNING], []).append(one)
    return found


def _runs(stems: Sequence[str], size: int) -> frozenset[Hashable]:
    return _numbered(zip(*(stems[n:] for n in range(size)), strict=False))


def _numbered(things: Iterable[Hashable]) -> frozenset[Hashable]:
    """Each thing as it is, and its second and later occurrences with their numbers."""
    counts = Counter(things)
    again = ((number, thing) for thing, count in counts.items() for number in range(2, count + 1))
    return frozenset(chain(counts, again))
