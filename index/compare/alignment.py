"""Which sentences of two or more articles belong in one row: one to one, one to many, and across order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.compare.candidates import Place
from index.model import Relation

RUN = 3  # adjoining sentences of one article in one row at most

Scores = Mapping[tuple[Place, Place], float]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that belong together; per article the positions of adjoining sentences, or none."""

    cells: tuple[tuple[int, ...], ...]
    relation: Relation


def groups(sizes: Sequence[int], scores: Scores, *, same: float, related: float) -> list[Group]:
    """Every sentence in exactly one group, in reading order.

    `sizes` has the number of sentences of each article, `scores` the pairs that were scored. Pairs are taken
    best first and their groups united as long as each article's part stays one run of at most three
    adjoining sentences (Kruskal's algorithm under a constraint). Equal scores must be broken by the caller's
    order of `scores`.
    """
    forest = _Forest(sizes)
    for (a, b), value in sorted(scores.items(), key=lambda item: -item[1]):
        if value >= related:
            forest.unite(a, b, sure=value >= same)
    return _ordered(forest.groups(), sizes)


class _Forest:
    """Groups under way: for every sentence the set it is in, shared by its members."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.count = len(sizes)
        self.home = {
            Place(article, n): _Tree({Place(article, n)}) for article, size in enumerate(sizes) for n in range(size)
        }

    def unite(self, a: Place, b: Place, *, sure: bool) -> None:
        left, right = self.home[a], self.home[b]
        if left is right or not _is_row(left.places | right.places):
            return
        if not sure and (left.sure or right.sure):
            return  # a loose link must not water down a row that is sure
        left.places |= right.places
        left.sure = sure
        for place in right.places:
            self.home[place] = left

    def groups(self) -> list[Group]:
        return [self._group(tree) for tree in {id(tree): tree for tree in self.home.values()}.values()]

    def _group(self, tree: _Tree) -> Group:
        cells = tuple(
            tuple(sorted(place.sentence for place in tree.places if place.article == article))
            for article in range(self.count)
        )
        relation: Relation = "same" if tree.sure else "related"
        return Group(cells, "only" if len(tree.places) == 1 else relation)


@dataclass(slots=True, eq=False)
class _Tree:
    places: set[Place]
    sure: bool = False


def _is_row(places: Iterable[Place]) -> bool:
    """Whether each article's sentences form one short run."""
    runs: dict[int, list[int]] = {}
    for place in places:
        runs.setdefault(place.article, []).append(place.sentence)
    return all(max(run) - min(run) + 1 == len(run) <= RUN for run in runs.values())


def _ordered(found: Sequence[Group], sizes: Sequence[int]) -> list[Group]:
    """Shared rows by the mean relative position of their cells, each followed by what single articles say
    after it, article by article."""
    shared = sorted((group for group in found if group.relation != "only"), key=lambda g: (_middle(g, sizes), g.cells))
    rank = {cell: n for n, group in enumerate(shared) for cell in _places(group)}
    keys: list[tuple[tuple[int, int, int], Group]] = [((n, -1, 0), group) for n, group in enumerate(shared)]
    alone = {place: group for group in found if group.relation == "only" for place in _places(group)}
    for article, size in enumerate(sizes):
        anchor = -1
        for n in range(size):
            place = Place(article, n)
            anchor = rank.get(place, anchor)
            if place in alone:
                keys.append(((anchor, article, n), alone[place]))
    return [group for _, group in sorted(keys, key=lambda item: item[0])]


def _places(group: Group) -> list[Place]:
    return [Place(article, n) for article, cell in enumerate(group.cells) for n in cell]


def _middle(group: Group, sizes: Sequence[int]) -> float:
    positions = [cell[0] / sizes[article] for article, cell in enumerate(group.cells) if cell]
    return sum(positions) / len(positions)
