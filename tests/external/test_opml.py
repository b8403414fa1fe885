from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from index.ingest.encoding import decode
from index.ingest.formats import opml
from index.ingest.importer import items


def lists(suite: Path) -> list[Path]:
    return sorted(suite.rglob("*.opml"))


def test_every_feed_is_found(suite: Path, report: Callable[[str], None]) -> None:
    stated = found = 0
    for path in lists(suite):
        text = decode(path.read_bytes())
        addresses = re.findall(r"""xmlUrl\s*=\s*["']""", text, re.IGNORECASE)
        feeds = list(opml.feeds(text))
        stated += len(addresses)
        found += len(feeds)
        assert len(feeds) == len(addresses), path
        assert all(feed.url for feed in feeds), path
    report(f"opml: {found} of {stated} feeds in {len(lists(suite))} lists")


def test_categories_are_kept(suite: Path, report: Callable[[str], None]) -> None:
    in_category = 0
    for path in lists(suite):
        feeds = list(opml.feeds(decode(path.read_bytes())))
        is_sorted = "without_category" not in path.parts
        assert not is_sorted or all(feed.categories for feed in feeds), path
        in_category += sum(bool(feed.categories) for feed in feeds)
    report(f"opml: {in_category} feeds in a category")


def test_lists_written_again_read_the_same(suite: Path) -> None:
    for path in lists(suite):
        feeds = list(opml.feeds(decode(path.read_bytes())))
        assert list(opml.feeds(opml.dump(feeds))) == feeds, path


def test_every_feed_is_in_the_ledger(suite: Path) -> None:
    for path in lists(suite):
        feeds = list(opml.feeds(decode(path.read_bytes())))
        assert len(list(items([path]))) == max(1, len(feeds)), path
