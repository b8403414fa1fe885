"""One article to read, its key claims highlighted and explained."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Unmount
from textual.timer import Timer

from index.claims.reasons import PLACE_ONLY
from index.errors import LateralError
from index.model import Article, Claim, ClaimKind, Mark, Span
from tui.actions import Context, bindings
from tui.screens.article_commands import ArticleCommands
from tui.screens.base import Place
from tui.screens.chooser import Chooser
from tui.screens.citing import citation
from tui.screens.grounds import carrier, grounds_choices
from tui.screens.notice import Notice
from tui.screens.prompt import Prompt
from tui.session import Session
from tui.terminal.links import open_page
from tui.widgets.article_page import Aids, aids
from tui.widgets.article_view import ArticleView
from tui.widgets.choice_list import Choice
from tui.widgets.ink import Run
from tui.widgets.phrasing import count, day, outlet
from tui.widgets.text_line import TextLine

_SAVED_AFTER = 1.0  # seconds without a move after which the position is kept
_STRENGTHS = {1: "claim", 2: "key claim", 3: "main claim"}
_KINDS: tuple[ClaimKind, ...] = ("figure", "quotation", "attribution", "comparison", "cause", "prediction", "event")


class ArticleScreen(ArticleCommands):
    """Opens where the article was left, or at a given place in its text."""

    context = Context.ARTICLE
    BINDINGS: ClassVar = bindings(Context.ARTICLE)

    def __init__(self, session: Session, article: str, at: int | None = None) -> None:
        super().__init__(session)
        self._article_id = article
        self._at = at
        self._view = ArticleView(session.settings.reader.measure, session.glyphs, id="article")
        self._reason = TextLine(id="reason")
        self._aids = Aids()
        self._learnt = False
        self._kind: ClaimKind | None = None
        self._found: tuple[Span, ...] = ()
        self._sought = ""
        self._saving: Timer | None = None
        self._said = ""

    @property
    def chosen(self) -> str | None:
        """The article."""
        return self._article_id

    @property
    def place(self) -> Place:
        """The article; its own position is kept with it."""
        return ("article", self._article_id)

    def content(self) -> ComposeResult:
        """The text, and a line that explains the claim under the cursor."""
        yield self._view
        yield self._reason

    def on_mount(self) -> None:
        """Fetch the article, then what is known of it."""
        self.focus_on(self._view)
        self.prepare("open", self._open)

    def say(self, text: str) -> None:
        """A word in place of the reasons, until the cursor moves."""
        self._said = text
        self._tell()

    async def _open(self) -> None:
        article = await self.ask(self.library.article, self._article_id)
        at = await self.ask(self.library.state.position, article.id) if self._at is None else self._at
        self._article_id = article.id
        source = (outlet(article.source), ("accent",))
        self.entitle([source, (f"  {article.title}", ("dim",))], [(day(article.published), ("dim",))])
        self._view.read(article, Aids(), at=at)
        self._aids = await self.ask(self._learn, article)
        self._learnt = True
        self._view.aid(self._shown())
        if at:
            self._view.go(at)
        self._tell()
        await self.ask(self.library.state.set_read, article.id, True)

    def _learn(self, article: Article) -> Aids:
        analysis, claims = self.library.analysis(article.id), self.library.claims(article.id)
        return aids(analysis, claims, self.library.state.marks(article))

    # The line below

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        self._said = ""
        self._tell()
        if self._saving is not None:
            self._saving.stop()
        self._saving = self.set_timer(_SAVED_AFTER, self._keep_soon)

    def _tell(self) -> None:
        right: list[Run] = [(f"{self._view.progress} %", ("dim",))]
        if self._said:
            self._reason.show([(self._said, ("active",))], right)
        elif self._found or self._sought:
            self._reason.show(self._finding(), right)
        elif note := self._note_here():
            self._reason.show([("note ", ("heading",)), (note, ())], right)
        elif (claim := self._view.claim) is not None:
            number = [each.start for each in self._shown().claims].index(claim.start) + 1
            right.insert(0, (f"{number} of {len(self._shown().claims)}   ", ("dim",)))
            self._reason.show(self._because(claim), right)
        else:
            self._reason.show(self._counted(), right)

    def _because(self, claim: Claim) -> list[Run]:
        sign = self.session.glyphs.strength[claim.strength - 1]
        reasons = "; ".join(reason.name for reason in claim.reasons if reason.weight > 0)
        said: list[Run] = [(f"{sign} ", ("claim-mark",)), (_STRENGTHS[claim.strength], ("heading",))]
        return [*said, (f"  {reasons}", ()), (f"  ({', '.join(claim.kinds)})" if claim.kinds else "", ("dim",))]

    def _counted(self) -> list[Run]:
        if not self._learnt:
            return [("The claims are being looked for …", ("dim",))]
        claims = self._shown().claims
        if not claims and self._kind is None:
            return [("no key claims: there is no sentence to check", ("dim",))]
        kind = f" of kind {self._kind}" if self._kind else ""
        placed = any(reason.name == PLACE_ONLY for claim in claims for reason in claim.reasons)
        how = ", by place alone: this language is not analysed" if placed else ""
        return [(f"{count(len(claims), 'key claim')}{kind}{how}", ("dim",))]

    def _finding(self) -> list[Run]:
        if not self._found:
            return [(f"“{self._sought}” does not occur", ("problem",))]
        here = sum(span.start <= self._view.at for span in self._found)
        return [(f"“{self._sought}”", ("match",)), (f"  {here} of {len(self._found)}", ("dim",))]

    def _shown(self) -> Aids:
        if self._kind is None:
            return self._aids
        return replace(self._aids, claims=tuple(claim for claim in self._aids.claims if self._kind in claim.kinds))

    # Moving

    def action_next_claim(self) -> None:
        """To the next claim or match."""
        self._jump(1)

    def action_previous_claim(self) -> None:
        """To the one before."""
        self._jump(-1)

    def action_next_sentence(self) -> None:
        """One sentence on."""
        self._view.step(1)

    def action_previous_sentence(self) -> None:
        """One sentence back."""
        self._view.step(-1)

    def _jump(self, by: int) -> None:
        stops = [span.start for span in self._found or self._shown().claims]
        here = self._view.at
        ahead = [stop for stop in stops if stop > here] if by > 0 else [stop for stop in stops[::-1] if stop < here]
        if ahead:
            self._view.go(ahead[0])
        elif stops:
            self.say("No further one below." if by > 0 else "No further one above.")

    # Why

    def action_why(self) -> None:
        """All that speaks for and against the claim under the cursor."""
        if (claim := self._view.claim) is not None:
            self.prepare("why", self._why, claim)
        else:
            self.say("There is no key claim under the cursor: n goes to one.")

    async def _why(self, claim: Claim) -> None:
        grounds = await self.ask(self.library.grounds, self._article_id, claim.sentence)
        articles = await self.ask(self.library.articles, [article for article, _ in grounds.carriers])
        choices = grounds_choices(claim, grounds, {each.id: each for each in articles})
        title = f"Why this is a {_STRENGTHS[claim.strength]}: score {claim.score:.2f}"
        chosen = await self.app.push_screen_wait(Chooser(title, choices, glyphs=self.session.glyphs))
        if place := carrier(chosen or ""):
            self.go("article", *place)

    # Finding

    def action_find(self) -> None:
        """Find words, highlighting them while they are typed."""
        hint = "n and N go from match to match; an empty line ends the search"
        self.app.push_screen(Prompt("Find", self._sought, hint, self._seek), self._sought_for)

    def _seek(self, words: str) -> None:
        self._sought = words.strip()
        self._found = find(self._view.article.text, self._sought)
        self._view.highlight(self._found)
        self._tell()

    def _sought_for(self, words: str | None) -> None:
        self._seek(words or "")
        if self._found and not any(span.start == self._view.at for span in self._found):
            self._jump(1)

    # Other things to do

    def action_versions(self) -> None:
        """What was changed since the first import."""
        self.prepare("versions", self._versions)

    async def _versions(self) -> None:
        versions = await self.ask(self.library.versions, self._article_id)
        if len(versions) < 2:
            self.say("This article was never changed since it was imported.")
        else:
            self.go("versions", self._article_id)

    def action_kinds(self) -> None:
        """Choose one kind of claim to be shown."""
        found = [kind for claim in self._aids.claims for kind in claim.kinds]
        choices = [Choice("all", "all kinds", count(len(self._aids.claims), "claim"), on=self._kind is None)]
        choices += [Choice(k, k, f"{found.count(k)}", on=self._kind == k) for k in _KINDS if k in found]
        self.app.push_screen(Chooser("Kinds of claim", choices, glyphs=self.session.glyphs), self._show_kind)

    def _show_kind(self, kind: str | None) -> None:
        if kind is not None:
            self._kind = next((each for each in _KINDS if each == kind), None)
            self._view.aid(self._shown())
            self._tell()

    def action_copy(self) -> None:
        """Copy the sentence under the cursor with where it comes from."""
        if (sentence := self._under_cursor()) is not None:
            self.app.copy_to_clipboard(citation(self._view.article, sentence))

    def _under_cursor(self) -> Span | None:
        """The sentence that a command is about; says so where there is none."""
        sentence = self._view.sentence
        if sentence is None:
            self.say("There is no sentence under the cursor: n and ) go to one.")
        return sentence

    def action_address(self) -> None:
        """Open the page in a browser on this machine, or show and copy its address."""
        opened = open_page(self._view.article.url, browser=not self.session.kiosk)
        if opened.in_browser:
            self.say(f"Opened {opened.url}")
        elif opened.url:
            self.app.copy_to_clipboard(opened.url)
            self.app.push_screen(Notice("The address of this page", "", link=opened.url))
        else:
            self.say("This article has no address.")

    def action_mark(self) -> None:
        """Mark the sentence, or take the mark away."""
        if (sentence := self._under_cursor()) is not None:
            self.start("mark", self._turn_mark, sentence)

    async def _turn_mark(self, sentence: Span) -> None:
        state, article = self.library.state, self._view.article
        mark = self._mark_on(sentence)
        if mark is not None:
            await self.ask(state.remove_mark, mark)
        else:
            await self.ask(state.set_mark, article, sentence)
        await self._renew_marks()
        self.say("Marked." if mark is None else "The mark is gone.")

    def action_notes(self) -> None:
        """To all marks and notes."""
        self.go("notes")

    def action_note(self) -> None:
        """Write a note on the sentence."""
        if (sentence := self._under_cursor()) is not None:
            mark = self._mark_on(sentence)
            self.app.push_screen(
                Prompt("Note", mark.note if mark else ""), lambda note: self._noted(sentence, note) if note else None
            )

    def _noted(self, sentence: Span, note: str) -> None:
        self.start("mark", self._write_note, sentence, note)

    async def _write_note(self, sentence: Span, note: str) -> None:
        await self.ask(self.library.state.set_mark, self._view.article, sentence, note)
        await self._renew_marks()
        self.say("Noted.")

    def _note_here(self) -> str:
        """What the reader wrote on the sentence under the cursor."""
        sentence = self._view.sentence
        mark = self._mark_on(sentence) if sentence is not None else None
        return mark.note if mark is not None else ""

    def _mark_on(self, sentence: Span) -> Mark | None:
        marks = self._aids.marks
        return next((mark for mark in marks if mark.start < sentence.end and mark.end > sentence.start), None)

    async def _renew_marks(self) -> None:
        marks = await self.ask(self.library.state.marks, self._view.article)
        self._aids = replace(self._aids, marks=tuple(mark for mark in marks if not mark.lost))
        self._view.aid(self._shown())

    # Leaving

    def save(self) -> None:
        """Keep the position."""
        with suppress(LateralError):
            self._keep()

    def _keep_soon(self) -> None:
        self.start("position", self.ask, self._keep)

    @on(Unmount)
    def _leave(self) -> None:
        self.save()

    def _keep(self) -> None:
        if self._view.article.id:
            self.library.state.set_position(self._view.article.id, self._view.offset_at if self._view.cursor else 0)


def find(text: str, words: str) -> tuple[Span, ...]:
    """Where `words` occur in a text, without regard to case."""
    if not words:
        return ()
    return tuple(Span(*match.span()) for match in re.finditer(re.escape(words), text, re.IGNORECASE))
