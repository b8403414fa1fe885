"""The article view, in a small app of its own."""

from __future__ import annotations

from textual.app import ComposeResult

from index.model import Claim, Sentence, Span
from tests.builders import article
from tests.tui.widgets.stage import Stage
from tui.widgets.article_page import Aids
from tui.widgets.article_view import ArticleView

SENTENCES = [f"Sentence number {n} tells of the fog that lay on the coast all day long." for n in range(40)]
TEXT = "\n\n".join(" ".join(SENTENCES[n : n + 2]) for n in range(0, 40, 2))
STARTS = [TEXT.index(sentence) for sentence in SENTENCES]
AIDS = Aids(
    sentences=tuple(Sentence(s, s + len(t), n // 2) for n, (s, t) in enumerate(zip(STARTS, SENTENCES, strict=True))),
    claims=tuple(
        Claim(STARTS[n], STARTS[n] + len(SENTENCES[n]), n, 0.5, strength, ("event",), ())
        for n, strength in ((1, 3), (10, 2), (30, 1))
    ),
)


class Reader(Stage):
    def __init__(self) -> None:
        super().__init__()
        self.view = ArticleView(72)

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.focus()


async def test_the_pointer_is_where_the_cursor_is_and_the_text_moves_under_it() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.read(article(TEXT), AIDS)
        for _ in range(30):
            app.view.action_down()
        await pilot.pause()
        pointed = [line for line in app.lines if "›" in line[:4]]
        assert len(pointed) == 1
        assert app.view.top > 0


async def test_going_to_a_place_takes_its_sentence_and_claim() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.read(article(TEXT), AIDS)
        app.view.go(STARTS[10])
        await pilot.pause()
        assert app.view.sentence == AIDS.sentences[10]
        assert app.view.claim == AIDS.claims[1]


async def test_sentences_are_stepped_through_both_ways() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)):
        app.view.read(article(TEXT), AIDS)
        for _ in range(3):
            app.view.step(1)
        assert app.view.sentence == AIDS.sentences[2]
        app.view.step(-1)
        assert app.view.sentence == AIDS.sentences[1]


async def test_a_narrower_window_keeps_the_place() -> None:
    app = Reader()
    async with app.run_test(size=(120, 40)) as pilot:
        app.view.read(article(TEXT), AIDS)
        app.view.go(STARTS[20])
        place = app.view.offset_at
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert abs(app.view.offset_at - place) < 50
        assert any("number 20" in line or "number 21" in line for line in app.lines)


async def test_reopening_at_a_place_shows_it() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.read(article(TEXT), AIDS, at=STARTS[25])
        await pilot.pause()
        assert "number 25" in app.text
        assert app.view.at == STARTS[25]


async def test_found_places_are_painted() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)):
        app.view.read(article(TEXT), AIDS)
        app.view.highlight([Span(0, 8)])
        line = app.view.line(len(app.view._page.heading), 80)
        assert any(text == "Sentence" and "match" in inks for text, inks in line)


async def test_a_text_of_one_endless_word_is_still_laid_out() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.read(article("x" * 100_000), Aids())
        app.view.action_bottom()
        await pilot.pause()
        assert all(strip.cell_length == 80 for strip in app.strips)
        assert app.view.progress == 100
