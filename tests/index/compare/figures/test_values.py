"""Whether an article has a figure anywhere."""

from __future__ import annotations

import pytest

from index.compare.figures.values import Values
from index.model import Quantity
from tests.index.compare.figures.test_measures import quantity

ARTICLE = Values(
    [
        quantity(5, "kilometre"),
        quantity(1250, "dollar"),
        quantity(12),
        quantity(340),
        quantity(26, change=">"),
        Quantity(0, 1, 24, 240),  # "dozens"
    ]
)


@pytest.mark.parametrize(
    "has",
    [
        quantity(5000, "metre"),  # in another unit
        quantity(1247, "dollar"),  # of which it has the round form
        quantity(1250),  # a large number, of which nobody says the unit
        quantity(340, "euro"),  # or it doesn't
        quantity(12, noun="ferries"),
        quantity(30),  # what "more than 26" may be
    ],
)
def test_a_figure_is_known_in_other_units_rounded_and_if_it_is_large_without_its_unit(has: Quantity) -> None:
    assert has in ARTICLE


@pytest.mark.parametrize(
    "lacks",
    [
        quantity(6, "kilometre"),
        quantity(5),  # a small number is met anywhere
        quantity(12, "euro"),
        quantity(1250, "euro"),  # the unit of another
        quantity(5, "kilometre", per="hour"),
        quantity(100),  # "dozens" is no figure to hold someone to
    ],
)
def test_another_figure_is_not(lacks: Quantity) -> None:
    assert lacks not in ARTICLE
