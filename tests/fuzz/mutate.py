"""Ways to damage a file, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

# What trips parsers: control characters, brackets and quotes, huge and negative numbers, deep and endless things.
_TOKENS = [
    b"\0", b"\x1b[2J", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"&", b"&#x110000;", b"&a;", b'"', b"'",
    b"\r", b"\n", b"\n\n", b"{", b"[", b"]", b"-1", b"99999999999999999999", b"1e999", b"NaN", b"]]>",
    b"<!--", b"-->", b"<![CDATA[", b"<!DOCTYPE ", b"=?utf-8?b?", b"?=", b"%00", b"../", b"\xe2\x80\xae",
    b"null", b"boundary=", b"charset=utf-16", b"charset=punycode", b"Content-Length: 5", b"WARC/1.0",
    b"TY  - ", b"\x1f\x8b\x08", b"PK\x03\x04", b"ustar",
]  # fmt: skip

Mutation = Callable[[bytes, Random], bytes]


def mutated(data: bytes, random: Random) -> bytes:
    """`data` with one to six changes."""
    for _ in range(random.randint(1, 6)):
        data = random.choice(_MUTATIONS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    start, end = _range(data, random)
    return data[:start] + data[end:]


def _end(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _range(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_TOKENS) * random.choice((1, 1, 1, 40, 2000)) + data[at:]


def _swap(data: bytes, random: Random) -> bytes:
    start, end = _range(data, random)
    return data[:start] + data[start:end][::-1] + data[end:]


def _range(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, 200))


_MUTATIONS: list[Mutation] = [_flip, _cut, _end, _repeat, _insert, _swap]
