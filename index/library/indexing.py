"""The search index of a library: opened when it is first needed, and made anew beside the one in use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DamagedIndexError, VersionError, from_os
from index.library.callbacks import Cancelled, Report
from index.store.store import Store

if TYPE_CHECKING:
    from index.search.engine import Engine


class Index:
    """The folder `index` of a library."""

    def __init__(self, library: Path, *, readonly: bool) -> None:
        self._folder = library / "index"
        self._readonly = readonly

    @cached_property
    def engine(self) -> Engine:
        """The engine over the folder, which need not be there yet."""
        return self._open(self._folder)

    def rebuild(self, store: Store, report: Report, cancelled: Cancelled) -> None:
        """Make the index anew from the store, and put it in the place of the present one once it is whole.

        A crash in between leaves the old index, or none, which is made at the next opening.
        """
        from index.library import upkeep

        fresh, worn = (self._folder.with_name(name) for name in ("index.new", "index.old"))
        _remove(fresh)
        try:
            engine = self._open(fresh)
            upkeep.follow(store, engine, report, cancelled)
            engine.close()
            if not cancelled():
                _remove(worn)
                self.close()
                _rename(self._folder, worn)
                _rename(fresh, self._folder)
                _remove(worn)
        finally:
            _remove(fresh)

    def using(self, work: Callable[[], object], store: Store, report: Report, cancelled: Cancelled) -> None:
        """Do work that uses the index; where that shows that it is damaged or of another make, once more with one
        that is made anew. Only for the holder of the library's lock."""
        try:
            work()
        except (DamagedIndexError, VersionError):
            self.rebuild(store, report, cancelled)
            if not cancelled():
                work()

    def close(self) -> None:
        """Release files."""
        engine = self.__dict__.pop("engine", None)
        if engine is not None:
            engine.close()

    def _open(self, folder: Path) -> Engine:
        from index.search.whoosh.engine import WhooshEngine

        return WhooshEngine(folder, readonly=self._readonly)


def _remove(folder: Path) -> None:
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
        else:
            folder.unlink(missing_ok=True)
    except OSError as error:
        raise from_os(error, folder) from error


def _rename(folder: Path, target: Path) -> None:
    try:
        if folder.exists():
            folder.rename(target)
    except OSError as error:
        raise from_os(error, folder) from error
