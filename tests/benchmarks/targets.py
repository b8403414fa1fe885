"""What the search has to reach beside the others, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Figures = dict[str, dict[str, Any]]  # of one size, by engine

OWN, FTS5, FTS5_PREFIX, TANTIVY, WHOOSH = "lateral", "fts5", "fts5-prefix", "tantivy", "whoosh"
SMALLEST = 10_000  # articles from which the targets hold
OPEN_MS = 60
PER_SECOND, ON_ONE_CORE, PEAK_MB = 1_700, 1_000, 250
TIMES_WHOOSH = 5.5  # as fast at indexing as the same figure is on a machine on which stock Whoosh does 310 a second
# The 95th percentile of CPU for a kind of query, at most so many times that of FTS5.
TIMES_FTS5 = {"common term": 1, "or": 1, "facets": 1, "newest": 1, "highlighted": 1, "and": 3, "phrase": 4}
# The same for typed queries by the number of articles up to which it holds.
TYPED: dict[str, dict[int, float]] = {FTS5_PREFIX: {50_000: 0.1, 100_000: 0.2}, TANTIVY: {10_000: 1, 50_000: 2}}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure beside its bound."""

    name: str
    value: float
    bound: float
    least: bool = False

    @property
    def kept(self) -> bool:
        """Whether it is on the right side."""
        return self.value >= self.bound if self.least else self.value <= self.bound

    def __str__(self) -> str:
        side = "at least" if self.least else "at most"
        return f"{self.name:42}{self.value:>10,.2f}  {side} {self.bound:<7g}{'kept' if self.kept else 'MISSED'}"


def verdicts(size: int, figures: Figures) -> Iterator[Verdict]:
    """Every target that holds at this size and whose engines have been measured."""
    if size < SMALLEST:
        return
    own = figures[OWN]
    for other, bounds in TYPED.items():
        if other in figures and (bound := next((b for most, b in bounds.items() if size <= most), None)):
            yield Verdict(f"typed, times {other}", _ratio(figures, "typed", other), bound)
    if FTS5 in figures:
        for kind, times in TIMES_FTS5.items():
            yield Verdict(f"{kind}, times {FTS5}", _ratio(figures, kind, FTS5), times)
        yield Verdict(f"disk, times {FTS5}", own["disk"] / figures[FTS5]["disk"], 1)
        if size >= 100_000:
            yield Verdict(f"memory, times {FTS5}", own["rss"] / figures[FTS5]["rss"], 1)
    yield Verdict("open to first result, ms", own["open"], OPEN_MS)
    rate = size / (size / own["per_cpu"] + own["tidy"])
    yield Verdict("indexed and merged a second, on two cores", own["two_cores"], PER_SECOND, least=True)
    yield Verdict("the same on one", rate, ON_ONE_CORE, least=True)
    if WHOOSH in figures:
        yield Verdict(
            f"on two cores, times {WHOOSH}", own["two_cores"] / figures[WHOOSH]["per_cpu"], TIMES_WHOOSH, least=True
        )
    yield Verdict("memory while indexing on one core, MB", own["peak"], PEAK_MB)
    yield Verdict("the same of both processes at once, on two", own["two_peak"], PEAK_MB)


def _ratio(figures: Figures, kind: str, other: str) -> float:
    ours, theirs = (figures[name]["kinds"][kind]["cpu95"] for name in (OWN, other))
    return float(ours / theirs)
