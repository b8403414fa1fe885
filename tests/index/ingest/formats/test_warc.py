from __future__ import annotations

import gzip
import io
import zlib
from functools import partial

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob, Skip
from index.ingest.formats.warc import read
from index.ingest.http_message import dechunked, response, unpacked
from index.ingest.warc_records import records

PAGE = b"<html><body><p>The quay is widened.</p></body></html>"


def http(
    body: bytes = PAGE, head: bytes = b"Content-Type: text/html; charset=utf-8", status: bytes = b"200 OK"
) -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n\r\n" + body


def record(
    block: bytes, kind: bytes = b"response", length: int | None = None, url: bytes = b"https://a.example/x"
) -> bytes:
    size = len(block) if length is None else length
    head = b"WARC/1.1\r\nWARC-Type: %b\r\nWARC-Target-URI: %b\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
    return head % (kind, url, size) + block + b"\r\n\r\n"


def parts(data: bytes) -> list[Blob | Skip]:
    found = read(Blob("a.warc", "a.warc", partial(io.BytesIO, data)))
    return [part for part in found if isinstance(part, Blob | Skip)]


def outcome(data: bytes) -> list[str]:
    return ["page" if isinstance(part, Blob) else "fault" if part.reason.fault else "none" for part in parts(data)]


def test_a_response_is_a_page_with_what_was_declared() -> None:
    (page,) = parts(record(http()))
    assert isinstance(page, Blob)
    assert (page.bytes(), page.url, page.media_type, page.charset) == (
        PAGE,
        "https://a.example/x",
        "text/html",
        "utf-8",
    )
    assert page.item == "record 1 (https://a.example/x)"


def test_a_resource_is_a_page() -> None:
    assert outcome(record(PAGE, b"resource")) == ["page"]


def test_every_other_record_has_its_reason() -> None:
    data = b"".join(record(b"x", kind) for kind in (b"warcinfo", b"request", b"revisit", b"metadata", b"unheard-of"))
    data += record(http(status=b"404 Not Found")) + record(http(head=b"Content-Type: image/png"))
    assert outcome(data) == ["none"] * 7


def test_arc_records_are_read() -> None:
    answer = http()
    data = b"filedesc://a.arc 0.0.0.0 20260302090000 text/plain 2\nx\n\n"
    data += b"https://a.example/x y 192.0.2.1 20260302090000 text/html %d\n" % len(answer) + answer + b"\n"
    assert outcome(data) == ["none", "page"]


@pytest.mark.parametrize(
    "packed", [lambda data: b"".join(map(gzip.compress, data)), lambda data: gzip.compress(b"".join(data))]
)
def test_archives_may_be_packed_by_record_or_as_a_whole(packed: object) -> None:
    assert callable(packed)
    assert outcome(packed([record(http())] * 3)) == ["page"] * 3


def test_a_damaged_member_does_not_take_the_others_along() -> None:
    middle = bytearray(gzip.compress(record(http())))
    middle[30:60] = bytes(30)
    data = gzip.compress(record(http())) + bytes(middle) + gzip.compress(record(http()))
    found = outcome(data)
    assert found[0] == found[-1] == "page"


def test_a_length_that_runs_into_the_next_record_is_named_and_both_are_read() -> None:
    assert outcome(record(http(), length=len(http()) + 60) + record(http())) == ["page", "fault", "page"]


def test_bytes_between_records_are_named_once() -> None:
    assert outcome(record(http()) + b"rubbish\nmore rubbish\n\n" + record(http())) == ["page", "fault", "page"]


def test_a_cut_off_record_is_read_as_far_as_it_goes_and_named() -> None:
    assert outcome(record(http())[:-20]) == ["page", "fault"]


def test_a_record_without_a_length_is_named() -> None:
    assert outcome(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + record(http())) == ["fault", "page"]


def test_a_record_that_is_too_large_is_read_past() -> None:
    large = record(http(), length=20 << 20).removesuffix(b"\r\n\r\n").ljust((20 << 20) + 200, b"x")
    found = list(records(io.BytesIO(large + b"\r\n\r\n" + record(http()))))
    assert found[0].block is None
    assert found[-1].block == http()


class TestHttp:
    def test_chunks_are_put_together(self) -> None:
        body = b"".join(b"%x;ext\r\n%b\r\n" % (len(part), part) for part in (PAGE[:10], PAGE[10:])) + b"0\r\n\r\n"
        assert response(http(body, b"Transfer-Encoding: chunked")).body == PAGE

    def test_what_is_called_chunked_and_is_not_stays(self) -> None:
        assert dechunked(PAGE) == PAGE
        assert dechunked(b"abc is no chunk") == b"abc is no chunk"

    @pytest.mark.parametrize(
        ("packed", "encoding"),
        [
            (gzip.compress(PAGE), "gzip"),
            (zlib.compress(PAGE), "deflate"),
            (zlib.compress(PAGE)[2:-4], "deflate"),
            (PAGE, "gzip"),
        ],
    )
    def test_content_encodings(self, packed: bytes, encoding: str) -> None:
        assert unpacked(packed, encoding) == PAGE

    @pytest.mark.parametrize(
        ("packed", "encoding"), [(b"\x1f\x8b\x08xxx", "gzip"), (PAGE, "br"), (gzip.compress(bytes(20 << 20)), "gzip")]
    )
    def test_what_cannot_be_unpacked_is_refused(self, packed: bytes, encoding: str) -> None:
        with pytest.raises(UnreadableError):
            unpacked(packed, encoding)
