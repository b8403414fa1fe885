"""The index under fire: killed writers, a full disk, readers beside writers, two writers.

`LATERAL_KILLS=200 pytest tests/e2e/test_index_survives.py` kills as often as that.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from index.errors import DiskFullError, LockedError
from index.lock import writer
from index.search.engine import Request
from index.search.tree import Every, Term
from index.search.whoosh.engine import WhooshEngine
from tests.index.search.whoosh.builders import document, engine, numbers

KILLS = int(os.environ.get("LATERAL_KILLS", "8"))
BATCH = 12

# Applies batch after batch, each replacing one article of the one before; says what has been acknowledged.
# With a number of words for a segment, another process writes some of each batch, and merges with it.
WRITER = f"""
import sys
from pathlib import Path
from index.search.whoosh import helper, writing
from index.search.whoosh.engine import WhooshEngine
from tests.index.search.whoosh.builders import document

writing._TOKENS = int(sys.argv[2]) or writing._TOKENS
writing._WORTH = 1
helper.cores = writing.cores = lambda: 2
engine = WhooshEngine(Path(sys.argv[1]))
while True:
    batch = engine.applied() + 1
    first = {BATCH} * batch
    engine.apply([document(first + n, f"batch{{batch}} harbour") for n in range(-1, {BATCH})], (), batch)
    print(batch, flush=True)
    if batch % 3 == 0:
        engine.merge()
"""


def killed(folder: Path, after: float, words: int) -> int:
    """Run a writer, kill it `after` seconds from its first commit; what it had acknowledged by then."""
    command = [sys.executable, "-c", WRITER, str(folder), str(words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged = int((first + process.stdout.read()).split()[-1])
    while subprocess.run(["pgrep", "-f", str(folder)], stdout=subprocess.DEVNULL, check=False).returncode == 0:
        time.sleep(0.01)  # its helper notices at once that it is alone
    return acknowledged


@pytest.mark.parametrize("words", [0, 20])
def test_a_killed_writer_loses_nothing_it_has_acknowledged(tmp_path: Path, words: int) -> None:
    choose = random.Random(KILLS)
    for _ in range(KILLS):
        acknowledged = killed(tmp_path, choose.random() * 0.3, words)
        made = WhooshEngine(tmp_path, patience=0)  # no lock is stuck
        applied = made.applied()
        assert applied in (acknowledged, acknowledged + 1)
        assert made.check() == ()
        assert len(numbers(made)) == min(1000, made.stats().articles)
        for batch in range(max(1, applied - 3), applied + 1):
            found = made.search(Request(Term(f"batch{batch}"), 100)).total
            assert found == (BATCH + 1 if batch == applied else BATCH)
        made.apply((), (), applied)
        made.merge()
        left = {file.name for file in tmp_path.iterdir() if file.suffix not in (".seg", ".toc")}
        assert left == {"MAIN_WRITELOCK", "MAIN_MERGELOCK"}
        assert len(list(tmp_path.glob("*.seg"))) == made.stats().segments
        assert len(list(tmp_path.glob("*.toc"))) == 1


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file can grow beyond `limit` bytes; Python ignores the signal, so that writing fails with EFBIG."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("limit", [0, 1000, 20_000])
def test_a_full_disk_is_said_plainly_and_leaves_the_index_as_it_was(tmp_path: Path, limit: int) -> None:
    made = engine(tmp_path, [document(number) for number in range(50)])
    before = {file.name for file in tmp_path.iterdir()}
    with full_disk(limit), pytest.raises(DiskFullError, match="No space is left"):
        made.apply([document(number, f"fresh{number}") for number in range(500)], (), 2)
    assert {file.name for file in tmp_path.iterdir()} == before
    assert (made.applied(), len(numbers(made)), made.check()) == (1, 50, ())
    made.apply([document(99)], (), 2)
    assert len(numbers(made)) == 51


def test_a_disk_that_fills_up_during_a_merge_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    batches = [[document(10 * batch + number) for number in range(10)] for batch in range(8)]
    made = engine(tmp_path, *batches)
    before = {file.name for file in tmp_path.iterdir()}
    with full_disk(9000), pytest.raises(DiskFullError):
        made.merge()
    assert {file.name for file in tmp_path.iterdir()} - before == {"MAIN_MERGELOCK"}
    assert (len(numbers(made)), made.check()) == (80, ())


def test_eight_readers_miss_nothing_while_others_commit_and_merge(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(0)])
    committed = [0]
    done = Event()

    def read() -> int:
        reader = WhooshEngine(tmp_path, readonly=True)
        searches = 0
        while not done.is_set() or not searches:
            at_least = committed[-1] + 1
            assert reader.search(Request(Every(), 5)).total >= at_least
            assert reader.search(Request(Term(f"number{at_least - 1}"))).total == 1
            searches += 1
            time.sleep(0.02)
        return searches

    with ThreadPoolExecutor(8) as readers:
        reading = [readers.submit(read) for _ in range(8)]
        for number in range(1, 30):
            made.apply([document(number)], (), number)
            committed.append(number)
            made.merge()
        done.set()
        assert all(each.result() for each in reading)


def test_a_second_writer_waits_then_names_the_holder(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1)])
    waiting = WhooshEngine(tmp_path, patience=0.2)
    with writer(tmp_path / "MAIN_WRITELOCK"), pytest.raises(LockedError, match=rf"process {os.getpid()} on .+ since"):
        waiting.apply([document(2)], (), 2)
    assert numbers(made) == [1]
    waiting.apply([document(2)], (), 2)
    assert numbers(made) == [2, 1]
