from __future__ import annotations

from functools import partial
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from index.ingest.draft import Blob, Draft
from index.ingest.formats.ris import dump, read, records

REFERENCE = """TY  - NEWS
TI  - Quay widened
AU  - Moss, Ada
AU  - Rill,Ben,Jr.
PY  - 2026/03/02/
T2  - Harbour Post
AB  - The quay is widened.
      Work begins in May.
UR  - https://a.example/x; https://a.example/y
DO  - https://doi.org/10.1/x
ER  -
"""
VALUE = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ./-]{0,20}[a-z]", fullmatch=True)
RECORDS = st.lists(
    st.lists(st.tuples(st.sampled_from(["TI", "AU", "AB", "X1"]), VALUE), max_size=5).map(
        lambda rest: [("TY", "NEWS"), *rest]
    ),
    max_size=4,
)


def drafts(text: str) -> list[Draft]:
    return list(read(Blob("a.ris", "a.ris", partial(BytesIO, text.encode()))))


def test_a_reference_is_an_article() -> None:
    (found,) = drafts(REFERENCE)
    assert (found.title, found.source, found.published) == ("Quay widened", "Harbour Post", "2026-03-02")
    assert found.authors == ("Ada Moss", "Ben Rill Jr.")
    assert found.text == "The quay is widened.\n\nWork begins in May."
    assert found.url == "https://a.example/x"


def test_without_an_address_the_doi_is_one() -> None:
    assert drafts(REFERENCE.replace("UR  -", "X1  -"))[0].url == "https://doi.org/10.1/x"


def test_without_an_abstract_the_title_is_the_text() -> None:
    assert drafts("TY  - NEWS\nTI  - Quay\nER  - \n")[0].text == "Quay"


def test_what_stands_between_references_is_left_out() -> None:
    assert len(drafts(f"\ufeff1.\n{REFERENCE}\n2.\nProvider: x\n{REFERENCE}")) == 2


def test_a_reference_without_its_end_is_read() -> None:
    assert [draft.title for draft in drafts("TY  - NEWS\nTI  - A\nTY  - NEWS\nTI  - B")] == ["A", "B"]


def test_exports_of_web_of_science_are_read() -> None:
    (found,) = drafts(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAF Moss, Ada\n   Rill, Ben\nTI Quay\n   widened\nER\n\nEF"
    )
    assert found.authors == ("Ada Moss", "Ben Rill")
    assert " ".join(found.title.split()) == "Quay widened"


@given(RECORDS)
def test_references_written_again_read_the_same(references: list[list[tuple[str, str]]]) -> None:
    assert list(records(dump(references))) == references
