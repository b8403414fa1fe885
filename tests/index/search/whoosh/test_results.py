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


@given(st.lists(st.integers(0, 90), min_size=1, max_size=9), st.integers(1, 300))
def test_the_first_of_very_many_are_too_however_they_rise_and_fall(slopes: list[int], count: int) -> None:
    values = np.concatenate([np.arange(200) * slope // 7 for slope in slopes])
    docs = np.arange(len(values))
    found = first(docs, (lambda d: values[d], lambda d: docs[d]), count)
    assert found.tolist() == np.lexsort((docs, values))[::-1][:count].tolist()
