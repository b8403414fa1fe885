from __future__ import annotations

import pytest

from index.text.rarity import rarity
from index.text.words import stem


@pytest.mark.parametrize("word", ["don't", "don’t", "won't", "I'm", "we've", "they're", "he'd", "it'll"])
def test_contractions_are_as_common_as_their_parts(word: str) -> None:
    assert rarity(stem(word)) < 1


@pytest.mark.parametrize("word", ["O'Brien", "fo'c'sle", "qwertz"])
def test_words_that_the_table_lacks_are_rarest(word: str) -> None:
    assert rarity(stem(word)) > 8
