"""From paths to articles: walk, tell the kind, read, normalise, and account for every item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import UnreadableError
from index.ingest import normalise, registry, sources
from index.ingest.draft import Blob, Draft, Part, Skip
from index.ingest.limits import MAX_DEPTH, MAX_MEMBERS
from index.ingest.sources import Aliases
from index.ingest.walk import walk
from index.model import Article, Feed
from index.text.sanitise import clean_line

# What parsers of damaged input raise beside the errors that they document. Fuzzing found each of them.
_PARSER_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    SyntaxError,
    EOFError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an import: the article or the feed it gives, or why it gives none. Exactly one of them is set.

    `path` is the file as the user named it, `item` the member, record or entry inside it ("" for the file itself);
    both are safe to show.
    """

    path: str
    item: str
    article: Article | None
    skip: UnreadableError | None
    feed: Feed | None = None


def items(paths: Sequence[Path | str], aliases: Aliases | None = None) -> Iterator[Item]:
    """Every item in the files, folders and archives that `paths` name, read one at a time as they are asked for.

    `aliases` are the names of sources (those shipped, where none are given). Nothing is raised for what cannot be
    read: that is an item with its reason. A file or folder without any item is one itself.
    """
    aliases = aliases or sources.load()
    for found in walk(paths):
        if isinstance(found, Blob):
            yield from read(found, aliases)
        else:
            yield _skipped(found[0], found[1])


def read(blob: Blob, aliases: Aliases) -> Iterator[Item]:
    """The items of one file, or of one member of an archive."""
    count = 0
    try:
        if blob.depth > MAX_DEPTH:
            raise UnreadableError(f"It is packed in more than {MAX_DEPTH} layers of archives.")
        for count, part in enumerate(registry.reader(blob)(blob), 1):
            if count > MAX_MEMBERS:
                raise UnreadableError(f"It holds more than {MAX_MEMBERS} items; the rest is left out.")
            yield from _items(part, blob, aliases)
        if not count:
            raise UnreadableError("It holds no articles.", fault=False)
    except UnreadableError as error:
        yield _skipped(blob.path, Skip(blob.item, error))
    except _PARSER_FAULTS as error:
        reason = UnreadableError(f"It is damaged: {str(error)[:200] or type(error).__name__}.")
        yield _skipped(blob.path, Skip(blob.item, reason))


def _items(part: Part, blob: Blob, aliases: Aliases) -> Iterator[Item]:
    if isinstance(part, Blob):
        yield from read(part, aliases)
    elif isinstance(part, Feed):
        yield Item(clean_line(blob.path), clean_line(_within(blob.item, part.url)), None, None, part)
    elif isinstance(part, Skip):
        yield _skipped(blob.path, Skip(_within(blob.item, part.item), part.reason))
    else:
        yield _article(part, blob, aliases)


def _article(draft: Draft, blob: Blob, aliases: Aliases) -> Item:
    where = _within(blob.item, draft.item)
    try:
        return Item(clean_line(blob.path), clean_line(where), normalise.article(draft, aliases), None)
    except UnreadableError as error:
        return _skipped(blob.path, Skip(where, error))


def _within(outer: str, inner: str) -> str:
    return " > ".join(filter(None, (outer, inner)))


def _skipped(path: str, skip: Skip) -> Item:
    reason = UnreadableError(clean_line(str(skip.reason)), fault=skip.reason.fault)
    return Item(clean_line(path), clean_line(skip.item), None, reason)
