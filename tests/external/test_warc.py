from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from index.ingest.importer import items


def test_every_record_is_accounted_for(suite: Path, report: Callable[[str], None]) -> None:
    fates: Counter[str] = Counter()
    for path in files(suite):
        found = list(items([path]))
        records = {number for item in found for number in re.findall(r"^record (\d+)", item.item)}
        assert len(records) >= whole_records(path), path
        for item in found:
            damaged = item.skip is not None and item.skip.fault
            fates["imported" if item.article else "damaged, named" if damaged else "no page"] += 1
    report(f"warc: {len(files(suite))} files: {dict(fates)}")


def test_every_archive_with_a_page_gives_an_article(suite: Path) -> None:
    """A page is a record of a web page that was delivered; damaged archives keep what can be read."""
    for path in files(suite):
        has_page = re.search(
            rb"HTTP/1\.[01] 200 OK\r\n(?:[^\r\n]+\r\n)*?Content-Type: text/html", plain(path), re.IGNORECASE
        )
        if has_page:
            assert any(item.article for item in items([path])), path


def files(suite: Path) -> list[Path]:
    return sorted(path for path in suite.rglob("*") if path.is_file())


def plain(path: Path) -> bytes:
    data = path.read_bytes()
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError):
        return b""


def whole_records(path: Path) -> int:
    return len(re.findall(rb"^WARC/1\.\d\r\nWARC-Type", plain(path), re.MULTILINE))
