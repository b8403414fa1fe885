from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft
from index.ingest.formats.feed import read


def entries(text: str | bytes, url: str = "") -> list[Draft]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(Blob("feed.xml", "feed.xml", partial(BytesIO, data), url=url)))


def rss(*items: str, channel: str = "<title>Harbour Post</title>") -> str:
    return f"<rss version='2.0'><channel>{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


def test_every_entry_is_a_draft_named_by_its_number() -> None:
    found = entries(rss("<title>A</title>", "<title>B</title>"))
    assert [(draft.item, draft.title, draft.source) for draft in found] == [
        ("entry 1", "A", "Harbour Post"),
        ("entry 2", "B", "Harbour Post"),
    ]


def test_the_fullest_text_wins_and_keeps_paragraphs_and_links() -> None:
    (found,) = entries(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><description>Short</description>"
        "<content:encoded><![CDATA[<p>One</p><p>Two <a href='https://a.example/x'>three</a></p>]]></content:encoded></item></channel></rss>"
    )
    assert found.text == "One\n\nTwo three"
    assert found.links == ("https://a.example/x",)


def test_a_headline_alone_is_the_text() -> None:
    assert (
        entries(rss("<title>Quay &lt;b&gt;widened&lt;/b&gt;</title><link>https://a.example/x</link>"))[0].text
        == "Quay widened"
    )


def test_an_empty_entry_is_left_for_the_ledger() -> None:
    assert entries(rss("<link>https://a.example/x</link>"))[0].text == ""


def test_links_are_made_absolute() -> None:
    assert entries(rss("<title>A</title><link>/x</link>"), "https://a.example/feed")[0].url == "https://a.example/x"


def test_a_permanent_guid_is_the_link_and_any_guid_the_message() -> None:
    permanent, plain = entries(
        rss("<title>A</title><guid>https://a.example/x</guid>", "<title>B</title><guid isPermaLink='false'>7</guid>")
    )
    assert permanent.url == "https://a.example/x"
    assert (plain.url, plain.message_id) == ("", "7")


@pytest.mark.parametrize(
    "date",
    [
        "<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>",
        "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-03-02</dc:date>",
    ],
)
def test_dates_of_any_element(date: str) -> None:
    assert entries(rss(f"<title>A</title>{date}"))[0].published


def test_atom_says_who_wrote_what_where() -> None:
    (found,) = entries(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title>Hafenpost</title>"
        "<author><name>Ada Moss</name></author><entry>"
        "<title>A</title><id>tag:1</id><link rel='self' href='https://a.example/self'/><link href='https://a.example/x'/>"
        "<updated>2026-03-02T09:00:00Z</updated><summary>Text</summary></entry></feed>"
    )
    assert (found.url, found.authors, found.language, found.published) == (
        "https://a.example/x",
        ("Ada Moss",),
        "de",
        "2026-03-02T09:00:00Z",
    )


def test_an_entry_of_a_gathered_feed_keeps_its_own_outlet() -> None:
    assert (
        entries(rss("<title>A</title><source url='https://b.example/feed'>Bay Times</source>"))[0].source == "Bay Times"
    )


def test_a_feed_that_is_not_well_formed_is_read() -> None:
    assert (
        entries("<rss><channel><title>T & T</title><item><title>A<description>B & C</item></channel>")[0].source
        == "T & T"
    )


def test_declared_encodings_are_honoured() -> None:
    feed = "<?xml version='1.0' encoding='iso-8859-1'?>" + rss("<title>Kähne</title>")
    assert entries(feed.encode("latin-1"))[0].title == "Kähne"


@pytest.mark.parametrize(
    ("text", "reason"), [("<rss><channel/></rss>", "no entries"), ("<?xml version='1.0'?><x/>", "no feed")]
)
def test_what_has_no_entries_says_so(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        entries(text)
    assert not caught.value.fault
