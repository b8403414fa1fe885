"""Who and what is named, of which kind, and under which full form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.names import names
from index.text.sentences import sentences


def found(text: str) -> list[tuple[str, str, str]]:
    """The names as surface, kind and canonical form."""
    return [(text[name.start : name.end], name.kind, name.canonical) for name in names(text, sentences(text))]


def forms(text: str) -> list[tuple[str, str]]:
    return [(surface, canonical) for surface, _, canonical in found(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met Helen Marsh in the hall.", "Helen Marsh", "person"),
        ("They met Gov. Oduya in the hall.", "Oduya", "person"),
        ("They met Ms. Oduya in the hall.", "Oduya", "person"),
        ("They met Treasury Secretary Kofi Brandt in the hall.", "Kofi Brandt", "person"),
        ("They met the former adviser Tal Brandt in the hall.", "Tal Brandt", "person"),
        ("They met Tal Brandt, the chief of the port, in the hall.", "Tal Brandt", "person"),
        ("They met Tal Brandt, 61, in the hall.", "Tal Brandt", "person"),
        ("They met Tal van der Berg in the hall.", "Tal van der Berg", "person"),
        ("They met Gov. Tal D. Brandt in the hall.", "Tal D. Brandt", "person"),
        ("They sold Brightwater Inc. to a rival.", "Brightwater Inc", "organisation"),
        ("They sued the Ministry of Health and Sport over it.", "Ministry of Health and Sport", "organisation"),
        ("They sued the Council on Port Safety over it.", "Council on Port Safety", "organisation"),
        ("They sued the Bank of Dunmore over it.", "Bank of Dunmore", "organisation"),
        ("They sued Hale & Sons Ltd over it.", "Hale & Sons Ltd", "organisation"),
        ("They went to South Korea by boat.", "South Korea", "place"),
        ("They went to Dunmore Island by boat.", "Dunmore Island", "place"),
        ("They went to the Gulf of Dunmore by boat.", "Gulf of Dunmore", "place"),
    ],
)
def test_a_name_has_a_kind(text: str, name: str, kind: str) -> None:
    assert [(surface, of) for surface, of, _ in found(text)] == [(name, kind)]


def test_titles_and_nationalities_are_no_part_of_a_name() -> None:
    text = "The talks of US President Helen Marsh and Chinese Vice Premier Wei Lin ended."
    assert found(text) == [
        ("US", "place", "United States"),
        ("Helen Marsh", "person", "Helen Marsh"),
        ("Wei Lin", "person", "Wei Lin"),
    ]


def test_a_title_may_stand_between_what_it_is_of_and_the_name() -> None:
    assert [name for name, _ in forms("They met Dunmore Harbour Committee Chairman Paul Idowu.")] == [
        "Dunmore Harbour Committee",
        "Paul Idowu",
    ]


def test_short_forms_join_the_full_name_before_and_behind_them() -> None:
    text = "On Monday Ms. Marsh spoke. Later Helen J. Marsh left. “Go,” Helen Marsh said. All of Marsh's friends left."
    assert {canonical for _, canonical in forms(text)} == {"Helen J. Marsh"}


def test_a_name_written_family_name_first_is_joined_too() -> None:
    assert forms("They met Zhang Weiming today. They like Zhang a lot.") == [
        ("Zhang Weiming", "Zhang Weiming"),
        ("Zhang", "Zhang Weiming"),
    ]


def test_two_people_of_one_family_stay_two() -> None:
    text = "They met Helen Marsh and Peter Marsh in the hall."
    assert forms(text) == [("Helen Marsh", "Helen Marsh"), ("Peter Marsh", "Peter Marsh")]


def test_initials_and_first_words_join_an_organisation() -> None:
    text = "The Dunmore Harbour Workers Union met. Later the DHWU left. They like Brightwater, or Brightwater Corp."
    assert forms(text) == [
        ("Dunmore Harbour Workers Union", "Dunmore Harbour Workers Union"),
        ("DHWU", "Dunmore Harbour Workers Union"),
        ("Brightwater", "Brightwater Corp"),
        ("Brightwater Corp", "Brightwater Corp"),
    ]


@pytest.mark.parametrize("body", ["Administration", "Government", "Foundation", "White House", "Campaign"])
def test_a_person_never_joins_what_is_named_after_them(body: str) -> None:
    text = f"They met Oduya in the hall. The Oduya {body} said it would act. Later Oduya left."
    assert forms(text) == [("Oduya", "Oduya"), (f"Oduya {body}", f"Oduya {body}"), ("Oduya", "Oduya")]
    titled = f"In turn President Oduya agreed with the Oduya {body}. Later Helen Oduya left."
    assert found(titled) == [
        ("Oduya", "person", "Helen Oduya"),
        (f"Oduya {body}", "organisation", f"Oduya {body}"),
        ("Helen Oduya", "person", "Helen Oduya"),
    ]


def test_countries_have_one_form() -> None:
    assert forms("It left the U.S. for the UK, then America.") == [
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("America", "United States"),
    ]


def test_compounds_of_countries_are_two_names() -> None:
    assert [name for name, _ in forms("A spat in China-US trade began. A US-led force came.")] == ["China", "US", "US"]


@pytest.mark.parametrize(
    "text",
    [
        "However, nobody came. Negotiators left. Many stayed.",
        "On Thursday in October it rained.",
        "I said so, and I'm sure I’ve been right.",
        "Rising prices hurt. Nearly everyone paid.",
        "“Never,” she said. “Perhaps.”",
    ],
)
def test_capitals_that_only_begin_a_sentence_name_nothing(text: str) -> None:
    assert found(text) == []


def test_headlines_only_repeat_names() -> None:
    text = "Helen Marsh Vows Great Changes After Dunmore Talks\n\nThe mayor, Helen Marsh, spoke at length in Dunmore."
    assert [name for name, _ in forms(text)] == ["Helen Marsh", "Dunmore", "Helen Marsh", "Dunmore"]


def test_text_in_capitals_still_names_what_is_well_known() -> None:
    assert [name for name, _ in forms("LONDON — The talks failed.")] == ["LONDON"]
    assert found("") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "US",
                "President",
                "of",
                "the",
                "and",
                "Helen",
                "Marsh",
                "Mr.",
                "said",
                ",",
                "Bank",
                "St.",
                "-",
                "’s",
                "Chinese",
                "&",
                "I",
            ]
        ),
        max_size=12,
    )
)
def test_names_lie_inside_the_text_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    position = 0
    for name in names(text, sentences(text)):
        assert position <= name.start < name.end <= len(text)
        assert name.canonical
        position = name.end


@pytest.mark.parametrize(
    "piece", ["Aa ", "US-", "A.", "Mr. ", "of ", "Bank of the ", "Chinese ", "US ", "a'", "President "]
)
def test_a_long_run_of_anything_takes_linear_time(piece: str) -> None:
    text = piece * 10_000
    assert all(name.end <= len(text) for name in names(text, sentences(text)))
