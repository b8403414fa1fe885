from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.ingest.encoding import decode
from index.ingest.formats import ris
from index.ingest.importer import items


def test_every_reference_is_accounted_for(suite: Path, report: Callable[[str], None]) -> None:
    count = 0
    for path in sorted(suite.rglob("*.ris")):
        references = list(ris.records(decode(path.read_bytes())))
        assert references, path
        assert len(list(items([path]))) == len(references), path
        count += len(references)
    report(f"ris: {count} references")


def test_references_written_again_read_the_same(suite: Path) -> None:
    for path in sorted(suite.rglob("*.ris")):
        references = list(ris.records(decode(path.read_bytes())))
        assert list(ris.records(ris.dump(references))) == references, path
