"""The measures, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.metrics import (
    accuracy,
    average_precision,
    best_threshold,
    f1,
    f_score,
    folds,
    mean_average_precision,
    ranked_precision,
    roc_auc,
)


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    assert f_score(2, 4, 3) == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
    assert f1([1, 1, 0, 0], [True, False, True, False]) == 0.5
    assert f_score(0, 0, 0) == 0.0


def test_accuracy_counts_right_decisions() -> None:
    assert accuracy([1, 0, 0, 1], [True, True, False, True]) == 0.75


def test_average_precision_of_a_ranking_looks_at_the_rank_of_each_positive() -> None:
    assert ranked_precision([0, 1, 1], [3.0, 2.0, 1.0]) == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert ranked_precision([0, 0], [1.0, 2.0]) is None


def test_documents_without_a_positive_are_left_out_of_the_mean() -> None:
    assert mean_average_precision([([1], [0.1]), ([0, 0], [1.0, 2.0])]) == 1.0
    assert mean_average_precision([]) == 0.0


def test_equal_scores_are_one_step_of_average_precision() -> None:
    assert average_precision([1, 0], [0.5, 0.5]) == 0.5
    assert average_precision([0, 1], [0.5, 0.5]) == 0.5
    assert average_precision([1, 0, 1], [0.9, 0.8, 0.7]) == pytest.approx((1 + 2 / 3) / 2)


def test_the_area_under_the_curve_counts_a_tie_as_half() -> None:
    assert roc_auc([1, 0], [0.9, 0.1]) == 1.0
    assert roc_auc([1, 0], [0.1, 0.9]) == 0.0
    assert roc_auc([1, 0], [0.5, 0.5]) == 0.5
    assert roc_auc([1, 0, 1, 0], [4.0, 3.0, 2.0, 1.0]) == 0.75


def test_the_best_threshold_is_the_highest_of_the_best() -> None:
    assert best_threshold([1, 1, 0, 0], [0.9, 0.6, 0.5, 0.1]) == 0.6
    assert best_threshold([0, 0, 0, 1], [0.9, 0.8, 0.7, 0.1], by_accuracy=True) == 0.9
    assert best_threshold([1, 0], [0.5, 0.5]) == 0.5


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from([0.1, 0.2, 0.3])), min_size=1, max_size=12))
def test_no_other_threshold_decides_better(items: list[tuple[int, float]]) -> None:
    labels, scores = [label for label, _ in items], [score for _, score in items]

    def at(threshold: float) -> float:
        return f1(labels, [score >= threshold for score in scores])

    assert at(best_threshold(labels, scores)) == max(map(at, scores))


def test_folds_predict_every_item_once_and_never_part_a_group() -> None:
    groups = ["a", "a", "b", "c", "c", "c", "d"]
    parts = list(folds(groups, 3))
    assert sorted(i for _, held in parts for i in held) == list(range(7))
    for train, held in parts:
        assert not {groups[i] for i in train} & {groups[i] for i in held}
        assert sorted(train + held) == list(range(7))
