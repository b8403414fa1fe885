"""The shallow syntax of a sentence."""

from __future__ import annotations

import pytest

from index.model import Sentence
from index.text.marks import quoted
from index.text.phrases import passages
from index.text.syntax import Range, Syntax


def read(text: str) -> Syntax:
    ((_, tokens),) = passages(text, [Sentence(0, len(text), 0)], quoted(text))
    return Syntax(tokens)


def words(syntax: Syntax, found: Range | None) -> str:
    return " ".join(syntax.low[found[0] : found[1]]) if found else ""


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mayor of Lenwick said", "the mayor of lenwick"),
        ("When it rained the mayor said", "the mayor"),
        ("Mary Hart, the mayor, said", "mary hart , the mayor"),
        ("It was Mary Hart, who said", "mary hart , who"),
        ("Hart and Brandt said", "hart and brandt"),
        ("He came and said", ""),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str) -> None:
    syntax = read(text)
    assert words(syntax, syntax.subject(syntax.low.index("said"))) == subject


def test_the_verb_group_takes_auxiliaries_and_adverbs() -> None:
    syntax = read("She had not really said")
    assert syntax.low[syntax.group(4)] == "had"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said Mary Hart, the mayor.", "mary hart"),
        ("said Gen. Milo Brandt on Monday.", "gen . milo brandt"),
        ("said the head of the bank after the vote.", "the head of the bank"),
        ("said it was late.", "it"),
    ],
)
def test_the_noun_phrase_after_a_verb(text: str, phrase: str) -> None:
    syntax = read(text)
    assert words(syntax, syntax.noun_phrase(1)) == phrase


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("said on Thursday the port closed", "the"),
        ("said in a statement that", "that"),
        ("said last week it closed", "it"),
        ("said prices fell", "prices"),
    ],
)
def test_adverbials_are_passed_over(text: str, rest: str) -> None:
    syntax = read(text)
    assert syntax.low[syntax.skip_adverbials(1)] == rest


def test_a_quotation_is_one_token() -> None:
    syntax = read("“The port is ours,” she said.")
    assert syntax.size == 4
    assert syntax.tokens[0].pause
