"""Train the sentence scorer that index/compare ships, from the train part of ECB+ (annotations CC BY 3.0).

    python -m tests.evaluation.train_alignment --corpora DIR > index/compare/weights.json

DIR holds alignment/ecb.jsonl. Only rows of part "train" are used for the weights, rows of part "dev" for the
two thresholds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from index.compare.features import NAMES, features
from index.compare.prepared import prepare
from tests.evaluation.metrics import best_threshold
from tests.evaluation.task import read

Rows = Sequence[dict[str, Any]]


def matrix(rows: Rows) -> np.ndarray[Any, Any]:
    """The features of every pair."""
    prepared = {text: prepare(text) for row in rows for text in (row["a"], row["b"])}
    return np.array([features(prepared[row["a"]], prepared[row["b"]]) for row in rows])


def labels(rows: Rows) -> list[int]:
    """The gold of every pair."""
    return [int(row["same"]) for row in rows]


def fit(values: np.ndarray[Any, Any], same: Sequence[int]) -> tuple[np.ndarray[Any, Any], float]:
    """Weights in raw feature units, and the bias, of an L2-regularised logistic regression."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    model = LogisticRegression(C=0.3, max_iter=3000).fit((values - mean) / spread, same)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def main() -> None:
    """Print the weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    rows = read(parser.parse_args().corpora / "alignment" / "ecb.jsonl")
    train, dev = ([row for row in rows if row["part"] == part] for part in ("train", "dev"))
    weights, bias = fit(matrix(train), labels(train))
    scores = 1 / (1 + np.exp(-(matrix(dev) @ weights + bias)))
    json.dump(
        {
            "data": "ECB+ event and entity coreference annotations, train topics",
            "licence": "CC BY 3.0",
            "command": "python -m tests.evaluation.train_alignment --corpora DIR",
            "date": datetime.now(UTC).date().isoformat(),
            "bias": round(bias, 5),
            "same": round(best_threshold(labels(dev), list(map(float, scores))), 3),
            "related": 0.2,
            "weights": {name: round(float(weight), 5) for name, weight in zip(NAMES, weights, strict=True)},
        },
        sys.stdout,
        indent=1,
    )
    print()


if __name__ == "__main__":
    main()
