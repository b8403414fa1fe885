from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.aligned import events

WRITTEN = """\
# A comment.
##### ferry
=== A | Herald | 2026-05-01
T: Ferry aground
A0: The ferry ran aground.
A1: Nobody was hurt.
=== B | Dispatch | 2026-05-02
T: Fog blamed
B0: Fog is blamed.
B1: The ferry hit the ledge.
= A0 B1
"""


def test_an_event_has_its_articles_and_the_pairs_that_make_one_statement(tmp_path: Path) -> None:
    file = tmp_path / "articles.txt"
    file.write_text(WRITTEN)
    (event,) = events(file)
    assert (event.name, event.headlines) == ("ferry", ["Ferry aground", "Fog blamed"])
    assert event.articles[1] == ["Fog is blamed.", "The ferry hit the ledge."]
    assert event.same == {((0, 0), (1, 1))}


@pytest.mark.parametrize("line", ["A3: Out of order.", "B0: Twice.", "What is this?"])
def test_a_line_that_says_nothing_or_is_out_of_order_is_an_error(tmp_path: Path, line: str) -> None:
    file = tmp_path / "articles.txt"
    file.write_text(WRITTEN + line + "\n")
    with pytest.raises(ValueError, match=r"out of order|says nothing"):
        events(file)


def test_every_pair_of_the_articles_written_for_this_project_names_sentences_that_are_there() -> None:
    found = events()
    assert len(found) == 25
    for event in found:
        assert len(event.articles) == len(event.headlines) == 3
        for (n, a), (m, b) in event.same:
            assert n < m
            assert event.articles[n][a]
            assert event.articles[m][b]
