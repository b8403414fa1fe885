"""The notes screen, keys in and text out."""

from __future__ import annotations

from pathlib import Path

from index.library import Library
from index.model import Article, Span
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen


def marked(library: Library, query: str, *notes: str) -> Article:
    """Marks the first sentences of the best hit, one for each note."""
    article = library.article(library.search(query).hits[0].id)
    for sentence, note in zip(library.analysis(article.id).sentences, notes, strict=False):
        library.state.set_mark(article, sentence, note)
    return article


async def opened(here: Reading) -> None:
    await here.sees(" ms")
    await here.press("down", "e")
    await here.sees("with a note")


async def test_marks_of_all_articles_stand_with_note_source_and_date(library: Library) -> None:
    marked(library, "title:refloated", "ask the bureau")
    marked(library, "title:heat", "", "check the sum")
    async with reading(library) as here:
        await opened(here)
        await here.sees("3 marks, 2 with a note", "note ask the bureau", "note check the sum")
        await here.sees("Northline News · 26 Apr 2026 · Stranded ferry", "“The ferry that ran aground")


async def test_enter_leads_to_the_sentence(library: Library) -> None:
    article = marked(library, "title:refloated", "", "", "third")
    async with reading(library) as here:
        await opened(here)
        await here.press("G", "enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        await here.sees("note third")
        assert here.app.screen.place == ("article", article.id)  # type: ignore[attr-defined]


async def test_a_mark_is_taken_away_and_put_back_with_its_note(library: Library) -> None:
    article = marked(library, "title:refloated", "ask the bureau")
    async with reading(library) as here:
        await opened(here)
        await here.press("m")
        await here.sees("taken away; m puts it back", "0 marks")
        assert not library.state.marked()
        await here.press("m")
        await here.sees("1 mark, 1 with a note", "note ask the bureau")
        assert [mark.note for mark in library.state.marks(article)] == ["ask the bureau"]


async def test_a_note_is_rewritten(library: Library) -> None:
    article = marked(library, "title:refloated", "ask")
    async with reading(library) as here:
        await opened(here)
        await here.press("e")
        await here.type(" them")
        await here.press("enter")
        await here.sees("note ask them")
        assert [mark.note for mark in library.state.marks(article)] == ["ask them"]


async def test_words_that_are_gone_from_the_newest_version_are_said_to_be(library: Library) -> None:
    article = marked(library, "title:refloated")
    elsewhere = Article(article.id, article.title, "Words that nobody printed.", article.source)
    library.state.set_mark(elsewhere, Span(0, 26), "why?")
    async with reading(library) as here:
        await opened(here)
        await here.sees("“Words that nobody printed.”", "no longer in the newest version  why?")
        await here.press("e")
        await here.sees("These words are no longer in the article")
        await here.press("m")
        await here.sees("Nothing marked yet")


async def test_all_notes_are_copied_as_markdown(library: Library, tmp_path: Path) -> None:
    marked(library, "title:refloated", "ask the bureau")
    async with reading(library) as here:
        await opened(here)
        await here.press("C")
        await here.sees("Copied; also in")
    copied = next(tmp_path.rglob("clipboard.txt")).read_text(encoding="utf-8")
    assert copied.endswith("\n\nask the bureau\n")


async def test_with_nothing_marked_it_says_how_to(library: Library) -> None:
    async with reading(library) as here:
        await opened(here)
        await here.sees("Nothing marked yet. In an article, m marks a sentence")
