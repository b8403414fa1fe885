"""The dictionary of terms, read by us and by stock Whoosh."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filetables import OrderedHashReader
from whoosh.filedb.structfile import BufferFile

from index.search.whoosh.checked import CheckedFile, Region, SealedWriter
from index.search.whoosh.dictionary import Dictionary, DictionaryWriter

FIELDS = ("text", "title")
terms = st.dictionaries(
    st.tuples(st.sampled_from(FIELDS), st.text(min_size=1).map(str.encode)), st.binary(), max_size=60
)


def file(entries: dict[tuple[str, bytes], bytes]) -> bytes:
    writer = DictionaryWriter(FIELDS)
    for (field, term), value in sorted(entries.items()):
        writer.add(field, term, value)
    return b"".join(writer.finished())


def dictionary(entries: dict[tuple[str, bytes], bytes]) -> Dictionary:
    with NamedTemporaryFile() as kept:
        writer = SealedWriter(cast(BinaryIO, kept), 5)
        writer.write(content := file(entries))
        opened = CheckedFile(Path(kept.name), writer.finish(b"12345"))
    return Dictionary(Region(opened, 5, len(content)))


@given(terms, st.text().map(str.encode))
def test_terms_are_found_and_others_are_not(entries: dict[tuple[str, bytes], bytes], other: bytes) -> None:
    made = dictionary(entries)
    assert {key: made.get(*key) for key in entries} == entries
    assert made.get("text", other) == entries.get(("text", other))
    assert made.get("unheard", other) is None


@given(terms)
def test_stock_whoosh_reads_the_file(entries: dict[tuple[str, bytes], bytes]) -> None:
    content = file(entries)
    stock = OrderedHashReader(BufferFile(content), len(content))
    numbers = stock.extras["fieldmap"]
    keys = {numbers[field].to_bytes(2, "big") + term: value for (field, term), value in entries.items()}
    assert list(stock) == sorted(keys.items())
    assert {key: stock[key] for key in keys} == keys
    for key in keys:
        assert stock.closest_key(key) == key


@given(terms, st.text(max_size=2).map(str.encode))
def test_terms_that_begin_alike_come_in_order(entries: dict[tuple[str, bytes], bytes], prefix: bytes) -> None:
    expected = sorted((term, value) for (f, term), value in entries.items() if f == "title" and term.startswith(prefix))
    assert list(dictionary(entries).beginning("title", prefix)) == expected


@given(terms, st.integers(0, 4), st.integers(0, 8))
def test_terms_are_chosen_by_length(entries: dict[tuple[str, bytes], bytes], shortest: int, longest: int) -> None:
    expected = sorted(term for (f, term), _ in entries.items() if f == "text" and shortest <= len(term) <= longest)
    assert dictionary(entries).sized("text", shortest, longest) == expected
