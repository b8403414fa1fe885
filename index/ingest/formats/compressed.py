"""A file packed with gzip: what it holds is read as if it stood there itself."""

from __future__ import annotations

from collections.abc import Iterator
from gzip import GzipFile
from typing import BinaryIO, cast

from index.ingest.draft import Blob
from index.ingest.guard import Budget, Earning, guarded


def read(blob: Blob) -> Iterator[Blob]:
    """The one member; it is unpacked as it is read."""
    name = blob.name.removesuffix(".gz").removesuffix(".tgz")
    yield blob.member("", name, lambda: _unpacked(blob), charset=blob.charset, media_type=blob.media_type, url=blob.url)


def _unpacked(blob: Blob) -> BinaryIO:
    budget = Budget()
    packed = cast("BinaryIO", Earning(blob.open(), budget))
    return guarded(cast("BinaryIO", GzipFile(fileobj=packed, mode="rb")), packed, budget=budget)
