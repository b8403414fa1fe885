"""What every engine does, told by examples; `test_agreement` looks for what these leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from index.model import Facet
from index.search.engine import Cancelled, Document, Engine, Page, Ranked, Request
from index.search.tree import Dates, Every, Ids, Keyword, Node, Phrase, Prefix, Sort, State, Term
from tests.index.search.builders import NOW, article, document, identity, short, tree

DAY = timedelta(days=1)


def fill(engine: Engine, *documents: Document) -> None:
    engine.apply(documents, (), engine.applied() + len(documents))


def find(engine: Engine, query: str | Node, **more: Any) -> list[str]:
    return ids(ask(engine, query, **more).hits)


def ask(engine: Engine, query: str | Node, **more: Any) -> Page:
    wanted = tree(query) if isinstance(query, str) else query
    return engine.search(replace(Request(wanted), **more))


def ids(hits: Iterable[Ranked]) -> list[str]:
    return [short(hit.id) for hit in hits]


# Changes


def test_an_empty_engine_finds_nothing(engine: Engine) -> None:
    page = ask(engine, "ferry OR *")
    assert (page.total, page.hits) == (0, ())
    assert page.facets == {"source": (), "month": (), "day": (), "language": ()}
    assert (engine.applied(), engine.stats().articles, engine.correct("ferry")) == (0, 0, "")
    assert engine.like(article("1", "ferry")) == ()


def test_changes_are_found_and_counted_at_once(engine: Engine) -> None:
    fill(engine, document("1", "ferry"), document("2", "bridge"))
    assert (find(engine, "ferry"), engine.applied(), engine.stats().articles) == (["1"], 2, 2)


def test_an_article_put_again_replaces_itself(engine: Engine) -> None:
    fill(engine, document("1", "ferry"))
    fill(engine, document("1", "bridge"))
    assert (find(engine, "ferry"), find(engine, "bridge"), engine.stats().articles) == ([], ["1"], 1)


def test_of_one_article_twice_in_a_batch_the_later_stays(engine: Engine) -> None:
    fill(engine, document("1", "ferry"), document("1", "bridge"))
    assert (find(engine, "ferry"), find(engine, "bridge"), engine.stats().articles) == ([], ["1"], 1)


def test_applying_a_change_twice_is_harmless(engine: Engine) -> None:
    for _ in range(2):
        engine.apply([document("1", "ferry")], [identity("2")], 5)
    assert (find(engine, "ferry"), engine.applied(), engine.stats().articles) == (["1"], 5, 1)


def test_a_deleted_article_is_gone(engine: Engine) -> None:
    fill(engine, document("1", "ferry"), document("2", "ferry"))
    engine.apply([], [identity("1"), identity("f")], 3)
    page = ask(engine, "ferry")
    assert (ids(page.hits), page.total, engine.stats().articles) == (["2"], 1, 1)


def test_what_is_both_put_and_deleted_is_gone(engine: Engine) -> None:
    engine.apply([document("1", "ferry")], [identity("1")], 2)
    assert find(engine, "*") == []


def test_a_batch_that_fails_leaves_everything_as_it_was(engine: Engine) -> None:
    fill(engine, document("1", "ferry"))

    def failing() -> Iterator[Document]:
        yield document("2", "ferry")
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError, match="the store went away"):
        engine.apply(failing(), [identity("1")], 9)
    assert (find(engine, "ferry"), engine.applied()) == (["1"], 1)
    fill(engine, document("3", "ferry"))
    assert find(engine, "ferry") == ["1", "3"]


def test_merging_changes_no_answer(engine: Engine) -> None:
    for n in range(12):
        fill(engine, document(f"{n:x}", f"ferry number {n}"))
    engine.apply([], [identity("3")], 99)
    before = ask(engine, "ferry OR number")
    engine.merge()
    assert ask(engine, "ferry OR number") == before
    assert (engine.check(), engine.applied()) == ((), 99)


# Words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["1", "2"]),
        ("Ferries", ["1", "2"]),
        ("ferr*", ["1", "2"]),
        ("ferri*", ["2"]),
        ("f?rry", ["1"]),
        ("*nd", ["1", "2", "3"]),
        ("frery~2", ["1"]),
        ("fery~", ["1"]),
        ('"old ferries"', ["2"]),
        ('"ferries old"', []),
        ("old NEAR/4 island", ["2"]),
        ("island NEAR/4 old", ["2"]),
        ("old NEAR/3 island", []),
        ("old NEAR/5 old", []),
        ("ferry -old", ["1"]),
        ("-ferry", ["3"]),
        ("island OR old", ["1", "2"]),
        ("ferry (old OR fog)", ["2"]),
        ("two NEAR/50 bridge", []),
        ('"saint-brannoc"', ["1"]),
        ("brannoc's", ["1"]),
        ("title:ferry", ["1"]),
        ("title:brannoc", []),
        ("claim:thirty", ["2"]),
        ('claim:"years few"', []),
        ("quoted:wrenfield", ["2"]),
        ("quoted:ferry", []),
        ("author:morrow", ["1"]),
        ('author:"morrow quillfeather"', []),
        ("quoted:wren*", ["2"]),
    ],
)
def test_words_are_found(engine: Engine, query: str, found: list[str]) -> None:
    fill(
        engine,
        document("1", "Saint-Brannoc’s island.", "Ferry aground", authors=("A. Morrow", "T. Quillfeather")),
        document(
            "2",
            "Old ferries to the island.",
            "Two",
            claims=("They are thirty years old.", "Few sink."),
            quoted=("Tobias Wrenfield",),
        ),
        document("3", "Bridge and road.", "Three"),
    )
    assert sorted(find(engine, query)) == found


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (Term("!?"), []),
        (Term("saint-brannoc"), ["1"]),
        (Prefix("ÉTÉ"), ["2"]),
        (Phrase(("old", "fer"), open_end=True), ["2"]),
        (Phrase(("fer",), open_end=True), ["2"]),
        (Ids(frozenset({identity("1"), identity("f")})), ["1"]),
        (State("is", "unread"), []),
    ],
)
def test_nodes_are_read_as_they_are_described(engine: Engine, node: Node, found: list[str]) -> None:
    fill(engine, document("1", "Saint Brannoc"), document("2", "Ferries, old. Été"))
    assert find(engine, node) == found


def test_no_phrase_runs_from_the_title_into_the_text(engine: Engine) -> None:
    fill(engine, document("1", "aground at dawn", "Ferry"))
    assert find(engine, '"ferry aground"') == []


# Values and dates


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (Keyword("source", "ellender herald"), ["1"]),
        (Keyword("source", "HERALD"), ["1", "3"]),
        (Keyword("source", "herald ellender"), ["1"]),
        (Keyword("source", "her"), []),
        (Keyword("source", "her", open_end=True), ["1", "3"]),
        (Keyword("source", "harbour & t", open_end=True), ["2"]),
        (Keyword("source", "&"), []),
        (Keyword("lang", "EN"), ["1"]),
        (Keyword("lang", "e", open_end=True), ["1", "3"]),
        (Keyword("has", "figure"), ["1"]),
        (Keyword("has", "quotation"), []),
    ],
)
def test_values_are_compared_without_case(engine: Engine, node: Keyword, found: list[str]) -> None:
    fill(
        engine,
        document("1", "a", source="Ellender Herald", language="en", has=frozenset({"figure", "claim"})),
        document("2", "b", source="Harbour & Trade"),
        document("3", "c", source="The Herald", language="en-GB"),
    )
    assert sorted(find(engine, node)) == found


@pytest.mark.parametrize(
    ("first", "end", "found"),
    [
        (None, None, ["1", "2"]),
        (NOW, None, ["2"]),
        (None, NOW, ["1"]),
        (NOW - DAY, NOW, ["1"]),
        (NOW + DAY, None, []),
    ],
)
def test_dates_include_the_first_moment_and_not_the_last(
    engine: Engine, first: datetime | None, end: datetime | None, found: list[str]
) -> None:
    fill(
        engine,
        document("1", published=NOW - DAY),
        document("2", published=NOW),
        document("3", published=None),
    )
    assert sorted(find(engine, Dates(first, end))) == found


# Order


def test_title_weighs_more_than_lead_and_lead_more_than_body(engine: Engine) -> None:
    fill(
        engine,
        document("1", "one two three\n\nfour ferry", "five six"),
        document("2", "one ferry three\n\nfour two", "five six"),
        document("3", "one three two\n\nfour six", "five ferry"),
    )
    assert find(engine, "ferry") == ["3", "2", "1"]


def test_equal_scores_go_by_date_then_id_and_undated_articles_come_last(engine: Engine) -> None:
    fill(
        engine,
        document("1", "ferry", published=None),
        document("2", "ferry", published=NOW - DAY),
        document("5", "ferry", published=NOW),
        document("4", "ferry", published=NOW),
    )
    assert find(engine, "ferry") == ["4", "5", "2", "1"]
    assert find(engine, "ferry", sort=Sort.NEWEST) == ["4", "5", "2", "1"]
    assert find(engine, "ferry", sort=Sort.OLDEST) == ["2", "4", "5", "1"]


def test_moments_are_compared_across_zones(engine: Engine) -> None:
    late = datetime.fromisoformat("2026-05-01T01:00:00+02:00")
    fill(
        engine,
        document("1", published=late),
        document("2", published=datetime(2026, 4, 30, 23, 30, tzinfo=UTC)),
    )
    assert find(engine, "*", sort=Sort.NEWEST) == ["2", "1"]
    assert ask(engine, "*").facets["month"] == (Facet("2026-04", 2),)


def test_the_nudge_lifts_new_articles_only_where_it_is_asked_for(engine: Engine) -> None:
    fill(
        engine,
        document("1", "ferry ferry fog", published=NOW - 300 * DAY),
        document("2", "ferry fog fog", published=NOW),
    )
    assert find(engine, "ferry", now=NOW) == ["1", "2"]
    assert find(engine, "ferry", now=NOW, sort=Sort.RECENT) == ["2", "1"]


def test_what_only_filters_scores_nothing(engine: Engine) -> None:
    fill(engine, document("1", "ferry", source="Herald"))
    assert [hit.score for hit in ask(engine, "ferr* source:herald").hits] == [0.0]


def test_pages_follow_each_other(engine: Engine) -> None:
    fill(engine, *(document(f"{n:x}", "ferry") for n in range(10)))
    assert find(engine, "ferry", limit=4, offset=4) == ["4", "5", "6", "7"]
    assert find(engine, "ferry", limit=4, offset=8) == ["8", "9"]
    page = ask(engine, "ferry", limit=0)
    assert (page.total, page.hits) == (10, ())


# One hit a text


def copies() -> list[Document]:
    return [
        document("1", "ferry", fold="f", published=NOW, source="Copier", language="fr"),
        document("2", "ferry", fold="f", published=NOW - DAY, source="Wire", language="en"),
        document("3", "ferry", fold="f", published=None, source="Copier"),
        document("4", "ferry", fold="other", published=NOW, source="Wire"),
    ]


def test_reprints_fold_into_the_earliest(engine: Engine) -> None:
    fill(engine, *copies())
    page = ask(engine, "ferry")
    assert page.total == 2
    assert {short(hit.id): hit.reprints for hit in page.hits} == {"2": 2, "4": 0}
    assert page.reprints == 2
    assert ask(engine, "ferry", limit=0).reprints == 2
    assert page.facets["source"] == (Facet("Wire", 2),)


def test_only_reprints_that_match_are_folded(engine: Engine) -> None:
    fill(engine, *copies())
    page = ask(engine, "source:copier")
    assert [(short(hit.id), hit.reprints) for hit in page.hits] == [("1", 1)]
    assert page.reprints == 1
    assert page.facets["language"] == (Facet("fr", 1),)


def test_folding_survives_separate_changes(engine: Engine) -> None:
    for each in copies():
        fill(engine, each)
    engine.apply([], [identity("2")], 9)
    assert {short(hit.id): hit.reprints for hit in ask(engine, "ferry").hits} == {"1": 1, "4": 0}


# Facets


def test_facets_count_all_hits_most_frequent_first(engine: Engine) -> None:
    may, april = datetime(2026, 5, 3, tzinfo=UTC), datetime(2026, 4, 3, tzinfo=UTC)
    fill(
        engine,
        document("1", "ferry", source="B", published=april, language="en"),
        document("2", "ferry", source="A", published=april, language="en"),
        document("3", "ferry", source="C", published=may, language="de"),
        document("4", "ferry", source="C", published=None, language=""),
        document("5", "bridge", source="D"),
    )
    assert ask(engine, "ferry", limit=1).facets == {
        "source": (Facet("C", 2), Facet("A", 1), Facet("B", 1)),
        "month": (Facet("2026-05", 1), Facet("2026-04", 2)),
        "day": (),
        "language": (Facet("en", 2), Facet("de", 1)),
    }


def test_days_are_counted_where_all_articles_that_are_dated_are_of_one_month(engine: Engine) -> None:
    first, last = (datetime(2026, 4, day, 23, 59, tzinfo=UTC) for day in (1, 30))
    fill(
        engine,
        document("1", "ferry", published=first),
        document("2", "ferry", published=last),
        document("3", "ferry", published=last),
        document("4", "ferry", published=None),
        document("5", "bridge", published=last + timedelta(minutes=1)),
    )
    assert ask(engine, "ferry").facets["day"] == (Facet("2026-04-30", 2), Facet("2026-04-01", 1))
    assert ask(engine, "*").facets["day"] == ()


def test_facets_can_be_left_out(engine: Engine) -> None:
    fill(engine, document("1", "ferry"))
    assert ask(engine, "ferry", facets=False).facets == {}


# Helpers


def test_like_finds_others_on_the_same_matter_reprints_too(engine: Engine) -> None:
    fill(
        engine,
        document("1", "The ferry struck the ledge in fog.", fold="f"),
        document("2", "The ferry struck the ledge in fog.", fold="f"),
        document("3", "A ferry and a ledge."),
        document("4", "Schools reopen."),
        document("5", "Schools close."),
    )
    assert ids(engine.like(article("1", "The ferry struck the ledge in fog."))) == ["2", "3"]
    assert ids(engine.like(article("9", "Ferry, ledge."), limit=1)) == ["3"]


def test_the_nearest_word_is_offered(engine: Engine) -> None:
    fill(engine, document("1", "Ferries at the harbour"), document("2", "Wenlow harbour", "Lithium"))
    words = ["harbuor", "litium", "wenlwo", "zzzzzz"]
    assert [engine.correct(word) for word in words] == ["harbour", "lithium", "wenlow", ""]


def test_a_search_can_be_cancelled(engine: Engine) -> None:
    fill(engine, document("1", "ferry"))
    with pytest.raises(Cancelled):
        engine.search(Request(Every()), cancelled=lambda: True)


def test_a_sound_engine_has_nothing_to_say(engine: Engine) -> None:
    fill(engine, document("1", "ferry"))
    assert engine.check() == ()
