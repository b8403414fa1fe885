"""Why a claim is one, as a table."""

from __future__ import annotations

from index.model import Claim, Grounds, Reason, Span
from tests.builders import article
from tui.screens.grounds import carrier, grounds_choices

OTHER = article("Twelve boats left.\n\nAll came home.", id="other", source="Coast Herald")
CLAIM = Claim(0, 10, 0, 0.7, 3, (), (Reason("a figure", 0.3), Reason("although hedged", -0.1)))


def test_each_side_of_the_balance_is_named_with_its_weight() -> None:
    rows = [(row.lead, row.label, row.detail) for row in grounds_choices(CLAIM, Grounds({}, ()), {}) if row.id]
    assert rows == [("+0.30", "for", "a figure"), ("-0.10", "against", "hedged")]


def test_dimensions_are_told_with_their_probability() -> None:
    rows = grounds_choices(CLAIM, Grounds({"checkworthy": 0.815}, ()), {})
    assert [(row.lead, row.label) for row in rows if row.id == "checkworthy"] == [("0.81", "check-worthy")]


def test_a_carrier_leads_to_its_sentence() -> None:
    choices = grounds_choices(CLAIM, Grounds({}, (("other", Span(20, 34)),)), {"other": OTHER})
    (row,) = [each for each in choices if each.lead == "·"]
    assert (row.label, row.detail) == ("Coast Herald", "All came home.")
    assert carrier(row.id) == ("other", "20")
    assert carrier("reason a figure") is None
