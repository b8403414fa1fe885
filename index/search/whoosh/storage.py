"""The folder of an index: which segments it consists of now, and how that changes.

A commit writes new segments, then a new table of contents, each on disk (fsync) before the next step; only then
are files that no longer belong removed. So at any moment the newest table of contents names a whole index.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from struct import Struct
from time import sleep
from zlib import crc32

from whoosh import __version__ as release
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, clean_files
from whoosh.index import IndexError as WhooshError

from index.errors import DamagedIndexError, VersionError, from_os
from index.search.whoosh import segment
from index.search.whoosh.schema import FORMAT, NAME, about, schema

_LOCK = f"{NAME}_WRITELOCK"  # the one that stock Whoosh takes
_MERGE_LOCK = f"{NAME}_MERGELOCK"
_MERGING = "merging_"  # begins the name of a segment file that is no part of the index yet
_TABLE = re.compile(rf"_{NAME}_(\d+)\.toc")
_SUM = Struct("!I")
_RETRIES = 20  # of reading a table of contents that a writer has just replaced
_PAUSE = 0.01


Identity = tuple[int, int] | None  # inode and nanosecond of the last change of a file; None where there is none


@dataclass(frozen=True, slots=True)
class Contents:
    """A state of the index: its generation (-1: there is none yet), the last change applied, its segments, and which
    file says so: an index that has been made anew counts its generations from 0 again."""

    generation: int
    applied: int
    segments: tuple[W3Segment, ...]
    table: Identity = None


NOTHING = Contents(-1, 0, ())


class DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's storage. The file it renames, always a table of contents, gets a checksum at its end, where Whoosh
    does not look, and is on disk when the call returns."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: ARG002
        """Replace `newname`, on disk."""
        folder = Path(self.folder)
        with (folder / oldname).open("r+b") as file:
            file.write(_SUM.pack(crc32(file.read())))
            file.flush()
            os.fsync(file.fileno())
        (folder / oldname).replace(folder / newname)
        _sync(folder)


class Storage:
    """One index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = folder / _LOCK
        self.merge_lock = folder / _MERGE_LOCK
        self._storage = DurableStorage(str(folder))

    def create(self) -> None:
        """Make the folder. Raises `ReadOnlyError`, `DiskFullError`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, self.folder) from error

    def exists(self) -> bool:
        """Whether there is an index."""
        return self.generation() >= 0

    def size(self) -> int:
        """Bytes on disk."""
        return sum(entry.stat().st_size for entry in os.scandir(self.folder)) if self.folder.exists() else 0

    def changed(self, known: Contents) -> bool:
        """Whether there is something newer than this state: a next generation, or another file in the place of its
        table of contents, or none."""
        if known.generation < 0:
            return self.exists()
        return self._table(known.generation + 1).exists() or _identity(self._table(known.generation)) != known.table

    def read(self) -> Contents:
        """The newest state. Raises `DamagedIndexError`, `VersionError`."""
        for _ in range(_RETRIES):
            try:
                return self._newest()
            except FileNotFoundError:  # replaced between looking and reading
                sleep(_PAUSE)
        raise DamagedIndexError(f"The index in {self.folder} changes faster than it can be read.")

    def _newest(self) -> Contents:
        generation = self.generation()
        if generation < 0:
            return NOTHING
        table = self._table(generation)
        identity = _identity(table)
        content = table.read_bytes()
        if crc32(content[: -_SUM.size]) != _SUM.unpack(content[-_SUM.size :].rjust(_SUM.size))[0]:
            raise DamagedIndexError(f"{table} is not as it was written. Rebuild the index: lateral index rebuild.")
        try:
            toc = TOC.read(self._storage, NAME, gen=generation)
        except (WhooshError, AttributeError, ImportError, UnpicklingError) as error:  # of classes that are not there
            raise self._foreign("Whoosh") from error
        return self._contents(toc, identity)

    def generation(self) -> int:
        """The number of the newest table of contents, -1 where there is none."""
        try:
            names = [path.name for path in self.folder.iterdir()]
        except FileNotFoundError:
            return -1
        except NotADirectoryError as error:
            raise DamagedIndexError(f"{self.folder} is no folder. Rebuild the index: lateral index rebuild.") from error
        return max((int(match[1]) for match in map(_TABLE.fullmatch, names) if match), default=-1)

    def write_segment(self, content: segment.Content, *, merging: bool = False) -> W3Segment:
        """Write a segment to disk; it counts once it is committed. One that is `merging` is safe from the commits
        of others, and has to be adopted first."""
        made = W3Codec().new_segment(self._storage, NAME)
        made.set_doc_count(len(content.columns))
        made.compound = True
        made._fieldlengths = {"text": content.columns.total_length()}  # as Whoosh's writer does
        path = self._file(made)
        if merging:
            path = path.with_name(_MERGING + path.name)
        with path.open("wb") as file:
            segment.write(file, made, content)
        return made

    def adopt(self, merged: W3Segment) -> None:
        """Give a merged segment its name, so that it can be committed."""
        path = self._file(merged)
        path.with_name(_MERGING + path.name).rename(path)

    def commit(self, before: Contents, applied: int, segments: Sequence[W3Segment]) -> None:
        """Make these segments the index, then remove what is no longer part of it."""
        generation = before.generation + 1
        made = schema({"format": FORMAT, "applied": applied})
        TOC(made, list(segments), generation, release=release).write(self._storage, NAME)
        self.clean(generation, segments)

    def clean(self, generation: int, segments: Sequence[W3Segment]) -> None:
        """Remove files that this generation does not name, also those that a crash has left."""
        clean_files(self._storage, NAME, generation, segments)
        for unfinished in self.folder.glob(f"_{NAME}_*.toc.*"):
            unfinished.unlink(missing_ok=True)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Remove the files of a change that fails, so that a full disk has its space back; only for the holder of
        the lock. Raises `DiskFullError`, `ReadOnlyError` for the system's errors."""
        try:
            with self._translated():
                yield
        except BaseException:
            current = self._newest()
            self.clean(current.generation, current.segments)
            raise

    @contextmanager
    def merging(self) -> Iterator[None]:
        """The same for merges, which have files of their own: what they leave unfinished is removed before and
        after; only for the holder of the merge lock."""
        self._clean_merges()
        try:
            with self._translated():
                yield
        finally:
            self._clean_merges()

    def _clean_merges(self) -> None:
        for path in self.folder.glob(f"{_MERGING}*"):
            path.unlink()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise from_os(error, self.folder) from error

    def _contents(self, toc: TOC, table: Identity) -> Contents:
        carried = about(toc.schema)
        if carried.get("format") != FORMAT:
            raise self._foreign("lateral")
        return Contents(toc.generation, int(str(carried["applied"])), tuple(toc.segments), table)

    def _foreign(self, program: str) -> VersionError:
        advice = "Rebuild the index: lateral index rebuild."
        return VersionError(f"{self.folder} was written by another version of {program}. {advice}")

    def _file(self, made: W3Segment) -> Path:
        return self.folder / str(made.make_filename(made.COMPOUND_EXT))

    def _table(self, generation: int) -> Path:
        return self.folder / f"_{NAME}_{generation}.toc"


def _identity(file: Path) -> Identity:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
