"""What two sentences have word for word: a strong sign of one statement, whatever else either says."""

from __future__ import annotations

from collections.abc import Set

from index.compare.likeness.prepared import Prepared, weigh

FEWEST = 4  # words of a sentence that may stand whole in another
HEAVY = 6.0  # rarities of its content words: "It was always bipartisan", not "We have to do it"
CONTENTS = 2  # content words among them
MUCH = 20.0  # rarities of repeated words that are more than a name and a title
HALF, THIRD = 0.5, 0.33
RUNS = 2  # of three words, that is four words in a row or twice three


def whole(a: Prepared, b: Prepared) -> bool:
    """Whether the words of the shorter sentence, few as they are, stand in a row in the longer."""
    short, long = (a, b) if len(a.stems) <= len(b.stems) else (b, a)
    size = len(short.stems)
    if size < FEWEST or len(short.weights) < CONTENTS or short.total < HEAVY or not short.distinct <= long.distinct:
        return False
    return any(long.stems[n : n + size] == short.stems for n in range(len(long.stems) - size + 1))


def repeated(a: Prepared, b: Prepared) -> frozenset[str]:
    """The content words in runs of words that both have; none where it is but one run of three words."""
    runs = [run for run in a.runs[2] & b.runs[2] if isinstance(run, tuple)]
    words = frozenset(word for run in runs for word in run) if len(runs) >= RUNS else frozenset()
    return words & a.weights.keys()


def much(words: Set[str], a: Prepared, b: Prepared) -> bool:
    """Whether repeated words are half of what the slighter sentence says, or a third if that is much."""
    weight, total = weigh(words), min(a.total, b.total)
    return weight >= max(HEAVY, HALF * total) or weight >= max(MUCH, THIRD * total)
