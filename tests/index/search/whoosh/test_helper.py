from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.errors import DamagedIndexError
from index.search.engine import Document
from index.search.tree import Term
from index.search.whoosh import helper, writing
from index.search.whoosh.engine import WhooshEngine
from index.search.whoosh.helper import Helper
from index.search.whoosh.storage import Storage
from tests.index.search.whoosh.builders import document, engine, numbers

SEGMENT = 200  # words in a segment here


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (helper, writing):
        monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(writing, "_TOKENS", SEGMENT)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[4]))  # the functions of this module are called there


def process(_: Storage, __: object) -> int:
    return os.getpid()


def doubled(storage: Storage, number: int) -> tuple[Path, int]:
    return storage.folder, 2 * number


def full(storage: Storage, _: object) -> None:
    raise OSError(errno.ENOSPC, "full", str(storage.folder))


def damaged(_: Storage, __: object) -> None:
    raise DamagedIndexError("one.seg is not as it was written.")


def fatal_elsewhere(_: Storage, home: int) -> int:
    if os.getpid() != home:
        os._exit(9)
    return home


def test_a_helper_is_another_process_and_does_one_thing_at_a_time(tmp_path: Path) -> None:
    with Helper(Storage(tmp_path)) as made:
        made.start()
        first, second = (made.share(process, None) for _ in range(2))
        assert first.result() != os.getpid() == second.result()
        assert made.share(process, None).result() == first.result()
        assert made.share(doubled, 21).result() == (tmp_path, 42)


def test_without_a_start_and_on_one_core_everything_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Helper(Storage(tmp_path)) as made:
        assert made.share(process, None).result() == os.getpid()
        monkeypatch.setattr(helper, "cores", lambda: 1)
        made.start()
        assert made.share(process, None).result() == os.getpid()


def test_where_no_process_can_be_had_everything_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: str, folder: Path) -> None:
        raise OSError(errno.ENOMEM, "no memory", str(folder))

    monkeypatch.setattr(helper, "helping", refused)
    with Helper(Storage(tmp_path)) as made:
        made.start()
        assert made.share(process, None).result() == os.getpid()


def test_errors_are_raised_where_one_waits(tmp_path: Path) -> None:
    with Helper(Storage(tmp_path)) as made:
        made.start()
        with pytest.raises(OSError, match="full") as caught:
            made.share(full, None).result()
        assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path))
        with pytest.raises(DamagedIndexError, match=r"one\.seg"):
            made.share(damaged, None).result()
        assert made.share(doubled, 1).result()[1] == 2


def test_what_a_killed_helper_leaves_undone_is_done_here(tmp_path: Path) -> None:
    with Helper(Storage(tmp_path)) as made:
        made.start()
        assert made.share(fatal_elsewhere, os.getpid()).result() == os.getpid()
        assert made.share(process, None).result() == os.getpid()


def test_a_helper_is_gone_after_its_block_also_in_the_middle_of_a_job(tmp_path: Path) -> None:
    child = 0

    def fail() -> None:
        nonlocal child
        with Helper(Storage(tmp_path)) as made:
            made.start()
            child = made.share(process, None).result()
            made.share(endless, None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def endless(_: Storage, __: object) -> None:
    while True:
        pass


def many() -> list[Document]:
    return [document(number, f"batch report{number} on the harbour wall") for number in range(300)]


def test_segments_of_two_processes_are_one_index(tmp_path: Path) -> None:
    again = [document(7, "a later harbour"), document(150, "a later harbour")]
    made = engine(tmp_path, [*many(), *again])
    assert made.check() == ()
    assert made.stats().segments > 4
    assert numbers(made) == list(reversed(range(300)))
    assert numbers(made, Term("batch")) == [n for n in reversed(range(300)) if n not in (7, 150)]
    assert numbers(made, Term("later")) == [150, 7]
    assert numbers(made, Term("report33")) == [33]


def test_two_merges_at_once_give_what_one_after_the_other_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = engine(tmp_path, many())
    made.apply((), [f"{n:016x}" for n in (3, 200)], 2)
    before = made.stats().segments
    monkeypatch.setattr(writing, "_WORTH", 10)
    made.merge()
    assert made.stats().segments < before
    assert made.check() == ()
    assert numbers(WhooshEngine(tmp_path)) == [n for n in reversed(range(300)) if n not in (3, 200)]
    assert numbers(made, Term("report250")) == [250]
