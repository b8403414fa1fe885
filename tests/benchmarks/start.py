"""How fast lateral starts and answers a typed character, and how much memory the open reader holds.

`python -m tests.benchmarks.start [--articles N] [--json FILE]` prints medians beside the targets: CPU seconds
of `lateral search` and of the reader's first paint on the sample library, CPU milliseconds a typed character and
resident megabytes at N (10,000) made-up articles.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from index.library import Library, upkeep
from index.library.callbacks import ignore, never
from index.model import Article, Fate, Outcome
from index.store.aids import Aids
from tests.benchmarks.corpus import articles, vocabulary
from tests.terminals.session import Session

LATERAL = Path(sys.executable).with_name("lateral")
RUNS = 5
TYPED = " ".join(islice((word for word in vocabulary() if len(word) > 4), 40, 43))


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure with the bound it should stay below."""

    name: str
    value: float
    unit: str
    bound: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _environment(home)
        figures = [*_sample(), *_large(home, options.articles)]
    for figure in figures:
        verdict = "ok" if figure.value <= figure.bound else "above"
        print(f"{figure.name:<46}{figure.value:>9.3f} {figure.unit:<4} (bound {figure.bound:g}, {verdict})")
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in figures], indent=2))


def _environment(home: Path) -> None:
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


def _sample() -> Iterator[Figure]:
    subprocess.run([LATERAL, "--sample", "sources"], check=True, capture_output=True)
    search: list[str | Path] = [LATERAL, "--sample", "search", "ferry"]
    yield Figure("lateral search, sample library", _median(lambda: _cpu(search)), "s", 0.25)
    yield Figure("first paint, sample library", _median(_first_paint), "s", 0.6)


def _large(home: Path, count: int) -> Iterator[Figure]:
    folder = home / "large"
    _fill(folder, home / "large-state", count)
    with _reader(["--library", folder]) as session:
        session.wait_for("articles")
        session.read(quiet=1.0)
        before = session.cpu()
        for key in TYPED:
            session.press(key, quiet=0.25)
        cost = (session.cpu() - before) / len(TYPED)
        yield Figure(f"a typed character, {count:,} articles", cost * 1000, "ms", 50)
        yield Figure(f"memory of the open reader, {count:,} articles", session.memory() / 1000, "MB", 120)


def _fill(folder: Path, state: Path, count: int) -> None:
    """A library of made-up articles, indexed, without claims or stories: neither figure depends on them."""
    library = Library.create(folder, state=state)
    with library._writer.store() as store:
        made = articles(count)
        while batch := list(islice(made, 500)):
            store.commit(0, [_found(article) for article in batch])
            store.aids.put((article.id, Aids()) for article in batch)
            store.stories.assign((article.id, article.id) for article in batch)
        upkeep.follow(store, library._index.engine, ignore, never)
    library.close()


def _found(article: Article) -> tuple[Outcome, Article]:
    return Outcome("made up", "", Fate.ADDED, article.id), article


def _first_paint() -> float:
    with _reader(["--sample"]) as session:
        session.wait_for("lateral")
        return session.cpu()


def _reader(arguments: list[str | Path]) -> Session:
    home = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    return Session([LATERAL, *arguments], 120, 40, home)


def _cpu(command: list[str | Path]) -> float:
    """CPU seconds of a command, user and system."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _median(measure: Callable[[], float]) -> float:
    return median(measure() for _ in range(RUNS))


if __name__ == "__main__":
    main()
