"""Which figures are found, and what is made of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Quantity
from index.text.quantities import quantities


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The port shipped 12 million metric tonnes.", 12e6, 12e6, "tonne"),
        ("The bill is $4.5bn.", 4.5e9, 4.5e9, "dollar"),
        ("It paid US $58.24 for it.", 58.24, 58.24, "dollar"),
        ("It cost €1,200 at home.", 1200, 1200, "euro"),
        ("It cost 1,200€ at home.", 1200, 1200, "euro"),
        ("A loan of Rs 500 crore was denied.", 5e9, 5e9, "indian rupee"),
        ("A million dollars was lost.", 1e6, 1e6, "dollar"),
        ("They lost twenty-five percent of it.", 25, 25, "percentage"),
        ("The rate fell 25 basis points.", 25, 25, "basis point"),
        ("An 80-minute talk followed.", 80, 80, "minute"),
        ("The range is 5-10W at best.", 5, 10, "watt"),
        ("The wind blew at 155mph.", 155, 155, "mile per hour"),
        ("The disk holds 64GB.", 64, 64, "gigabyte"),
        ("Water fell to minus-13 degrees Celsius.", -13, -13, "celsius"),
        ("It lasted two and a half years.", 2.5, 2.5, "year"),
        ("Die Preise stiegen um 12,5 %.", 12.5, 12.5, "percentage"),
        ("Sie zahlten 1.250.000 €.", 1.25e6, 1.25e6, "euro"),
        ("They paid Rs 12,34,567 for it.", 1234567, 1234567, "indian rupee"),
        ("价格上涨了12%的水平。", 12, 12, "percentage"),
        ("It may err by plus or minus 4 percentage points.", 4, 4, "percentage point"),
        ("It lasted half an hour.", 0.5, 0.5, "hour"),
        ("It is 5½ inches wide.", 5.5, 5.5, "inch"),
        ("It is 1.5m wide.", 1.5, 1.5, "metre"),
        ("It rose between 5% and 6%.", 5, 6, "percentage"),
        ("Rents from $750 to $1,000 are usual.", 750, 1000, "dollar"),
        ("A fine of $3 to $5 million is likely.", 3e6, 5e6, "dollar"),
        ("A $5-10 million fine is likely.", 5e6, 10e6, "dollar"),
        ("It dropped by 1 to 1.5 degrees Fahrenheit.", 1, 1.5, "fahrenheit"),
        ("The boy is aged 9 and well.", 9, 9, "year of age"),
        ("Ana Moreno, 41, won.", 41, 41, "year of age"),
        ("Ana Moreno, 41 was found guilty.", 41, 41, "year of age"),
        ("A three-year-old boy was found.", 3, 3, "year of age"),
        ("The firm lost 300 million pounds.", 3e8, 3e8, "pound sterling"),
        ("They seized 2 million pounds of beef.", 2e6, 2e6, "pound-mass"),
    ],
)
def test_measures_and_money_have_a_value_and_a_unit(text: str, low: float, high: float, unit: str) -> None:
    found = only(text)
    assert [found.low, found.high] == pytest.approx([low, high])
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "noun"),
    [
        ("The firm has 13,000 workers in Wales.", 13000, "workers"),
        ("Some fourteen first-team players left.", 14, "first-team players"),
        ("They flew over seven European countries.", 7, "European countries"),
        ("One proposal was turned down.", 1, "proposal"),
        ("One sticking point was left.", 1, "sticking point"),
        ("One of the oldest bridges fell.", 1, "oldest bridges"),
        ("About 2000 people came.", 2000, "people"),
        ("It has 1.5m customers abroad.", 1.5e6, "customers"),
        ("They bought 12 million tonnes of soybeans.", 12e6, "soybeans"),
        ("A 10-man crew sailed.", 10, "man"),
    ],
)
def test_counts_name_what_is_counted(text: str, low: float, noun: str) -> None:
    found = only(text)
    assert (found.low, found.noun) == (low, noun)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hundreds of thousands of voters stayed away.", 1e5, 1e6),
        ("Dozens of cars burned.", 12, 120),
        ("It cost tens of millions of dollars.", 1e7, 1e8),
        ("Two-thirds of voters stayed away.", 2 / 3, 2 / 3),
        ("One in five voters stayed away.", 0.2, 0.2),
        ("About 9 in 10 voters stayed away.", 0.9, 0.9),
        ("It covers 3/16 of the page.", 3 / 16, 3 / 16),
        ("Half a dozen cars burned.", 6, 6),
        ("Two hundred and fifty thousand cars burned.", 250_000, 250_000),
    ],
)
def test_numbers_in_words_and_fractions(text: str, low: float, high: float) -> None:
    found = only(text)
    assert [found.low, found.high] == pytest.approx([low, high])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("It costs 5 dollars.", "="),
        ("It costs about 5 dollars.", "~"),
        ("It costs over 5 dollars.", ">"),
        ("It costs at least 5 dollars.", ">"),
        ("It costs 5 dollars or more.", ">"),
        ("It costs up to 5 dollars.", "<"),
        ("It costs no more than 5 dollars.", "<"),
        ("Shares rose 5 percent.", "up"),
        ("Shares rose by another 5 percent.", "up"),
        ("The shop raised the price of bread by 5 percent.", "up"),
        ("Shares fell 5 percent.", "down"),
        ("The index is at +5 percent.", "up"),
        ("Sales rose to 5 million dollars.", "="),
    ],
)
def test_the_words_around_a_figure_say_what_becomes_of_it(text: str, change: str) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It made 25 million tonnes annually.", "year"),
        ("It costs $40 a barrel.", "barrel"),
        ("It earned 10 cents per diluted share.", "share"),
        ("It pays $15 per hour.", "hour"),
        ("It ran 3,000 tests per day.", "day"),
        ("It made $6 billion a year earlier.", ""),
    ],
)
def test_a_rate_knows_what_it_is_counted_by(text: str, per: str) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    "text",
    [
        "He was born on 2 December 1984 in Leeds.",
        "The meeting is on Oct. 31 at 5 p.m.",
        "The meeting starts at 9:30.",
        "It lasted from 1990 to 1995.",
        "The 1990s were dull.",
        "They won 3-1 at home.",
        "He drove an Airbus A320 to the G20.",
        "The iPhone 11 Pro is sold out.",
        "COVID-19 hit the town.",
        "It was a category 4 hurricane.",
        "See page 12.",
        "They finished in the Big 12.",
        "No one came, and one day nobody will.",
        "He came 21st.",
        "Call 555-0100.",
        "It runs version 10.4.2.",
        "They are open 24/7.",
        "They have a 242-190 seat lead.",
        "It is one of the nation’s poorest.",
        "It fell in the first half of the season.",
        "The two agreed.",
    ],
)
def test_dates_times_scores_and_names_are_no_figures(text: str) -> None:
    assert quantities(text) == ()


def test_a_figure_begins_with_its_bound() -> None:
    text = "Tariffs of over 40 percent stay."
    found = only(text)
    assert text[found.start : found.end] == "over 40 percent"


def test_a_part_of_a_whole_counts_the_same_thing() -> None:
    found = quantities("Fifteen of the 19 members left.")
    assert [(quantity.low, quantity.noun) for quantity in found] == [(15, "members"), (19, "members")]


def test_the_numbers_of_a_list_share_unit_and_noun() -> None:
    found = quantities("It comes with four-, five- and six-cylinder engines.")
    assert [(quantity.low, quantity.noun) for quantity in found] == [(4, "cylinder"), (5, "cylinder"), (6, "cylinder")]


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1.",
        "1-",
        "$",
        "one ",
        "a hundred ",
        "hundred ",
        "two hundred hundred ",
        "5 to ",
        "1/2",
        "9",
        "3 of ",
        "of ",
        "Rs. ",
    ],
)
def test_a_long_run_of_anything_takes_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert all(0 <= found.start < found.end <= len(text) for found in quantities(text))


WRITTEN = "1 2.5 1,000 2019 $ £ % - – to and from between million one two a half of people km/h May . , ( ) °"


@given(st.lists(st.sampled_from(re.findall(r"\S+", WRITTEN)), max_size=14), st.sampled_from(["", " "]))
def test_figures_lie_inside_the_text_in_order(parts: list[str], glue: str) -> None:
    text = glue.join(parts)
    found = quantities(text)
    assert all(0 <= one.start < one.end <= len(text) and one.low <= one.high for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.text(max_size=100))
def test_any_text_at_all_can_be_read(text: str) -> None:
    quantities(text)
