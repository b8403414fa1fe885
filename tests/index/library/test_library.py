"""The one door: what goes in comes out, and what is derived follows the store."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import DamagedError, DamagedIndexError, MissingLibraryError, NotFoundError, ReadOnlyError
from index.library import Library, finding
from index.library.callbacks import ignore, never
from index.library.telling import while_news
from index.model import Article, Fate, Outcome, Progress, Span, Story
from index.search.engine import Cancelled
from tests.builders import article
from tests.index.library.conftest import Files

FERRY = (
    article(
        "A ferry with 240 passengers ran aground off Skarvik on Monday. No one was hurt.\n\n"
        "Harbour master Ida Krohn said the ship had lost power.",
        title="Ferry runs aground off Skarvik",
        source="Skarvik Post",
        url="https://post.example/ferry",
    ),
    article(
        "A ferry with 260 passengers ran aground off Skarvik on Monday morning.\n\n"
        "Harbour master Ida Krohn said the ship had lost power before it hit the rocks.",
        title="Ferry aground off Skarvik",
        source="Coast Herald",
        url="https://herald.example/ferry",
    ),
)
LIBRARY = article(
    "The town library of Ostby reopened on Friday after two years of repairs.",
    title="Library reopens",
    source="Coast Herald",
    published="2026-03-20T09:00:00+00:00",
    url="https://herald.example/library",
)


@contextmanager
def opened(folder: Path, *, readonly: bool = False) -> Iterator[Library]:
    library = Library.open(folder, state=folder.parent / "state", readonly=readonly)
    try:
        yield library
    finally:
        library.close()


def found(library: Library, query: str) -> list[str]:
    return sorted(hit.title for hit in library.search(query).hits)


def test_what_is_added_is_found_grouped_and_explained(library: Library, files: Files) -> None:
    tally = library.add([files(*FERRY, LIBRARY)])
    assert tally.counts == {Fate.ADDED: 3}
    assert found(library, "skarvik") == ["Ferry aground off Skarvik", "Ferry runs aground off Skarvik"]
    (story,) = library.stories()
    assert len(story.articles) == 2
    assert all(claim.reasons for claim in library.claims(story.articles[0]))


def test_each_item_is_told_once_and_stands_in_the_ledger(library: Library, files: Files) -> None:
    told: list[Outcome] = []
    library.add([files(*FERRY)], each=told.append)
    assert [outcome.fate for outcome in told] == [Fate.ADDED, Fate.ADDED]
    assert library.last_import() == told


def test_a_changed_article_is_found_by_its_new_text_only(library: Library, files: Files) -> None:
    library.add([files(LIBRARY)])
    changed = article("The town library of Ostby stays closed.", title="Library closed", url=LIBRARY.url)
    tally = library.add([files(changed)])
    assert tally.counts == {Fate.UPDATED: 1}
    assert found(library, "reopened") == []
    assert found(library, "closed") == ["Library closed"]
    (hit,) = library.search("closed").hits
    assert [version.number for version in library.versions(hit.id)] == [1, 2]


def test_a_cancelled_import_keeps_what_was_told(library: Library, files: Files) -> None:
    told: list[Outcome] = []
    many = files(*(article(f"Text number {n}.", id=f"{n}", title=f"Title {n}") for n in range(1200)))
    tally = library.add([many], each=told.append, cancelled=lambda: len(told) >= 500)
    assert tally.cancelled
    assert library.count() == len(told) == tally.items
    again = library.add([many])
    assert again.counts == {Fate.ADDED: 1200 - len(told), Fate.DUPLICATE: len(told)}


def test_marks_of_the_reader_narrow_a_search(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    (hit,) = library.search("library").hits
    library.state.set_read(hit.id, True)
    library.state.set_tag(hit.id, "culture", True)
    assert found(library, "is:read") == ["Library reopens"]
    assert found(library, "tag:culture") == ["Library reopens"]
    assert "Library reopens" not in found(library, "is:unread")


def test_a_search_that_nobody_waits_for_any_more_stops_between_snippets_and_tags(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([files(*FERRY)])
    (first, second) = library.search("ferry").hits
    library.state.set_tag(first.id, "a", True)
    library.state.set_tag(second.id, "b", True)
    cut: list[str] = []
    monkeypatch.setattr(finding, "snippet", lambda text, _: cut.append(text))
    with pytest.raises(Cancelled):
        library.search("ferry", cancelled=lambda: bool(cut))
    assert len(cut) == 1
    asked: list[str] = []

    def tagged(tag: str) -> frozenset[str]:
        asked.append(tag)
        return frozenset()

    monkeypatch.setattr(library.state, "tagged", tagged)
    with pytest.raises(Cancelled):
        library.search("ferry", cancelled=lambda: bool(asked))


def test_a_saved_search_counts_what_is_new(library: Library, files: Files) -> None:
    library.add([files(FERRY[0])])
    seen = library.newest_arrival()
    assert library.new_in("ferry", seen) == 0
    library.add([files(FERRY[1], name="more.jsonl")])
    assert library.new_in("ferry", seen) == 1


def test_an_id_may_be_shortened_while_it_is_clear(library: Library, files: Files) -> None:
    library.add([files(LIBRARY)])
    (hit,) = library.search("library").hits
    assert library.article(hit.id[:5]).id == hit.id
    for wrong in ("", "zzz"):
        with pytest.raises(NotFoundError):
            library.article(wrong)


def test_something_else_is_meant_only_by_a_query_without_mistakes(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    assert library.search("ferrry").suggestion == "ferry"
    assert library.search("feld:ferrry").suggestion == library.search("(ferrry").suggestion == ""


def test_the_index_can_be_thrown_away(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    before = library.search("ferry AND krohn")
    library.index_rebuild()
    assert library.search("ferry AND krohn") == before


def test_an_index_left_behind_catches_up_on_opening(library: Library, files: Files, tmp_path: Path) -> None:
    library.add([files(*FERRY)])
    shutil.copytree(library.folder / "index", tmp_path / "old")
    library.add([files(LIBRARY, name="more.jsonl")])
    library.close()
    shutil.rmtree(library.folder / "index")
    shutil.copytree(tmp_path / "old", library.folder / "index")
    with opened(library.folder) as again:
        assert again.behind() > 0
        again.heal()
        assert again.behind() == 0
        assert found(again, "ostby") == ["Library reopens"]


def test_stories_are_mended_by_hand_for_good(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    (story,) = library.stories()
    library.split_story(story.id, story.articles[1])
    assert list(library.stories()) == []
    left, right = (library.story_of(each) for each in story.articles)
    assert left
    assert right
    library.merge_stories(left.id, right.id)
    (mended,) = library.stories()
    assert mended.articles == story.articles
    library.split_story(mended.id, mended.articles[1])
    library.add([files(article("Rain fell all week.", title="Rain"), name="more.jsonl")])
    assert list(library.stories()) == []


def grouping(library: Library) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in library.stories())


def test_what_was_mended_by_hand_is_taken_back(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    (story,) = library.stories()
    library_article = library.search("title:library").hits[0].id
    at_first = grouping(library)
    alone = library.story_of(library_article)
    assert alone is not None
    merged = library.merge_stories(story.id, alone.id)
    together = grouping(library)
    split = library.split_story(story.id, library_article)
    library.unmend(split)
    assert grouping(library) == together
    library.unmend(merged)
    assert grouping(library) == at_first
    library.add([files(article("Rain fell all week.", title="Rain"), name="more.jsonl")])
    assert grouping(library) == at_first


def test_taking_back_keeps_what_was_said_before(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    (story,) = library.stories()
    library.split_story(story.id, story.articles[1])
    left, right = (library.story_of(each) for each in story.articles)
    assert left
    assert right
    library.unmend(library.merge_stories(left.id, right.id))
    library.add([files(LIBRARY, name="more.jsonl")])
    assert grouping(library) == []


def test_outlets_that_could_have_covered_a_story_are_named(library: Library, files: Files) -> None:
    others = [
        article("Snow fell in the hills.", title="Snow", source="Hill Times", published="2026-03-01T09:00:00+00:00"),
        article("Apples cost more.", title="Prices", source="Hill Times", published="2026-03-09T09:00:00+00:00"),
    ]
    late = article("Sun shone.", title="Sun", source="Late News", published="2026-05-01T09:00:00+00:00")
    library.add([files(*FERRY, *others, late)])
    (story,) = library.stories()
    assert [(source.name, source.articles) for source in library.silent(story)] == [("Hill Times", 1)]


def test_an_outlet_that_began_years_after_a_story_left_nothing_out() -> None:
    start = datetime(2013, 7, 8, tzinfo=UTC)
    story = Story("a", "", ("a", "b"), ("A",), 2, start, start + timedelta(days=2600), ())
    day = timedelta(days=1)
    assert while_news(story) == (start - day, start + 8 * day)
    assert while_news(replace(story, last=start)) == (start - day, start + day)
    assert while_news(replace(story, first=None)) is None


def test_a_reader_that_may_only_read_writes_nothing(library: Library, files: Files) -> None:
    given = files(*FERRY)
    library.add([given])
    library.close()
    before = snapshot(library.folder)
    with opened(library.folder, readonly=True) as reader:
        reader.heal()
        assert len(found(reader, "ferry")) == 2
        assert list(reader.stories())
        with pytest.raises(ReadOnlyError):
            reader.add([given])
    assert snapshot(library.folder) == before


def snapshot(folder: Path) -> dict[str, bytes]:
    # Beside the files of the library, SQLite keeps memory that its readers share; it is no part of the library.
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.suffix != ".db-shm"}


def test_opening_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingLibraryError, match="lateral add"):
        Library.open(tmp_path / "nowhere", state=tmp_path)


def test_progress_names_its_phases(library: Library, files: Files) -> None:
    phases: list[Progress] = []
    library.add([files(*FERRY)], report=phases.append)
    assert list(dict.fromkeys(each.phase for each in phases)) == ["indexing", "analysing", "grouping"]


ADD = """
import sys
from pathlib import Path
from index.library import Library
library = Library.create(Path(sys.argv[1]), state=Path(sys.argv[2]))
library.add([Path(sys.argv[3])], each=lambda outcome: print(outcome.id, flush=True))
print("done", flush=True)
"""


@pytest.mark.parametrize("lines", [1, 501, 900])
def test_a_killed_import_loses_nothing_it_told_of(tmp_path: Path, files: Files, lines: int) -> None:
    many: list[Article] = [article(f"Text number {n}.", title=f"Title {n}") for n in range(1000)]
    command = [sys.executable, "-c", ADD, str(tmp_path / "l"), str(tmp_path / "s"), str(files(*many))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline().strip() for _ in range(lines)]
        process.kill()
        told += [line.strip() for line in process.stdout]
    with opened(tmp_path / "l") as library:
        library.heal()
        acknowledged = [line for line in told if line != "done"]
        kept = library.articles(acknowledged)
        assert len(kept) == len(acknowledged)
        assert library.search("text", limit=0).total == library.count() >= len(kept)
        assert library.index_check() == ()


def test_an_import_beside_reading_is_the_same_import(library: Library, files: Files) -> None:
    given = [files(*FERRY, LIBRARY)]
    told: list[Outcome] = []
    phases: list[Progress] = []
    tally = library.add_beside(given, each=told.append, report=phases.append, cancelled=lambda: False)
    assert tally.counts == {Fate.ADDED: 3}
    assert library.last_import() == told
    assert {"indexing", "analysing", "grouping"} == {each.phase for each in phases}
    assert len(found(library, "skarvik")) == 2


def test_an_import_beside_reading_can_be_stopped(library: Library, files: Files) -> None:
    many = files(*(article(f"Text number {n}.", title=f"Title {n}") for n in range(5000)))
    told: list[Outcome] = []
    tally = library.add_beside([many], each=told.append, report=lambda _: None, cancelled=lambda: bool(told))
    assert tally.cancelled
    assert 0 < library.count() == len(told) < 5000


def test_an_import_beside_reading_raises_what_an_import_raises(library: Library, files: Files) -> None:
    (library.folder / "library.db").write_bytes(b"garbage" * 1000)
    with pytest.raises(DamagedError, match=r"library\.db"):
        library.add_beside([files(LIBRARY)], each=lambda _: None, report=lambda _: None, cancelled=lambda: False)


def test_accents_and_grouped_digits_are_no_hurdle(library: Library, files: Files) -> None:
    library.add([files(article("Inés Halloran counted 1,900 votes in Ålesund.", title="Count", language="en"))])
    for query in ("Ines", "inés", "1900", "1,900", "alesund"):
        assert found(library, query) == ["Count"], query


def test_the_last_word_is_a_beginning_only_while_it_is_typed(library: Library, files: Files) -> None:
    library.add([files(article("Inés Halloran counted 1,900 votes.", title="Count", language="en"))])
    for query in ("1,9", "count hallor"):
        assert library.search(query, typing=True).total == 1, query
        assert library.search(query).total == library.new_in(query, 0) == 0, query


def test_tags_are_a_facet_of_what_is_found(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    first, second = (hit.id for hit in library.search("ferry").hits)
    library.state.set_tag(first, "sea", True)
    library.state.set_tag(second, "sea", True)
    library.state.set_tag(second, "urgent", True)
    assert [(each.value, each.count) for each in library.search("ferry").facets["tag"]] == [("sea", 2), ("urgent", 1)]
    assert library.search("ostby").facets["tag"] == ()


def test_the_index_in_use_answers_while_a_new_one_is_made(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    answers: list[list[str]] = []
    library.index_rebuild(report=lambda _: answers.append(found(library, "ferry")))
    assert answers
    assert all(len(titles) == 2 for titles in answers)
    assert {each.name for each in library.folder.iterdir() if each.is_dir()} == {"index"}


def test_a_rebuild_that_is_stopped_leaves_the_index_as_it_was(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    before = snapshot(library.folder / "index")
    library.index_rebuild(cancelled=lambda: True)
    assert snapshot(library.folder / "index") == before
    assert not (library.folder / "index.new").exists()


def test_damage_met_while_searching_can_be_told_from_a_damaged_library(library: Library, files: Files) -> None:
    library.add([files(*FERRY)])
    library.close()
    for file in (library.folder / "index").iterdir():
        file.write_bytes(b"\0" * file.stat().st_size)
    with opened(library.folder) as again:
        with pytest.raises(DamagedIndexError):
            again.search("ferry")
        again.index_rebuild()
        assert len(found(again, "ferry")) == 2


def test_the_first_articles_of_a_large_import_are_found_before_its_end(library: Library, files: Files) -> None:
    many = files(*(article(f"Text number {n}.", title=f"Title {n}") for n in range(2500)))
    told: list[Outcome] = []
    searchable: list[int] = []

    def each(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) % 500 == 1:
            searchable.append(library.search("text", limit=0).total)

    library.add([many], each=each)
    assert searchable[0] == 0
    assert 1000 <= searchable[-1] < 2500


def test_all_marks_of_a_reader_come_with_their_articles_the_newest_first(library: Library, files: Files) -> None:
    library.add([files(*FERRY, LIBRARY)])
    articles = [library.article(hit.id) for hit in library.search("source:skarvik OR title:library").hits]
    for each in articles:
        library.state.set_mark(each, Span(0, 10), f"ask {each.source}")
    listed = [(each.source, [mark.note for mark in marks]) for each, marks in library.noted()]
    assert listed == [("Coast Herald", ["ask Coast Herald"]), ("Skarvik Post", ["ask Skarvik Post"])]


def test_what_a_stopped_import_left_to_analyse_is_finished(library: Library, files: Files) -> None:
    phases: list[str] = []
    library.add([files(*FERRY)], report=lambda now: phases.append(now.phase), cancelled=lambda: "indexing" in phases)
    assert library.search("ferry").total == 2
    assert library.search("claim:ferry").total == 0
    library.heal()
    library.finish_beside(ignore, never)
    assert library.search("claim:ferry").total == 2


def test_finishing_what_is_whole_starts_nothing(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([files(*FERRY)])
    monkeypatch.setattr(subprocess, "Popen", None)
    library.finish_beside(ignore, never)
