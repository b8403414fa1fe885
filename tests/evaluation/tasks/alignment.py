"""Aligning sentences: whole articles of this project, ECB+ pairs in their articles, MRPC pairs on their own, and any
other file of news pairs.

In protocol, a logistic regression over the same features is trained on the dev half of the same set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.compare.likeness.background import UNKNOWN, Background
from index.compare.likeness.prepared import prepare
from index.compare.likeness.scorer import Likeness, modelled
from tests.evaluation.aligned import events
from tests.evaluation.metrics import accuracy, average_precision, best_threshold, f1, folds
from tests.evaluation.task import Figure, Run, read
from tests.evaluation.train_alignment import Backgrounds, Matrix, Rows, fit, labels, matrix, sample, unseen

STRENGTH = 0.3  # inverse L2 penalty for the few thousand pairs of a set trained in protocol
# Token-set ratio, and the best classical systems.
KNOWN = {("mrpc", "accuracy"): (0.717, "0.804"), ("mrpc", "F1"): (0.803, "0.859")}


def run(run: Run) -> Iterator[Figure]:
    """Whole articles by the probability of one statement, ECB+ by that of one event, pairs of sentences without
    their articles by that of one wording."""
    if (run.corpora / run.task).is_dir():
        yield from _own()
    yield from _ecb(run)
    for path in sorted((run.corpora / run.task).glob("*.jsonl")):
        if path.stem != "ecb":
            yield from _pairs(run, path.stem)


def _own() -> Iterator[Figure]:
    """Whole articles written for this project, each event by a model that has not seen it."""
    scores, gold = unseen([sample(event) for event in events()])
    yield Figure("alignment", "own articles AP, unseen", average_precision(gold, scores))
    threshold = best_threshold(gold, scores)
    yield Figure("alignment", "own articles F1, unseen", f1(gold, [score >= threshold for score in scores]))


def _ecb(run: Run) -> Iterator[Figure]:
    rows = run.gold("ecb")
    if not rows:
        return
    scores = _events(rows, run.corpora)
    run.write("ecb", ({"score": score} for score in scores))
    unseen = [n for n, row in enumerate(rows) if row["part"] != "train"]  # the models saw the others
    same = [labels(rows)[n] for n in unseen]
    yield Figure("alignment", "ecb AP", average_precision(same, [scores[n] for n in unseen]), baseline=0.615)
    alone = [_score(rows[n]).event for n in unseen]
    yield Figure("alignment", "ecb AP, sentences alone", average_precision(same, alone), baseline=0.615)
    threshold = _threshold(run, rows, scores)
    decisions = [scores[n] >= threshold for n in unseen]
    yield Figure("alignment", "ecb F1", f1(same, decisions), baseline=0.598)


def _events(rows: Rows, corpora: Path) -> list[float]:
    """The probabilities of one event, in the articles that the rows name."""
    between = Backgrounds(read(corpora / "stories" / "ecb.jsonl"))
    return [_score(row, between(row["doc_a"], row["doc_b"])).event for row in rows]


def _threshold(run: Run, rows: Rows, scores: Sequence[float]) -> float:
    """The best one on the dev part of the dev half, or else of the rows themselves."""
    if training := run.training("ecb"):
        rows, scores = training, _events(training, run.train or run.corpora)
    dev = [n for n, row in enumerate(rows) if row["part"] == "dev"] or list(range(len(rows)))
    return best_threshold([labels(rows)[n] for n in dev], [scores[n] for n in dev])


def _pairs(run: Run, file: str) -> Iterator[Figure]:
    rows = run.gold(file)
    if not rows or "same" not in rows[0]:
        return
    same, training = labels(rows), run.training(file)
    scores = _wordings(rows)
    run.write(file, ({"score": score} for score in scores))
    learnt = _protocol(rows, training)
    run.write(f"{file}.protocol", ({"score": score} for score in learnt))
    decisions = _decided(rows, scores, training, _wordings(training or ()))
    ours = [score >= 0.5 for score in learnt]
    for name, measured in (("accuracy", accuracy), ("F1", f1)):
        baseline, published = KNOWN.get((file, name), (None, ""))
        yield Figure(
            "alignment", f"{file} {name}", measured(same, decisions), measured(same, ours), baseline, published
        )
    yield Figure("alignment", f"{file} AP", average_precision(same, scores), average_precision(same, learnt))


def _wordings(rows: Rows) -> list[float]:
    """The probabilities of one wording: of sentences without their articles, that tells most."""
    return [_score(row).wording for row in rows]


def _score(row: dict[str, Any], background: Background = UNKNOWN) -> Likeness:
    return modelled(prepare(row["a"]), prepare(row["b"]), background)


def _protocol(rows: Rows, training: Rows | None) -> list[float]:
    """Probabilities by the same model trained on the dev half, or else cross-validated."""
    if training:
        return _learnt(training, rows)
    found = [0.0] * len(rows)
    for train, held in folds(range(len(rows)), 10):
        scores = _learnt([rows[n] for n in train], [rows[n] for n in held])
        for n, score in zip(held, scores, strict=True):
            found[n] = score
    return found


def _learnt(training: Rows, rows: Rows) -> list[float]:
    weights, bias = fit(_alone(training), labels(training), strength=STRENGTH)
    totals = _alone(rows) @ weights + bias
    return [float(1 / (1 + 2.718281828459045**-total)) for total in totals]


def _alone(rows: Rows) -> Matrix:
    return matrix([{"a": row["a"], "b": row["b"]} for row in rows])


def _decided(rows: Rows, scores: Sequence[float], training: Rows | None, known: Sequence[float]) -> list[bool]:
    """Decisions at the threshold of best accuracy on the dev half, or else on the other folds."""
    if training:
        threshold = best_threshold(labels(training), known, by_accuracy=True)
        return [score >= threshold for score in scores]
    same, decisions = labels(rows), [False] * len(rows)
    for train, held in folds(range(len(rows)), 10):
        threshold = best_threshold([same[n] for n in train], [scores[n] for n in train], by_accuracy=True)
        for n in held:
            decisions[n] = scores[n] >= threshold
    return decisions
