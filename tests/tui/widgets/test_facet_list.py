"""Facets as rows and as clauses of a query."""

from __future__ import annotations

import pytest

from index.library import Library
from index.model import Facet
from tests.builders import article
from tests.index.library.conftest import Files, files, library
from tui.widgets.facet_list import chosen, clause, facet_rows, toggled, without

__all__ = ["files", "library"]  # fixtures


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("source", "Quay", 'source:"Quay"'),
        ("source", "The Quay", 'source:"The Quay"'),
        ("source", 'The "Quay" Post', 'source:"The Quay Post"'),
        ("month", "2026-05", "date:2026-05"),
        ("day", "2026-05-07", "date:2026-05-07"),
        ("language", "en", "lang:en"),
        ("tag", "check", "tag:check"),
        ("tag", "to check", 'tag:"to check"'),
        ("tag", "a(b)", 'tag:"a(b)"'),
    ],
)
def test_each_value_is_a_clause_that_can_be_typed(field: str, value: str, text: str) -> None:
    assert clause(field, value) == text


NAMES = ["Herald", "Ellender Herald", "Die Zeit", "Die Zeit Online", "Foo (Bar)", "Foo", "A*", "Abc", "«Le Monde»"]
NAMES += ["Die „Welt“", "AND", "a:b", "title:x", "-", "L’Été", "東京新聞", "A, B;"]


def test_every_source_is_found_by_its_clause_and_no_other_is(library: Library, files: Files) -> None:
    library.add([files(*(article(f"Report {n} of the harbour.", source=name) for n, name in enumerate(NAMES)))])
    facets = library.search("harbour").facets["source"]
    assert sorted(facet.value for facet in facets) == sorted(NAMES)
    for name in NAMES:
        hits = library.search(f"harbour {clause('source', name)}", strict=True).hits
        assert [hit.source for hit in hits] == [name]


def test_choosing_twice_gives_back_the_query() -> None:
    narrowed = toggled("ferry", "month", "date:2026-05")
    assert narrowed == "ferry date:2026-05"
    assert toggled(narrowed, "month", "date:2026-05") == "ferry"


def test_a_month_is_drilled_down_into_by_day_and_left_alone_by_days() -> None:
    month = "ferry date:2026-05"
    day = toggled(month, "day", "date:2026-05-07")
    assert day == "ferry date:2026-05 date:2026-05-07"
    assert (chosen(day, "month"), chosen(day, "day")) == (("date:2026-05",), ("date:2026-05-07",))
    assert without(day, "day") == month
    assert toggled(day, "day", "date:2026-05-09") == "ferry date:2026-05 (date:2026-05-07 OR date:2026-05-09)"


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
    rows = facet_rows({"source": [Facet("Quay", 3), Facet("Post", 1)]}, 'ferry source:"Quay"')
    assert [(row.label, row.on) for row in rows] == [("Sources", False), ("Quay", True), ("Post", False)]


def test_a_single_language_is_no_choice() -> None:
    assert facet_rows({"language": [Facet("en", 4)]}, "") == []
