"""The words of a tree."""

from __future__ import annotations

from index.search.tree import Prefix, Term, terms
from tests.index.search.builders import tree


def test_words_are_listed_in_order_and_not_those_left_out() -> None:
    assert terms(tree("a (b* OR source:x) -c NOT (d OR e) date:2026")) == (Term("a"), Prefix("b"))
