"""Facets as rows and as clauses of a query."""

from __future__ import annotations

import pytest

from index.model import Facet
from tui.widgets.facet_list import chosen, clause, facet_rows, toggled, without


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("source", "Quay", "source:Quay"),
        ("source", "The Quay", 'source:"The Quay"'),
        ("source", 'The "Quay" Post', 'source:"The Quay Post"'),
        ("month", "2026-05", "date:2026-05"),
        ("language", "en", "lang:en"),
        ("tag", "to check", 'tag:"to check"'),
    ],
)
def test_each_value_is_a_clause_that_can_be_typed(field: str, value: str, text: str) -> None:
    assert clause(field, value) == text


def test_choosing_twice_gives_back_the_query() -> None:
    narrowed = toggled("ferry", "month", "date:2026-05")
    assert narrowed == "ferry date:2026-05"
    assert toggled(narrowed, "month", "date:2026-05") == "ferry"


def test_several_values_of_a_facet_are_alternatives() -> None:
    two = toggled("ferry source:Quay", "source", 'source:"The Post"')
    assert two == 'ferry (source:Quay OR source:"The Post")'
    assert chosen(two, "source") == ("source:Quay", 'source:"The Post"')
    assert toggled(two, "source", "source:Quay") == 'ferry source:"The Post"'
    assert without(two, "source") == "ferry"


@pytest.mark.parametrize("query", ["-source:Quay", "NOT source:Quay", "resource:Quay"])
def test_a_source_asked_for_in_another_way_is_left_alone(query: str) -> None:
    assert without(query, "source") == query


def test_a_range_of_dates_is_no_month() -> None:
    assert chosen("ferry date:2026-04..2026-05", "month") == ()


def test_values_in_the_query_are_ticked() -> None:
    rows = facet_rows({"source": [Facet("Quay", 3), Facet("Post", 1)]}, "ferry source:Quay")
    assert [(row.label, row.on) for row in rows] == [("Sources", False), ("Quay", True), ("Post", False)]


def test_a_single_language_is_no_choice() -> None:
    assert facet_rows({"language": [Facet("en", 4)]}, "") == []
