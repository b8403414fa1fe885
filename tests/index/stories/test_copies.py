from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.model import Article
from index.stories.agencies import agency
from index.stories.copies import copies, sketched
from index.stories.profile import profile
from index.stories.sketch import containment, shingles, sketch

SENTENCES = [
    f"Witness {name} saw the {thing} near the old {place} before the alarm rang that {time}."
    for name, thing, place, time in zip(
        ("Ada", "Bela", "Cem", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana", "Kai", "Lea"),
        ("van", "crane", "lorry", "horse", "ladder", "sledge", "raft", "tractor", "drone", "cart", "bus", "tram"),
        ("mill", "quay", "church", "depot", "barn", "brewery", "lock", "kiln", "weir", "forge", "abbey", "silo"),
        ("dawn", "noon", "dusk", "night", "week", "month", "day", "spring", "winter", "summer", "fall", "hour"),
        strict=True,
    )
]


def article(id_: str, text: str, hour: int | None = 0, authors: tuple[str, ...] = ()) -> Article:
    published = None if hour is None else datetime(2025, 1, 1, hour, tzinfo=UTC)
    return Article(id_, "Title", text, "Source", authors, published)


def test_a_reprint_is_a_copy_of_the_earlier_text() -> None:
    text = " ".join(SENTENCES)
    (copy,) = copies([article("late", text, 5), article("early", text, 1)])
    assert (copy.article, copy.original, copy.share) == ("late", "early", 1.0)


def test_an_undated_text_counts_as_the_later_one() -> None:
    text = " ".join(SENTENCES)
    (copy,) = copies([article("a", text, None), article("b", text, 9)])
    assert copy.article == "a"


def test_the_share_is_that_of_the_copy() -> None:
    half = " ".join(SENTENCES[:7])
    (copy,) = copies([article("whole", " ".join(SENTENCES), 1), article("part", half, 2)])
    assert copy.share == 1.0
    (copy,) = copies([article("part", half, 1), article("whole", " ".join(SENTENCES), 2)])
    assert copy.share == pytest.approx(7 / 12, abs=0.06)


def test_each_copy_is_of_the_text_that_it_repeats_most_of() -> None:
    first, second = " ".join(SENTENCES[:7]), " ".join(SENTENCES[5:])
    found = copies([article("1", first, 1), article("2", second, 2), article("3", second, 3)])
    assert [(copy.article, copy.original) for copy in found] == [("3", "2")]


def test_other_texts_are_no_copies() -> None:
    assert copies([article("a", " ".join(SENTENCES[:6])), article("b", " ".join(SENTENCES[6:]))]) == ()


def test_texts_of_a_few_words_are_no_copies() -> None:
    assert copies([article("a", "No comment."), article("b", "No comment.")]) == ()


def test_a_shared_agency_lowers_the_bar() -> None:
    wire = " ".join(SENTENCES[:4])
    edited = " ".join([*SENTENCES[:4], *SENTENCES[6:12]])
    plain = [article("a", wire, 1), article("b", edited, 2)]
    credited = [article("a", wire, 1, ("Reuters",)), article("b", edited, 2, ("Reuters",))]
    assert copies(plain) == ()
    assert [copy.article for copy in copies(credited)] == ["b"]


def test_the_estimate_from_profiles_finds_the_same_copy() -> None:
    text = " ".join(SENTENCES * 2)
    found = sketched([profile(article("b", text, 2)), profile(article("a", text, 1))])
    assert [(copy.article, copy.original, copy.share) for copy in found] == [("b", "a", 1.0)]


def test_a_sketch_is_a_sorted_sample_of_the_shingles() -> None:
    words = " ".join(SENTENCES).split()
    assert list(sketch(words)) == sorted(sketch(words))
    assert set(sketch(words)) < shingles(words)
    assert 0.1 < len(sketch(words)) / len(shingles(words)) < 0.45


def test_case_does_not_change_shingles() -> None:
    words = ["One", "two", "THREE", "four", "five", "six"]
    assert shingles(words) == shingles([word.lower() for word in words])


def test_the_same_run_has_the_same_shingle_wherever_it_stands() -> None:
    run = ["the", "bell", "of", "the", "mill"]
    assert shingles(run) < shingles(["then", *run, "rang"])
    assert shingles(run) != shingles(run[::-1])


def test_an_empty_text_contains_nothing_and_is_contained_nowhere() -> None:
    assert shingles([]) == frozenset()
    assert containment(shingles([]), shingles(["one", "two"])) == 0.0


@pytest.mark.parametrize(
    ("text", "authors", "expected"),
    [
        ("BUSAN, Oct 30 (Reuters) - Two leaders met.", (), "Reuters"),
        ("LONDON (AP) — A bridge was closed.", (), "AP"),
        ("A bridge was closed.\n\nThe Associated Press", (), "AP"),
        ("A bridge was closed.", ("By Reuters",), "Reuters"),
        ("Reuters was founded in London long ago and is a company.", (), ""),
        ("A bridge was closed.", ("Jane Doe",), ""),
    ],
)
def test_the_agency_is_read_from_credits_and_datelines(text: str, authors: tuple[str, ...], expected: str) -> None:
    assert agency(article("a", text, authors=authors)) == expected
