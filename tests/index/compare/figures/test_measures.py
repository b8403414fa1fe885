from __future__ import annotations

import pytest

from index.compare.figures.measures import comparable, compatible, measure
from index.model import Quantity


def quantity(value: float, unit: str = "", noun: str = "", change: str = "=", per: str = "") -> Quantity:
    return Quantity(0, 1, value, value, unit, noun, change, per)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (quantity(1, "kilometre"), quantity(1000, "metre")),
        (quantity(2, "hour"), quantity(120, "minute")),
        (quantity(300, "cent"), quantity(3, "dollar")),
        (quantity(50, "basis point"), quantity(0.5, "percentage")),
        (quantity(212, "fahrenheit"), quantity(100, "celsius")),
    ],
)
def test_units_of_one_dimension_are_converted(a: Quantity, b: Quantity) -> None:
    assert comparable(a, b)
    assert compatible(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (quantity(5, "kilometre"), quantity(5, "kilogram")),
        (quantity(5, "", "dogs"), quantity(5, "", "cats")),
        (quantity(5, "dollar"), quantity(7, "euro")),
        (quantity(5, "tonne", per="year"), quantity(5, "tonne")),
    ],
)
def test_other_things_are_not_comparable(a: Quantity, b: Quantity) -> None:
    assert not comparable(a, b)


def test_one_amount_in_two_currencies_is_comparable_and_wrong() -> None:
    a, b = quantity(5, "dollar"), quantity(5, "euro")
    assert comparable(a, b)
    assert not compatible(a, b)


def test_counts_of_the_same_noun_are_comparable_in_any_number() -> None:
    assert comparable(quantity(1, "", "police officer"), quantity(3, "", "officers"))


def test_at_least_and_about_leave_room() -> None:
    assert compatible(quantity(20, change=">"), quantity(27))
    assert not compatible(quantity(20, change=">"), quantity(45))
    assert compatible(quantity(30, change="<"), quantity(25))
    assert compatible(quantity(100, change="~"), quantity(93))
    assert not compatible(quantity(100, change="~"), quantity(80))


def test_a_round_number_stands_for_the_exact_one() -> None:
    assert compatible(quantity(1247), quantity(1200))
    assert compatible(quantity(12.4), quantity(12))
    assert not compatible(quantity(64), quantity(60))
    assert not compatible(quantity(1300), quantity(1200))


def test_up_and_down_exclude_each_other() -> None:
    assert not compatible(quantity(5, "percentage", change="up"), quantity(5, "percentage", change="down"))


def test_an_unknown_unit_is_its_own_dimension() -> None:
    assert measure(quantity(3, "furlong")).dimension == "furlong"
