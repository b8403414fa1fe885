"""Whom “he” and “she” stand for."""

from __future__ import annotations

import pytest

from index.text.names import names
from index.text.pronouns import People
from index.text.sentences import sentences


def people(text: str) -> People:
    split = sentences(text)
    return People(text, split, names(text, split))


@pytest.mark.parametrize(
    ("text", "he", "she"),
    [
        ("Mary Hart met Peter Brandt in the hall.", "Peter Brandt", "Mary Hart"),
        ("Minister Odile Hart met Ms. Hart’s rival, Dr Tal Brandt.", "Tal Brandt", "Odile Hart"),
        ("Minister Odile Hart spoke. Mrs. Hart met Mr. Oduya.", "Oduya", "Odile Hart"),
        ("Peter Brandt spoke.", "Peter Brandt", ""),
        ("The keepers spoke.", "", ""),
    ],
)
def test_the_given_name_or_the_form_of_address_tells(text: str, he: str, she: str) -> None:
    found = people(text)
    assert (found.antecedent("he", len(text)), found.antecedent("she", len(text))) == (he, she)


def test_who_opens_a_sentence_comes_before_who_is_named_in_it() -> None:
    text = "Peter Brandt met Adam Hart in the hall of the old town."
    assert people(text).antecedent("he", len(text)) == "Peter Brandt"


def test_who_spoke_last_comes_before_who_opened_a_sentence_earlier() -> None:
    text = "Peter Brandt met the guild. It was late, said Adam Hart."
    split = sentences(text)
    named = names(text, split)
    found = People(text, split, named)
    found.spoke(named[-1])
    assert found.antecedent("he", len(text)) == "Adam Hart"
    assert found.antecedent("she", len(text)) == ""
