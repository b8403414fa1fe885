"""Did you mean: the nearest word of the index."""

from __future__ import annotations

from index.search.correct import nearest
from index.search.whoosh.matching import encoded
from index.search.whoosh.schema import words_of
from index.search.whoosh.snapshot import Snapshot
from index.text.words import fold

_SLIPS = 2  # at most (see `nearest`)


def corrected(snapshot: Snapshot, word: str) -> str:
    """The word of the index that `word` was most likely meant to be, or "".

    It takes as long as twenty searches, and is asked for again with each letter typed after the word.
    """
    if word not in snapshot.meant:
        snapshot.meant[word] = _corrected(snapshot, word)
    return snapshot.meant[word]


def _corrected(snapshot: Snapshot, word: str) -> str:
    field = words_of("text")
    length = len(fold(word))
    known: set[str] = set()
    for segment in snapshot.segments:
        known.update(segment.words(field, length - _SLIPS, length + _SLIPS))

    def holding(found: str) -> int:
        return snapshot.holding(field, encoded(found))

    while (found := nearest(word, sorted(known), holding)) and not holding(found):
        known.remove(found)  # only deleted articles have it
    return found
