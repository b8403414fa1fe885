"""Columns, read by us and by stock Whoosh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from whoosh.filedb.structfile import BufferFile

from index.search.whoosh import columns
from index.search.whoosh.columns import Columns, files, id_number, id_text, labels, moment, read
from index.search.whoosh.schema import UNDATED, schema

NUMBERS = np.array([5, 2**63, 2**64 - 1], np.uint64)


def made(sources: Sequence[str] = ("Harbour Post", "", "Hårbor Wire")) -> Columns:
    return Columns(
        NUMBERS,
        np.array([1_700_000_000_000_000, UNDATED, -5], np.int64),
        NUMBERS[::-1].copy(),
        np.array([0, 7, 255], np.uint8),
        labels(sources),
        labels(["en", "en", "de"]),
    )


def written(content: Columns) -> dict[str, bytes]:
    return {name: b"".join(parts) for name, parts in files(content).items()}


def test_columns_are_read_back() -> None:
    found = read(written(made()), 3)
    for name in ("ids", "published", "folds", "lengths"):
        assert getattr(found, name).tolist() == getattr(made(), name).tolist()
    assert [found.source.values[number] for number in found.source.numbers] == ["Harbour Post", "", "Hårbor Wire"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("id", [id_text(number).encode() for number in NUMBERS.tolist()]),
        ("published", [1_700_000_000_000_000, UNDATED, -5]),
        ("fold", NUMBERS[::-1].tolist()),
        ("source", [b"Harbour Post", b"", "Hårbor Wire".encode()]),
        ("language", [b"en", b"en", b"de"]),
    ],
)
def test_stock_whoosh_reads_the_columns(name: str, expected: list[object]) -> None:
    content = written(made())[name]
    column = schema({})[name].column_type
    assert list(column.reader(BufferFile(content), 0, len(content), 3)) == expected


@pytest.mark.parametrize("different", [255, 256, 65_535, 65_536])
def test_any_number_of_sources_fits(different: int) -> None:
    texts = [f"Source {number}" for number in range(different)]
    zeros = np.zeros(different, np.uint64)
    content = written(Columns(zeros, zeros, zeros, zeros, labels(texts), labels([""] * different)))
    found = read(content, different)
    assert [found.source.values[number] for number in found.source.numbers[-2:]] == texts[-2:]


def test_ids_are_sixteen_hexadecimal_digits() -> None:
    assert id_text(id_number("00c0ffee00c0ffee")) == "00c0ffee00c0ffee"
    with pytest.raises(ValueError, match="not an article's id"):
        id_number("c0ffee")


def test_moments_keep_microseconds_and_their_order() -> None:
    early, late = (datetime(1969, 12, 31, 23, 59, 59, micro, tzinfo=UTC) for micro in (1, 2))
    assert UNDATED < moment(early) == moment(late) - 1 < 0
    assert moment(None) == UNDATED


def test_equal_texts_have_equal_folds_only() -> None:
    assert columns.fold_number("one text") == columns.fold_number("one text") != columns.fold_number("another")
