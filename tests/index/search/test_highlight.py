"""Matches with the part of the query they answer."""

from __future__ import annotations

import pytest

from index.search.highlight import finder
from tests.index.search.builders import tree

TEXT = "Old ferry, old fog, old ferry fog."


def found(query: str) -> list[tuple[str, int]]:
    return [(TEXT[start:end], part) for start, end, part in finder(tree(query)).find(TEXT)]


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("fog ferry", [("ferry", 1), ("fog", 0), ("ferry", 1), ("fog", 0)]),
        ('"old ferry" fog', [("Old ferry", 0), ("fog", 1), ("old ferry", 0), ("fog", 1)]),
        ("ferry NEAR/1 fog", [("ferry", 0), ("fog", 0)]),
        ("fog NEAR/1 ferry", [("ferry", 0), ("fog", 0)]),
        ("fog NEAR/2 fog", []),
        ("fog NEAR/3 fog", [("fog", 0), ("fog", 0)]),
        ("f?g", [("fog", 0), ("fog", 0)]),
    ],
)
def test_each_match_names_its_part(query: str, matches: list[tuple[str, int]]) -> None:
    assert found(query) == matches


def test_the_finder_of_a_query_is_kept() -> None:
    assert finder(tree("ferry")) is finder(tree("ferry"))


@pytest.mark.parametrize(("query", "text"), [("eclair", "Éclair"), ("éclair", "ECLAIR"), ("kelvin", "\u212aelvin")])
def test_a_word_is_found_whatever_its_first_letter_looks_like(query: str, text: str) -> None:
    assert finder(tree(query)).find(text)


@pytest.mark.parametrize(("query", "matches"), [("*og", 2), ("fig~1", 2), ("og*", 0)])
def test_a_shape_may_begin_with_any_letter(query: str, matches: int) -> None:
    assert len(found(query)) == matches
