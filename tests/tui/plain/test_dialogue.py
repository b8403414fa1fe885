"""The reader as a dialogue of lines."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.library import Library
from tests.harm import cut, missing, spoilt
from tests.hostile.escapes import CONTROLS, ESCAPES
from tui.plain import converse
from tui.plain.commands import COMMANDS, HELP
from tui.plain.compared import TABLES
from tui.plain.dialogue import Dialogue

STORM = "A storm broke 40 roofs in Varnholm on Monday, the mayor said.\n\nSchools stay closed.\n\nNobody was hurt."
ARTICLES = [
    {"title": "Storm breaks roofs", "text": STORM + "\n\nThe fourth paragraph.", "source": "Harbour Post"},
    {"title": "Roofs gone in storm", "text": STORM.replace("40", "52"), "source": "Evening Wire"},
    {
        "title": "Bread is dearer",
        "text": "Bread prices rose by 7 percent in May, the office said.",
        "source": "Courier",
    },
]


def library_of(folder: Path, articles: list[dict[str, str]]) -> Library:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"published": "2026-03-02T09:00:00Z", **each}) for each in articles))
    library = Library.create(folder / "library", state=folder / "state")
    library.add([file])
    return library


@pytest.fixture
def dialogue(tmp_path: Path) -> Dialogue:
    return Dialogue(library_of(tmp_path, ARTICLES))


@pytest.mark.parametrize("harm", [cut, missing, spoilt])
def test_an_index_that_proves_damaged_is_made_anew_at_once(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    filler = [{"title": f"Report {n}", "text": f"Report number{n} of the port.", "source": "Quay"} for n in range(400)]
    library = library_of(tmp_path, [*ARTICLES, *filler])
    library.close()
    harm(library.folder / "index")
    assert "1 result." in Dialogue(library).answer("search bread")
    assert library.index_check() == ()


def test_what_was_said_can_be_heard_again_and_what_came_before_it(dialogue: Dialogue) -> None:
    assert dialogue.answer("again") == dialogue.answer("previous") == dialogue.answer("next")
    dialogue.answer("search storm")
    dialogue.answer("open 1")
    opened = dialogue.answer("again")
    assert dialogue.answer("previous").startswith("These are the first ")
    dialogue.sheets[-1].portion = 1
    first = dialogue.answer("again")
    second = dialogue.answer("next")
    assert dialogue.answer("next") not in (first, second)
    assert dialogue.answer("previous") == second
    assert dialogue.answer("previous") in first
    assert opened.splitlines()[0] == first.splitlines()[0]


def test_articles_like_the_open_one_can_be_opened(dialogue: Dialogue) -> None:
    assert dialogue.answer("like") == "Open an article first."
    dialogue.answer("search storm breaks roofs")
    dialogue.answer("open 1")
    said = dialogue.answer("like")
    assert said.startswith("1 article like this one.")
    assert "Roofs gone in storm" in said
    assert "52 roofs" in dialogue.answer("open 1")


@pytest.mark.parametrize("line", ["open 1 ß", "open 1 é", f"open {'1' * 5000}", "1" * 5000, "open ² A", "open 1 "])
def test_odd_numbers_and_letters_are_answered(dialogue: Dialogue, line: str) -> None:
    dialogue.answer("search storm")
    assert dialogue.answer(line)
    assert not dialogue.left


@pytest.mark.parametrize("command", ["note {} words", "unmark {}"])
def test_no_mark_has_an_endless_number(dialogue: Dialogue, command: str) -> None:
    dialogue.answer("search storm")
    dialogue.answer("open 1")
    assert dialogue.answer(command.format("1" * 5000)).endswith((".", "?"))


def test_without_input_there_is_a_greeting_and_an_end(dialogue: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    sink = io.StringIO()
    converse(dialogue.library, sink=sink)
    assert "3 articles" in sink.getvalue()


@pytest.mark.parametrize(("harm", "told"), [(cut, "is not as it was written"), (spoilt, "is damaged")])
def test_where_it_cannot_be_made_anew_the_damage_is_told(
    tmp_path: Path, harm: Callable[[Path], None], told: str
) -> None:
    filler = [{"title": f"Report {n}", "text": f"Report number{n} of the port.", "source": "Quay"} for n in range(400)]
    library = library_of(tmp_path, [*ARTICLES, *filler])
    library.close()
    harm(library.folder / "index")
    reader = Library.open(library.folder, state=tmp_path / "kiosk", readonly=True)
    assert told in Dialogue(reader).answer("search bread")
    reader.close()


def test_searching_numbers_the_results(dialogue: Dialogue) -> None:
    answer = dialogue.answer("search storm")
    assert answer.startswith("2 results.")
    assert "\n1. " in answer
    assert "\n2. " in answer


def test_results_are_read_out_to_the_last_page(tmp_path: Path) -> None:
    articles = [{"title": f"Storm {n}", "text": f"The storm took roof {n}.", "source": "Wire"} for n in range(23)]
    dialogue = Dialogue(library_of(tmp_path, articles))
    answers = [dialogue.answer("search storm"), *(dialogue.answer("next") for _ in range(4))]
    numbers = [line.split(".")[0] for answer in answers for line in answer.splitlines() if ". Storm " in line]
    assert numbers == [str(number) for number in range(1, 24)]
    assert dialogue.answer("next") == "No more results."
    assert dialogue.answer("23").startswith("Storm ")


def test_a_misspelt_word_is_corrected_where_there_is_one_like_it(dialogue: Dialogue) -> None:
    assert dialogue.answer("search brad") == 'Nothing found. Did you mean "bread"?'
    assert dialogue.answer("search qqqqq") == "Nothing found."


def test_a_number_opens_a_result_and_an_empty_line_goes_on(dialogue: Dialogue) -> None:
    dialogue.answer("/roofs harbour")
    dialogue.answer('search title:"storm breaks"')
    assert dialogue.answer("1").startswith("Storm breaks roofs\nHarbour Post, 2 Mar 2026\n\nA storm broke")
    assert dialogue.answer("\n") == "The fourth paragraph."
    assert dialogue.answer("next") == "No more paragraphs."


def test_an_article_opens_where_it_was_left(dialogue: Dialogue) -> None:
    dialogue.answer('search title:"storm breaks"')
    dialogue.answer("open 1")
    dialogue.answer("next")
    dialogue.answer("back")
    assert "from paragraph 4 of 4" in dialogue.answer("open 1")


def test_claims_name_their_reasons(dialogue: Dialogue) -> None:
    assert dialogue.answer("claims") == "Open an article first."
    dialogue.answer("search bread")
    dialogue.answer("1")
    answer = dialogue.answer("claims")
    assert "Bread prices rose by 7 percent" in answer
    assert "Because: " in answer


def test_comparing_says_who_says_what_and_where_they_differ(dialogue: Dialogue) -> None:
    dialogue.answer("search storm")
    answer = dialogue.answer("compare 1 2")
    assert "Harbour Post: A storm broke 40 roofs" in answer
    assert "Evening Wire: A storm broke 52 roofs" in answer
    assert "The number differs" in answer
    assert "results." in dialogue.answer("back")


def test_comparing_needs_something_to_compare(dialogue: Dialogue) -> None:
    assert "Open an article first" in dialogue.answer("compare")
    dialogue.answer("search bread")
    assert "at least two" in dialogue.answer("compare 1")
    dialogue.answer("1")
    assert dialogue.answer("compare") == "No other article tells this story."


@pytest.mark.parametrize(
    "line", ["open 99", "open x", "compare a b", "search", "nonsense", "next", "back", "claims now"]
)
def test_every_line_gets_an_answer(line: str, dialogue: Dialogue) -> None:
    assert dialogue.answer(line)


def test_a_bad_query_is_explained(dialogue: Dialogue) -> None:
    assert dialogue.answer('search ("unclosed') == "This quotation mark has no second one."


def test_help_names_every_command(dialogue: Dialogue) -> None:
    named = {line.split()[0] for line in HELP.splitlines()}
    assert named >= {"search", "open", "claims", "compare", "stories", "next", "back", "help", "quit"}
    assert named == {command.names[0] for command in COMMANDS}
    assert dialogue.answer("help") == HELP


def test_an_unknown_command_may_have_been_meant_as_a_search(dialogue: Dialogue) -> None:
    assert 'type "search Roofs gone"' in dialogue.answer("Roofs gone")


def compared(dialogue: Dialogue) -> str:
    dialogue.answer("search storm sort:oldest")
    return dialogue.answer("compare 1 2")


def test_what_differs_is_said_first_and_every_source_has_a_letter(dialogue: Dialogue) -> None:
    answer = compared(dialogue)
    assert answer.index("\n1. Said alike.\nA, ") < answer.index("The number differs. A, ")
    assert "Passages: 3 in several, 1 of them with differences, 1 in only one." in answer


def test_a_row_leads_to_the_sentence_in_the_article_of_either_source(dialogue: Dialogue) -> None:
    compared(dialogue)
    first, second = dialogue.answer("open 2 A"), dialogue.answer("back") and dialogue.answer("open 2 B")
    assert {first.splitlines()[0], second.splitlines()[0]} == {"Storm breaks roofs", "Roofs gone in storm"}
    assert "(from paragraph 2 of " in first
    dialogue.answer("back")
    for wrong in ("open 2 C", "open 2 AB", "open 4 A"):
        assert dialogue.answer(wrong).startswith("Open which?")
    assert dialogue.answer("open 4 B").endswith("\n\nThe fourth paragraph.")


def test_a_comparison_tells_its_figures_and_who_reports_which_claim(dialogue: Dialogue) -> None:
    assert dialogue.answer("figures") == "Compare articles first."
    compared(dialogue)
    assert "40 roofs." in dialogue.answer("figures")
    assert "reports it differently, 52 roofs." in dialogue.answer("claims")
    assert dialogue.answer("back").startswith("Figures.")
    assert dialogue.answer("quotations")
    assert dialogue.answer("wording")


def test_stories_are_told_with_their_size_and_open_as_comparisons(dialogue: Dialogue) -> None:
    answer = dialogue.answer("stories")
    assert answer.startswith("Stories, newest first.\n\n1. ")
    assert answer.endswith("\n2 sources, 1 independent text, 2 Mar 2026")
    assert "Passages: 3 in several" in dialogue.answer("1")


def test_a_claim_leads_to_its_paragraph(dialogue: Dialogue) -> None:
    dialogue.answer('search title:"storm breaks"')
    dialogue.answer("1")
    claims = dialogue.answer("claims")
    number = next(line for line in claims.splitlines() if "claim" in line and line[0].isdecimal())[0]
    assert "Storm breaks roofs" in dialogue.answer(f"open {number}")


def test_the_other_articles_on_a_story_are_listed_and_open(dialogue: Dialogue) -> None:
    assert dialogue.answer("others") == "Open an article first."
    dialogue.answer('search title:"storm breaks"')
    dialogue.answer("1")
    assert dialogue.answer("others").startswith("1 other article on this story.\n\n1. Roofs gone in storm")
    assert dialogue.answer("1").startswith("Roofs gone in storm")
    assert dialogue.answer("address") == "This article has no address."


def test_a_sentence_is_marked_by_its_words_and_carries_a_note(dialogue: Dialogue) -> None:
    dialogue.answer("search bread")
    dialogue.answer("1")
    assert dialogue.answer("mark wine") == "No sentence of this article has these words, in this order."
    assert dialogue.answer("mark BREAD prices").startswith("Marked: Bread prices rose")
    assert dialogue.answer("note 1 ask the office") == "Noted."
    assert "Note: ask the office" in dialogue.answer("marks")
    assert dialogue.answer("unmark 2") == 'Which mark? Say its number in "marks".'
    assert dialogue.answer("unmark 1") == "The mark is gone."
    assert dialogue.answer("marks") == "Nothing is marked in this article."


def test_only_text_and_line_feeds_are_written(tmp_path: Path) -> None:
    bad = " ".join([*CONTROLS, *ESCAPES])
    library = library_of(tmp_path, [{"title": f"Hostile {bad}", "text": f"Storm {bad} text", "source": f"Bad {bad}"}])
    said = io.StringIO()
    lines = ["search storm", "compare 1 1", *TABLES, "1", "claims", "others", "address", f"mark {bad}", "mark storm"]
    lines += [
        "marks",
        f"note 1 {bad}",
        "marks",
        "notes",
        f"tag {bad}",
        f"save {bad}",
        "saved",
        "versions",
        "back",
        "back",
        f"search {bad}",
        bad,
        "stories",
        "quit",
    ]
    converse(library, io.StringIO("\n".join(lines)), said)
    assert all(char == "\n" or char.isprintable() for char in said.getvalue())


def test_the_end_of_input_is_the_end(tmp_path: Path) -> None:
    said = io.StringIO()
    converse(library_of(tmp_path, ARTICLES), io.StringIO("search bread\n"), said)
    assert "Bread is dearer" in said.getvalue()


def test_marks_of_all_articles_are_listed_and_open(dialogue: Dialogue) -> None:
    assert dialogue.answer("notes") == "Nothing is marked."
    for words in ("bread", 'title:"storm breaks"'):
        dialogue.answer(f"search {words}")
        dialogue.answer("1")
        dialogue.answer("mark was" if "storm" in words else "mark bread")
    answer = dialogue.answer("notes")
    assert answer.startswith("2 marks, the newest article first.")
    assert "Bread is dearer\nCourier" in answer
    assert "(from paragraph 3" in dialogue.answer("1") + dialogue.answer("back") + dialogue.answer("2")


def test_a_tag_is_put_on_and_taken_off(dialogue: Dialogue) -> None:
    dialogue.answer("search bread")
    dialogue.answer("1")
    assert dialogue.answer("tag prices") == "Tags: prices."
    assert "1 result" in dialogue.answer("search tag:prices")
    dialogue.answer("1")
    assert dialogue.answer("tag Prices") == "No tags."


def test_saved_searches_tell_what_is_new_once(dialogue: Dialogue, tmp_path: Path) -> None:
    assert dialogue.answer("saved") == "No search is saved."
    assert dialogue.answer("save storm").startswith("Saved")
    assert dialogue.answer("saved") == "storm: 2 articles, 0 new."
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"title": "Storm over", "text": "The storm is over.", "source": "Courier"}))
    dialogue.library.add([more])
    assert dialogue.answer("saved") == "storm: 3 articles, 1 new."
    assert dialogue.answer("saved") == "storm: 3 articles, 0 new."


def test_changes_of_an_article_are_told(tmp_path: Path) -> None:
    first = {
        "title": "Toll",
        "text": "Three people died in the storm.\n\nSchools stay closed.",
        "url": "https://a.example/1",
    }
    later = {**first, "text": first["text"].replace("Three", "Two")}
    library = library_of(tmp_path, [first])
    dialogue = Dialogue(library)
    dialogue.answer("search toll")
    dialogue.answer("1")
    assert dialogue.answer("versions") == "It has not changed since it was first imported."
    file = tmp_path / "later.jsonl"
    file.write_text(json.dumps(later))
    library.add([file])
    answer = dialogue.answer("versions")
    assert "Touches number" in answer
    assert "Was: Three people died in the storm." in answer
    assert "Is: Two people died in the storm." in answer
