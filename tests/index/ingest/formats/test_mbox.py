from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest

from index.ingest.draft import Blob, Skip
from index.ingest.formats import mbox

FIRST = b"From: a@example.org\nSubject: A\n\nText.\n"


def messages(data: bytes) -> list[bytes]:
    found = mbox.read(Blob("a.mbox", "a.mbox", partial(BytesIO, data)))
    return [part.bytes() for part in found if isinstance(part, Blob)]


def test_messages_are_split_at_from_lines() -> None:
    assert messages(b"From a\n" + FIRST + b"\nFrom b\n" + FIRST) == [FIRST + b"\n", FIRST]


def test_a_quoted_from_belongs_to_the_text() -> None:
    (found,) = messages(b"From a\nSubject: A\n\n>From the quay.\nFrom here on.\n")
    assert found.endswith(b"\nFrom the quay.\nFrom here on.\n")


def test_a_message_that_is_too_large_is_skipped_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MAX_DOCUMENT", 100)
    data = b"From a\n" + FIRST + b"x\n" * 200 + b"\nFrom b\n" + FIRST
    first, second = mbox.read(Blob("a.mbox", "a.mbox", partial(BytesIO, data)))
    assert isinstance(first, Skip)
    assert first.item == "message 1"
    assert isinstance(second, Blob)
