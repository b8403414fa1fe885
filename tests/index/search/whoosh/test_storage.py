"""What is on disk: damage is noticed, other versions are refused, leftovers go."""

from __future__ import annotations

import errno
import random
from itertools import islice
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.errors import DamagedError, DiskFullError, ReadOnlyError, VersionError
from index.search.engine import Request
from index.search.tree import Every, Node, Or, Phrase, Prefix, Term
from index.search.whoosh.checked import PAGE
from index.search.whoosh.engine import WhooshEngine
from index.search.whoosh.schema import FORMAT, NAME, schema
from tests.index.search.whoosh.builders import document, engine, numbers

EVERYTHING: tuple[Node, ...] = (
    Every(),
    Or((Term("harbour"), Prefix("number"), Phrase(("on", "the", "harbour")))),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine(tmp_path, [document(number, f"Report number{number} on the harbour.") for number in range(40)])
    return tmp_path


def segment(folder: Path) -> Path:
    [file] = folder.glob("*.seg")
    return file


def table(folder: Path) -> Path:
    [file] = folder.glob("*.toc")
    return file


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x10
    file.write_bytes(content)


def test_every_flipped_byte_of_a_segment_is_found(folder: Path) -> None:
    file = segment(folder)
    sound = file.read_bytes()
    choose = random.Random(1)
    for place in [0, len(sound) - 1, *choose.sample(range(len(sound)), 60)]:
        flip(file, place)
        assert WhooshEngine(folder).check(), f"byte {place}"
        file.write_bytes(sound)
    assert WhooshEngine(folder).check() == ()


def test_damage_on_any_page_of_a_large_segment_is_one_sentence_of_the_check(tmp_path: Path) -> None:
    words = (f"word{number}" for number in range(4_000))
    engine(tmp_path, [document(number, text=" ".join(islice(words, 200))) for number in range(1, 21)])
    file = segment(tmp_path)
    size = file.stat().st_size
    assert size > 8 * PAGE
    for place in range(PAGE // 2, size, 2 * PAGE):
        flip(file, place)
        (fault,) = WhooshEngine(tmp_path).check()
        assert "Rebuild the index" in fault
        flip(file, place)


def test_a_damaged_segment_answers_rightly_or_not_at_all(folder: Path) -> None:
    file = segment(folder)
    sound = file.read_bytes()
    right = [WhooshEngine(folder).search(Request(tree)) for tree in EVERYTHING]
    refused = 0
    for place in random.Random(2).sample(range(len(sound)), 60):
        flip(file, place)
        try:
            assert [WhooshEngine(folder).search(Request(tree)) for tree in EVERYTHING] == right
        except DamagedError:
            refused += 1
        file.write_bytes(sound)
    assert refused > 30


@pytest.mark.parametrize("left", [0, 1, 100, -1])
def test_a_cut_segment_is_noticed_at_once(folder: Path, left: int) -> None:
    file = segment(folder)
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(DamagedError, match="Rebuild the index"):
        WhooshEngine(folder).applied()


def test_a_missing_segment_is_noticed_at_once(folder: Path) -> None:
    segment(folder).unlink()
    with pytest.raises(DamagedError):
        WhooshEngine(folder).applied()
    assert WhooshEngine(folder).check()


@pytest.mark.parametrize("left", [0, 3, 100, -1])
def test_a_cut_table_of_contents_is_noticed_at_once(folder: Path, left: int) -> None:
    file = table(folder)
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(DamagedError, match="Rebuild the index"):
        WhooshEngine(folder).applied()
    assert WhooshEngine(folder).check()


def test_a_flipped_byte_in_the_table_of_contents_is_noticed(folder: Path) -> None:
    size = table(folder).stat().st_size
    for place in random.Random(3).sample(range(size), 40):
        flip(table(folder), place)
        with pytest.raises(DamagedError):
            WhooshEngine(folder).applied()
        flip(table(folder), place)
    assert WhooshEngine(folder).applied() == 1


@pytest.mark.parametrize("version", [FORMAT - 1, FORMAT + 1])
def test_an_index_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("index.search.whoosh.storage.FORMAT", version)
        engine(tmp_path, [document(1)])
    with pytest.raises(VersionError, match="another version"):
        WhooshEngine(tmp_path).applied()


def test_an_index_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    TOC.create(FileStorage(str(tmp_path)), schema({}), NAME)
    with pytest.raises((DamagedError, VersionError)):
        WhooshEngine(tmp_path).applied()


def test_what_a_crash_left_goes_with_the_next_commit(folder: Path) -> None:
    (folder / f"{NAME}_abc.seg").write_bytes(b"half a segment")
    (folder / f"_{NAME}_7.toc.1700000000.5").write_bytes(b"half a table")
    made = WhooshEngine(folder)
    made.apply([document(99)], (), 2)
    assert sorted(file.suffix for file in folder.iterdir()) == ["", ".seg", ".seg", ".toc"]


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyError), (errno.EIO, DamagedError)]
)
def test_a_system_error_says_what_it_means_and_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[Exception]
) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, "injected")

    made = WhooshEngine(folder)
    before = {file.name for file in folder.iterdir()}
    monkeypatch.setattr("index.search.whoosh.storage.segment.write", failing)
    with pytest.raises(expected):
        made.apply([document(99)], (), 2)
    assert {file.name for file in folder.iterdir()} == before
    assert (made.applied(), len(numbers(made))) == (1, 40)
