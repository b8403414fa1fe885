"""How fast results are dressed: `python -m tests.benchmarks.highlight`.

Prints CPU milliseconds, the best of many runs: reading a query, and a snippet of an article of 600 words for
queries of several kinds. Exit 1 if a figure misses its target.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain, islice, repeat

from index.ingest.importer import items
from index.samples import paths
from index.search.query import parse
from index.search.snippets import snippet
from index.text.words import words

NOW = datetime(2026, 5, 16, tzinfo=UTC)
WORDS = 600
QUERIES = (
    "ferry",
    "harbour crew fog",
    '"fishing boats"',
    "passengers NEAR/5 crew",
    "the saint brannoc f",
    "zzz",
    "b*",
)
PARSE_MS = 0.2
SNIPPET_MS = 0.3


def text() -> str:
    """The first 600 words of the sample library's longest article, over and over if need be."""
    longest = max((item.article for item in items(paths()) if item.article), key=lambda each: len(each.text))
    paragraphs = chain.from_iterable(repeat(longest.text.split("\n\n")))
    many = "\n\n".join(islice(paragraphs, 60))
    found = words(many)
    return many[: len(many) * WORDS // len(found)]


def milliseconds(run: Callable[[], object], times: int = 200) -> float:
    """CPU milliseconds of one call, the best of so many."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time_ns()
        run()
        best = min(best, time.process_time_ns() - started)
    return best / 1e6


def main() -> int:
    """Measure and print."""
    body = text()
    missed = False
    print(f"{'query':26} {'parse':>8} {'snippet':>8}   (ms CPU; targets {PARSE_MS} and {SNIPPET_MS})")
    for query in QUERIES:
        tree = parse(query, strict=False, now=NOW).tree
        reading = milliseconds(lambda query=query: parse(query, strict=False, now=NOW))  # type: ignore[misc]
        cutting = milliseconds(lambda tree=tree: snippet(body, tree))  # type: ignore[misc]
        missed |= reading > PARSE_MS or cutting > SNIPPET_MS
        print(f"{query:26} {reading:8.3f} {cutting:8.3f}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
