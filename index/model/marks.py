"""What a reader keeps."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.text import Span


@dataclass(frozen=True, slots=True)
class Mark(Span):
    """A reader's mark on a stretch of text, with an optional note.

    `quote` is the marked text and `prefix`/`suffix` up to 32 characters around it, so that the mark finds its
    place again in a later version; where it cannot, `lost` is true and the offsets are those of the old text.
    """

    article: str
    quote: str
    prefix: str
    suffix: str
    note: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept under a name; `seen` is the number of the last arrival its reader has looked at."""

    name: str
    query: str
    seen: int
