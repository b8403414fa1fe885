"""An import that runs beside reading: its progress, its sums, and a way to stop it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from index import paths as places
from index.library import Library
from index.model import Fate, Outcome, Progress, Tally
from tui.widgets.phrasing import count


class Importer:
    """At most one import at a time. `run` blocks and belongs into a thread; everything else may be read meanwhile.

    Articles go into `library`, or into another one in the folder `own`, which is made when it is first needed.
    """

    def __init__(self, library: Library, own: Path | None = None) -> None:
        self._library = library
        self.own = own
        self._stop = False
        self.running = False
        self.counts: Counter[Fate] = Counter()
        self.progress: Progress | None = None
        self.latest = ""

    def run(self, paths: Sequence[Path]) -> Tally:
        """Add files and folders. In a process of its own. Raises what `Library.add` raises."""
        self.running, self._stop = True, False
        self.counts, self.progress, self.latest = Counter(), None, ""
        try:
            with self._taking(make=True) as library:
                tally = library.add_beside(paths, each=self._count, report=self._report, cancelled=lambda: self._stop)
                return replace(tally, cancelled=self._stop)  # also while analysing, with everything added
        finally:
            self.running = False

    def last(self) -> list[Outcome]:
        """The ledger of the last import into the library that takes the articles."""
        if self.own is not None and not (self.own / "library.db").exists():
            return []
        with self._taking() as library:
            return library.last_import()

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """The titles of those of these articles that are in the library that takes them."""
        with self._taking() as library:
            return library.titles(ids)

    @contextmanager
    def _taking(self, *, make: bool = False) -> Iterator[Library]:
        """The library that takes the articles."""
        if self.own is None:
            yield self._library
            return
        at = Library.create if make else Library.open
        with closing(at(self.own, state=places.state_folder(), settings=self._library.settings)) as library:
            yield library

    def cancel(self) -> None:
        """Ask it to stop after the present batch."""
        self._stop = True

    @property
    def stopped(self) -> bool:
        """Whether the last one was ended before its time."""
        return self._stop and not self.running

    def said(self) -> str:
        """How far it has come, or what it came to."""
        sums = ", ".join(f"{self.counts[fate]:,} {fate.value}" for fate in Fate if self.counts[fate]) or "nothing yet"
        if not self.running:
            return sums
        phase = f"; {self._phase(self.progress)}" if self.progress is not None else ""
        return f"{'stopping' if self._stop else 'importing'}: {sums}{phase}"

    def _phase(self, progress: Progress) -> str:
        total = f" of {progress.total:,}" if progress.total else ""
        return f"{progress.phase} {progress.done:,}{total}"

    def _count(self, outcome: Outcome) -> None:
        self.counts[outcome.fate] += 1
        self.latest = outcome.path

    def _report(self, progress: Progress) -> None:
        self.progress = progress


def summary(tally: Tally) -> str:
    """What an import came to, in a sentence."""
    sums = ", ".join(f"{tally.counts.get(fate, 0):,} {fate.value}" for fate in Fate if tally.counts.get(fate))
    begun = "Import stopped" if tally.cancelled else "Import done"
    feeds = f", {count(tally.feeds, 'feed')} among them" if tally.feeds else ""
    return f"{begun}: {sums or 'nothing found'} ({count(tally.items, 'item')}{feeds})."
