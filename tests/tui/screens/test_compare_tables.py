"""A comparison as tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.model import Article, Cell, Comparison, Difference, Edit, Figure, MatrixRow, Quantity, Row, Span, Wording
from tests.builders import article
from tui.screens import compare_tables as tables
from tui.widgets.glyphs import UNICODE
from tui.widgets.ink import Ink

LEFT = article("Six ships sailed. Fog came.", source="Harbour Post")
RIGHT = article("Seven ships sailed.", source="The Quay")
PAIR = (LEFT, RIGHT)
SIX, SEVEN = Span(0, 3), Span(0, 5)


def comparison(*rows: Row, figures: tuple[Figure, ...] = (), matrix: tuple[MatrixRow, ...] = ()) -> Comparison:
    words = (Wording((), (), ()), Wording((), (), ()))
    return Comparison((LEFT.id, RIGHT.id), rows, figures, (), matrix, words)


DIFFERING = Row(
    (Cell(0, 17, 0), Cell(0, 19, 0)), "same", (Difference("number", ("Six ships", "Seven ships"), (SIX, SEVEN)),)
)
ONLY = Row((Cell(18, 27, 1), None), "only")


def test_a_difference_is_marked_inside_both_sentences_and_told() -> None:
    row = tables.side_by_side(comparison(DIFFERING), PAIR).rows[0]
    assert row.kind == "differs"
    assert [cell.inks for cell in row.cells if cell] == [(Ink(0, 3, "differs"),), (Ink(0, 5, "differs"),)]
    assert row.note == "figures differ — Harbour Post: Six ships; The Quay: Seven"


@pytest.mark.parametrize(
    ("sources", "named"),
    [
        (("", "The Quay"), ("unknown source", "The Quay")),
        (("The Quay", "The Quay"), ("1 The Quay", "2 The Quay")),
        (("", ""), ("1 unknown source", "2 unknown source")),
    ],
)
def test_sources_without_a_name_or_with_one_name_can_be_told_apart(
    sources: tuple[str, str], named: tuple[str, str]
) -> None:
    pair = [replace(each, source=source) for each, source in zip(PAIR, sources, strict=True)]
    rows = (DIFFERING, replace(DIFFERING, relation="related", differences=()), ONLY)
    assert [row.note for row in tables.side_by_side(comparison(*rows), pair).rows] == [
        f"figures differ — {named[0]}: Six ships; {named[1]}: Seven",
        f"related in {named[0]} and {named[1]}",
        f"only in {named[0]}",
    ]


def test_what_one_source_adds_to_a_shared_statement_is_marked_otherwise_than_a_difference() -> None:
    adding = Row((Cell(0, 17, 0, (Span(4, 9),)), Cell(0, 19, 0)), "same", DIFFERING.differences)
    left = tables.side_by_side(comparison(adding), PAIR).rows[0].cells[0]
    assert left is not None
    assert left.inks == (Ink(4, 9, "alone"), Ink(0, 3, "differs"))
    row = tables.side_by_side(comparison(replace(adding, differences=())), PAIR).rows[0]
    assert row.note == "the same in all; underlined: what one of them adds"


def test_a_comparison_begins_at_what_differs_else_at_what_is_shared() -> None:
    alike = replace(DIFFERING, differences=())
    for rows, first in (((ONLY, alike, DIFFERING), 2), ((ONLY, alike), 1), ((ONLY,), 0), ((), 0)):
        assert tables.telling_most(tables.side_by_side(comparison(*rows), PAIR)) == first


def test_what_one_source_alone_has_names_it() -> None:
    row = tables.side_by_side(comparison(ONLY), PAIR).rows[0]
    assert (row.kind, row.note) == ("only", "only in Harbour Post")
    assert row.cells[1] is None


def test_a_cell_knows_its_place_in_its_article() -> None:
    cell = tables.side_by_side(comparison(ONLY), PAIR).rows[0].cells[0]
    assert cell is not None
    assert (cell.text, cell.at) == ("Fog came.", 18)


def test_limits_that_applied_stand_above_the_rows() -> None:
    found = comparison(DIFFERING)
    noted = Comparison(found.articles, found.rows, (), (), (), found.wording, notes=("Only the first 8.",))
    assert tables.side_by_side(noted, PAIR).rows[0].label == "Only the first 8."


def test_the_claim_matrix_shows_who_has_a_claim_and_who_has_not() -> None:
    line = MatrixRow("Six ships sailed.", (Cell(0, 17, 0), None), ("present", "absent"))
    row = tables.claims(comparison(matrix=(line,)), PAIR, UNICODE).rows[0]
    assert row.label == "Six ships sailed."
    assert [cell.text if cell else None for cell in row.cells] == ["✓", None]
    assert row.note == "in 1 of 2 sources"


def test_the_claim_matrix_shows_the_values_that_differ_and_what_only_touches_the_matter() -> None:
    cells = (Cell(0, 17, 0), Cell(0, 19, 0))
    at_odds = MatrixRow("Six ships sailed.", cells, ("differs", "differs"), ("Six ships", "Seven ships"))
    near = MatrixRow("Six ships sailed.", cells, ("present", "related"), ("", ""))
    rows = tables.claims(comparison(matrix=(at_odds, near)), PAIR, UNICODE).rows
    assert [[cell.text for cell in row.cells if cell] for row in rows] == [
        ["≠ Six", "≠ Seven"],
        ["✓", "~"],
    ]
    notes = ["in 2 of 2 sources, which differ: Six ships, Seven ships", "in 1 of 2 sources, 1 more on the same matter"]
    assert [row.note for row in rows] == notes


def test_values_are_told_without_the_words_they_share() -> None:
    assert tables.telling(["about 12 ships", "about 14 ships", ""]) == ["12", "14", ""]
    assert tables.telling(["$23.6 million a year", "$26.3 million a year"]) == ["$23.6 million", "$26.3 million"]
    assert tables.telling(["12 per cent of voters", "14 per cent of voters"]) == ["12 per cent", "14 per cent"]
    assert tables.telling(["a ship", "a great ship"]) == ["a ship", "great"]
    assert tables.telling(["Monday", "Monday"]) == ["Monday", "Monday"]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (["214 passengers", "about 241 people", ""], ["214", "241", ""]),
        (["$1.4 billion a year", "$1.4 million"], ["$1.4 billion", "$1.4 million"]),
        (["12 passengers", "12 crew"], ["12 passengers", "12 crew"]),
        (["8 May", "9 June"], ["8 May", "9 June"]),
        (["stable", "critical"], ["stable", "critical"]),
    ],
)
def test_narrow_columns_show_figures_without_the_words_around_them(values: list[str], shown: list[str]) -> None:
    assert tables.figures_alone(values) == shown


def test_figures_show_what_each_source_says_as_it_says_it() -> None:
    figure = Figure("ships", "differs", (Quantity(0, 9, 6, 6), Quantity(0, 11, 7, 7)))
    row = tables.figures(comparison(figures=(figure,)), PAIR).rows[0]
    assert [cell.text for cell in row.cells if cell] == ["Six ships", "Seven ships"]


def test_wording_without_differences_is_an_empty_table() -> None:
    assert tables.wording(comparison(), PAIR).rows == ()


def test_an_edit_that_touches_a_figure_stands_out_from_one_of_style() -> None:
    old, new = article("Six ships sailed."), article("Seven ships sailed.")
    edits = [Edit(SIX, SEVEN, ("number",)), Edit(Span(10, 16), Span(12, 18), ())]
    rows = tables.versions(old, new, edits, ("then", "now")).rows
    assert [(row.kind, row.note) for row in rows] == [("differs", "touches number"), ("related", "in style only")]


def test_columns_are_named_by_source_date_and_headline() -> None:
    column = tables.columns([Article("1", "Fog", "", "")])[0]
    assert (column.name, column.detail) == ("unknown source", "undated · Fog")
