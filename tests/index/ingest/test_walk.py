from __future__ import annotations

import io
import os
import sys
from functools import partial
from pathlib import Path

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob
from index.ingest.limits import MAX_FOLDER_DEPTH
from index.ingest.walk import spooled, walk


def seen(*paths: Path | str) -> list[str]:
    return [
        Path(found.path).name if isinstance(found, Blob) else f"{Path(found[0]).name}: {found[1].reason}"
        for found in walk(paths)
    ]


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert seen(tmp_path) == ["y.txt", "z.txt", "b.txt", "c.txt"]


def test_files_come_as_they_were_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    (found,) = walk(["a.txt"])
    assert isinstance(found, Blob)
    assert found.path == "a.txt"
    assert found.bytes() == b"x"


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("secret")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "a.txt").write_text("x")
    (tree / "inside").symlink_to(tree / "a.txt")
    (tree / "loop").symlink_to(tree)
    (tree / "outside").symlink_to(tmp_path / "outside.txt")
    (tree / "dangling").symlink_to(tmp_path / "none")
    found = seen(tree)
    assert [line.partition(":")[0] for line in found] == ["a.txt", "dangling", "inside", "loop", "outside"]
    assert "out of the folder" in found[1]
    assert "its own place" in found[2]
    assert "its own place" in found[3]
    assert "out of the folder" in found[4]


def test_a_link_that_is_named_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    assert seen(tmp_path / "link") == ["link"]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "device, pipe or socket" in seen(tmp_path)[0]


def test_what_is_missing_hidden_or_empty_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").write_text("x")
    assert seen(tmp_path, tmp_path / "none") == [
        ".hidden: Hidden files and folders are left out.",
        "empty: The folder is empty.",
        "none: There is no such file or folder.",
    ]


def test_a_mail_folder_may_be_hidden(tmp_path: Path) -> None:
    for part in ("cur", "new"):
        (tmp_path / ".Sent" / part).mkdir(parents=True)
    (tmp_path / ".Sent" / "cur" / "1.host:2,S").write_text("x")
    assert "1.host:2,S" in seen(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    assert "Permission denied" in seen(tmp_path)[0]


def test_folders_in_folders_end_somewhere(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (MAX_FOLDER_DEPTH + 5))
    deep.mkdir(parents=True)
    assert "folders deep" in seen(tmp_path)[0]


def test_what_is_not_too_deep_is_read(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*["d"] * (MAX_FOLDER_DEPTH - 1))
    deepest.mkdir(parents=True)
    (deepest / "a.txt").write_text("x")
    assert seen(tmp_path) == ["a.txt"]


def test_only_what_was_asked_for_and_is_not_read_is_a_fault(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.joinpath("a", *["d"] * MAX_FOLDER_DEPTH).mkdir(parents=True)
    (tree / "b_empty").mkdir()
    os.mkfifo(tree / "c_pipe")
    (tree / ".hidden").write_text("x")
    (tree / "e_inside").symlink_to(tree / "b_empty")
    (tree / "f_outside").symlink_to(tmp_path)
    skipped = [found for found in walk([tree, tmp_path / "none"]) if not isinstance(found, Blob)]
    assert {Path(path).name for path, skip in skipped if skip.reason.fault} == {"d", "f_outside", "none"}
    assert {Path(path).name for path, skip in skipped if not skip.reason.fault} == {
        ".hidden",
        "b_empty",
        "c_pipe",
        "e_inside",
    }


def test_a_name_that_is_no_text_is_no_obstacle(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J.txt")).write_text("x")
    (found,) = walk([tmp_path])
    assert isinstance(found, Blob)
    assert found.bytes() == b"x"


def test_standard_input_can_be_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    for found in walk(["-"]):
        assert isinstance(found, Blob)
        assert (found.head(), found.bytes()) == (b"some text", b"some text")


def test_too_much_on_standard_input_is_told_and_what_follows_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(8 << 20))))
    monkeypatch.setattr("index.ingest.walk.spooled", partial(spooled, limit=6 << 20))
    (tmp_path / "a.txt").write_text("x")
    assert seen("-", tmp_path) == ["-: Standard input holds more than 6 MiB.", "a.txt"]


@pytest.mark.parametrize("size", [0, 100, 5 << 20])
def test_spooled_bytes_can_be_opened_again_and_again(size: int) -> None:
    data = os.urandom(size)
    with spooled(io.BytesIO(data), "x") as opener:
        for _ in range(2):
            with opener() as stream:
                assert stream.read() == data


def test_spooling_ends_somewhere() -> None:
    with (
        pytest.raises(UnreadableError, match="more than 6 MiB"),
        spooled(io.BytesIO(bytes(8 << 20)), "x", limit=6 << 20),
    ):
        pass


def test_a_document_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    (found,) = walk([tmp_path])
    assert isinstance(found, Blob)
    with pytest.raises(UnreadableError, match="larger than 1 MiB"):
        found.bytes(limit=1 << 20)
