"""Choosing the first of many."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.whoosh.results import first


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=60), st.integers(0, 12))
def test_the_first_are_those_that_sorting_everything_would_give(values: list[tuple[int, int]], count: int) -> None:
    one, two = (np.array([value[key] for value in values], np.int64) for key in (0, 1))
    unique = np.arange(len(values))
    docs = np.arange(len(values))
    expected = sorted(range(len(values)), key=lambda doc: (*values[doc], doc), reverse=True)[:count]
    keys = (lambda d: one[d], lambda d: two[d], lambda d: unique[d])
    assert first(docs, keys, count).tolist() == expected
