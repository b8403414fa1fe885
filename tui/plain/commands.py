"""What a line of the dialogue may begin with, and what answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from index.model import Article
from index.text.sanitise import safe_url
from tui.plain import keeping, wording
from tui.plain.answers import Answer, of_article
from tui.plain.compared import TABLES, Compared
from tui.plain.sheet import Passage, Sheet
from tui.widgets.phrasing import count, day

if TYPE_CHECKING:
    from tui.plain.dialogue import Dialogue

_PAGE = 20
_MOST_STORIES = 200
_NOTHING_OPEN = 'Nothing is open. Type "search" and words to find.'


def search(dialogue: Dialogue, words: str) -> str:
    """Find articles."""
    if not words:
        return "Search for what?"
    found = dialogue.library.search(words, limit=_PAGE, strict=True)
    if not found.total:
        hint = f' Did you mean "{found.suggestion}"?' if found.suggestion else ""
        return f"Nothing found.{wording.plain(hint)}"

    def more(offset: int) -> Sequence[Passage]:
        hits = dialogue.library.search(words, limit=_PAGE, offset=offset, strict=True).hits
        return [wording.hit(number, hit) for number, hit in enumerate(hits, offset + 1)]

    passages = [wording.hit(number, hit) for number, hit in enumerate(found.hits, 1)]
    return dialogue.show(Sheet(count(found.total, "result") + ".", "results", passages, more=more))


def go_to(dialogue: Dialogue, which: str) -> str:
    """Open what a number stands for: a result, a story, a sentence of a comparison."""
    number, _, letter = which.partition(" ")
    place = dialogue.place(number, letter.strip())
    if place is None:
        return "Open which? Say a number of the list shown last; in a comparison also a source: open 3 B."
    if dialogue.sheet is not None and dialogue.sheet.kind == "stories":
        return _compared(dialogue, dialogue.library.story_articles(place.id))
    return _opened(dialogue, dialogue.library.article(place.id), place.offset)


def _opened(dialogue: Dialogue, article: Article, offset: int) -> str:
    """The article at an offset, or else where it was left."""
    sheet = Sheet(wording.byline(article), "paragraphs", wording.paragraphs(article), 3, article.id)
    sheet.seek(offset or dialogue.library.state.position(article.id))
    dialogue.library.state.set_read(article.id, True)
    why = "" if offset else ", where you left it"
    sheet.heading += f"\n(from paragraph {sheet.at + 1} of {len(sheet.passages)}{why})" if sheet.at else ""
    return dialogue.show(sheet)


def claims(dialogue: Dialogue, _rest: str) -> str:
    """The claims of the open article, or who reports those of a comparison."""
    compared = dialogue.sheet.compared if dialogue.sheet is not None else None
    if compared is not None:
        return _listed(dialogue, "Who reports which claim.", compared.claims(), compared)
    return _claims_of_article(dialogue, "")


@of_article
def _claims_of_article(dialogue: Dialogue, article: Article, _rest: str) -> str:
    found = dialogue.library.claims(article.id)
    if not found:
        return "No sentence of this article stands out as a claim."
    passages = [wording.claim(number, each, article) for number, each in enumerate(found, 1)]
    heading = f"{count(len(found), 'claim')}, those most worth checking first."
    return dialogue.show(Sheet(heading, "claims", passages, 3, article.id))


@of_article
def others(dialogue: Dialogue, article: Article, _rest: str) -> str:
    """The other articles on the story of the open one."""
    story = dialogue.library.story_of(article.id)
    ids = [each for each in story.articles if each != article.id] if story is not None else []
    if story is None or not ids:
        return "No other article tells this story."
    articles = enumerate(dialogue.library.articles(ids), 1)
    passages = [wording.other(number, each, story.copies) for number, each in articles]
    return dialogue.show(Sheet(f"{count(len(ids), 'other article')} on this story.", "articles", passages))


@of_article
def like(dialogue: Dialogue, article: Article, _rest: str) -> str:
    """The articles most like the open one."""
    found = dialogue.library.like(article.id)
    if not found:
        return "No other article is like this one."
    passages = [wording.other(number, each, ()) for number, each in enumerate(found, 1)]
    return dialogue.show(Sheet(f"{count(len(found), 'article')} like this one.", "articles", passages))


@of_article
def address(_dialogue: Dialogue, article: Article, _rest: str) -> str:
    """Where the open article is on the web."""
    return safe_url(article.url) or "This article has no address."


@of_article
def versions(dialogue: Dialogue, article: Article, _rest: str) -> str:
    """What was changed between the first version of the article and the newest."""
    known = dialogue.library.versions(article.id)
    if len(known) < 2:
        return "It has not changed since it was first imported."
    first, last = known[0], known[-1]
    edits = dialogue.library.edits(first.article, last.article)
    passages = [wording.edit(each, first.article, last.article) for each in edits]
    heading = f"Version 1, seen {day(first.seen)}, against version {last.number}, seen {day(last.seen)}."
    return dialogue.show(Sheet(heading, "changes", passages, 3, article.id))


# Comparing


def compare(dialogue: Dialogue, rest: str) -> str:
    """Put articles side by side: those with the numbers, or the open one with the others of its story."""
    if rest:
        places = [dialogue.place(word) for word in rest.split()]
        ids = [place.id for place in places if place is not None]
        return _compared(dialogue, ids) if len(ids) > 1 else "Say at least two numbers of results."
    article = dialogue.article()
    if article is None:
        return "Open an article first, or say the numbers of results."
    story = dialogue.library.story_of(article.id)
    texts = () if story is None else dialogue.library.story_articles(story.id)
    ids = [article.id, *(each for each in texts if each != article.id)]
    return _compared(dialogue, ids) if len(ids) > 1 else "No other article tells this story."


def _compared(dialogue: Dialogue, ids: Sequence[str]) -> str:
    articles = dialogue.library.articles(ids[: dialogue.library.MOST_COMPARED])
    compared = Compared(articles, dialogue.library.compare(ids))
    return dialogue.show(Sheet(compared.heading(), "passages", wording.rows(compared), 3, compared=compared))


def table(name: str, dialogue: Dialogue, _rest: str) -> str:
    """One table of the comparison that is shown."""
    compared = dialogue.sheet.compared if dialogue.sheet is not None else None
    if compared is None:
        return "Compare articles first."
    return _listed(dialogue, f"{TABLES[name]}.", compared.table(TABLES[name]), compared)


def _listed(dialogue: Dialogue, heading: str, texts: Sequence[str], compared: Compared) -> str:
    if not texts:
        return "There are none."
    return dialogue.show(Sheet(heading, "lines", [Passage(text) for text in texts], compared=compared))


def stories(dialogue: Dialogue, _rest: str) -> str:
    """List the stories."""
    told = enumerate(islice(dialogue.library.stories(), _MOST_STORIES), 1)
    passages = [wording.story(number, each) for number, each in told]
    if not passages:
        return "No two articles tell the same story."
    return dialogue.show(Sheet("Stories, newest first.", "stories", passages))


# Going about


def go_on(dialogue: Dialogue, _rest: str) -> str:
    """Go on with what is shown."""
    return _NOTHING_OPEN if dialogue.sheet is None else dialogue.sheet.advance()


def go_up(dialogue: Dialogue, _rest: str) -> str:
    """Go to the portion before."""
    return _NOTHING_OPEN if dialogue.sheet is None else dialogue.sheet.retreat()


def say_again(dialogue: Dialogue, _rest: str) -> str:
    """Show the same once more."""
    return _NOTHING_OPEN if dialogue.sheet is None else dialogue.sheet.show()


def go_back(dialogue: Dialogue, _rest: str) -> str:
    """Go back to what was shown before."""
    if dialogue.sheets:
        dialogue.sheets.pop()
    sheet = dialogue.sheet
    return dialogue.greeting() if sheet is None else sheet.show()


def explain(_dialogue: Dialogue, _rest: str) -> str:
    """All commands."""
    return HELP


def leave(dialogue: Dialogue, _rest: str) -> str:
    """Say goodbye."""
    dialogue.left = True
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """What a line may begin with: its names, what follows them, what it does in words, and what answers it."""

    names: tuple[str, ...]
    follows: str
    does: str
    answer: Answer


COMMANDS = (
    Command(("search",), "WORDS", "find articles (also: /WORDS)", search),
    Command(("open",), "NUMBER", "open what has that number (also: NUMBER); in a comparison: open 3 B", go_to),
    Command(("next", ""), "", "go on (also: an empty line)", go_on),
    Command(("previous",), "", "the portion before", go_up),
    Command(("again",), "", "the same once more", say_again),
    Command(("back",), "", "to what was shown before", go_back),
    Command(("claims",), "", "what is worth checking; in a comparison who reports it", claims),
    Command(("others",), "", "other articles on this story", others),
    Command(("like",), "", "articles with the most words in common", like),
    Command(("compare",), "", "this article with the others on its story; compare 1 3 for results", compare),
    *(Command((name,), "", f"of a comparison: its {name}", partial(table, name)) for name in TABLES),
    Command(("stories",), "", "events that several sources tell", stories),
    Command(("mark",), "WORDS", "mark the first sentence that has these words", keeping.mark),
    Command(("marks",), "", "what is marked in this article", keeping.marks),
    Command(("note",), "NUMBER WORDS", "put a note on a mark", keeping.note),
    Command(("unmark",), "NUMBER", "take a mark away", keeping.unmark),
    Command(("notes",), "", "all marks and notes, of every article", keeping.notes),
    Command(("tag",), "NAME", "put a tag on this article, or take it off", keeping.tag),
    Command(("save",), "WORDS", "keep a search", keeping.save),
    Command(("saved",), "", "the searches you keep, and what is new in them", keeping.saved),
    Command(("versions",), "", "what was changed in this article", versions),
    Command(("address",), "", "where this article is on the web", address),
    Command(("help", "?"), "", "these lines", explain),
    Command(("quit", "q"), "", "leave", leave),
)
HELP = "\n".join(f"{f'{each.names[0]} {each.follows}':<19}{each.does}" for each in COMMANDS)
NAMED = {name: command for command in COMMANDS for name in command.names}
