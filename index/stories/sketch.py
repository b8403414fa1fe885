"""A sample of an article's word runs, small enough to keep, by which copied text is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from index.text.words import fold, words

RUN = 5  # words in a shingle
SAMPLE = 4  # one shingle in so many is kept: those whose checksum it divides (Broder 1997, "mod p")


def shingles(text: str) -> frozenset[int]:
    """A checksum for every run of five words; text of fewer words has one for all of it, if any."""
    folded = [fold(word) for word in words(text)]
    runs = range(max(1, len(folded) - RUN + 1)) if folded else range(0)
    return frozenset(crc32(" ".join(folded[start : start + RUN]).encode()) for start in runs)


def sketch(text: str) -> tuple[int, ...]:
    """The sampled shingles of `text`, sorted."""
    return tuple(sorted(value for value in shingles(text) if value % SAMPLE == 0))


def containment(part: Sequence[int] | frozenset[int], whole: Sequence[int] | frozenset[int]) -> float:
    """The share (0..1) of the shingles of `part` that are in `whole`."""
    return len(set(part).intersection(whole)) / len(part) if part else 0.0
