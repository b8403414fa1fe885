"""Documents turned into fields."""

from __future__ import annotations

from index.search.ranking import GAP, LEAD, TITLE
from index.search.whoosh.batch import Batch
from index.search.whoosh.invert import SHARED, inverted
from index.search.whoosh.postings import Field, offsets
from index.search.whoosh.schema import INDEXED
from tests.index.search.whoosh.builders import document


def fields(*texts: str, title: str = "") -> dict[str, Field]:
    batch = Batch()
    for number, text in enumerate(texts):
        batch.add(document(number, text, title=title))
    return {name: part for name, parts in inverted(batch) for part in parts}


def docs(field: Field, term: str) -> list[int]:
    at = field.terms.index(term.encode())
    found: list[int] = field.docs[field.starts[at] : field.starts[at + 1]].tolist()
    return found


def weights(field: Field, term: str) -> list[int]:
    at = field.terms.index(term.encode())
    assert field.weights is not None
    found: list[int] = field.weights[field.starts[at] : field.starts[at + 1]].tolist()
    return found


def distances(field: Field, term: str) -> list[int]:
    at = field.terms.index(term.encode())
    assert field.counts is not None
    assert field.distances is not None
    bounds = offsets(field.counts)[field.starts[at : at + 2]].tolist()
    found: list[int] = field.distances[bounds[0] : bounds[1]].tolist()
    return found


def test_fields_come_in_the_order_of_the_schema() -> None:
    batch = Batch()
    batch.add(document(1, "harbour"))
    assert tuple(name for name, _ in inverted(batch)) == INDEXED


def test_stems_are_ascending_and_hold_their_documents() -> None:
    text = fields("Governments met", "the government", "nothing")["text"]
    assert text.terms == sorted(text.terms)
    assert docs(text, "govern") == [0, 1]


def test_words_of_title_and_lead_weigh_more() -> None:
    text = fields("fog in the lead\n\nfog below, fog again", title="fog")["text"]
    assert weights(text, "fog") == [TITLE + LEAD + 2]
    assert weights(text, "below") == [1]


def test_places_run_from_the_title_over_a_gap_into_the_text() -> None:
    text = fields("fog and fog", title="fog here")["text"]
    assert distances(text, "fog") == [0, 2 + GAP, 2]


def test_words_keep_their_endings_and_stand_once_a_document() -> None:
    words = fields("Tariffs, tariffs and China’s tariff")["text_words"]
    assert words.terms == [b"and", b"china", b"tariff", b"tariffs"]
    assert docs(words, "tariffs") == [0]


def test_only_beginnings_that_many_words_share_have_lists() -> None:
    many = [f"tr{chr(97 + number)}x" for number in range(SHARED)]
    prefixes = fields(" ".join(many[::2]), " ".join(many[1::2]), "tra")["text_prefixes"]
    assert prefixes.terms == [b"t", b"tr"]
    assert docs(prefixes, "tr") == [0, 1, 2]


def test_no_beginning_ends_inside_a_character() -> None:
    prefixes = fields(" ".join(f"ж{chr(97 + number)}" for number in range(SHARED)))["text_prefixes"]
    assert prefixes.terms == ["ж".encode()]


def test_an_empty_document_is_no_trouble() -> None:
    made = fields("?")
    assert made.get("text") is None or made["text"].terms == []
