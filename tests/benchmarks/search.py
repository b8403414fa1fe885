"""How fast, large and fresh the search is, side by side with others in one run.

`python -m tests.benchmarks.search [--sizes N…] [--engines NAME…] [--json FILE]` makes up articles, has every
engine index them and answer the same queries, each in processes of its own, and prints medians and 95th percentiles
of CPU and wall milliseconds with lateral's ratios, and which of `targets` are kept. `--keep DIR` keeps the indexes for
another run. A kind of query is cut off after 20 seconds of CPU: stock Whoosh takes as long for one typed letter.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.contestants import CONTESTANTS, Contestant, Corpus
from tests.benchmarks.targets import OWN, verdicts

PATIENCE = 20.0  # seconds of CPU for one kind of query, then it is cut off
_TYPED, _PLAIN = 50, 150  # queries of a kind

Query = tuple[Any, ...]


def queries(corpus: Corpus) -> dict[str, list[Query]]:
    """The arguments of each kind of query; words come from titles, so that everything finds something."""
    choose = random.Random(6)
    from tests.benchmarks.corpus import vocabulary  # numpy would count as memory of engines that need none

    common = vocabulary()[30:600]
    titles = [row[1].lower().split() for row, _ in zip(corpus.rows(), range(4000), strict=False)]
    texts = [row[2].split() for row, _ in zip(corpus.rows(), range(1000), strict=False)]

    def pair() -> list[str]:
        return choose.sample(choose.choice(titles), 2)

    def run(length: int) -> list[str]:
        words = choose.choice(texts)
        start = choose.randrange(max(1, len(words) - length))
        return [word.strip(".").lower() for word in words[start : start + length]]

    return {
        "typed": [query for _ in range(_TYPED) for query in keystrokes(pair())],
        "common term": [([choose.choice(common)],) for _ in range(_PLAIN)],
        "and": [([*pair()],) for _ in range(_PLAIN)],
        "or": [([*pair(), choose.choice(common)],) for _ in range(_PLAIN)],
        "phrase": [(run(choose.choice((2, 2, 3))),) for _ in range(_PLAIN)],
        "facets": [([choose.choice(common)],) for _ in range(_PLAIN)],
        "newest": [([choose.choice(common)],) for _ in range(_PLAIN)],
        "highlighted": [([choose.choice(common), *pair()],) for _ in range(_PLAIN)],
    }


_METHODS = {
    "typed": "typed",
    "common term": "every",
    "and": "every",
    "or": "some",
    "phrase": "phrase",
    "facets": "facets",
    "newest": "newest",
    "highlighted": "highlighted",
}


def keystrokes(words: Sequence[str]) -> Iterator[Query]:
    """What is asked while these words are typed: the finished ones, and the beginning of the next."""
    for number, word in enumerate(words):
        for end in range(1, len(word) + 1):
            yield list(words[:number]), word[:end]


def timed(call: Callable[..., object], arguments: Sequence[Query]) -> dict[str, float]:
    """Milliseconds of CPU and wall: medians and 95th percentiles, and how many queries there was time for."""
    cpu, wall = [], []
    began = time.process_time()
    for query in arguments:
        start, watch = time.process_time(), time.perf_counter()
        call(*query)
        cpu.append((time.process_time() - start) * 1000)
        wall.append((time.perf_counter() - watch) * 1000)
        if time.process_time() - began > PATIENCE:
            break
    return {
        "cpu": median(cpu),
        "cpu95": quantiles([*cpu, cpu[-1]], n=20)[-1],
        "wall": median(wall),
        "wall95": quantiles([*wall, wall[-1]], n=20)[-1],
        "queries": len(cpu),
        "asked": len(arguments),
    }


def measure_index(contestant: Contestant) -> dict[str, float]:
    """Index the corpus and tidy up; articles a second before that and with it, its CPU seconds, and MB of disk and of
    memory at most."""
    count = sum(1 for _ in contestant.corpus.rows())
    start, watch = time.process_time(), time.perf_counter()
    contestant.index()
    cpu, wall = time.process_time() - start, time.perf_counter() - watch
    contestant.tidy()
    tidied, whole = time.process_time() - start - cpu, time.perf_counter() - watch
    disk = sum(file.stat().st_size for file in contestant.folder.iterdir())
    return {
        "per_cpu": count / cpu,
        "per_wall": count / wall,
        "whole": count / whole,
        "tidy": tidied,
        "peak": _memory("VmHWM"),
        "disk": disk / 1e6,
    }


def measure_queries(contestant: Contestant, asked: dict[str, list[Query]]) -> dict[str, Any]:
    """Open to first result beyond imports, every kind of query, and the memory held afterwards."""
    contestant.load()
    start = time.process_time()
    contestant.open()
    contestant.every(["the"])
    opened = (time.process_time() - start) * 1000
    kinds = {kind: timed(getattr(contestant, _METHODS[kind]), asked[kind]) for kind in _METHODS}
    return {"open": opened, "kinds": kinds, "rss": _memory("VmRSS")}


def _memory(name: str) -> float:
    """Megabytes resident now (VmRSS), or at most so far (VmHWM)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition(f"{name}:")[2].split()[0]) / 1024


