"""Did you mean, from the words of the index."""

from __future__ import annotations

from pathlib import Path

from tests.index.search.whoosh.builders import document, engine


def test_the_more_frequent_of_equally_near_words_is_meant(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "harbor"), document(2, "harbour"), document(3, "harbour")])
    assert made.correct("harbuor") == "harbour"


def test_a_word_that_only_deleted_articles_had_is_not_meant(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "lighthouse"), document(2, "harbour")])
    assert made.correct("lighthuose") == "lighthouse"
    made.apply((), [document(1).article.id], 2)
    assert made.correct("lighthuose") == ""
