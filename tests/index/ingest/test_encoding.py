from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest.encoding import codec, decode

WORDS = "Naïve café “quoted” text"


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_what_the_bytes_show_beats_a_wrong_declaration(name: str) -> None:
    assert decode(WORDS.encode(name), "iso-8859-1") == WORDS


def test_a_declared_encoding_is_tried_first() -> None:
    assert decode("Größe".encode("cp1252"), "windows-1252") == "Größe"
    assert decode("日本語".encode("shift_jis"), "Shift_JIS") == "日本語"


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("“x”".encode("cp1252"), "iso-8859-1") == "“x”"


def test_a_wrong_declaration_does_no_harm() -> None:
    assert decode("Größe".encode(), "us-ascii" * 50) == "Größe"
    assert decode("日本語".encode(), "iso-8859-1") == "日本語"


def test_damaged_utf_8_stays_utf_8() -> None:
    damaged = ("Größe " * 200).encode() + b"\xff"
    assert decode(damaged) == "Größe " * 200 + "\ufffd"


def test_an_undeclared_encoding_is_guessed() -> None:
    russian = "Совет порта проголосовал в понедельник за расширение северного причала. " * 5
    assert decode(russian.encode("cp1251")) == russian


@pytest.mark.parametrize(
    "label", ["hex", "rot13", "idna", "punycode", "unicode_escape", "nonsense", "", "\0", "a" * 10_000]
)
def test_labels_that_decode_no_text_are_refused(label: str) -> None:
    assert codec(label) == ""


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "iso-2022-jp", "big5", "x"]))
def test_no_bytes_are_too_odd(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared), str)
