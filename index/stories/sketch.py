"""A sample of an article's word runs, small enough to keep, by which copied text is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from index.text.words import fold

RUN = 5  # words in a shingle
SAMPLE = 4  # one shingle in so many is kept: those whose checksum it divides (Broder 1997, "mod p")

BASE, MODULUS = 1_000_003, (1 << 61) - 1  # of the rolling hash; both prime
_LEAVING = pow(BASE, RUN, MODULUS)


def shingles(words: Sequence[str]) -> frozenset[int]:
    """A checksum for every run of five words; text of fewer words has one for all of it, if any.

    A rolling hash (Rabin and Karp 1987) over the checksums of the words.
    """
    values = [_checksum(word) for word in words]
    value, found = 0, []
    for place, entering in enumerate(values):
        leaving = values[place - RUN] if place >= RUN else 0
        value = (value * BASE + entering - leaving * _LEAVING) % MODULUS
        if place >= RUN - 1:
            found.append(value)
    return frozenset(found or ([value] if values else []))


@lru_cache(maxsize=1 << 16)
def _checksum(word: str) -> int:
    return crc32(fold(word).encode("utf-8", "surrogatepass"))


def sketch(words: Sequence[str]) -> tuple[int, ...]:
    """The sampled shingles of a text given as its words, sorted."""
    return tuple(sorted(value for value in shingles(words) if value % SAMPLE == 0))


def containment(part: Sequence[int] | frozenset[int], whole: Sequence[int] | frozenset[int]) -> float:
    """The share (0..1) of the shingles of `part` that are in `whole`."""
    return len(set(part).intersection(whole)) / len(part) if part else 0.0
