from __future__ import annotations

import pytest

from index.compare.comparison import compare
from index.compare.figures.tolls import tolls
from index.model import Article
from index.text.analysis import analyse


def counted(text: str) -> list[tuple[str, float, bool]]:
    return [
        (toll.harm, toll.figure.low, toll.part)
        for toll in tolls(text, analyse(Article("0" * 16, "", text, "")).quantities)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people were killed and another wounded.", [("dead", 9, False), ("hurt", 1, False)]),
        ("He fired, killing nine and wounding two others.", [("dead", 9, False), ("hurt", 2, False)]),
        (
            "The slide left 1,200 dead; at least 40 people have been injured.",
            [("dead", 1200, False), ("hurt", 40, False)],
        ),
        ("Police arrested another 17 on Monday.", [("held", 17, False)]),
        ("Two clerks were killed, nine seriously wounded.", [("dead", 2, True), ("hurt", 9, True)]),
    ],
)
def test_counts_beside_a_word_of_harm_are_tolls(text: str, found: list[tuple[str, float, bool]]) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "She was injured two years ago.",
        "The frost killed 40 percent of the vines.",
        "He wounded the one bear that he met.",
    ],
)
def test_other_figures_beside_it_are_none(text: str) -> None:
    assert counted(text) == []


def test_the_toll_of_one_event_is_one_statement_in_whatever_words() -> None:
    articles = [
        analyse(Article(side * 16, "", f"{opening} {text}", ""))
        for side, opening, text in (
            ("a", "Snow fell again.", "Nine killed, about 60 hurt."),
            (
                "b",
                "It is cold here.",
                "At least nine people were killed and 60 injured when the roof of the rink gave way.",
            ),
        )
    ]
    assert [row.relation for row in compare(articles).rows].count("same") == 1
