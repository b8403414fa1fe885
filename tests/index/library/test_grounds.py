"""What stands behind a claim: its dimensions, and who else carries it."""

from __future__ import annotations

from dataclasses import replace

from index.config import ClaimSettings, Settings
from index.library import Library
from index.model import Article
from tests.index.library.conftest import Files
from tests.index.library.test_library import FERRY, LIBRARY


def by_source(library: Library) -> dict[str, Article]:
    return {article.source: article for article in library.articles([hit.id for hit in library.search("ferry").hits])}


def test_a_claim_leads_to_the_same_statement_in_the_other_text(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    articles = by_source(library)
    found = library.grounds(articles["Skarvik Post"].id, 2)
    ((carrier, span),) = found.carriers
    assert carrier == articles["Coast Herald"].id
    assert "had lost power" in articles["Coast Herald"].text[span.start : span.end]


def test_what_nobody_else_says_has_no_carrier(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    assert library.grounds(by_source(library)["Skarvik Post"].id, 1).carriers == ()


def test_each_dimension_has_its_probability(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    found = library.grounds(by_source(library)["Skarvik Post"].id, 0).dimensions
    assert set(found) == {"factual", "checkworthy", "salient"}
    assert all(0 < probability < 1 for probability in found.values())


def test_a_dimension_switched_off_is_left_out(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    library.settings = replace(Settings(), claims=ClaimSettings(salient=False))
    assert set(library.grounds(by_source(library)["Skarvik Post"].id, 0).dimensions) == {"factual", "checkworthy"}


def test_another_language_has_no_dimensions(library: Library, files: Files) -> None:
    german = "Der Rat der Stadt hat am Montag über die neue Brücke am Fluss gestritten. Die Kosten steigen weiter an."
    library.add([files(replace(LIBRARY, text=german, language="de", id=""))])
    (hit,) = library.search("").hits
    assert library.grounds(hit.id, 0).dimensions == {}
