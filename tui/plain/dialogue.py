"""A dialogue with a reader: one line in, one answer out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import ClassVar

from index.errors import LateralError
from index.library import Library
from index.model import Article
from tui.plain import wording
from tui.plain.sheet import Passage, Sheet
from tui.widgets.phrasing import count

HELP = """\
search WORDS   find articles (also: /WORDS)
open NUMBER    open what has that number (also: NUMBER)
claims         the claims of the open article that are worth checking
compare        the open article with the others of its story; compare 1 3 for results
stories        events that several sources tell
next           go on (also: an empty line)
back           to what was shown before
help           these lines
quit           leave"""

_PAGE = 20
_MOST_STORIES = 200


class Dialogue:
    """Answers lines about a library; `left` becomes true when the reader has said goodbye."""

    def __init__(self, library: Library) -> None:
        self.left = False
        self._library = library
        self._sheets: list[Sheet] = []

    def greeting(self) -> str:
        """The first words."""
        size = count(self._library.count(), "article")
        return f'lateral, {size}. Type "search" and words to find, "help" for all commands.'

    def answer(self, line: str) -> str:
        """What there is to say to a line; errors are sentences, too."""
        command, rest = _split(line)
        action = self._actions.get(command)
        if action is None:
            return f'There is no command "{wording.plain(command)}". Type "help" for those there are.'
        try:
            answer = action(self, rest)
        except LateralError as error:
            answer = wording.plain(str(error))
        self._keep_position()
        return answer

    # What is being read

    @property
    def _sheet(self) -> Sheet | None:
        return self._sheets[-1] if self._sheets else None

    def _show(self, sheet: Sheet) -> str:
        self._sheets.append(sheet)
        return sheet.show()

    def _keep_position(self) -> None:
        sheet = self._sheet
        if sheet is not None and sheet.kind == "paragraphs":
            self._library.state.set_position(sheet.article, sheet.offset)

    def _article(self) -> Article | None:
        """The article that is open, or that what is shown is about."""
        ids = [sheet.article for sheet in self._sheets if sheet.article]
        return self._library.article(ids[-1]) if ids else None

    # Commands

    def _search(self, words: str) -> str:
        if not words:
            return "Search for what?"
        found = self._library.search(words, limit=_PAGE, strict=True)
        if not found.total:
            hint = f' Did you mean "{found.suggestion}"?' if found.suggestion else ""
            return f"Nothing found.{wording.plain(hint)}"

        def more(offset: int) -> Sequence[Passage]:
            hits = self._library.search(words, limit=_PAGE, offset=offset, strict=True).hits
            return [wording.hit(number, hit) for number, hit in enumerate(hits, offset + 1)]

        passages = [wording.hit(number, hit) for number, hit in enumerate(found.hits, 1)]
        return self._show(Sheet(count(found.total, "result") + ".", "results", passages, more=more))

    def _open(self, which: str) -> str:
        passage = self._numbered(which)
        if passage is None:
            return "Open which? Say the number of a result or a story."
        sheet = self._sheet
        if sheet is not None and sheet.kind == "stories":
            return self._compared(self._library.story_articles(passage.id))
        article = self._library.article(passage.id)
        opened = Sheet(wording.byline(article), "paragraphs", wording.paragraphs(article), 3, article.id)
        opened.seek(self._library.state.position(article.id))
        self._library.state.set_read(article.id, True)
        left = f"\n(from paragraph {opened.at + 1} of {len(opened.passages)}, where you left it)" if opened.at else ""
        opened.heading += left
        return self._show(opened)

    def _numbered(self, which: str) -> Passage | None:
        """What carries this number in the list that was shown last."""
        for sheet in reversed(self._sheets):
            numbered = [each for each in sheet.passages if each.id]
            if numbered:
                return numbered[int(which) - 1] if which.isdecimal() and 0 < int(which) <= len(numbered) else None
        return None

    def _claims(self, _rest: str) -> str:
        article = self._article()
        if article is None:
            return "Open an article first."
        found = self._library.claims(article.id)
        if not found:
            return "No sentence of this article stands out as a claim."
        passages = [wording.claim(number, each, article) for number, each in enumerate(found, 1)]
        heading = f"{count(len(found), 'claim')}, those most worth checking first."
        return self._show(Sheet(heading, "claims", passages, 3, article.id))

    def _compare(self, rest: str) -> str:
        if rest:
            chosen = [self._numbered(word) for word in rest.split()]
            ids = [passage.id for passage in chosen if passage is not None]
            return self._compared(ids) if len(ids) > 1 else "Say at least two numbers of results."
        article = self._article()
        if article is None:
            return "Open an article first, or say the numbers of results."
        story = self._library.story_of(article.id)
        others = () if story is None else self._library.story_articles(story.id)
        ids = [article.id, *(each for each in others if each != article.id)]
        return self._compared(ids) if len(ids) > 1 else "No other article tells this story."

    def _compared(self, ids: Sequence[str]) -> str:
        ids = list(ids)[: self._library.MOST_COMPARED]
        made, articles = self._library.compare(ids), self._library.articles(ids)
        heading = "Comparing " + ", ".join(wording.byline(each).replace("\n", ", ") for each in articles) + "."
        summary = f"{count(made.shared, 'passage')} in several, {len(made.rows) - made.shared} in only one."
        return self._show(Sheet(f"{heading}\n{summary}", "passages", wording.comparison(made, articles), 3))

    def _stories(self, _rest: str) -> str:
        told = enumerate(islice(self._library.stories(), _MOST_STORIES), 1)
        passages = [wording.story(number, each) for number, each in told]
        if not passages:
            return "No two articles tell the same story."
        return self._show(Sheet("Stories, newest first.", "stories", passages))

    def _next(self, _rest: str) -> str:
        sheet = self._sheet
        return 'Nothing is open. Type "search" and words to find.' if sheet is None else sheet.advance()

    def _back(self, _rest: str) -> str:
        if self._sheets:
            self._sheets.pop()
        sheet = self._sheet
        return self.greeting() if sheet is None else sheet.show()

    def _help(self, _rest: str) -> str:
        return HELP

    def _quit(self, _rest: str) -> str:
        self.left = True
        return ""

    _actions: ClassVar[dict[str, Callable[[Dialogue, str], str]]] = {
        "search": _search, "open": _open, "claims": _claims, "compare": _compare, "stories": _stories,
        "next": _next, "": _next, "back": _back, "help": _help, "?": _help, "quit": _quit, "q": _quit,
    }  # fmt: skip


def _split(line: str) -> tuple[str, str]:
    """The command and the rest of a line; a bare number opens, a slash searches."""
    line = wording.plain(line).strip()
    if line.startswith("/"):
        return "search", line[1:].strip()
    if line.isdecimal():
        return "open", line
    command, _, rest = line.partition(" ")
    return command.lower(), rest.strip()
