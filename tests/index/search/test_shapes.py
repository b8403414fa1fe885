"""What a word looked for can begin with."""

from __future__ import annotations

import pytest

from index.search import shapes
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
