"""Factual against opinion: how well the factual dimension tells the two apart in news sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.claims.features import Features
from index.claims.model import shipped
from tests.evaluation.linear import fit, vector
from tests.evaluation.metrics import folds, roc_auc
from tests.evaluation.task import Figure, Run

FILES = ("babe",)
_JUDGING = re.compile(r"\b(?:should|must|absurd|terrible|radical|clearly|simply|never|always|so|very)\b")
_REPORTING = re.compile(r"\d|said")


def run(run: Run) -> Iterator[Figure]:
    """ROC AUC of the class "opinion"."""
    for file in FILES:
        gold = run.gold(file)
        if not gold:
            continue
        labels = [int(row["label"] == "opinion") for row in gold]
        rows = [vector(row["sentence"]) for row in gold]
        ours = [-shipped()["factual"].linear.logit(row) for row in rows]
        trained = _trained(run, file, rows, labels)
        plain = [_plain(row["sentence"]) for row in gold]
        run.write(file, ({"score": score} for score in ours))
        run.write(file + ".protocol", ({"score": score} for score in trained))
        yield Figure(f"factual {file}", "AUC", roc_auc(labels, ours), roc_auc(labels, trained), roc_auc(labels, plain))


def _trained(run: Run, file: str, rows: Sequence[Features], labels: Sequence[int]) -> list[float]:
    training = run.training(file)
    if training is not None:
        wanted = [int(row["label"] == "opinion") for row in training]
        model = fit([vector(row["sentence"]) for row in training], wanted)
        return [model.logit(row) for row in rows]
    scores = [0.0] * len(rows)
    for known, held in folds(range(len(rows))):
        model = fit([rows[i] for i in known], [labels[i] for i in known])
        for i in held:
            scores[i] = model.logit(rows[i])
    return scores


def _plain(sentence: str) -> float:
    return len(_JUDGING.findall(sentence)) - len(_REPORTING.findall(sentence)) / 2
