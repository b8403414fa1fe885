"""The stretch of a text that shows why it was found."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Snippet
from index.search.query import parse
from index.search.snippets import matches, snippet
from tests.index.search.builders import NOW, tree

FERRY = (
    "The ferry left at dawn. There was fog on the sound and nobody saw the ledge.\n\n"
    "Harbour master Tobias Wrenfield said that the boats went out at once. He had not called them.\n\n"
    "The ferries of the line are thirty years old. Rare birds nest on the ledge, and rare earths do not."
)


def marked(text: str, query: str) -> list[str]:
    return [text[each.start : each.end] for each in matches(text, tree(query))]


def shown(found: Snippet) -> list[str]:
    return [found.text[each.start : each.end] for each in found.matches]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["ferry", "ferries"]),
        ("FERRIES", ["ferry", "ferries"]),
        ("ferr*", ["ferry", "ferries"]),
        ("l?dge", ["ledge", "ledge"]),
        ("Tobais~2", ["Tobias"]),
        ("rare", ["Rare", "rare"]),
        ('"rare earths"', ["rare earths"]),
        ("rare NEAR/2 nest", ["Rare", "nest"]),
        ("rare NEAR/1 nest", []),
        ("boats OR fog", ["fog", "boats"]),
        ("ferry -fog", ["ferry", "ferries"]),
        ("master-to*", ["master", "Tobias"]),
        ("title:ferry", ["ferry", "ferries"]),
        ("author:tobias", []),
        ("source:ferry", []),
        ('rare "rare earths"', ["Rare", "rare earths"]),
        ("*", []),
        ("", []),
    ],
)
def test_words_that_answer_the_query_are_marked(query: str, found: list[str]) -> None:
    assert marked(FERRY, query) == found


def test_the_word_being_typed_is_marked() -> None:
    found = matches(FERRY, parse("led", strict=False, now=NOW).tree)
    assert [FERRY[each.start : each.end] for each in found] == ["ledge", "ledge"]


def test_a_short_text_is_shown_whole_as_one_line() -> None:
    assert snippet("Fog.\n\nThe ferry sank.", tree("ferry")).text == "Fog. The ferry sank."


def test_matches_are_those_of_the_shown_line() -> None:
    assert shown(snippet("Fog.\n\nThe ferry\n\nsank.", tree("ferry OR sank"))) == ["ferry", "sank"]


def test_the_snippet_is_where_most_of_the_query_is() -> None:
    found = snippet(FERRY, tree("ledge ferry rare"), width=110)
    assert shown(found) == ["ferries", "Rare", "ledge", "rare"]
    assert found.text == (
        "The ferries of the line are thirty years old. Rare birds nest on the ledge, and rare earths do not."
    )


@pytest.mark.parametrize("order", permutations([1, 2, 3]))
def test_the_place_with_most_matches_is_shown_wherever_it_is(order: tuple[int, ...]) -> None:
    apart = "Nothing of the kind was seen on the sound for many a day. " * 3
    text = apart.join("The ferry met " + "a ferry and " * (count - 1) + "it sank. " for count in order)
    assert shown(snippet(text, tree("ferry"), width=60)) == ["ferry"] * 3


def test_more_words_of_the_query_win_over_more_matches_of_one() -> None:
    text = "fog fog fog fog " + "calm " * 60 + "fog ferry"
    assert shown(snippet(text, tree("fog ferry"), width=40)) == ["fog", "ferry"]


def test_the_earlier_of_two_equal_places_is_shown() -> None:
    assert snippet(FERRY, tree("ledge"), width=70).text.startswith("There was fog")


def test_a_snippet_begins_with_the_sentence_of_its_match() -> None:
    assert snippet(FERRY, tree("called"), width=60).text == "He had not called them. The ferries of the line are …"


def test_of_two_sentences_before_a_match_its_own_begins_the_snippet() -> None:
    text = "word " * 30 + "A gull. B gull. The ferry sank. " + "word " * 30
    assert snippet(text, tree("ferry"), width=60).text.startswith("The ferry sank. word")


def test_a_heading_without_a_stop_is_no_part_of_the_sentence_after_it() -> None:
    text = "Word " * 30 + "heading\n\nthe ferry sank " + "word " * 30
    assert snippet(text, tree("ferry"), width=50).text.startswith("the ferry sank word")


def test_the_beginning_is_kept_where_the_match_is_near_it() -> None:
    text = "word " * 10 + "ferry " + "word " * 50
    assert snippet(text, tree("ferry"), width=90).text.startswith("word word word")


def test_two_matches_are_shown_together_if_they_just_fit() -> None:
    text = "calm " * 30 + "fog " + "calm " * 4 + "ferry " + "calm " * 30
    assert shown(snippet(text, tree("fog ferry"), width=len("fog calm calm calm calm ferry") + 4)) == [
        "fog",
        "ferry",
    ]
    assert shown(snippet(text, tree("fog ferry"), width=len("fog calm calm calm calm ferry") + 3)) == ["fog"]


def test_a_cut_inside_a_sentence_is_shown_at_both_ends() -> None:
    text = "word " * 50 + "ferry " + "word " * 50
    assert snippet(text, tree("ferry"), width=40).text == "… word word ferry word word word word …"


def test_without_a_match_the_beginning_is_shown() -> None:
    assert snippet(FERRY, tree("volcano"), width=30) == Snippet("The ferry left at dawn. …")


def test_a_word_longer_than_the_snippet_is_cut() -> None:
    assert snippet("x" * 500, tree("ferry"), width=20).text == "x" * 16 + " …"


_TEXTS = st.lists(st.sampled_from(["ferry", "Ferries", "fog", "of", "x" * 90, ".", "“", "\n\n", "—"])).map(" ".join)


@given(
    _TEXTS | st.text(),
    st.sampled_from(["ferry", '"ferry fog"', "f* of", "fog NEAR/3 of", "fery~"]),
    st.integers(8, 90),
)
def test_a_snippet_is_one_line_of_the_width_with_whole_matches(text: str, query: str, width: int) -> None:
    found = snippet(text, tree(query), width)
    assert len(found.text) <= width
    assert "\n" not in found.text
    ends = [offset for each in found.matches for offset in (each.start, each.end)]
    assert ends == sorted(ends)
    assert all(each.start < each.end <= len(found.text) for each in found.matches)


@given(_TEXTS)
def test_a_text_with_a_match_gets_a_snippet_with_a_match(text: str) -> None:
    assert bool(matches(text, tree("ferry"))) == bool(snippet(text, tree("ferry"), 60).matches)
