"""Words of the index that look like a given one: of a shape, or a few edits away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.search.whoosh.segment import Segment
from index.text.words import fold


def beginning(pattern: str) -> str:
    """How every word of this shape begins."""
    return re.split(r"[*?]", fold(pattern), maxsplit=1)[0]


def similar(segment: Segment, field: str, word: str, distance: int) -> Iterator[tuple[str, int]]:
    """Words of a field at most `distance` edits (Levenshtein) away from `word`, with the distance."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    candidates = segment.words(field, len(word) - distance, len(word) + distance)
    found = extract(word, candidates, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
    return ((candidate, int(edits)) for candidate, edits, _ in found)
