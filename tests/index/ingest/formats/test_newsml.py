from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft, Skip
from index.ingest.formats.newsml import read
from tests.fuzz.seeds import SEEDS

ITEM = """<newsItem guid="urn:{number}" xml:lang="en"><itemMeta>
<provider qcode="nprov:HW"><name>Harbour Wire</name></provider>
<versionCreated>2026-03-03T09:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2026-03-02</contentCreated>
<creator><name>Ada Moss</name></creator><headline>Quay {number}</headline></contentMeta>
<contentSet><inlineXML><html><body><p>One</p><p>Two</p></body></html></inlineXML></contentSet></newsItem>"""


def parts(data: str | bytes) -> list[Draft | Skip]:
    encoded = data.encode() if isinstance(data, str) else data
    return [part for part in read(Blob("a.xml", "a.xml", partial(BytesIO, encoded))) if isinstance(part, Draft | Skip)]


def test_nitf() -> None:
    (found,) = parts(SEEDS["nitf.xml"])
    assert isinstance(found, Draft)
    assert (found.title, found.source, found.authors, found.message_id) == ("Quay", "HP", ("By Ada Moss",), "1")
    assert found.published == "20260302T090000Z"


def test_every_item_of_a_message() -> None:
    found = parts(f"<newsMessage><itemSet>{ITEM.format(number=1)}{ITEM.format(number=2)}</itemSet></newsMessage>")
    assert [(draft.item, draft.title) for draft in found if isinstance(draft, Draft)] == [
        ("item 1", "Quay 1"),
        ("item 2", "Quay 2"),
    ]


def test_what_an_item_states() -> None:
    (found,) = parts(ITEM.format(number=1))
    assert isinstance(found, Draft)
    assert (found.text, found.source, found.authors) == ("One\n\nTwo", "Harbour Wire", ("Ada Moss",))
    assert (found.published, found.message_id, found.language) == ("2026-03-02", "urn:1", "en")


def test_nitf_inside_newsml() -> None:
    inner = SEEDS["nitf.xml"].decode()
    (found,) = parts(f"<newsItem guid='urn:1'><contentSet><inlineXML>{inner}</inlineXML></contentSet></newsItem>")
    assert isinstance(found, Draft)
    assert (found.title, found.source) == ("Quay", "HP")
    assert "north quay" in found.text


def test_an_item_without_a_text_is_named() -> None:
    (found,) = parts("<newsItem guid='urn:1'><contentMeta><headline>Quay</headline></contentMeta></newsItem>")
    assert isinstance(found, Skip)
    assert not found.reason.fault


@pytest.mark.parametrize("data", ["<newsMessage/>", "", "no xml"])
def test_what_holds_no_items_says_so(data: str) -> None:
    with pytest.raises(UnreadableError):
        parts(data)
