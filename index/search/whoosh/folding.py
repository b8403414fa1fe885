"""One hit a text: which documents are copies of another, and which of them stands for a text."""

from __future__ import annotations

from index.search.whoosh.numeric import Array, Mask, np
from index.search.whoosh.schema import UNDATED


class Copies:
    """The documents whose text occurs more than once, grouped, the one that would stand for the group first."""

    def __init__(self, folds: Array, published: Array, ids: Array) -> None:
        members = _members(folds)
        undated = published[members] == UNDATED
        order = np.lexsort((ids[members], published[members], undated, folds[members]))
        self._members = members[order]
        self._folds = folds[self._members]

    def fold(self, matching: Mask) -> Array:
        """Take all but one document of each text out of `matching`; returns for every document how many copies
        it now stands for."""
        counts = np.zeros(len(matching), np.int64)
        chosen = matching[self._members]
        members, folds = self._members[chosen], self._folds[chosen]
        first = np.ones(len(folds), np.bool_)
        first[1:] = folds[1:] != folds[:-1]
        starts = np.flatnonzero(first)
        counts[members[starts]] = np.diff(starts, append=len(folds)) - 1
        matching[members[~first]] = False
        return counts


def _members(folds: Array) -> Array:
    """The documents whose fold another one has too."""
    order = np.argsort(folds)
    same = np.diff(folds[order]) == 0
    repeated = np.zeros(len(folds), np.bool_)
    repeated[1:] |= same
    repeated[:-1] |= same
    return order[repeated]
