from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

from index.ingest.importer import items


def test_every_message_is_imported_or_has_a_reason(suite: Path, report: Callable[[str], None]) -> None:
    fates: Counter[str] = Counter()
    for path in messages(suite):
        found = list(items([path]))
        assert len(found) == 1, path
        assert found[0].article or not found[0].skip or not found[0].skip.fault, (path, found[0].skip)
        fates["imported" if found[0].article else "without text"] += 1
    report(f"mail: {len(messages(suite))} messages: {dict(fates)}")


def test_a_message_with_a_text_becomes_an_article(suite: Path) -> None:
    for path in messages(suite):
        if plain_text(path):
            assert [item.article for item in items([path])] != [None], path


def test_nothing_undecodable_is_left_of_declared_charsets(suite: Path) -> None:
    for path in messages(suite):
        if path.parent.name == "multi_charset":
            text = " ".join(f"{item.article.title} {item.article.text}" for item in items([path]) if item.article)
            assert "\ufffd" not in text, path


def messages(suite: Path) -> list[Path]:
    return sorted(path for path in suite.rglob("*.eml"))


def plain_text(path: Path) -> bool:
    """Whether the message has a plain text of at least three words that is no attachment."""
    for part in message_from_bytes(path.read_bytes()).walk():
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/plain" else None
        if isinstance(payload, bytes) and not part.get_filename() and len(payload.split()) >= 3:
            return True
    return False
