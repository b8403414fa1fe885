"""Values of fields that are not looked for in the text."""

from __future__ import annotations

import pytest

from index.search.fields import condition, nearest_field, order
from index.search.tree import Keyword, Node, Sort, State
from tests.index.search.builders import NOW


def read(field: str, value: str, *, typing: bool = False) -> Node | None:
    return condition(field, value, NOW, typing=typing)


@pytest.mark.parametrize(
    ("field", "value", "node"),
    [
        ("source", "Harbour & Trade", Keyword("source", "Harbour & Trade")),
        ("source", "Herald,", Keyword("source", "Herald")),
        ("source", "Her*", Keyword("source", "Her", open_end=True)),
        ("source", ",", None),
        ("lang", "en-GB", Keyword("lang", "en-GB")),
        ("has", "Quotations", Keyword("has", "quotation")),
        ("is", "read", State("is", "read")),
        ("tag", "city budget", State("tag", "city budget")),
    ],
)
def test_a_value_becomes_a_node(field: str, value: str, node: Node | None) -> None:
    assert read(field, value) == node


def test_a_value_being_typed_is_a_beginning() -> None:
    assert read("source", "Her", typing=True) == Keyword("source", "Her", open_end=True)
    assert read("has", "q", typing=True) == Keyword("has", "quotation")


@pytest.mark.parametrize(
    ("value", "finished"),
    [
        ("2026-0", "2026"),
        ("2026-05-0", "2026-05"),
        ("2026-04-01..2026-0", "2026-04-01..2026"),
        ("..yest", ".."),
    ],
)
def test_a_date_being_typed_is_as_much_of_it_as_there_is(value: str, finished: str) -> None:
    if finished == "..":
        with pytest.raises(ValueError, match="no such date"):
            read("date", value, typing=True)
    else:
        assert read("date", value, typing=True) == read("date", finished)


@pytest.mark.parametrize(
    ("field", "value"), [("has", "cats"), ("has", ""), ("is", "new"), ("date", "soon"), ("newer", "2x")]
)
def test_a_wrong_value_is_explained(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read(field, value)


def test_an_order_is_one_of_four() -> None:
    assert [order(each) for each in ("newest", "OLD", "rel")] == [Sort.NEWEST, Sort.OLDEST, Sort.RELEVANCE]
    with pytest.raises(ValueError, match="newest, oldest, recent and relevance"):
        order("size")


@pytest.mark.parametrize(("name", "field"), [("titel", "title"), ("sourc", "source"), ("by", "author"), ("xy", "")])
def test_a_misspelt_field_is_recognised(name: str, field: str) -> None:
    assert nearest_field(name) == field
