"""Look-alike events told apart: two earthquakes, two fights for the same belt.

Inside a group, words that all of it shares say nothing. By the words that only a part of it has, two events
fall into two halves, each with terms of its own that the other half hardly has; one event doesn't.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from index.stories.clusters import Links, cluster
from index.stories.profile import Profile, Vector, cosine
from index.text.rarity import rarity

SMALLEST = 5  # articles of each half
LARGEST = 150  # articles of a group that is looked at, for time
SHARED = 0.85  # share of the group from which a term is everybody's
RATIO = 0.4  # likeness across the halves to likeness within, at most
OWN, MOST, HARDLY = 3, 0.6, 0.1  # terms that most of one half and hardly any of the other have, at least
TELLING = 2.5  # rarity of such terms


def halves(profiles: Sequence[Profile]) -> tuple[list[int], list[int]] | None:
    """The positions of two look-alike events, or None where the group is one event."""
    if not 2 * SMALLEST <= len(profiles) <= LARGEST:
        return None
    links = _links(_local(profiles))
    found = cluster(len(profiles), links, 0.0, fewest=2)
    if len(found) != 2 or min(map(len, found)) < SMALLEST:
        return None
    first, second = found
    alike = _across(links, first, second) <= RATIO * _within(links, found)
    return (first, second) if alike and _own(profiles, first, second) >= OWN <= _own(profiles, second, first) else None


def _local(profiles: Sequence[Profile]) -> list[Vector]:
    """The terms of each article, weighted by how few articles of the group have them; single ones left out."""
    counts = Counter(term for one in profiles for term in one.terms)
    size = len(profiles)
    weights = {term: math.log(size / n) for term, n in counts.items() if 2 <= n <= SHARED * size}
    vectors: list[Vector] = []
    for one in profiles:
        vector = {term: weight * weights[term] for term, weight in one.terms.items() if term in weights}
        length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors


def _links(vectors: Sequence[Vector]) -> Links:
    links: Links = {n: {} for n in range(len(vectors))}
    for a, one in enumerate(vectors):
        for b in range(a):
            links[a][b] = links[b][a] = cosine(one, vectors[b])
    return links


def _across(links: Links, first: Sequence[int], second: Sequence[int]) -> float:
    return math.fsum(links[a][b] for a in first for b in second) / (len(first) * len(second))


def _within(links: Links, clusters: Sequence[Sequence[int]]) -> float:
    values = [links[a][b] for members in clusters for a in members for b in members if a < b]
    return math.fsum(values) / len(values)


def _own(profiles: Sequence[Profile], mine: Sequence[int], theirs: Sequence[int]) -> int:
    """How many telling terms most of `mine` and hardly any of `theirs` have."""
    here = Counter(term for n in mine for term in profiles[n].terms if rarity(term) >= TELLING)
    there = Counter(term for n in theirs for term in profiles[n].terms)
    return sum(n >= MOST * len(mine) and there[term] <= HARDLY * len(theirs) for term, n in here.items())
