"""Files and folders to read, one at a time and in sorted order, without leaving the tree that was named."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from index.errors import UnreadableError
from index.ingest.draft import Blob, Skip
from index.ingest.limits import MAX_FOLDER_DEPTH, MAX_UNPACKED, MIB

STANDARD_INPUT = "-"
# What fits is kept in memory, the rest in a temporary file.
_SPOOL = 4 * MIB


def walk(paths: Iterable[Path | str]) -> Iterator[Blob | tuple[str, Skip]]:
    """The files that `paths` name, those in folders included; what is not read comes as path and `Skip`.

    A folder's entries come sorted by name. Links inside a folder are not followed: their targets are read at
    their own place if they are in the tree, and refused if they lead out of it. "-" is standard input.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _standard_input()
        else:
            yield from _entry(Path(path), Path(path), 0)


def _standard_input() -> Iterator[Blob | tuple[str, Skip]]:
    try:
        with spooled(sys.stdin.buffer, "Standard input") as opener:
            yield Blob(path=STANDARD_INPUT, name="standard input", opener=opener)
    except UnreadableError as error:
        yield STANDARD_INPUT, Skip("", error)


def _entry(path: Path, root: Path, depth: int) -> Iterator[Blob | tuple[str, Skip]]:
    try:
        if path != root and path.is_symlink():
            yield _skip(path, *_link(path, root))
            return
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _folder(path, root, depth)
        elif stat.S_ISREG(mode):
            yield Blob(path=str(path), name=path.name, opener=lambda: path.open("rb"))
        else:
            yield _skip(path, "It is a device, pipe or socket; only files and folders are read.", False)
    except FileNotFoundError:
        yield _skip(path, "There is no such file or folder.", True)
    except (OSError, ValueError) as error:
        yield _skip(path, f"It cannot be read: {getattr(error, 'strerror', None) or error}.", True)


def _folder(path: Path, root: Path, depth: int) -> Iterator[Blob | tuple[str, Skip]]:
    if depth >= MAX_FOLDER_DEPTH:
        yield _skip(path, f"It is more than {MAX_FOLDER_DEPTH} folders deep; name it by itself to read it.", True)
        return
    with os.scandir(path) as found:
        names = sorted(entry.name for entry in found)  # of a folder with 100,000 files these are 10 MB, paths 30
    if not names:
        yield _skip(path, "The folder is empty.", False)
    for name in names:
        entry = path / name
        if name.startswith(".") and not _is_maildir(entry):
            yield _skip(entry, "Hidden files and folders are left out.", False)
        else:
            yield from _entry(entry, root, depth + 1)


def _is_maildir(path: Path) -> bool:
    """Maildir++ hides its folders (".Sent")."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def _link(path: Path, root: Path) -> tuple[str, bool]:
    inside = path.resolve().is_relative_to(root.resolve())
    if inside:
        return "It is a link; what it points to is read at its own place.", False
    return "It is a link out of the folder; name its target to read it.", True


def _skip(path: Path, reason: str, fault: bool) -> tuple[str, Skip]:
    return str(path), Skip("", UnreadableError(reason, fault=fault))


@contextmanager
def spooled(stream: BinaryIO, name: str, limit: int = MAX_UNPACKED) -> Iterator[Callable[[], BinaryIO]]:
    """A function that opens the bytes of `stream` from the beginning as often as needed, until the context ends.

    Raises:
        UnreadableError: there are more than `limit` bytes.
    """
    head = stream.read(_SPOOL)
    if len(head) < _SPOOL:
        yield partial(BytesIO, head)
        return
    with NamedTemporaryFile(prefix="lateral-") as file:
        size = file.write(head)
        while block := stream.read(MIB):
            size += file.write(block)
            if size > limit:
                raise UnreadableError(f"{name} holds more than {limit // MIB} MiB.")
        file.flush()
        yield lambda: Path(file.name).open("rb")  # noqa: SIM115 — whoever calls it closes it
