"""Plurals, singulars, and the phrase that names what is counted."""

from __future__ import annotations

import pytest

from index.text.nouns import counted, plural, singular
from index.text.tokens import Tokens


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("workers", "worker"),
        ("countries", "country"),
        ("bosses", "boss"),
        ("churches", "church"),
        ("women", "woman"),
        ("firemen", "fireman"),
        ("grandchildren", "grandchild"),
        ("lives", "life"),
        ("viruses", "virus"),
        ("people", "people"),
        ("aircraft", "aircraft"),
    ],
)
def test_a_plural_has_a_singular(many: str, one: str) -> None:
    assert plural(many)
    assert singular(many) == one


@pytest.mark.parametrize("word", ["bus", "crisis", "class", "famous", "the nation's", "is", "worker"])
def test_what_only_ends_like_a_plural_is_none(word: str) -> None:
    assert not plural(word)
    assert singular(word) == word


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("workers in Wales", "workers"),
        ("first-team players left", "first-team players"),
        ("new European countries joined", "new European countries"),
        ("of them", ""),
        ("green ideas sleep", "green ideas"),
        ("quickly and well", ""),
        ("", ""),
    ],
)
def test_the_phrase_ends_with_the_first_plural(text: str, phrase: str) -> None:
    assert counted(Tokens(text, 0, len(text)), 0)[0] == phrase


def test_behind_one_the_phrase_ends_with_the_first_word_that_is_no_adjective() -> None:
    text = "small national problem remains"
    assert counted(Tokens(text, 0, len(text)), 0, one=True) == ("small national problem", 3)
