"""Train the sentence models that index/compare ships.

    python -m tests.evaluation.train_alignment --corpora DIR > index/compare/likeness/weights.json

"event" and "wording" are learnt from the pairs of ECB+ (annotations CC BY 3.0): DIR holds alignment/ecb.jsonl and
stories/ecb.jsonl, of which only rows of part "train" are used. "statement" is learnt from the articles that were
written for this project (tests/evaluation/data/articles.txt).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from index.compare.likeness.articles import Bag, alike
from index.compare.likeness.background import UNKNOWN, Background
from index.compare.likeness.features import NAMES, features
from index.compare.likeness.prepared import Prepared, prepare
from index.compare.likeness.scorer import SHORT
from index.text.sentences import sentences
from tests.evaluation.aligned import Event, events
from tests.evaluation.metrics import best_threshold, folds
from tests.evaluation.task import read

STRENGTH = 0.03  # inverse L2 penalty; .003 to 3 differ by less than .005 AP over held-out topics
EVENT = tuple(name for name in NAMES if name != "apart")  # pairs of ECB+ have no places
WORDING = (
    "jaccard",
    "words less",
    "unshared names less",
    "unshared numbers less",
    "articles alike",
)  # shares only: amounts would reward long sentences
STATEMENT = tuple(name for name in NAMES if name != "articles alike")  # of one event, all articles are
FOLDS = 5  # of events, by which the threshold of "statement" is found

Rows = Sequence[dict[str, Any]]
Matrix = np.ndarray[Any, Any]
Sample = tuple[Matrix, list[int]]
"""The features of pairs of sentences, and which of these are one statement."""


def matrix(rows: Rows, stories: Rows = ()) -> Matrix:
    """The features of every pair; `stories` has the articles that "doc_a" and "doc_b" name, if they do."""
    prepared = {text: prepare(text) for row in rows for text in (row["a"], row["b"])}
    between = Backgrounds(stories)
    return np.array(
        [features(prepared[row["a"]], prepared[row["b"]], between(row.get("doc_a"), row.get("doc_b"))) for row in rows]
    )


class Backgrounds:
    """The background of any two of the articles."""

    def __init__(self, stories: Rows) -> None:
        self._texts = {row["id"]: f"{row['title']}\n\n{row['text']}" for row in stories}
        self._known: dict[tuple[Any, Any], Background] = {}
        self._read: dict[str, tuple[Bag, list[Prepared]]] = {}

    def __call__(self, a: str | None, b: str | None) -> Background:
        if not (a and b and {a, b} <= self._texts.keys()):
            return UNKNOWN
        if (a, b) not in self._known:
            (mine, here), (theirs, there) = self._article(a), self._article(b)
            self._known[a, b] = Background.of(alike(mine, theirs), here, there)
        return self._known[a, b]

    def _article(self, name: str) -> tuple[Bag, list[Prepared]]:
        if name not in self._read:
            text = self._texts[name]
            self._read[name] = Bag.of(text), [prepare(text[one.start : one.end]) for one in sentences(text)]
        return self._read[name]


def labels(rows: Rows) -> list[int]:
    """The gold of every pair."""
    return [int(row["same"]) for row in rows]


def fit(
    values: Matrix, same: Sequence[int], names: Sequence[str] = NAMES, strength: float = STRENGTH
) -> tuple[Matrix, float]:
    """Weights in raw feature units (0 for what `names` leaves out) and the bias of a logistic regression."""
    used = [NAMES.index(name) for name in names]
    chosen = values[:, used]
    mean, spread = chosen.mean(0), chosen.std(0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=3000).fit((chosen - mean) / spread, same)
    weights = np.zeros(len(NAMES))
    weights[used] = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights[used] @ mean)


def sample(event: Event) -> Sample:
    """All pairs of an event's sentences that the model is asked about."""
    prepared = [[prepare(text) for text in article] for article in event.articles]
    values, same = [], []
    for (n, mine), (m, theirs) in combinations(enumerate(prepared), 2):
        background = Background.of(UNKNOWN.alike, mine, theirs)
        for (x, a), (y, b) in product(enumerate(mine), enumerate(theirs)):
            if min(len(a.stems), len(b.stems)) >= SHORT:
                values.append(features(a, b, background, abs(x / len(mine) - y / len(theirs))))
                same.append(int(((n, x), (m, y)) in event.same))
    return np.array(values), same


def unseen(samples: Sequence[Sample]) -> tuple[list[float], list[int]]:
    """The log odds of one statement by models that have not seen the event, and the gold, of every pair."""
    scores: list[float] = []
    gold: list[int] = []
    for train, held in folds(range(len(samples)), FOLDS):
        weights, bias = fit(*_joined([samples[n] for n in train]), STATEMENT)
        values, same = _joined([samples[n] for n in held])
        scores += (values @ weights + bias).tolist()
        gold += same
    return scores, gold


def statement(samples: Sequence[Sample]) -> dict[str, Any]:
    """The model of one statement, its bias such that F1 is best from .5 on, over events that it has not seen."""
    scores, gold = unseen(samples)
    weights, bias = fit(*_joined(samples), STATEMENT)
    return stored(weights, bias - best_threshold(gold, scores), STATEMENT)


def _joined(samples: Sequence[Sample]) -> Sample:
    return np.concatenate([values for values, _ in samples]), [one for _, same in samples for one in same]


def stored(weights: Matrix, bias: float, names: Sequence[str]) -> dict[str, Any]:
    """A model as it stands in the weights file."""
    return {
        "bias": round(bias, 5),
        "weights": {name: round(float(weights[NAMES.index(name)]), 5) for name in names},
    }


def main() -> None:
    """Print the weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    folder = parser.parse_args().corpora
    rows = [row for row in read(folder / "alignment" / "ecb.jsonl") if row["part"] == "train"]
    values, same = matrix(rows, read(folder / "stories" / "ecb.jsonl")), labels(rows)
    weights = {
        "data": {
            "event, wording": "sentence pairs from the coreference annotations of ECB+, train topics (CC BY 3.0)",
            "statement": "tests/evaluation/data/articles.txt, written for this project (MIT)",
        },
        "command": "python -m tests.evaluation.train_alignment --corpora DIR",
        "date": datetime.now(UTC).date().isoformat(),
        "models": {
            "event": stored(*fit(values, same, EVENT), EVENT),
            "wording": stored(*fit(values, same, WORDING), WORDING),
            "statement": statement([sample(event) for event in events()]),
        },
    }
    json.dump(weights, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
