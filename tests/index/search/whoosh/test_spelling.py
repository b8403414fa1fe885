"""Did you mean, from the words of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from index.search.correct import nearest
from index.search.whoosh import spelling
from tests.index.search.whoosh.builders import document, engine


def test_the_more_frequent_of_equally_near_words_is_meant(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "harbor"), document(2, "harbour"), document(3, "harbour")])
    assert made.correct("harbuor") == "harbour"


def test_a_word_that_only_deleted_articles_had_is_not_meant(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "lighthouse"), document(2, "harbour")])
    assert made.correct("lighthuose") == "lighthouse"
    made.apply((), [document(1).article.id], 2)
    assert made.correct("lighthuose") == ""


def test_a_word_is_put_right_once_as_long_as_the_index_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(word: str, known: Iterable[str], holding: Callable[[str], int]) -> str:
        asked.append(word)
        return nearest(word, known, holding)

    monkeypatch.setattr(spelling, "nearest", counted)
    made = engine(tmp_path, [document(1, "lighthouse")])
    assert [made.correct("lighthuose"), made.correct("lighthuose"), made.correct("harbuor")] == ["lighthouse"] * 2 + [
        ""
    ]
    made.apply([document(2, "harbour")], (), 2)
    assert made.correct("harbuor") == "harbour"
    assert asked == ["lighthuose", "harbuor", "harbuor"]
