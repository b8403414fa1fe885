"""Train the sentence models that index/compare ships, from the pairs of ECB+ (annotations CC BY 3.0).

    python -m tests.evaluation.train_alignment --corpora DIR > index/compare/likeness/weights.json

DIR holds alignment/ecb.jsonl and stories/ecb.jsonl. Only rows of part "train" are used.
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

from index.compare.likeness.articles import Bag, alike
from index.compare.likeness.features import NAMES, NEUTRAL, features
from index.compare.likeness.prepared import prepare
from tests.evaluation.task import read

STRENGTH = 0.03  # inverse L2 penalty; .003 to 3 differ by less than .005 AP over held-out topics
STATEMENT = (
    "jaccard",
    "words less",
    "unshared names less",
    "unshared numbers less",
    "articles alike",
)  # shares only: amounts would reward long sentences

Rows = Sequence[dict[str, Any]]
Matrix = np.ndarray[Any, Any]


def matrix(rows: Rows, stories: Rows = ()) -> Matrix:
    """The features of every pair; `stories` has the articles that "doc_a" and "doc_b" name, if they do."""
    prepared = {text: prepare(text) for row in rows for text in (row["a"], row["b"])}
    bags = {row["id"]: Bag.of(f"{row['title']}\n{row['text']}") for row in stories}
    known: dict[tuple[str, str], float] = {}
    for row in rows:
        key = row.get("doc_a", ""), row.get("doc_b", "")
        if key not in known:
            known[key] = alike(bags[key[0]], bags[key[1]]) if set(key) <= bags.keys() else NEUTRAL
    pairs = (
        (prepared[row["a"]], prepared[row["b"]], known[row.get("doc_a", ""), row.get("doc_b", "")]) for row in rows
    )
    return np.array([features(*pair) for pair in pairs])


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


def stored(values: Matrix, same: Sequence[int], names: Sequence[str]) -> dict[str, Any]:
    """A model as it stands in the weights file."""
    weights, bias = fit(values, same, names)
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
        "data": "sentence pairs from the event and entity coreference annotations of ECB+, train topics",
        "licence": "CC BY 3.0",
        "command": "python -m tests.evaluation.train_alignment --corpora DIR",
        "date": datetime.now(UTC).date().isoformat(),
        "models": {"event": stored(values, same, NAMES), "statement": stored(values, same, STATEMENT)},
    }
    json.dump(weights, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
