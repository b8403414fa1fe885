"""The command: runs the tasks and prints one table."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import cast

from tests.evaluation import tasks
from tests.evaluation.table import table
from tests.evaluation.task import Figure, Run, Task

ABSENT = "nothing to measure: no such corpus"


def names() -> list[str]:
    """The tasks there are, alphabetically."""
    return sorted(module.name for module in pkgutil.iter_modules(tasks.__path__))


def task(name: str) -> Task:
    """The task's module."""
    return cast(Task, importlib.import_module(f"{tasks.__name__}.{name}"))


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="a folder with one folder a task in it")
    parser.add_argument("--train", type=Path, help="the dev halves, in the same shape; else cross-validated")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    parser.add_argument("--task", action="append", choices=names(), help="only this one; may be repeated")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Run, print the table, and leave it as `figures.json` beside the predictions."""
    options = arguments(given)
    figures: list[Figure] = []
    for name in options.task or names():
        run = Run(name, options.corpora, options.out, options.train)
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += list(task(name).run(run)) or [Figure(name, ABSENT)]
    print(table(figures))
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False)
    (options.out / "figures.json").write_text(text + "\n", encoding="utf-8")
    return 0 if any(figure.metric != ABSENT for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
