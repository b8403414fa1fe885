from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from index.ingest import dates, normalise, sources, urls
from index.ingest.formats import ninjs
from index.ingest.importer import items

Record = dict[str, object]


def test_every_document_is_accounted_for(suite: Path, report: Callable[[str], None]) -> None:
    fates: Counter[str] = Counter()
    for path in sorted(suite.rglob("*.json")):
        found = list(items([path]))
        assert found
        assert not any(item.skip and item.skip.fault for item in found), path
        fates.update("imported" if item.article else "without text" for item in found)
    report(f"ninjs: {dict(fates)}")


def test_headline_body_and_date_are_mapped(suite: Path, report: Callable[[str], None]) -> None:
    count = 0
    for path, record in texts(suite):
        article = normalise.article(ninjs.draft(record, ""), sources.load())
        count += 1
        assert article.title == " ".join(headline(record).split()), path
        assert len(article.text) > 50, path
        assert article.url == urls.canonical(str(record["uri"])), path
        if moment := record.get("versionCreated") or record.get("versioncreated"):
            first = record.get("firstCreated") or record.get("firstcreated") or moment
            assert article.published == dates.parse(str(first))[0], path
    report(f"ninjs: {count} items with headline and body are mapped")


def texts(suite: Path) -> Iterator[tuple[Path, Record]]:
    """The items that have a headline and a body."""
    for path in sorted(suite.rglob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if isinstance(record, dict) and "uri" in record and headline(record) and has_body(record):
            yield path, record


def has_body(record: Record) -> bool:
    return any(name in record for name in ("body_text", "body_xhtml", "bodies"))


def headline(record: Record) -> str:
    listed = record.get("headlines")
    for one in listed if isinstance(listed, list) else []:
        if one.get("role") == "main":
            return str(one["value"])
    return str(record.get("headline", ""))
