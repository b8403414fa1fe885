"""What a word looked for can begin with, and of what shape it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search import shapes
from index.search.shapes import shape
from index.search.tree import terms
from tests.index.search.builders import tree


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("Ferries", "f"),
        ("gov*", "g"),
        ("École", "e"),
        ('"rare earths"', "re"),
        ("tariff NEAR/5 Soy", "ts"),
        ("1,900", "1"),
        ("*graph", ""),
        ("f?g", ""),
        ("fery~", ""),
    ],
)
def test_the_first_letters_of_words_that_can_match(query: str, letters: str) -> None:
    (node,) = terms(tree(query))
    assert shapes.initials(shapes.normal(node)) == letters


@pytest.mark.parametrize("word", ["skies", "dying", "lying", "idly", "news", "Inés’s", "yield", "eyes", "1,900"])
def test_a_stem_begins_as_its_word_does(word: str) -> None:
    (node,) = terms(tree(word))
    node = shapes.normal(node)
    assert shapes.tests(node)[0](word)
    assert shapes.initials(node)[0] == shapes.initials(shapes.normal(terms(tree(word[0]))[0]))


def is_shaped(pattern: str, word: str) -> bool:
    """What `*` and `?` mean, spelt out."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(is_shaped(pattern[1:], word[start:]) for start in range(len(word) + 1))
    return bool(word) and pattern[0] in ("?", word[0]) and is_shaped(pattern[1:], word[1:])


@given(st.text(alphabet="ab*?", max_size=8), st.text(alphabet="ab", max_size=10))
def test_a_shape_means_any_run_or_any_letter(pattern: str, word: str) -> None:
    assert bool(shape(pattern).fullmatch(word)) == is_shaped(pattern, word)


def test_many_stars_do_not_multiply_the_time() -> None:
    assert not shape("*a" * 30 + "*b").fullmatch("a" * 200)
    assert shape("*a" * 30 + "*b").fullmatch("a" * 200 + "b")
