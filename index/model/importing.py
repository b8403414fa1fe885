"""What became of what was imported, and how far long work has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of one item of an import, or that an article was taken out by hand."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The ledger's line for one item.

    `path` is the file as the user named it; `item` says which member, record or entry inside it ("" where
    the file is the item); `reason` is a sentence for a skipped item; `fault` is false for skips that are
    no one's mistake (an empty record, a file of a kind that holds no articles).
    """

    path: str
    item: str
    fate: Fate
    id: str = ""
    reason: str = ""
    fault: bool = False

    @property
    def feed(self) -> bool:
        """Whether the item was a feed, now on the list, rather than an article."""
        return not self.id and self.fate is not Fate.SKIPPED


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the store's change log: article `id` was put or deleted as number `seq`."""

    seq: int
    id: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of an import; `id` finds its items in the ledger (0 for a dry run).

    `feeds` counts those items that were kept and are feeds for the list rather than articles.
    """

    id: int
    counts: dict[Fate, int]
    faults: int = 0
    cancelled: bool = False
    feeds: int = 0

    @property
    def items(self) -> int:
        """How many items were met."""
        return sum(self.counts.values())

    @property
    def kept(self) -> int:
        """How many items the library holds now: all but the skipped ones."""
        return self.items - self.counts.get(Fate.SKIPPED, 0)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come; `total` is 0 where it is not known."""

    phase: str
    done: int
    total: int = 0
