"""Values of a segment's documents, one column a field, in the bytes of Whoosh's own columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from io import BytesIO

from whoosh.codec.whoosh3 import STORED_COLUMN
from whoosh.filedb.structfile import StructFile
from whoosh.util.varints import varint

from index.search.ranking import LENGTHS
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.schema import UNDATED

LENGTH_BYTES = "_text_len"
STORED = "_stored"
NAMES = ("id", "published", "fold", LENGTH_BYTES, "source", "language")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_BYTES = {"B": "u1", "H": ">u2", "I": ">u4"}


@dataclass(frozen=True, slots=True)
class Labels:
    """A column of few different texts: each document's number in `values`."""

    numbers: Array
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a segment knows of each document: its id as a number, the `moment` of publication, the digest of its
    `fold`, the byte of its length, its source and its language."""

    ids: Array
    published: Array
    folds: Array
    lengths: Array
    source: Labels
    language: Labels

    def __len__(self) -> int:
        return len(self.ids)

    def total_length(self) -> int:
        """The weighted lengths of all documents together."""
        return int(np.take(LENGTHS, self.lengths).sum())


def id_number(id_: str) -> int:
    """An article's id, 16 hexadecimal digits, as a number that sorts the same."""
    if len(id_) != 16:
        raise ValueError(f"not an article's id: {id_!r}")
    return int(id_, 16)


def id_text(number: int) -> str:
    """The id that `id_number` was given."""
    return f"{number:016x}"


def moment(time: datetime | None) -> int:
    """Microseconds since 1970, or `UNDATED`."""
    return UNDATED if time is None else (time - _EPOCH) // _MICROSECOND


def fold_number(fold: str) -> int:
    """A digest of `Document.fold`: 64 bits, so that two of a million texts clash once in 36 million libraries."""
    return int.from_bytes(blake2b(fold.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def labels(texts: Sequence[str]) -> Labels:
    """The column of these texts; number 0 is the empty one, as in Whoosh."""
    numbers = {"": 0}
    found = [numbers.setdefault(text, len(numbers)) for text in texts]
    return Labels(np.array(found, np.int64), tuple(numbers))


def files(columns: Columns) -> dict[str, list[bytes]]:
    """The column files by field, in pieces."""
    return {
        "id": ["".join(map(id_text, columns.ids.tolist())).encode("ascii")],
        "published": [columns.published.astype(">i8").tobytes()],
        "fold": [columns.folds.astype(">u8").tobytes()],
        LENGTH_BYTES: [columns.lengths.astype("u1").tobytes()],
        "source": _label_file(columns.source),
        "language": _label_file(columns.language),
        STORED: [_nothing_stored(len(columns))],
    }


def read(contents: dict[str, bytes], count: int) -> Columns:
    """The columns of a segment of `count` documents from their files."""
    ids = np.frombuffer(bytes.fromhex(contents["id"].decode("ascii")), ">u8")
    return Columns(
        ids.astype(np.uint64),
        _padded(contents["published"], ">i8", count, UNDATED),
        _padded(contents["fold"], ">u8", count, 0).astype(np.uint64),
        _padded(contents[LENGTH_BYTES], "u1", count, 0),
        _read_labels(contents["source"], count),
        _read_labels(contents["language"], count),
    )


def _padded(content: bytes, kind: str, count: int, default: int) -> Array:
    """A column of numbers; Whoosh leaves out trailing defaults."""
    stored = np.frombuffer(content, kind)
    column = np.full(count, default, np.dtype(kind).newbyteorder("="))
    column[: len(stored)] = stored
    return column


def _label_file(column: Labels) -> list[bytes]:
    width = next(code for code, top in (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32)) if len(column.values) <= top)
    values = [value.encode("utf-8", "surrogatepass") for value in column.values]
    named = [piece for value in values for piece in (varint(len(value)), value)]
    return [column.numbers.astype(_BYTES[width]).tobytes(), varint(len(values)), *named, width.encode("ascii")]


def _read_labels(content: bytes, count: int) -> Labels:
    kind = np.dtype(_BYTES[chr(content[-1])])
    numbers = np.frombuffer(content, kind, count).astype(np.int64)
    stream = StructFile(BytesIO(content[count * kind.itemsize :]))
    values = [stream.read(stream.read_varint()) for _ in range(stream.read_varint())]
    return Labels(numbers, tuple(value.decode("utf-8", "surrogatepass") for value in values))


def _nothing_stored(count: int) -> bytes:
    """The column of stored fields that stock Whoosh expects; lateral's are in the store."""
    out = BytesIO()
    STORED_COLUMN.writer(StructFile(out)).finish(count)
    return out.getvalue()
