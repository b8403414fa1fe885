"""What a task of the evaluation is given and what it hands back.

A task is a module of `tests.evaluation.tasks`, named as the folder of its corpora, with one function::

    def run(run: Run) -> Iterator[Figure]: ...

It reads gold with `run.gold(file)`, predicts with the shipped code and weights, writes what it predicted
with `run.write(file, predictions)` and yields a `Figure` a metric. Where the same model is meant to be
trained on a set as published systems are, it does so on `run.training(file)` (the dev half) or, where that
is None, by cross-validation (`tests.evaluation.metrics.folds`), and writes those predictions under
`file + ".protocol"`. Thresholds are picked on `run.training(file)` likewise, never on the gold of the run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. Figures are None where they are not meant; `published` is text ("0.166")."""

    task: str
    metric: str
    shipped: float | None = None
    protocol: float | None = None
    baseline: float | None = None
    published: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The folders of one evaluation, narrowed to one task."""

    task: str
    corpora: Path
    out: Path
    train: Path | None = None

    def files(self) -> list[str]:
        """The names of the task's corpora, without `.jsonl`."""
        return sorted(path.stem for path in (self.corpora / self.task).glob("*.jsonl"))

    def gold(self, file: str) -> list[dict[str, Any]]:
        """The rows of `<corpora>/<task>/<file>.jsonl`; none where this folder has no such file."""
        return read(self.corpora / self.task / f"{file}.jsonl")

    def training(self, file: str) -> list[dict[str, Any]] | None:
        """The dev half of the same file, or None where no `--train` folder (or no such file in it) was given."""
        if self.train is None:
            return None
        return read(self.train / self.task / f"{file}.jsonl") or None

    def write(self, file: str, predictions: Iterable[Mapping[str, Any]]) -> Path:
        """Write predictions, one JSON object a line, to `<out>/<task>/<file>.jsonl`."""
        path = self.out / self.task / f"{file}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
        return path


class Task(Protocol):
    """A module of `tests.evaluation.tasks`."""

    def run(self, run: Run) -> Iterator[Figure]:
        """Predict, write the predictions, and yield the figures; nothing where the corpus is not there."""
        ...


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]
