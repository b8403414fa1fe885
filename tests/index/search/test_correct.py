"""Did you mean."""

from __future__ import annotations

from collections import Counter

import pytest

from index.search.correct import corrected, nearest
from index.search.memory import MemoryEngine
from index.search.query import parse
from tests.index.search.builders import NOW, document

KNOWN = Counter({"ferry": 3, "merry": 9, "harbour": 2, "fog": 1, "dog": 1, "fog2": 5, "saltmarsh": 1, "volcanos": 0})


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("harbuor", "harbour"),  # exchanged
        ("Harbr", "harbour"),  # two left out
        ("saltmrash", "saltmarsh"),
        ("ferrry", "ferry"),  # one slip, though "merry" is in more articles
        ("kerry", "merry"),  # one slip from both: the one in more articles
        ("og", "dog"),  # as many slips, as many articles: by alphabet
        ("fo", "fog"),
        ("xx", ""),  # two slips are too many in so short a word
        ("fxgx", ""),
        ("volcano", ""),
    ],
)
def test_the_nearest_word_is_the_one_with_the_fewest_slips(word: str, better: str) -> None:
    assert nearest(word, KNOWN, KNOWN.__getitem__) == better


def engine() -> MemoryEngine:
    found = MemoryEngine()
    found.apply([document("1", "The ferry struck the ledge in fog."), document("2", "Saint Brannoc harbour")], (), 2)
    return found


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("ferrry fog", "ferry fog"),
        ("Branoc -fog", "Brannoc -fog"),
        ('ledeg "the ferry"', 'ledge "the ferry"'),
        ('"the ferrry" fog', '"the ferry" fog'),
        ('"Saint Branoc" OR hrabour', '"Saint Brannoc" OR harbour'),
        ('"ferrry the"', ""),  # not in this order
        ("ferrry NEAR/5 ledge", "ferry NEAR/5 ledge"),
        ("title:ledeg", ""),  # in no title
        ("ferry fog", ""),
        ("ferries", ""),
        ("volcano", ""),
        ("ferrry hrabour", ""),  # no article has both
        ("ferrry OR hrabour", "ferry OR harbour"),
        ("hrabour brann", "harbour brann"),
        ("Hrabour is:unread tag:x", "Harbour is:unread tag:x"),
        ("hrabour date:2020", ""),
        ("hrabour:Branoc", "hrabour:Brannoc"),  # what stands before a colon is no word
    ],
)
def test_a_query_is_put_right_in_place(query: str, better: str) -> None:
    assert corrected(query, parse(query, strict=False, now=NOW).tree, engine()) == better
