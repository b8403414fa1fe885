"""Tokens and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.lexer import Kind, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a AND b", [(Kind.WORD, "a"), (Kind.AND, "AND"), (Kind.WORD, "b")]),
        ("ANDROID ORE NOTE", [(Kind.WORD, "ANDROID"), (Kind.WORD, "ORE"), (Kind.WORD, "NOTE")]),
        ("a NEAR/5", [(Kind.WORD, "a"), (Kind.NEAR, "NEAR/5")]),
        ("NEARLY", [(Kind.WORD, "NEARLY")]),
        (
            "-a b-c - d",
            [(Kind.NOT, "-"), (Kind.WORD, "a"), (Kind.WORD, "b-c"), (Kind.WORD, "-"), (Kind.WORD, "d")],
        ),
        ('(“a b”)"c', [(Kind.OPEN, "("), (Kind.PHRASE, "a b"), (Kind.CLOSE, ")"), (Kind.PHRASE, "c")]),
        ("title:a", [(Kind.FIELD, "title"), (Kind.WORD, "a")]),
        ("https://a.b", [(Kind.WORD, "https://a.b")]),
        ("10:30", [(Kind.WORD, "10:30")]),
        ("OR(a)", [(Kind.OR, "OR"), (Kind.OPEN, "("), (Kind.WORD, "a"), (Kind.CLOSE, ")")]),
    ],
)
def test_a_query_is_cut_into(text: str, found: list[tuple[Kind, str]]) -> None:
    assert [(token.kind, token.text) for token in tokens(text)] == found


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [
        ("a", True),
        ("a ", False),
        ('"a', True),
        ('"a"', False),
        ('"a ', True),
        ("a AND", True),
        ("(a)", False),
    ],
)
def test_the_last_token_may_be_unfinished(text: str, unfinished: bool) -> None:
    assert list(tokens(text))[-1].unfinished == unfinished


@pytest.mark.parametrize(
    ("text", "distance"), [("NEAR", 5), ("NEAR/", 5), ("NEAR/0", 5), ("NEAR/7", 7), ("NEAR/99", 50)]
)
def test_a_neighbourhood_has_a_size(text: str, distance: int) -> None:
    assert [token.distance for token in tokens(text)] == [distance]


@given(st.text())
def test_tokens_lie_side_by_side_and_leave_out_only_white_space(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[end : token.start].strip() == ""
        assert token.start < token.end
        end = token.end
    assert text[end:].strip() == ""
