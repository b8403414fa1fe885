"""What makes an article itself."""

from __future__ import annotations

from index.search.likeness import TERMS, likeness
from index.search.tree import Nothing, Or, Term
from tests.index.search.builders import article


def test_rare_and_frequent_words_come_first() -> None:
    holding = {"ferri": 2, "fog": 5, "the": 99}
    found = likeness(article("1", "The fog, the fog. Ferries."), 100, lambda stem: holding.get(stem, 0))
    assert found == Or((Term("fog"), Term("Ferries"), Term("The")))


def test_a_word_of_the_title_counts_as_often_as_it_is_scored() -> None:
    found = likeness(article("1", "fog fog fog fog", title="ferry"), 100, lambda _: 10)
    assert found == Or((Term("fog"), Term("ferry")))


def test_words_that_no_other_article_has_are_left_out() -> None:
    assert likeness(article("1", "ferry fog"), 100, lambda _: 1) == Nothing()


def test_there_are_so_many_words_at_most() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    found = likeness(article("1", text), 100, lambda _: 10)
    assert isinstance(found, Or)
    assert len(found.parts) == TERMS
