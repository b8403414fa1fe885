"""The word lists: that they can be read, and hold what the rules expect."""

from __future__ import annotations

import pytest

from index.text.lists import sections
from index.text.name_lists import name_lists
from index.text.units import lexicon

FILES = [
    "abbreviations",
    "changes",
    "dates",
    "figures",
    "function_words",
    "numbers",
    "organisations",
    "people",
    "places",
    "starters",
    "units",
]


@pytest.mark.parametrize("name", FILES)
def test_no_section_is_empty_or_repeats_itself(name: str) -> None:
    for title, entries in sections(name, separator="\n" if name == "units" else ",").items():
        assert entries, title
        assert sorted(set(entries)) == sorted(entries), title


@pytest.mark.parametrize(
    "name", ["abbreviations", "starters", "function_words", "changes", "figures", "dates", "numbers"]
)
def test_lists_that_are_looked_up_in_lower_case_are_in_lower_case(name: str) -> None:
    written = [entry for entries in sections(name).values() for entry in entries]
    assert [entry for entry in written if entry != entry.lower()] == []


def test_comments_and_section_titles_are_no_entries() -> None:
    assert all(
        "#" not in entry and "[" not in entry
        for name in FILES
        for entries in sections(name).values()
        for entry in entries
    )


def test_every_unit_is_found_by_a_form_of_its_own() -> None:
    units = lexicon()
    assert units.spelled["square feet"] == "square foot"
    assert units.spelled["year old"] == "year of age"
    assert (units.short["km/h"], units.money["US$"]) == ("kilometre per hour", "dollar")
    assert all(name == name.lower() for name in {*units.spelled.values(), *units.short.values(), *units.money.values()})


def test_every_alias_leads_to_a_known_name() -> None:
    known = name_lists()
    assert all(full in known.known and known.known[short] == known.known[full] for short, full in known.aliases.items())


def test_a_given_name_is_of_one_kind() -> None:
    lists = name_lists()
    assert not lists.men & lists.women
    assert lists.men | lists.women < lists.given
