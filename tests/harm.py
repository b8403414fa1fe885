"""What can befall the folder of an index."""

from __future__ import annotations

import shutil
from pathlib import Path
from struct import pack
from zlib import crc32

from index.search.whoosh.checked import PAGE


def missing(index: Path) -> None:
    next(index.glob("*.seg")).unlink()


def cut(index: Path) -> None:
    table = next(index.glob("*.toc"))
    table.write_bytes(table.read_bytes()[:20])


def spoilt(index: Path) -> None:
    """Every page but those that are read at opening has one other byte."""
    for segment in index.glob("*.seg"):
        content = bytearray(segment.read_bytes())
        for place in range(PAGE + 9, len(content) - PAGE, PAGE):
            content[place] ^= 255
        segment.write_bytes(content)


def foreign(index: Path) -> None:
    """A sound table of contents with segments of a class that is not there."""
    table = next(index.glob("*.toc"))
    content = table.read_bytes()[:-4].replace(b"W3Segment", b"W4Segment")
    table.write_bytes(content + pack("!I", crc32(content)))


def a_file(index: Path) -> None:
    shutil.rmtree(index)
    index.touch()
