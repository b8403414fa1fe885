"""The grammar: what typed text means, as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.search.query import MAX_LENGTH, parse
from index.search.tree import (
    And,
    Every,
    Fuzzy,
    Keyword,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Sort,
    State,
    Term,
    Wildcard,
)
from tests.index.search.builders import NOW


def read(text: str) -> Node:
    return parse(text, strict=True, now=NOW).tree


def typed(text: str) -> Node:
    return parse(text, strict=False, now=NOW).tree


def typing(word: str) -> Node:
    return Or((Term(word), Prefix(word)))


A, B, C, D = Term("a"), Term("b"), Term("c"), Term("d")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Every()),
        ("   ", Every()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a b AND c", And((A, B, C))),
        ("a OR b", Or((A, B))),
        ("a OR b OR c", Or((A, B, C))),
        ("a b OR c d", Or((And((A, B)), And((C, D))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("a (b (c OR d))", And((A, B, Or((C, D))))),
        ("-a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("NOT (a OR b)", Not(Or((A, B)))),
        ("NOT NOT a", A),
        ("a and b", And((A, Term("and"), B))),
        ('"a b"', Phrase(("a", "b"))),
        ("“a b”", Phrase(("a", "b"))),
        ('"gov*"', Term("gov")),
        ('"a"', A),
        ("well-known", Phrase(("well", "known"))),
        ("what? - a!", And((Term("what"), A))),
        ("gov*", Prefix("gov")),
        ("g?v*", Wildcard("g?v*")),
        ("*ism", Wildcard("*ism")),
        ("*", Every()),
        ("well-k*", Phrase(("well", "k"), open_end=True)),
        ("well-*", And((Term("well"), Every()))),
        ("Kyiw~", Fuzzy("Kyiw", 1)),
        ("Kyiw~2", Fuzzy("Kyiw", 2)),
        ("a NEAR b", Near("a", "b", 5)),
        ("a NEAR/3 b", Near("a", "b", 3)),
        ("a NEAR/3 b NEAR/4 c", And((Near("a", "b", 3), Near("b", "c", 4)))),
        ('"a b" NEAR c', And((Phrase(("a", "b")), Near("b", "c", 5)))),
        ("a NEAR/50 b", Near("a", "b", 50)),
        ("title:a", Term("a", "title")),
        ("Title:a", Term("a", "title")),
        ("title: a", Term("a", "title")),
        ('claim:"a b"', Phrase(("a", "b"), "claim")),
        ("quoted:(a OR b)", Or((Term("a", "quoted"), Term("b", "quoted")))),
        ("title:a b", And((Term("a", "title"), B))),
        ("source:Herald", Keyword("source", "Herald")),
        ('source:"Two Words"', Keyword("source", "Two Words", whole=True)),
        ('source:"A*"', Keyword("source", "A*", whole=True)),
        ('source:(A OR "Two Words")', Or((Keyword("source", "A"), Keyword("source", "Two Words", whole=True)))),
        ("source:Her*", Keyword("source", "Her", open_end=True)),
        ("-lang:en", Not(Keyword("lang", "en"))),
        ("has:figures", Keyword("has", "figure")),
        ("is:unread tag:budget", And((State("is", "unread"), State("tag", "budget")))),
        ("https://a.b", Phrase(("https", "a", "b"))),
        ("China: a", And((Term("China"), A))),
        ("10:30", Phrase(("10", "30"))),
    ],
)
def test_a_query_means(text: str, tree: Node) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("gover", typing("gover")),
        ("a gover", And((A, typing("gover")))),
        ("gover ", Term("gover")),
        ("1,", typing("1")),
        ("g?", typing("g")),
        ("g?v", Wildcard("g?v*")),
        ("g?v ", Wildcard("g?v")),
        ("O’", typing("O")),
        ("gover!", Term("gover")),
        ("well-", Term("well")),
        ("gover)", Term("gover")),
        ('"a b', Phrase(("a", "b"), open_end=True)),
        ('"a', typing("a")),
        ('"a b ', Phrase(("a", "b"))),
        ("a OR ", A),
        ("a OR", A),
        ("a AND", A),
        ("OR a ", A),
        ("a NOT", A),
        ("a -", A),
        ("a -b", And((A, Not(B)))),
        ("a NEAR/", A),
        ("a NEAR/5 b", And((A, typing("b")))),
        ("(a OR b", Or((A, typing("b")))),
        ("a ) b ", And((A, B))),
        ("title:", Every()),
        ("title:gov", Or((Term("gov", "title"), Prefix("gov", "title")))),
        ("a date:2026-1-", And((A, read("date:2026-01")))),
        ("a date:20", A),
        ("source:Her", Keyword("source", "Her", open_end=True)),
        ("has:fig", Keyword("has", "figure")),
        ("is:un", State("is", "unread")),
        ("a nosuch:b ", And((A, Term("nosuch"), B))),
        ("a sort:nosuch", A),
    ],
)
def test_an_unfinished_query_is_read_in_its_most_useful_sense(text: str, tree: Node) -> None:
    assert typed(text) == tree


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ('a "b c', '"b c', "This quotation mark has no second one."),
        ("OR", "OR", "OR stands between two words; one is missing here."),
        ("a AND", "AND", "AND stands between two words; one is missing here."),
        ("a OR OR b", "OR", "OR stands between two words; one is missing here."),
        ("a NOT", "NOT", 'There is nothing behind "NOT" to leave out.'),
        ("a NEAR (b c)", "NEAR", "NEAR stands between two words, as in: ferry NEAR/5 storm."),
        ("NEAR/3 a", "NEAR/3", "NEAR/3 stands between two words; one is missing here."),
        ("(a", "(", 'There is no ")" for this "(".'),
        ("a)", ")", 'There is no "(" before this ")".'),
        ("a ()", "(", "There is nothing to look for between these brackets."),
        ("titel:a", "titel:", 'There is no field "titel:". Did you mean title:?'),
        ("outlet:a", "outlet:", 'There is no field "outlet:". Did you mean source:?'),
        ("a title:", "title:", "title: needs a value behind it."),
        ("is:new", "new", "is: is one of marked, read and unread."),
        ("has:cats", "cats", "has: is one of claim, figure and quotation."),
        ("sort:size", "size", "sort: is one of newest, oldest, recent and relevance."),
        ("a NEAR/51 b", "NEAR/51", "NEAR reaches from one word to 50, as in: ferry NEAR/5 storm."),
        ("a NEAR/0 b", "NEAR/0", "NEAR reaches from one word to 50, as in: ferry NEAR/5 storm."),
        ("a NEAR/10000 b", "NEAR/10000", "NEAR reaches from one word to 50, as in: ferry NEAR/5 storm."),
        ("b~3 a", "b~3", '"~" lets one letter of a word differ, or 2: b~1 or b~2.'),
        ("b~0", "b~0", '"~" lets one letter of a word differ, or 2: b~1 or b~2.'),
        ("b*c~1", "b*c~1", 'A word may have "~" or wildcards, not both.'),
        ('"a b"~2', "~2", 'There is no word before this "~": it stands behind one, as in harbuor~1.'),
        ("a ~", "~", 'There is no word before this "~": it stands behind one, as in harbuor~1.'),
    ],
)
def test_a_mistake_is_explained_with_its_place(text: str, marked: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        read(text)
    assert str(error.value) == message
    assert text[error.value.start : error.value.end] == marked


def test_an_unknown_field_like_no_other_lists_the_fields() -> None:
    with pytest.raises(QueryError, match=r'There is no field "xyzzy:"\. There are title, author, .*sort\.'):
        read("xyzzy:a")


def test_a_bad_date_shows_good_ones() -> None:
    with pytest.raises(QueryError, match="There is no such date; write date:2025-10-31") as error:
        read("a date:2025-13")
    assert (error.value.start, error.value.end) == (7, 14)


def test_the_order_is_taken_out_of_the_tree() -> None:
    query = parse("a sort:newest", strict=True, now=NOW)
    assert (query.tree, query.sort, query.text) == (A, Sort.NEWEST, "a sort:newest")


def test_an_order_alone_finds_everything() -> None:
    assert parse("(sort:oldest)", strict=True, now=NOW).tree == Every()


def test_a_query_without_an_order_leaves_it_open() -> None:
    assert parse("a", strict=True, now=NOW).sort is None


def test_a_pasted_article_is_refused_on_enter_and_cut_while_typing() -> None:
    text = "a " * MAX_LENGTH
    with pytest.raises(QueryError, match="A query may have 4,000 characters; this one has 8,000"):
        read(text)
    assert typed(text) == And((A,) * (MAX_LENGTH // 2))


def test_brackets_may_not_go_too_deep() -> None:
    with pytest.raises(QueryError, match="40 deep at most"):
        read("(" * 41 + "a" + ")" * 41)
    assert typed("(" * 3_000 + "a") == Every()


def test_no_pile_of_operators_is_too_high() -> None:
    assert read("NOT " * 900 + "a") == A
    assert typed("OR " * 900 + "a ") == A


_PIECES = st.sampled_from(
    [
        "a",
        "b*",
        "AND",
        "OR",
        "NOT",
        "NEAR/2",
        "(",
        ")",
        '"',
        "-",
        "title:",
        "source:",
        "date:",
        "x:",
        "~1",
        "2025",
        " ",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join) | st.lists(_PIECES, max_size=12).map(" ".join) | st.text())
def test_typing_never_shows_an_error(text: str) -> None:
    assert parse(text, strict=False, now=NOW).text == text


@given(st.lists(_PIECES, max_size=12).map(" ".join) | st.text())
def test_an_error_always_lies_within_the_query(text: str) -> None:
    error = mistake(text)
    assert error is None or 0 <= error.start < error.end <= len(text)
    assert error is None or str(error).endswith((".", "?"))


def mistake(text: str) -> QueryError | None:
    try:
        parse(text, strict=True, now=NOW)
    except QueryError as error:
        return error
    return None
