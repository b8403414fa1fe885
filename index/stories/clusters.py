"""Average-linkage clustering over a sparse graph, with pairs that must or must not end up together."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Links = dict[int, dict[int, float]]


def cluster(
    size: int,
    links: Mapping[int, Mapping[int, float]],
    threshold: float,
    *,
    together: Iterable[Sequence[int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    fewest: int = 1,
) -> list[list[int]]:
    """Clusters of the positions 0..size-1, each sorted, in order of their first member.

    Merges the two clusters with the highest mean link (UPGMA; a missing link counts 0) until none reaches
    `threshold`, or `fewest` are left. O(m log m) for m links. Where `together` and `apart` contradict,
    `apart` gives way.
    """
    state = _State(size, links, apart)
    for members in together:
        for other in members[1:]:
            state.merge(state.home[members[0]], state.home[other])
    state.run(threshold, fewest)
    return sorted(sorted(members) for members in state.members.values())


class _State:
    """Clusters under way: `sums` holds the total link between two clusters, both ways round."""

    def __init__(self, size: int, links: Mapping[int, Mapping[int, float]], apart: Iterable[tuple[int, int]]) -> None:
        self.members = {n: [n] for n in range(size)}
        self.home = list(range(size))
        self.sums = {n: dict(links.get(n, {})) for n in range(size)}
        self.barred: dict[int, set[int]] = {n: set() for n in range(size)}
        for a, b in apart:
            self.barred[a].add(b)
            self.barred[b].add(a)

    def mean(self, a: int, b: int) -> float:
        return self.sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def run(self, threshold: float, fewest: int) -> None:
        heap = [(-self.mean(a, b), a, b) for a, near in self.sums.items() for b in near if a < b and self.free(a, b)]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= threshold and len(self.members) > fewest:
            value, a, b = heapq.heappop(heap)
            if a in self.members and b in self.members and self.free(a, b) and -value == self.mean(a, b):
                kept = self.merge(a, b)
                for other in self.sums[kept]:
                    if self.free(kept, other):
                        heapq.heappush(heap, (-self.mean(kept, other), min(kept, other), max(kept, other)))

    def free(self, a: int, b: int) -> bool:
        return b not in self.barred[a]

    def merge(self, a: int, b: int) -> int:
        """Put cluster b into a (the larger of the two stays) and say which stayed."""
        if a == b:
            return a
        if len(self.members[b]) > len(self.members[a]):
            a, b = b, a
        self.members[a] += self.members.pop(b)
        for member in self.members[a]:
            self.home[member] = a
        for other, total in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + total
        for other in self.barred.pop(b):
            self.barred[other].discard(b)
            if other != a:
                self.barred[other].add(a)
                self.barred[a].add(other)
        return a
