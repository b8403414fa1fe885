"""The measures that more than one task uses, and the ways to pick a threshold and to cross-validate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby


def f_score(true: int, predicted: int, gold: int) -> float:
    """F1 from counts: the harmonic mean of precision and recall, which is 2 TP / (predicted + gold)."""
    return 2 * true / (predicted + gold) if predicted + gold else 0.0


def f1(labels: Sequence[int], decisions: Sequence[bool]) -> float:
    """F1 of the positive class."""
    true = sum(1 for label, decision in zip(labels, decisions, strict=True) if label and decision)
    return f_score(true, sum(map(bool, decisions)), sum(labels))


def accuracy(labels: Sequence[int], decisions: Sequence[bool]) -> float:
    """The share of right decisions."""
    right = sum(bool(label) == bool(decision) for label, decision in zip(labels, decisions, strict=True))
    return right / len(labels)


def ranked_precision(labels: Sequence[int], scores: Sequence[float]) -> float | None:
    """Average precision of one ranking, ties in the order given; None where nothing is positive."""
    order = sorted(range(len(labels)), key=lambda i: -scores[i])
    hits, total = 0, 0.0
    for rank, i in enumerate(order, 1):
        if labels[i]:
            hits += 1
            total += hits / rank
    return total / hits if hits else None


def mean_average_precision(rankings: Sequence[tuple[Sequence[int], Sequence[float]]]) -> float:
    """MAP over the documents that have a positive at all."""
    values = [ranked_precision(labels, scores) for labels, scores in rankings]
    counted = [value for value in values if value is not None]
    return sum(counted) / len(counted) if counted else 0.0


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Average precision over the distinct thresholds; equal scores are one step, as in scikit-learn."""
    positives, true, total = sum(labels), 0, 0.0
    for seen, hits in _steps(labels, scores):
        total += hits * (true + hits) / seen
        true += hits
    return total / positives if positives else 0.0


def roc_auc(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The chance that a positive scores higher than a negative, a tie counting half."""
    positives = sum(labels)
    negatives = len(labels) - positives
    true, last, area = 0, 0, 0.0
    for seen, hits in _steps(labels, scores):
        misses = seen - last - hits
        area += misses * (true + hits / 2)
        true, last = true + hits, seen
    return area / (positives * negatives) if positives and negatives else 0.0


def _steps(labels: Sequence[int], scores: Sequence[float]) -> Iterator[tuple[int, int]]:
    """From the highest score down: how many items are above or at it, and how many positives it adds."""
    order = sorted(range(len(labels)), key=lambda i: -scores[i])
    seen = 0
    for _, equal in groupby(order, key=lambda i: scores[i]):
        group = list(equal)
        seen += len(group)
        yield seen, sum(labels[i] for i in group)


def best_threshold(labels: Sequence[int], scores: Sequence[float], *, by_accuracy: bool = False) -> float:
    """The score at and above which deciding "yes" gives the best F1 (or accuracy); the highest among equals."""
    positives, true, best, threshold = sum(labels), 0, -1.0, 0.0
    cuts = sorted(set(scores), reverse=True)
    for cut, (seen, hits) in zip(cuts, _steps(labels, scores), strict=True):
        true += hits
        right = true + (len(labels) - positives) - (seen - true)
        value = right / len(labels) if by_accuracy else f_score(true, seen, positives)
        if value > best:
            best, threshold = value, cut
    return threshold


def folds(groups: Sequence[object], number: int = 5) -> Iterator[tuple[list[int], list[int]]]:
    """Positions to train on and to predict, `number` times; items of one group are never on both sides.

    Groups are dealt out round robin in the order in which they first appear, so the same input always gives
    the same folds.
    """
    turn = {group: i for i, group in enumerate(dict.fromkeys(groups))}
    for fold in range(min(number, len(turn))):
        held = [turn[group] % number == fold for group in groups]
        yield [i for i, out in enumerate(held) if not out], [i for i, out in enumerate(held) if out]
