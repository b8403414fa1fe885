"""Numbers in digits and words, by themselves."""

from __future__ import annotations

import pytest

from index.text.numbers import number
from index.text.tokens import Tokens


def read(text: str) -> tuple[float, str] | None:
    """The value of the number that begins the text, and what is left behind it."""
    tokens = Tokens(text, 0, len(text))
    found = number(tokens, 0)
    return (found.low, text[tokens.ends[found.last - 1] :].strip()) if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567.5", 1234567.5),
        ("12,34,567", 1234567),
        ("1.234.567", 1234567),
        ("12,5", 12.5),
        (".85", 0.85),
        ("2½", 2.5),
        ("3 1/2", 3.5),
        ("7/8", 0.875),
        ("2.5 million", 2.5e6),
        ("3 hundred thousand", 3e5),
        ("9-million", 9e6),
        ("4bn", 4e9),
        ("seventeen", 17),
        ("forty-two", 42),
        ("one hundred and five", 105),
        ("two thousand three hundred", 2300),
        ("six hundred and fifty million", 6.5e8),
        ("two and a half million", 2.5e6),
        ("a dozen", 12),
        ("half a million", 5e5),
        ("three-quarters", 0.75),
        ("nine in ten", 0.9),
        ("three out of four", 0.75),
    ],
)
def test_a_number_is_read_whole(text: str, value: float) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == pytest.approx(value)
    assert found[1] == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("three four", "four"),
        ("twenty ten", "ten"),
        ("one and all", "and all"),
        ("two in three days", "in three days"),
        ("9/11 was", "/11 was"),
        ("5 m", "m"),
    ],
)
def test_what_is_no_part_of_a_number_is_left(text: str, left: str) -> None:
    found = read(text)
    assert found is not None
    assert found[1] == left


@pytest.mark.parametrize("text", ["million", "a man", "half past", "tens of them", "1" * 19, "first", "-"])
def test_what_says_no_number_is_none(text: str) -> None:
    assert read(text) is None


def test_many_is_an_interval() -> None:
    tokens = Tokens("tens of thousands", 0, 17)
    found = number(tokens, 0)
    assert found is not None
    assert (found.low, found.high) == (1e4, 1e5)
