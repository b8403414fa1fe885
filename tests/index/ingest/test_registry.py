from __future__ import annotations

import io
import subprocess
import sys
from functools import partial

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob
from index.ingest.registry import READERS, kind, reader
from tests.fuzz.seeds import SEEDS

KINDS = {
    "page.html": "html",
    "feed.xml": "feed",
    "atom.xml": "feed",
    "letter.eml": "mail",
    "box.mbox": "mbox",
    "notes.txt": "text",
    "lines.jsonl": "jsonl",
    "list.json": "json",
    "feed.json": "json",
    "ninjs.json": "json",
    "csl.json": "json",
    "table.csv": "csv",
    "nitf.xml": "newsml",
    "newsml.xml": "newsml",
    "list.opml": "opml",
    "references.ris": "ris",
    "web.warc": "warc",
    "web.warc.gz": "warc",
    "web.arc": "text",
    "page.html.gz": "gzip",
    "packed.zip": "zip",
    "web.wacz": "zip",
    "packed.tar": "tar",
    "packed.tar.gz": "gzip",
}


@pytest.mark.parametrize(("name", "expected"), [(name, kind) for name, kind in KINDS.items() if name != "web.arc"])
def test_contents_tell_without_a_name(name: str, expected: str) -> None:
    assert kind(SEEDS[name]) == expected


def test_a_wrong_name_does_not_mislead() -> None:
    assert kind(SEEDS["page.html"], "page.txt") == "html"
    assert kind(SEEDS["feed.xml"], "feed.html") == "feed"
    assert kind(SEEDS["packed.zip"], "packed.txt") == "zip"


def test_the_name_decides_where_the_contents_leave_it_open() -> None:
    assert kind(b"# Quay\n\nText", "notes.md") == "markdown"
    assert kind(b"# Quay\n\nText", "notes") == "text"
    assert kind(b'{"text": "a"}', "one.jsonl") == "jsonl"
    assert kind(b'{"text": "a"}', "one.json") == "json"
    assert kind(b"a,b\n1,2", "table.csv") == "csv"


def test_the_declared_type_stands_in_for_a_name() -> None:
    assert kind(b"<b>Quay</b>", media_type="text/html; charset=utf-8") == "html"


def test_no_parser_is_loaded_before_it_is_needed() -> None:
    check = (
        "import sys, index.ingest.importer, index.ingest.fetch\n"
        "heavy = {'lxml', 'trafilatura', 'feedparser', 'htmldate', 'markdown_it', 'dateutil', 'charset_normalizer'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=True, text=True).stdout == "[]\n"


def test_a_feed_in_utf_16_is_a_feed() -> None:
    assert kind("<?xml version='1.0'?><rss><channel/></rss>".encode("utf-16-le")) == "feed"


def test_a_prose_that_begins_like_a_header_is_text() -> None:
    assert kind(b"Note: the quay is closed.\nIt opens in May.\n") == "text"


@pytest.mark.parametrize("data", [b"", b"   \n", b"\0\0\0\0"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty") as caught:
        kind(data)
    assert not caught.value.fault


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "picture"), (bytes(range(256)) * 8, "binary"), (b"\x7fELF", "program")],
)
def test_what_holds_no_articles_is_named(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what) as caught:
        kind(data, "a.txt")
    assert not caught.value.fault


@pytest.mark.parametrize("found", sorted(READERS))
def test_every_kind_has_a_reader(found: str) -> None:
    name = next((name for name, kind in KINDS.items() if kind == found and name != "web.arc"), "notes.md")
    data = SEEDS[name]
    assert callable(reader(Blob(path=name, name=name, opener=partial(io.BytesIO, data))))
    assert f"index.ingest.formats.{READERS[found]}" in sys.modules
