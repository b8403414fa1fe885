from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft, Skip
from index.ingest.formats.table import read


def rows(data: str | bytes) -> list[Draft | Skip]:
    encoded = data.encode() if isinstance(data, str) else data
    return [part for part in read(Blob("a.csv", "a.csv", partial(BytesIO, encoded))) if isinstance(part, Draft | Skip)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_common_delimiter(delimiter: str) -> None:
    (found,) = rows(
        delimiter.join(["Title", "Text", "Date"]) + "\n" + delimiter.join(["Quay", '"One\n\nTwo"', "2026-03-02"])
    )
    assert isinstance(found, Draft)
    assert (found.title, found.text, found.published, found.item) == ("Quay", "One\n\nTwo", "2026-03-02", "row 1")


def test_a_row_without_text_is_skipped_alone() -> None:
    assert [isinstance(row, Skip) for row in rows("text,title\n,a\nb,c\n\nd\n")] == [True, False, False]


def test_tables_from_spreadsheets_may_be_in_old_encodings() -> None:
    (found,) = rows("text\nKähne\n".encode("cp1252"))
    assert isinstance(found, Draft)
    assert found.text == "Kähne"


def test_a_table_about_something_else_says_which_columns_it_has() -> None:
    with pytest.raises(UnreadableError, match="its columns are a, b"):
        rows("a,b\n1,2\n")