def measured(size: int, names: Sequence[str], place: Path) -> dict[str, Any]:
    """All figures of one size."""
    file = place / f"corpus-{size}.db"
    if not file.exists():
        from tests.benchmarks.corpus import articles

        Corpus(file).fill(articles(size))
    asked = json.dumps(queries(Corpus(file)))
    figures: dict[str, Any] = {}
    for name in names:
        folder = place / f"{name}-{size}"
        note = place / f"{name}-{size}.json"
        if not note.exists():
            note.write_text(json.dumps(_indexed(name, folder, file)))
        figures[name] = json.loads(note.read_text()) | _apart("query", name, folder, file, asked)
    return figures


def _indexed(name: str, folder: Path, file: Path) -> dict[str, Any]:
    """The figures of an index; ours is made on one core, and once more on two."""
    if name != OWN:
        return _apart("index", name, folder, file)
    with tempfile.TemporaryDirectory(dir=folder.parent) as other:
        two = _apart("index", name, Path(other), file)
    return _apart("index-alone", name, folder, file) | {"two_cores": two["whole"], "two_peak": two["together"]}


def _apart(job: str, name: str, folder: Path, file: Path, asked: str = "") -> dict[str, Any]:
    """Do a job in a process of its own, which imports no more than the engine needs; and the MB that it and its
    children held together at most, looked at fifty times a second."""
    command = [sys.executable, "-m", "tests.benchmarks.search", "--job", job, name, str(folder), str(file)]
    with tempfile.TemporaryFile("w+") as asking, tempfile.TemporaryFile("w+") as answer:
        asking.write(asked)
        asking.seek(0)
        together = 0.0
        with subprocess.Popen(command, stdin=asking, stdout=answer) as process:
            while process.poll() is None:
                together = max(together, _held(process.pid))
                time.sleep(0.02)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        answer.seek(0)
        return {**json.load(answer), "together": together}


def _held(process: int) -> float:
    """Megabytes of a process and its children; a page that several of them share counts as one."""
    place = Path(f"/proc/{process}")
    try:
        shares = (place / "smaps_rollup").read_text(encoding="ascii").partition("Pss:")[2]
        children = [
            int(child) for task in (place / "task").iterdir() for child in (task / "children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return 0.0
    return (int(shares.split()[0]) / 1024 if shares else 0.0) + sum(map(_held, children))


def printed(size: int, figures: dict[str, Any]) -> None:
    """The tables of one size: a line a measure, a column an engine, and lateral's ratio to each of the others."""
    names = list(figures)
    for clock in ("cpu", "wall"):
        print(f"\n{size:,} articles ({clock} ms, median / p95; ratios are lateral's p95 to this one's)")
        print(f"{'':14}" + "".join(f"{name:>24}" for name in names))
        for kind in _METHODS:
            cells = [figures[name]["kinds"][kind] for name in names]
            own = cells[0][f"{clock}95"]
            shown = [f"{c[clock]:.2f} / {c[f'{clock}95']:.2f} ({own / c[f'{clock}95']:.2f})" for c in cells]
            print(f"{kind:14}" + "".join(f"{cell:>24}" for cell in shown))
    print()
    for key, title in (
        ("open", "open, ms"),
        ("rss", "RSS, MB"),
        ("disk", "disk, MB"),  # those of FTS5, tantivy and stock Whoosh hold the texts too, lateral's are in its store
        ("per_cpu", "indexed/s CPU"),
        ("per_wall", "indexed/s wall"),
        ("tidy", "then merged, s"),
        ("peak", "index peak MB"),
    ):
        print(f"{title:14}" + "".join(f"{figures[name][key]:>24.1f}" for name in names))
    for name in names:
        for kind, found in figures[name]["kinds"].items():
            if found["queries"] < found["asked"]:
                print(f"{name}, {kind}: cut off after {found['queries']} of {found['asked']} queries")
    if OWN in figures:
        print(*("", *verdicts(size, figures)), sep="\n")


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 50_000, 100_000])
    parser.add_argument("--engines", nargs="+", choices=list(CONTESTANTS), default=list(CONTESTANTS))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--job", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        job, name, folder, file = options.job
        contestant = CONTESTANTS[name](Path(folder), Corpus(Path(file)))
        if job == "index-alone":
            os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
        if job.startswith("index"):
            print(json.dumps(measure_index(contestant)))
        else:
            print(json.dumps(measure_queries(contestant, json.load(sys.stdin))))
        return
    with tempfile.TemporaryDirectory() as temporary:
        place = options.keep or Path(temporary)
        place.mkdir(exist_ok=True)
        everything = {}
        for size in options.sizes:
            everything[size] = measured(size, options.engines, place)
            printed(size, everything[size])
    if options.json:
        options.json.write_text(json.dumps(everything, indent=1))


if __name__ == "__main__":
    main()
