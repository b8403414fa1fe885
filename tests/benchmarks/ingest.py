"""How fast articles are read and stored: `python -m tests.benchmarks.ingest [--pages FOLDER] [--big]`.

Prints articles a second of CPU from the file to the store, without the search index: of JSON Lines, and of web pages
where a folder with some is given (.html or .html.gz). With --big also the peak memory of a file of 1 GB, which takes
some minutes and some gigabytes of disk. Exit 1 if a figure misses its target.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from index.ingest.importer import items
from index.library.adding import store_items
from index.library.callbacks import ignore, never
from index.model import Fate
from index.store.store import Store
from tests.benchmarks.corpus import articles

JSONL_RATE = 1_000
PAGE_RATE = 60
PEAK_MB = 200
_ARTICLES = 3_000
_GIGABYTE = 1 << 30


def main() -> int:
    """Run the measurements asked for; 1 if one misses its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, help="a folder of web pages")
    parser.add_argument("--big", action="store_true", help="read a file of 1 GB and report peak memory")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "articles.jsonl")
        write(lines, _ARTICLES)
        passed = [fast("JSON Lines articles", [lines], JSONL_RATE)]
        if options.pages:
            passed.append(fast("web pages", sorted(options.pages.rglob("*.html*")), PAGE_RATE))
        if options.big:
            passed.append(flat(lines, Path(folder, "big.jsonl")))
    return 0 if all(passed) else 1


def write(path: Path, count: int) -> None:
    """A file of made-up articles."""
    with path.open("w", encoding="utf-8") as file:
        for number, article in enumerate(articles(count)):
            fields = {"title": article.title, "text": article.text, "source": article.source}
            dated = {"published": str(article.published), "url": f"https://example.org/{number}"}
            file.write(json.dumps({**fields, **dated}) + "\n")


def fast(what: str, paths: Sequence[Path], target: float) -> bool:
    """Whether `paths` are read and stored at `target` articles a second of CPU."""
    next(items(paths[:1]), None)  # loading the parsers is not part of the rate
    began = time.process_time()
    stored = store(paths)
    rate = stored / (time.process_time() - began)
    print(f"{what}: {rate:,.0f} a second of CPU (target {target:,.0f}; {stored:,} read and stored)")
    return rate >= target


def store(paths: Sequence[Path]) -> int:
    """Import `paths` into a new store; the number of articles added."""
    with tempfile.TemporaryDirectory() as folder:
        opened = Store(Path(folder), 1, readonly=False)
        tally = store_items(opened, opened.ledger.begin([]), items(paths), ignore, never, lambda: None)
        opened.close()
    return tally.counts.get(Fate.ADDED, 0)


def flat(sample: Path, big: Path) -> bool:
    """Whether 1 GB is read and stored within the memory target."""
    lines = sample.read_bytes()
    with big.open("wb") as file:
        while file.tell() < _GIGABYTE:
            file.write(lines)
    store([big])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    print(f"peak memory for a file of 1 GB: {peak:.0f} MB (target {PEAK_MB})")
    return peak < PEAK_MB


if __name__ == "__main__":
    sys.exit(main())
