"""Which sentences of two or more articles belong in one row: one to one, one to many, and across order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index.compare.alignment.candidates import Pair, Place
from index.compare.passages import RUN
from index.model import Relation

REPEATS = 2  # a long sentence touches on about three matters, one of them in its own row
AGAIN = 0.5  # strength of a link for which a sentence that has its equal stands in one more row


@dataclass(frozen=True, slots=True)
class Link:
    """How strongly two sentences belong together, and whether they say the same."""

    strength: float
    same: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that belong together: for each article the positions of adjoining sentences, or none."""

    cells: tuple[tuple[int, ...], ...]
    relation: Relation


def groups(sizes: Sequence[int], links: Mapping[Pair, Link]) -> list[Group]:
    """Every sentence in a group: those of the first article in its order, then what others have besides.

    `sizes` has the number of sentences of each article. Links are taken strongest first and their groups
    united as long as each article's part stays one run of at most three adjoining sentences (Kruskal's
    algorithm under a constraint). A sentence that is left over though it is linked to one that already has
    its row gets a row of its own, in which the other is repeated: it is not only here. For what is merely related
    one sentence is repeated, at most `REPEATS` times; what already says the same as another only for a strong link.
    Where two rows that say the same cannot be one, each repeats from the other what it lacks.
    """
    forest = _Forest(sizes)
    ranked = sorted(links, key=lambda pair: (not links[pair].same, -links[pair].strength, pair))
    for a, b in ranked:
        forest.unite(a, b, same=links[a, b].same)
    found = [*forest.shared(), *_leftovers(forest, ranked, links)]
    return sorted(_completed(found, [pair for pair in ranked if links[pair].same]), key=_reading)


def _completed(found: Sequence[Group], same: Sequence[Pair]) -> list[Group]:
    """The rows, those that say the same with whoever else says it in their empty cells."""
    cells = [list(group.cells) for group in found]
    rows: dict[Place, list[int]] = {}
    for row, group in enumerate(found):
        for article, run in enumerate(group.cells if group.relation == "same" else ()):
            for sentence in run:
                rows.setdefault(Place(article, sentence), []).append(row)
    for pair in same:
        for place, other in (pair, pair[::-1]):
            for row in rows.get(place, ()):
                cells[row][other.article] = cells[row][other.article] or (other.sentence,)
    return [Group(tuple(filled), group.relation) for filled, group in zip(cells, found, strict=True)]


def _leftovers(forest: _Forest, ranked: Sequence[Pair], links: Mapping[Pair, Link]) -> list[Group]:
    """The rows of the sentences that joined none, each with the partners that are repeated for it."""
    alone = {place: _Leftover(place) for place in forest.alone()}
    repeats: Counter[Place] = Counter()
    for pair in ranked:
        link = links[pair]
        for place, other in (pair, pair[::-1]):
            if place not in alone:
                continue
            if link.same:
                alone[place].add(other, "same")
            elif alone[place].relation == "only" and repeats[other] < REPEATS and forest.open_to(other, link.strength):
                alone[place].add(other, "related")
                repeats[other] += 1
    return [leftover.group(forest.count) for leftover in alone.values()]


@dataclass(slots=True, eq=False)
class _Leftover:
    """A sentence without a row, with the best partner that other articles have for it."""

    place: Place
    relation: Relation = "only"
    others: dict[int, int] = field(default_factory=dict)

    def add(self, other: Place, relation: Relation) -> None:
        self.relation = relation
        self.others.setdefault(other.article, other.sentence)

    def group(self, count: int) -> Group:
        filled = {**self.others, self.place.article: self.place.sentence}
        return Group(tuple((filled[n],) if n in filled else () for n in range(count)), self.relation)


@dataclass(slots=True, eq=False)
class _Tree:
    places: set[Place]
    same: bool = False


class _Forest:
    """Groups under way: for every sentence the set that it is in, shared by its members."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.count = len(sizes)
        places = (Place(article, n) for article, size in enumerate(sizes) for n in range(size))
        self.home = {place: _Tree({place}) for place in places}

    def unite(self, a: Place, b: Place, *, same: bool) -> None:
        left, right = self.home[a], self.home[b]
        if left is right or not _is_row(left.places | right.places):
            return
        if not same and (left.same or right.same):
            return  # a loose link must not water down a row that says the same
        left.places |= right.places
        left.same = same
        for place in right.places:
            self.home[place] = left

    def shared(self) -> list[Group]:
        """The groups of more than one sentence."""
        trees = {id(tree): tree for tree in self.home.values()}.values()
        return [self._group(tree) for tree in trees if len(tree.places) > 1]

    def alone(self) -> list[Place]:
        """The sentences that are in no such group."""
        return [place for place, tree in self.home.items() if len(tree.places) == 1]

    def open_to(self, place: Place, strength: float) -> bool:
        """Whether a sentence may be repeated for a loose link: what says the same as another only for a strong one."""
        return strength >= AGAIN or not self.home[place].same

    def _group(self, tree: _Tree) -> Group:
        runs = _runs(tree.places)
        return Group(
            cells=tuple(tuple(sorted(runs.get(article, ()))) for article in range(self.count)),
            relation="same" if tree.same else "related",
        )


def _is_row(places: Iterable[Place]) -> bool:
    """Whether each article's sentences form one short run."""
    return all(max(run) - min(run) + 1 == len(run) <= RUN for run in _runs(places).values())


def _runs(places: Iterable[Place]) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for place in places:
        runs.setdefault(place.article, []).append(place.sentence)
    return runs


def _reading(group: Group) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """Where a group stands when the first article is read, then what it lacks in the second, and so on."""
    return next(n for n, cell in enumerate(group.cells) if cell), group.cells
