"""Reading mutated files and checking what the importer promises of each."""

from __future__ import annotations

import gzip
import time
import traceback
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from index.ingest import sources
from index.ingest.draft import Blob
from index.ingest.importer import Item, read
from index.text.sanitise import clean, clean_line
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import SEEDS

SLOWEST = 5.0  # seconds of CPU for one input
_LARGEST = 200_000  # bytes of a file worth mutating
_ALIASES = sources.load()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that broke a promise."""

    name: str
    data: bytes
    reason: str


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    articles: int = 0
    skips: int = 0
    slowest: float = 0.0
    failures: list[Failure] = field(default_factory=list)


def corpus(folder: Path | None = None) -> list[tuple[str, bytes]]:
    """The small files of every format, and those of `folder`; packed pages come unpacked, or only that would suffer."""
    further = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    found = [_unpacked(path) if path.name.endswith(".html.gz") else (path.name, path.read_bytes()) for path in further]
    return [*SEEDS.items(), *((name, data) for name, data in found if len(data) <= _LARGEST)]


def _unpacked(path: Path) -> tuple[str, bytes]:
    return path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes())


def run(files: list[tuple[str, bytes]], inputs: int, seed: int) -> Outcome:
    """Read `inputs` mutations of `files`, as many of each."""
    outcome = Outcome()
    for number in range(inputs):
        name, sound = files[number % len(files)]
        check(name, mutated(sound, Random(f"{seed} {number}")), outcome)
    return outcome


def check(name: str, data: bytes, outcome: Outcome) -> None:
    """Read one input and note what it broke."""
    began = time.process_time()
    try:
        found = list(read(Blob(path=name, name=name, opener=partial(BytesIO, data)), _ALIASES))
    except Exception:  # noqa: BLE001 — any exception at all is what this looks for
        outcome.failures.append(Failure(name, data, traceback.format_exc().strip().replace("\n", " ⏎ ")[-600:]))
        return
    taken = time.process_time() - began
    outcome.slowest = max(outcome.slowest, taken)
    outcome.articles += sum(item.article is not None for item in found)
    outcome.skips += sum(item.skip is not None for item in found)
    if taken > SLOWEST:
        outcome.failures.append(Failure(name, data, f"it took {taken:.1f} s"))
    if reason := next(filter(None, map(broken, found)), "" if found else "no item at all"):
        outcome.failures.append(Failure(name, data, reason))


def broken(item: Item) -> str:
    """What is wrong with an item, or ""."""
    if sum(part is not None for part in (item.article, item.feed, item.skip)) != 1:
        return "not exactly one of article, feed and reason"
    if item.skip is not None:
        return "" if str(item.skip) == clean_line(str(item.skip)) else f"unsafe reason {str(item.skip)!r}"
    if item.feed is not None:
        return ""
    article = item.article
    assert article is not None
    lines = (
        item.path,
        item.item,
        article.title,
        article.source,
        *article.authors,
        article.url,
        article.language,
        *article.links,
    )
    unsafe = next((line for line in lines if line != clean_line(line)), None)
    if unsafe is not None:
        return f"unsafe line {unsafe!r}"
    if article.text != clean(article.text) or not article.text.strip() or not article.title:
        return "unsafe text, or none"
    return "" if article.published is None or article.published.tzinfo else "a date without a zone"
