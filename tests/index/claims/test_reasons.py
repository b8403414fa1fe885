"""What reasons are given for a score, in which words and order."""

from __future__ import annotations

from index.claims.model import DIMENSIONS, shipped
from index.claims.reasons import AGAINST, ELSEWHERE, FOR, LARGE, LITTLE_ELSE, Context, reasons

PLAIN = Context()


def names(parts: dict[str, float], context: Context = PLAIN) -> list[str]:
    return [reason.name for reason in reasons(parts, context)]


def test_what_speaks_against_stands_last_and_never_reads_as_a_reason_for() -> None:
    found = reasons({"far from the lead": -0.9, "hedged": -0.1, "a figure": 0.2}, Context())
    assert [reason.name for reason in found] == ["a figure", "although hedged", "although far from the lead"]
    assert [reason.weight for reason in found] == [0.2, -0.1, -0.9]


def test_every_word_against_says_although() -> None:
    assert all(words.startswith("although ") for words in AGAINST.values())
    assert not any(words.startswith("although") for words in FOR.values())


def test_what_explains_nothing_is_not_named() -> None:
    generic = {"a full statement": 0.5, "~^ the": 0.5, "words of reporting": 0.4, "tells what happened": 0.3}
    assert names({**generic, "about the article's subject": 0.3, "a figure": 0.1}) == ["a figure"]


def test_there_is_always_a_reason_for() -> None:
    assert names({"tells what happened": 0.3}) == [LITTLE_ELSE]
    assert names({"tells what happened": 0.3, "hedged": -0.4}) == [LITTLE_ELSE, "although hedged"]


def test_features_with_the_same_words_are_one_reason() -> None:
    (figure,) = reasons({"a figure": 0.2, "a figure with a unit": 0.1}, Context())
    assert figure.weight == 0.2 + 0.1


def test_a_large_figure_is_not_also_called_a_figure() -> None:
    assert names({"a figure": 0.2, LARGE: 0.1, "a figure with a unit": 0.1}) == [LARGE]


def test_the_year_and_the_number_of_sources_are_told() -> None:
    parts = {ELSEWHERE: 0.5, "tells of a past year": -0.5, "tells of earlier times": -0.2}
    assert names(parts, Context(texts=3, year=1998)) == ["also in 3 other sources", "although it tells of 1998"]
    assert names(parts, Context(texts=1))[0] == "also in 1 other source"


def test_a_trifle_against_is_not_named() -> None:
    assert names({"a figure": 0.3, "hedged": -0.001}) == ["a figure"]


def test_the_words_are_for_features_that_the_model_weighs() -> None:
    weighed = {name for dimension in DIMENSIONS for name in shipped()[dimension].linear.weights}
    assert FOR.keys() | AGAINST.keys() <= weighed
