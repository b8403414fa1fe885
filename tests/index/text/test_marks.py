"""Stretches in quotation marks."""

from __future__ import annotations

import pytest

from index.text.marks import is_title, quoted


def contents(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He said “we are ready” and left.",
        'He said "we are ready" and left.',
        "Er sagte: „we are ready“ und ging.",
        "Il a dit «we are ready» hier.",
        "Er sagte: »we are ready« und ging.",
        "He said ‘we are ready’ and left.",
        "他说「we are ready」。",
        'He said “we are ready" and left.',
        "He said ``we are ready'' and left.",
    ],
)
def test_marks_of_many_conventions_are_found(text: str) -> None:
    assert contents(text) == ["we are ready"]


def test_a_space_inside_french_marks_is_allowed() -> None:
    assert contents("Il a dit : « Nous partons. »") == [" Nous partons. "]


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert contents("“She told me ‘never again’ twice,” he said.") == ["She told me ‘never again’ twice,"]


def test_an_apostrophe_neither_opens_nor_closes() -> None:
    assert contents("The workers’ leader isn’t here.") == []
    assert contents("‘It isn’t over’, he said.") == ["It isn’t over"]


def test_inches_do_not_open_a_quotation() -> None:
    assert contents('A 6" pipe and a 12" pipe.') == []


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“The first part.\n\n“The second part,” he said."
    first, second = quoted(text)
    assert first.open
    assert text[first.start : first.end] == "The first part."
    assert not second.open


def test_the_outer_span_includes_the_marks() -> None:
    text = "He said “yes”."
    (found,) = quoted(text)
    assert text[found.outer.start : found.outer.end] == "“yes”"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("She was on “The Late Lamp with Odile Hart.”", True),
        ("He spoke on Channel Nine’s “Face of the Guild” on Sunday.", True),
        ("He spoke in “Harbour Talk,” and left.", True),
        ("She said “Lenwick Must Not Sink” twice.", False),
        ("She spoke in “the old hall of the guild”.", False),
        ("He believes in “Light”.", False),
    ],
)
def test_capitals_behind_a_preposition_are_the_title_of_a_programme(text: str, title: bool) -> None:
    (found,) = quoted(text)
    assert is_title(text, found) is title
