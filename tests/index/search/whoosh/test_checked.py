"""Files that are checked page by page."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DamagedError
from index.search.whoosh.checked import PAGE, CheckedFile, Seal, SealedWriter

HEAD = b"head"


def written(file: Path, *pieces: bytes) -> Seal:
    with file.open("wb") as out:
        writer = SealedWriter(out, len(HEAD))
        for piece in pieces:
            writer.write(piece)
        return writer.finish(HEAD)


@given(st.lists(st.integers(0, 3 * PAGE), max_size=5), st.data())
def test_what_is_written_in_pieces_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("checked") / "file"
    pieces = [os.urandom(size) for size in sizes]
    content = HEAD + b"".join(pieces)
    opened = CheckedFile(file, written(file, *pieces))
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    assert opened.read(start, end) == bytes(opened.view(start, end)) == content[start:end]
    opened.verify()


def test_a_damaged_page_is_refused_and_the_others_are_not(tmp_path: Path) -> None:
    file = tmp_path / "file"
    seal = written(file, bytes(4 * PAGE))
    content = bytearray(file.read_bytes())
    content[2 * PAGE + 5] = 1
    file.write_bytes(content)
    opened = CheckedFile(file, seal)
    assert opened.read(0, 2 * PAGE) == HEAD + bytes(2 * PAGE - len(HEAD))
    assert opened.view(3 * PAGE, 4 * PAGE) == bytes(PAGE)
    for reading in (opened.read, opened.view):
        with pytest.raises(DamagedError):
            reading(2 * PAGE, 2 * PAGE + 1)
    with pytest.raises(DamagedError):
        opened.verify()


def test_an_open_file_outlives_its_name(tmp_path: Path) -> None:
    file = tmp_path / "file"
    opened = CheckedFile(file, written(file, b"kept"))
    file.unlink()
    assert opened.read(0, 8) == b"headkept"


def test_files_are_closed_when_they_are_no_longer_used(tmp_path: Path) -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    for number in range(50):
        file = tmp_path / str(number)
        CheckedFile(file, written(file, b"short-lived"))
    assert len(list(Path("/dev/fd").iterdir())) <= before + 1


@pytest.mark.skipif(sys.platform != "linux", reason="what is resident is read from /proc")
def test_what_is_forgotten_takes_no_memory_and_is_there_again_when_it_is_viewed(tmp_path: Path) -> None:
    file = tmp_path / "file"
    opened = CheckedFile(file, written(file, bytes(9 * PAGE)))
    assert resident(file) == 0
    view = opened.view(PAGE, 9 * PAGE)
    assert bytes(view) == bytes(8 * PAGE)
    assert resident(file) > 0
    opened.forget()
    assert resident(file) == 0
    assert bytes(view) == bytes(8 * PAGE)


def resident(file: Path) -> int:
    """Kilobytes of a mapped file that count as memory of this process."""
    _, _, after = Path("/proc/self/smaps").read_text(encoding="utf-8").partition(f"{file}\n")
    return int(after.partition("Rss:")[2].split()[0])
