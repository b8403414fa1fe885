"""The training of linear models over named features."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from tests.evaluation.linear import fit, vector
from tests.evaluation.train_claims import checkworthy, factual, labelled

ROWS = [
    {"a figure": 1.0, "~tax": 0.5},
    {"a figure": 2.0, "~tax": 0.5},
    {"small talk": 1.0, "~hello": 0.5},
    {"~tax": 0.5},
]


def test_weights_point_to_the_class_that_has_the_feature() -> None:
    model = fit(ROWS, [1, 1, 0, 0], strength=10.0, scale=1.0)
    assert model.weights["a figure"] > 0 > model.weights["small talk"]
    assert model.logit(ROWS[1]) > model.logit(ROWS[2])


def test_wording_of_a_single_row_is_not_learned() -> None:
    assert "~hello" not in fit(ROWS, [1, 1, 0, 0]).weights


def test_the_written_sentences_are_of_five_kinds() -> None:
    assert {kind for kind, _ in labelled()} == {"report+", "report-", "opinion", "talk+", "talk-"}


def test_the_trained_dimensions_tell_new_sentences_apart() -> None:
    rows = labelled()[::4] + [row for row in labelled() if row[0] == "opinion"][::3]
    report = vector("The ministry said on Monday that 900 houses had been sold.")
    opinion = vector("What a shameful and ridiculous plan this is!")
    assert factual(rows).logit(report) > factual(rows).logit(opinion)
    assert checkworthy(rows).logit(report) > checkworthy(rows).logit(opinion)
