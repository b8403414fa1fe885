"""The kinds of a claim."""

from __future__ import annotations

import pytest

from index.claims.features import features, passages
from index.claims.kinds import kinds
from index.model import Article
from index.text.analysis import analyse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The town has 4,300 empty flats.", "figure"),
        ("“The dam is safe,” Mary Hart said.", "quotation"),
        ("Mary Hart said that the dam was safe.", "attribution"),
        ("Rents are higher than in any other town.", "comparison"),
        ("The road was closed because of the flood.", "cause"),
        ("The port will close next year.", "prediction"),
        ("The council banned lorries from the old town.", "event"),
    ],
)
def test_signs_of_each_kind(text: str, kind: str) -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", text, "")))
    assert kind in kinds(passage, features(passage))


def test_one_and_two_are_no_figures() -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", "The two towns are one at heart.", "")))
    assert "figure" not in kinds(passage, features(passage))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hart declined to record the rate of the double crossing.", "comparison"),
        ("The film, a year in the making, is due to open in May.", "cause"),
        ("The mayor is a friend of the baker.", "event"),
    ],
)
def test_what_only_looks_like_a_kind(text: str, kind: str) -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", text, "")))
    assert kind not in kinds(passage, features(passage))


def test_one_or_two_words_in_marks_are_no_quotation() -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", "Mary Hart called it a “hard look” at the dam.", "")))
    assert "quotation" not in kinds(passage, features(passage))


@pytest.mark.parametrize(
    "text",
    [
        "“They banned lorries from the old town and closed the bridge,” Mary Hart said.",
        "Mary Hart said that the council had banned lorries from the old town.",
    ],
)
def test_an_act_that_someone_tells_of_is_no_event(text: str) -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", text, "")))
    assert "event" not in kinds(passage, features(passage))
