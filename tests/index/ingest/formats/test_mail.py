from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft
from index.ingest.formats.mail import read

HEAD = "From: Harbour Post <news@harbour.example>\nSubject: Quay widened\nMessage-ID: <1@harbour.example>\n"


def draft(text: str | bytes) -> Draft:
    data = text.encode() if isinstance(text, str) else text
    (found,) = read(Blob("a.eml", "a.eml", partial(BytesIO, data)))
    return found


def alternative(plain: str, html: str) -> str:
    return (
        f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{plain}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
    )


def test_a_letter_is_an_article() -> None:
    found = draft(f"{HEAD}Date: Mon, 2 Mar 2026 09:00:00 +0100\n\nThe quay is widened.\n\nWork begins in May.\n")
    assert (found.title, found.source, found.message_id) == ("Quay widened", "Harbour Post", "<1@harbour.example>")
    assert found.published == "Mon, 2 Mar 2026 09:00:00 +0100"
    assert found.text.split("\n\n") == ["The quay is widened.", "Work begins in May."]


def test_a_sender_without_a_name_is_known_by_the_host() -> None:
    assert draft("From: news@harbour.example\nSubject: x\n\nText").source == "harbour.example"


def test_encoded_headers_are_decoded() -> None:
    found = draft(
        "From: =?utf-8?q?K=C3=BCste?= <a@b.example>\nSubject: =?iso-8859-1?B?S+RobmU=?= =?utf-8?q?_=26_Quay?=\n\nText"
    )
    assert (found.source, found.title) == ("Küste", "Kähne & Quay")


def test_headers_in_plain_utf_8_are_read() -> None:
    assert draft("From: a@b.example\nSubject: Kähne\n\nText").title == "Kähne"


def test_a_reply_has_the_title_of_what_it_replies_to() -> None:
    assert draft("From: a@b.example\nSubject: Fwd: Re: Quay widened\n\nText").title == "Quay widened"


def test_the_plain_text_is_read_and_links_come_from_both() -> None:
    found = draft(
        alternative(
            "The quay is widened. https://a.example/1", "<p>The quay is <a href='https://a.example/2'>widened</a>.</p>"
        )
    )
    assert found.text == "The quay is widened. https://a.example/1"
    assert found.links == ("https://a.example/2", "https://a.example/1")


def test_a_stub_gives_way_to_the_html() -> None:
    found = draft(alternative("See HTML.", "<p>The quay is widened.</p><p>Work begins in May.</p>"))
    assert found.text == "The quay is widened.\n\nWork begins in May."


def test_a_digest_stays_one_article_with_its_links() -> None:
    stories = "".join(
        f"<h2><a href='https://a.example/{number}'>Story {number}</a></h2><p>Text {number}.</p>" for number in range(5)
    )
    found = draft(f"{HEAD}Content-Type: text/html\n\n{stories}")
    assert found.links == tuple(f"https://a.example/{number}" for number in range(5))
    assert "Story 0\n\nText 0.\n\nStory 1" in found.text


def test_unknown_charsets_survive() -> None:
    found = draft(HEAD.encode() + b"Content-Type: text/plain; charset=x-unheard-of\n\nK\xc3\xa4hne")
    assert found.text == "Kähne"


def test_attachments_are_not_the_letter() -> None:
    message = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe letter.\n"
        "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThe attachment.\n--b--\n"
    )
    assert draft(message).text == "The letter."


def test_a_letter_without_text_is_nobodys_fault() -> None:
    with pytest.raises(UnreadableError, match="no text of its own") as caught:
        draft(f"{HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n")
    assert not caught.value.fault


def test_too_many_parts_are_refused() -> None:
    parts = "--b\nContent-Type: text/plain\n\nx\n" * 1500
    with pytest.raises(UnreadableError, match="too many parts"):
        draft(f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n")
