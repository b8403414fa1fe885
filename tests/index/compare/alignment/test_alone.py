from __future__ import annotations

from index.compare.comparison import compare
from index.model import Article
from index.text.analysis import analyse

FULL = (
    "The council of Lindholm voted on Monday to close the swimming pool, although three inspectors had found its "
    "boilers sound, and will sell the land beside the station."
)
SHORT = "The council of Lindholm voted on Monday to close the swimming pool and to sell the land beside the station."


def marked(*texts: str) -> list[list[str]]:
    """What each article alone has of the first statement that all share."""
    comparison = compare([analyse(Article(side * 16, "", text, "")) for side, text in zip("abc", texts, strict=False)])
    row = next(row for row in comparison.rows if row.relation == "same" and None not in row.cells)
    return [
        [text[span.start : span.end] for span in cell.alone]
        for cell, text in zip(row.cells, texts, strict=True)
        if cell
    ]


def test_a_clause_that_the_other_leaves_out_is_told() -> None:
    assert marked(FULL, SHORT) == [["although three inspectors had found its boilers sound"], []]
    assert marked(SHORT, FULL) == [[], ["although three inspectors had found its boilers sound"]]


def test_a_clause_that_the_other_has_elsewhere_is_none() -> None:
    elsewhere = f"{SHORT} Its boilers are sound, three inspectors found in March."
    assert marked(FULL, elsewhere) == [[], []]


def test_a_clause_that_a_third_article_has_is_none() -> None:
    assert marked(FULL, SHORT, FULL.replace("three", "all")) == [[], [], []]


def test_short_asides_and_other_words_for_the_same_are_none() -> None:
    aside = SHORT.replace("Monday", "Monday, to the surprise of many,")
    assert marked(aside, SHORT) == [[], []]


def test_rows_that_are_only_related_mark_nothing() -> None:
    other = "The swimming pool of Lindholm needs new tiles, a slide, warmer showers and a roof without leaks."
    rows = compare([analyse(Article("a" * 16, "", FULL, "")), analyse(Article("b" * 16, "", other, ""))]).rows
    assert not any(cell.alone for row in rows for cell in row.cells if cell)
