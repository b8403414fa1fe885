"""The command that trains the shipped claim weights: `python -m tests.evaluation.train_claims`.

It reads only `tests/evaluation/data/claims.tsv`, sentences written for this project. The weights of the dimension
"salient", and the shares of the three dimensions in the score, are set by hand and carried over as they stand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from index.claims.model import WEIGHTS, Linear
from tests.evaluation.linear import fit, vector

DATA = Path(__file__).parent / "data" / "claims.tsv"


def labelled(path: Path = DATA) -> list[tuple[str, str]]:
    """Kind and sentence of each line that is not a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("\t") for line in lines if not line.startswith("#"))]


def factual(rows: Sequence[tuple[str, str]]) -> Linear:
    """Report against opinion."""
    written = [(kind, text) for kind, text in rows if not kind.startswith("talk")]
    return _fit([text for _, text in written], [int(kind != "opinion") for kind, _ in written])


def checkworthy(rows: Sequence[tuple[str, str]]) -> Linear:
    """What is worth checking against everything else."""
    return _fit([text for _, text in rows], [int(kind.endswith("+")) for kind, _ in rows])


def _fit(texts: Sequence[str], labels: Sequence[int]) -> Linear:
    return fit([vector(text) for text in texts], labels)


def main(given: Sequence[str] | None = None) -> int:
    """Train, and write the weights file."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.train_claims", description=__doc__)
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="the weights file to write")
    options = parser.parse_args(given)
    rows = labelled()
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    stored = {
        "provenance": {
            "data": f"{len(rows)} sentences written for this project (tests/evaluation/data/claims.tsv)",
            "licence": "as the project",
            "command": "python -m tests.evaluation.train_claims",
            "date": datetime.now(UTC).date().isoformat(),
            "salient": kept["provenance"]["salient"],
        },
        "shares": kept["shares"],
        "factual": _stored(factual(rows)),
        "checkworthy": _stored(checkworthy(rows)),
        "salient": kept["salient"],
    }
    options.out.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _stored(model: Linear) -> dict[str, object]:
    """Named features first, then the wording, each heaviest first."""
    ordered = sorted(model.weights.items(), key=lambda item: (item[0].startswith("~"), -abs(item[1]), item[0]))
    return {"bias": model.bias, "weights": {name: weight for name, weight in ordered if weight}}


if __name__ == "__main__":
    sys.exit(main())
