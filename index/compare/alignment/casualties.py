"""Tolls of one event: which sentences give them, and where they are at odds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from index.compare.alignment.candidates import Pair, Place
from index.compare.facts import Facts
from index.compare.figures.growth import grown
from index.compare.figures.measures import compatible
from index.compare.figures.tolls import Harm, Toll
from index.compare.passages import Subject
from index.model import Span

KINDS = 2  # of harm that two sentences both count, one of them alike, from which they are of one event


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of counts of one harm that are at odds, where the rest of the toll agrees.

    Neither article may have the other's count of that harm anywhere, and the higher one may not be the later.
    """
    mine, theirs = _counted(a.passage_tolls), _counted(b.passage_tolls)
    if not _of_one_event(mine, theirs):
        return []
    both = [(mine[harm], theirs[harm]) for harm in sorted(mine.keys() & theirs.keys())]
    return [(here.figure, there.figure) for here, there in both if _at_odds(here, there, a, b)]


def pairs(subjects: Sequence[Subject]) -> Iterator[Pair]:
    """The sentences that give the toll of one event."""
    counted = [
        [(Place(n, place), _counted(tolls)) for place, tolls in subject.tolls_by_sentence()]
        for n, subject in enumerate(subjects)
    ]
    for mine, theirs in combinations(counted, 2):
        yield from ((a, b) for a, one in mine for b, other in theirs if _of_one_event(one, other))


def _at_odds(mine: Toll, theirs: Toll, a: Facts, b: Facts) -> bool:
    if mine.part or theirs.part or _known(mine, b.tolls) or _known(theirs, a.tolls):
        return False
    return not grown(mine.figure, theirs.figure, (a.published, b.published), a.passage.text)


def _counted(tolls: Sequence[Toll]) -> Mapping[Harm, Toll]:
    """The toll of each harm that is counted once."""
    kinds = [toll.harm for toll in tolls]
    return {toll.harm: toll for toll in tolls if kinds.count(toll.harm) == 1}


def _of_one_event(mine: Mapping[Harm, Toll], theirs: Mapping[Harm, Toll]) -> bool:
    both = mine.keys() & theirs.keys()
    return len(both) >= KINDS and any(mine[harm].figure.low == theirs[harm].figure.low for harm in both)


def _known(toll: Toll, others: Sequence[Toll]) -> bool:
    return any(toll.harm == other.harm and compatible(toll.figure, other.figure) for other in others)
