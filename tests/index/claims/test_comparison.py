"""What is a comparison, and what only sounds like one."""

from __future__ import annotations

import pytest

from index.claims.comparison import compares
from index.text.quantities import quantities


@pytest.mark.parametrize(
    "text",
    [
        "Rents are higher than in any other town.",
        "The guild has more members than the union.",
        "Dunmore shipped twice as much grain as Lenwick.",
        "The east is nearly as dry as the west.",
        "Lenwick is the largest port in the north.",
        "It was one of the worst floods on the river.",
        "The fee is 4 crowns, compared with 9 in Torvald.",
        "Sales were up from 30 a day.",
        "Imports exceed exports.",
    ],
)
def test_two_things_are_compared(text: str) -> None:
    assert compares(text, quantities(text), changes=False)


@pytest.mark.parametrize(
    "text",
    [
        "The port has more than 40 cranes and fewer than half of its ships.",
        "It took less than a week.",
        "She would rather walk than wait.",
        "The court, as well as the council, looked at the records.",
        "The vote began just as the rain stopped.",
        "The latest request came from the forest guild.",
        "Hart declined to say who was hurt.",
    ],
)
def test_a_bound_or_a_turn_of_phrase_is_no_comparison(text: str) -> None:
    assert not compares(text, quantities(text), changes=False)


def test_a_change_between_two_figures_of_one_unit_compares_them() -> None:
    change = "The tariff fell to 4 percent from 9 percent."
    assert compares(change, quantities(change), changes=True)
    apart = "The tariff fell by 4 percent in 9 towns from May on."
    assert not compares(apart, quantities(apart), changes=True)
