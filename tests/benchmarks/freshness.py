"""How soon a new article is found, and how little typing suffers from an import beside it.

`python -m tests.benchmarks.freshness [--articles N] [--json FILE]` indexes N made-up articles, then adds single ones
(commit, search, merge), then types while as many again are imported, once by a thread of the same process and
once by a process of its own. Wall milliseconds: median, 95th and 99th percentile, greatest.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

from index.search.engine import Document, Request
from index.search.tree import And, Or, Prefix, Term
from index.search.whoosh.engine import WhooshEngine
from tests.benchmarks.corpus import articles
from tests.benchmarks.search import keystrokes

BATCH = 10_000
SINGLE = 100
EVERY = 0.1  # seconds between keys: a fast typist
TICK = 0.005  # seconds between two looks at how late the event loop is
FRESH = 1 << 20  # number of the first article that is not in the index

Figures = dict[str, float]


def figures(seconds: list[float]) -> Figures:
    """Percentiles in milliseconds."""
    shares = quantiles(seconds, n=100)
    named = {"median": median(seconds), "p95": shares[94], "p99": shares[98], "max": max(seconds)}
    return {name: 1000 * value for name, value in named.items()}


def imported(folder: Path, first: int, count: int) -> None:
    """Index articles in batches and merge at the end, as a large import does."""
    engine = WhooshEngine(folder)
    for start in range(first, first + count, BATCH):
        documents = (Document(article, article.text) for article in articles(min(BATCH, count), start))
        engine.apply(documents, (), engine.applied() + 1)
    engine.merge()


def singles(folder: Path) -> dict[str, Figures]:
    """One article at a time: until it is found, and the merge that follows."""
    engine = WhooshEngine(folder)
    visible, merges = [], []
    for article in articles(SINGLE, FRESH):
        word = article.title.split()[-1]
        start = time.perf_counter()
        engine.apply([Document(article, article.text)], (), engine.applied() + 1)
        engine.search(Request(Term(word)))
        visible.append(time.perf_counter() - start)
        start = time.perf_counter()
        engine.merge()
        merges.append(time.perf_counter() - start)
    return {"visible": figures(visible), "merge": figures(merges)}


@contextmanager
def by_thread(folder: Path, count: int) -> Iterator[Callable[[], bool]]:
    """An import in a thread of this process; gives a test for its being under way."""
    thread = Thread(target=imported, args=(folder, FRESH + SINGLE, count))
    thread.start()
    yield thread.is_alive
    thread.join()


@contextmanager
def by_process(folder: Path, count: int) -> Iterator[Callable[[], bool]]:
    """An import in a process of its own; gives a test for its being under way."""
    job = [str(folder), str(FRESH + SINGLE + count), str(count)]
    with subprocess.Popen([sys.executable, "-m", "tests.benchmarks.freshness", "--job", *job]) as process:
        yield lambda: process.poll() is None


async def typed(folder: Path, busy: Callable[[], bool]) -> dict[str, Figures]:
    """Type until the import is done; keys to results, and how late the event loop was meanwhile."""
    engine = WhooshEngine(folder)
    titles = (article.title.lower().split()[:3] for article in articles(50))
    keys = cycle([key for words in titles for key in keystrokes(words)])
    results: list[float] = []
    late: list[float] = []

    async def watch() -> None:
        while busy():
            start = time.perf_counter()
            await asyncio.sleep(TICK)
            late.append(time.perf_counter() - start - TICK)

    watching = asyncio.create_task(watch())
    while busy():
        words, last = next(keys)
        start = time.perf_counter()
        tree = And((*map(Term, words), Or((Term(last), Prefix(last)))))
        await asyncio.to_thread(engine.search, Request(tree))
        results.append(time.perf_counter() - start)
        await asyncio.sleep(EVERY)
    await watching
    return {"key to results": figures(results), "event loop late": figures(late)}


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--job", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        imported(Path(options.job[0]), int(options.job[1]), int(options.job[2]))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        imported(folder, 0, options.articles)
        measured = {"one article": singles(folder)}
        for name, importing in (("import by a thread", by_thread), ("import by a process", by_process)):
            with importing(folder, options.articles) as busy:
                measured[name] = asyncio.run(typed(folder, busy))
    for name, parts in measured.items():
        for part, values in parts.items():
            shown = "  ".join(f"{key} {value:.1f}" for key, value in values.items())
            print(f"{name}, {part}: {shown}")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main()
