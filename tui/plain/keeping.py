"""What a reader keeps: marks, notes, tags and searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import Article, Mark, SavedSearch, Span
from index.text.sanitise import clean_line
from tui.plain import wording
from tui.plain.answers import of_article
from tui.plain.sheet import Sheet, ordinal
from tui.widgets.phrasing import count

if TYPE_CHECKING:
    from tui.plain.dialogue import Dialogue


@of_article
def mark(dialogue: Dialogue, article: Article, words: str) -> str:
    """Mark the first sentence of the open article that has the words."""
    if not words:
        return "Mark which sentence? Say some words of it."
    sentences = dialogue.library.analysis(article.id).sentences
    texts = {each: article.text[each.start : each.end] for each in sentences}
    found = next((each for each, text in texts.items() if words.casefold() in text.casefold()), None)
    if found is None:
        return "No sentence of this article has these words, in this order."
    dialogue.library.state.set_mark(article, Span(found.start, found.end))
    return f"Marked: {wording.plain(texts[found])}"


@of_article
def marks(dialogue: Dialogue, article: Article, _rest: str) -> str:
    """List the marks on the open article."""
    marks = dialogue.library.state.marks(article)
    if not marks:
        return "Nothing is marked in this article."
    passages = [wording.mark(number, each) for number, each in enumerate(marks, 1)]
    return dialogue.show(Sheet(f"{count(len(marks), 'mark')}.", "marks", passages, article=article.id))


@of_article
def note(dialogue: Dialogue, article: Article, rest: str) -> str:
    """Put a note on a mark, or take it off with no words."""
    number, _, words = rest.partition(" ")
    made = _made(dialogue, article, number)
    if made is None:
        return 'A note on which mark? Say its number in "marks" and the words of the note.'
    dialogue.library.state.set_mark(article, made, words.strip())
    return "Noted." if words.strip() else "The note is gone."


@of_article
def unmark(dialogue: Dialogue, article: Article, number: str) -> str:
    """Take a mark off."""
    made = _made(dialogue, article, number)
    if made is None:
        return 'Which mark? Say its number in "marks".'
    dialogue.library.state.remove_mark(made)
    return "The mark is gone."


def _made(dialogue: Dialogue, article: Article, number: str) -> Mark | None:
    """The mark on the article that has this number."""
    marks = dialogue.library.state.marks(article)
    return marks[ordinal(number) - 1] if 0 < ordinal(number) <= len(marks) else None


def notes(dialogue: Dialogue, _rest: str) -> str:
    """List the marks on all articles."""
    noted = [(article, mark) for article, marks in dialogue.library.noted() for mark in marks]
    if not noted:
        return "Nothing is marked."
    passages = [wording.noted(number, article, mark) for number, (article, mark) in enumerate(noted, 1)]
    return dialogue.show(Sheet(f"{count(len(noted), 'mark')}, the newest article first.", "marks", passages))


@of_article
def tag(dialogue: Dialogue, article: Article, name: str) -> str:
    """Put a tag on the article, or take it off."""
    state = dialogue.library.state
    if name:
        state.set_tag(article.id, name, name.casefold() not in state.tags(article.id))
    tags = clean_line(", ".join(state.tags(article.id)))
    return f"Tags: {tags}." if tags else "No tags."


def save(dialogue: Dialogue, query: str) -> str:
    """Keep a search."""
    if not query:
        return 'Save which search? Say its words: "save ferry".'
    dialogue.library.search(query, limit=0, strict=True)  # a wrong one is explained now
    dialogue.library.state.save_search(query, query, dialogue.library.newest_arrival())
    return f'Saved; "saved" lists what is new in it, "search {query}" finds it all.'


def saved(dialogue: Dialogue, _rest: str) -> str:
    """List the kept searches with what is new since they were saved or last listed."""
    state, latest = dialogue.library.state, dialogue.library.newest_arrival()
    searches = state.searches()
    lines = [_counted(dialogue, search) for search in searches]
    for search in searches:
        state.save_search(search.name, search.query, latest)
    return "\n".join(lines) or "No search is saved."


def _counted(dialogue: Dialogue, search: SavedSearch) -> str:
    total = dialogue.library.search(search.query, limit=0).total
    new = dialogue.library.new_in(search.query, search.seen)
    return f"{clean_line(search.query)}: {count(total, 'article')}, {new:,} new."
