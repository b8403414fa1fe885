"""One hit a text."""

from __future__ import annotations

import numpy as np

from index.search.whoosh.folding import Copies
from index.search.whoosh.schema import UNDATED

FOLDS = np.array([7, 1, 7, 2, 7, 1], np.uint64)
PUBLISHED = np.array([50, UNDATED, 40, 10, 40, 60], np.int64)
IDS = np.array([1, 2, 9, 4, 5, 6], np.uint64)


def folded(*matching: int) -> tuple[list[int], list[int]]:
    mask = np.isin(np.arange(6), matching)
    counts = Copies(FOLDS, PUBLISHED, IDS).fold(mask)
    left = np.flatnonzero(mask)
    return left.tolist(), counts[left].tolist()


def test_the_earliest_then_smallest_id_stands_for_its_copies() -> None:
    assert folded(0, 2, 4) == ([4], [2])


def test_dated_articles_stand_before_undated_ones() -> None:
    assert folded(1, 5) == ([5], [1])


def test_only_matching_copies_count() -> None:
    assert folded(0, 3) == ([0, 3], [0, 0])


def test_texts_without_copies_are_left_alone() -> None:
    mask = np.ones(3, np.bool_)
    counts = Copies(np.arange(3, dtype=np.uint64), np.zeros(3, np.int64), np.arange(3, dtype=np.uint64)).fold(mask)
    assert mask.all()
    assert not counts.any()
