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
    found.spoke("Adam Hart", named[-1].start)
    assert found.antecedent("he", len(text)) == "Adam Hart"
    assert found.antecedent("she", len(text)) == ""


def test_who_spoke_as_a_pronoun_spoke_last() -> None:
    text = "Peter Brandt met the guild. Adam Hart saw it. He said so, and again he said so."
    found = people(text)
    found.spoke("Peter Brandt", text.index("He said"))
    assert found.antecedent("he", len(text)) == "Peter Brandt"


def test_nobody_is_chosen_between_two_who_neither_spoke_nor_opened_a_sentence() -> None:
    text = "The hall was full of friends of Peter Brandt and of Adam Hart."
    assert people(text).antecedent("he", len(text)) == ""


@pytest.mark.parametrize(
    ("sentence", "he"),
    [
        ("In a heated hearing in the old hall, Mr. Hart left the guild.", "Adam Hart"),
        ("When Mr. Oduya and the guild went home, Mr. Hart left the hall.", "Adam Hart"),
        ("When Mr. Hart went home, it was late.", "Peter Brandt"),
        ("But he also said that Mr. Hart was ill.", "Peter Brandt"),
        ("Allies of Adam Hart left the guild.", "Peter Brandt"),
        ("The rule gives Adam Hart the lamp.", "Peter Brandt"),
    ],
)
def test_only_the_subject_of_a_later_sentence_comes_before_who_spoke(sentence: str, he: str) -> None:
    text = f"Adam Hart came. Peter Brandt spoke. {sentence}"
    found = people(text)
    found.spoke("Peter Brandt", text.index("Peter"))
    assert found.antecedent("he", len(text)) == he


def test_someone_unnamed_who_spoke_is_meant_only_by_the_pronoun_that_fits() -> None:
    text = "Peter Brandt and Mary Hart came."
    found = people(text)
    found.spoke("Peter Brandt", 0)
    found.spoke_unnamed("one woman in Lenwick", 20)
    assert (found.antecedent("he", len(text)), found.antecedent("she", len(text))) == (
        "Peter Brandt",
        "one woman in Lenwick",
    )
    found.spoke_unnamed("Brandt's lawyer", 25)
    assert (found.antecedent("he", len(text)), found.antecedent("she", len(text))) == ("", "")
