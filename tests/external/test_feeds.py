from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.errors import UnreadableError
from index.ingest import dates, registry, urls
from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.importer import items
from index.ingest.markup import paragraphs

# Most files say in a comment what a parser should find in them.
_EXPECTED = re.compile(
    r"entries\[(\d+)\](?:\['(title|link|published_parsed|updated_parsed|created_parsed)'\]|\.(title|link))\s*==\s*"
    r"(u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\"|\([\d, ]+\))"
)
# Each file states an expected title, link or date of its entries; so many of them have to come out right.
_RIGHT = 0.99


@dataclass(frozen=True)
class Expected:
    entry: int
    field: str
    value: str | tuple[int, ...]


def test_every_entry_is_accounted_for_and_nothing_is_raised(suite: Path, report: Callable[[str], None]) -> None:
    fates: Counter[str] = Counter()
    entries = 0
    for path in files(suite):
        found = list(items([path]))
        entries += max(1, len(drafts(path)))
        fates.update("imported" if item.article else "skipped with a reason" for item in found)
        assert all(item.article or str(item.skip) for item in found)
    report(f"feeds: {len(files(suite))} files, {entries} entries or files without any: {dict(fates)}")
    assert fates.total() == entries


def test_expected_titles_links_and_dates_are_right(suite: Path, report: Callable[[str], None]) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for path in files(suite):
        found = drafts(path)
        for expected in expectations(path):
            total[expected.field] += 1
            if expected.entry < len(found) and is_right(found[expected.entry], expected):
                right[expected.field] += 1
            else:
                wrong.append(f"{path.relative_to(suite)} {expected.field}")
    shares = ", ".join(f"{field} {right[field]} of {total[field]}" for field in sorted(total))
    report(f"feeds: as expected {shares}" + (f"; not {', '.join(wrong)}" if wrong else ""))
    assert right.total() >= _RIGHT * total.total()


def files(suite: Path) -> list[Path]:
    return sorted(path for path in suite.rglob("*") if path.is_file() and not path.name.startswith("."))


def drafts(path: Path) -> list[Draft]:
    """The entries as the reader gives them, with the address that the file says it was delivered from."""
    stated = re.search(r"Header:\s*Content-Location:\s*(\S+)", decode(path.read_bytes()))
    url = stated[1] if stated else "http://127.0.0.1:8097/"
    blob = Blob(path=str(path), name=path.name, opener=lambda: path.open("rb"), url=url)
    try:
        return [part for part in registry.reader(blob)(blob) if isinstance(part, Draft)]
    except UnreadableError:
        return []


def expectations(path: Path) -> Iterator[Expected]:
    comment = re.search(r"Expect:(.*?)(?:-->|\n\s*\n)", decode(path.read_bytes()), re.DOTALL)
    for entry, name, attribute, value in _EXPECTED.findall(comment[1] if comment else ""):
        field = (name or attribute).removesuffix("_parsed")
        yield Expected(int(entry), "date" if field not in ("title", "link") else field, ast.literal_eval(value))


def is_right(draft: Draft, expected: Expected) -> bool:
    if expected.field == "date":
        assert isinstance(expected.value, tuple)
        moment = dates.parse(draft.published)[0]
        return moment is not None and moment.astimezone(UTC) == datetime(*expected.value[:6], tzinfo=UTC)  # type: ignore[misc, arg-type]
    assert isinstance(expected.value, str)
    if expected.field == "title":
        return draft.title.split() == words(expected.value)
    return urls.canonical(draft.url) == urls.canonical(expected.value)


def words(marked: str) -> list[str]:
    """Titles are compared as they are read, without markup."""
    return paragraphs(marked)[0].split()
