"""The shipped weights."""

from __future__ import annotations

import json

import pytest

from index.claims.model import DIMENSIONS, WEIGHTS, Linear, logistic, shipped


def test_a_linear_model_adds_up_its_weights() -> None:
    model = Linear(-1.0, {"a figure": 2.0, "a question": -3.0})
    assert model.logit({"a figure": 2.0, "something else": 9.0}) == 3.0
    assert list(model.contributions({"a figure": 0.5})) == [("a figure", 1.0)]


@pytest.mark.parametrize("logit", [-1e6, -3.0, 0.0, 3.0, 1e6])
def test_a_probability_stays_between_nought_and_one(logit: float) -> None:
    assert 0 < logistic(logit) <= 1
    assert logistic(logit) + logistic(-logit) == pytest.approx(1)


def test_every_dimension_is_shipped() -> None:
    assert set(shipped()) == set(DIMENSIONS)


def test_the_weights_are_small_and_name_their_origin() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    provenance = json.loads(WEIGHTS.read_text(encoding="utf-8"))["provenance"]
    assert {"data", "licence", "command", "date"} <= set(provenance)


def test_signs_are_what_a_reader_expects() -> None:
    factual, checkworthy, salient = (shipped()[name].linear.weights for name in DIMENSIONS)
    assert factual["a judging word"] < 0 < factual["a figure"]
    assert checkworthy["small talk"] < 0 < checkworthy["a comparison"]
    assert salient["tells of earlier times"] < 0 < salient["in the lead"]
