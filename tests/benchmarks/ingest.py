"""How fast articles are read: `python -m tests.benchmarks.ingest [--pages FOLDER] [--big]`.

Prints articles a second of CPU for JSON Lines, and for web pages where a folder with some is given (.html or
.html.gz); with --big also the peak memory of reading 1 GB of JSON Lines, which takes a few minutes. Exit 1 if a
figure misses its target.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from index.ingest.importer import items
from tests.benchmarks.corpus import articles

JSONL_RATE = 1_000  # articles a second of CPU, parse only: half of the budget, the store takes the other
PAGE_RATE = 60
PEAK_MB = 200
_ARTICLES = 2_000
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
        passed = [faster("JSON Lines articles", [lines], 2 * JSONL_RATE)]
        if options.pages:
            passed.append(faster("web pages", sorted(options.pages.rglob("*.html*")), PAGE_RATE))
        if options.big:
            passed.append(flat(lines, Path(folder, "big.jsonl")))
    return 0 if all(passed) else 1


def write(path: Path, count: int) -> None:
    """A file of made-up articles."""
    with path.open("w", encoding="utf-8") as file:
        for number, article in enumerate(articles(count)):
            record = {
                "title": article.title,
                "text": article.text,
                "source": article.source,
                "published": str(article.published),
            }
            file.write(json.dumps({**record, "url": f"https://example.org/{number}"}) + "\n")


def faster(what: str, paths: Iterable[Path], target: float) -> bool:
    """Whether `paths` are read at `target` articles a second of CPU."""
    next(items(list(paths)[:1]), None)  # imports are not part of the rate
    began = time.process_time()
    count = sum(item.article is not None for item in items(list(paths)))
    rate = count / (time.process_time() - began)
    print(f"{what}: {rate:,.0f} a second of CPU (target {target:,.0f}; {count} read)")
    return rate >= target


def flat(sample: Path, big: Path) -> bool:
    """Whether 1 GB is read within the memory target."""
    lines = sample.read_bytes()
    with big.open("wb") as file:
        while file.tell() < _GIGABYTE:
            file.write(lines)
    count = sum(1 for _ in items([big]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    print(f"peak memory for 1 GB ({count:,} articles): {peak:.0f} MB (target {PEAK_MB})")
    return peak < PEAK_MB


if __name__ == "__main__":
    sys.exit(main())
