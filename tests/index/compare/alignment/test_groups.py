from __future__ import annotations

from index.compare.alignment.candidates import Pair, Place
from index.compare.alignment.groups import Link, groups


def pair(a: int, b: int, first: int = 0, second: int = 1) -> Pair:
    return Place(first, a), Place(second, b)


def aligned(sizes: list[int], links: dict[Pair, Link]) -> list[tuple[tuple[tuple[int, ...], ...], str]]:
    return [(group.cells, group.relation) for group in groups(sizes, links)]


def test_without_links_all_sentences_are_alone_article_by_article() -> None:
    assert aligned([2, 1], {}) == [(((0,), ()), "only"), (((1,), ()), "only"), (((), (0,)), "only")]


def test_a_link_makes_a_row() -> None:
    assert aligned([1, 1], {pair(0, 0): Link(1.0, same=True)}) == [(((0,), (0,)), "same")]
    assert aligned([1, 1], {pair(0, 0): Link(1.0, same=False)}) == [(((0,), (0,)), "related")]


def test_one_sentence_may_match_adjoining_ones() -> None:
    links = {pair(0, 0): Link(2.0, same=True), pair(0, 1): Link(1.0, same=True)}
    assert aligned([1, 2], links) == [(((0,), (0, 1)), "same")]


def test_a_run_is_no_longer_than_three() -> None:
    links = {pair(0, n): Link(9.0 - n, same=True) for n in range(5)}
    assert aligned([1, 5], links)[0] == (((0,), (0, 1, 2)), "same")


def test_a_run_is_made_of_the_strongest_links_and_read_in_order() -> None:
    links = {pair(0, n): Link(1.0 + n, same=True) for n in range(5)}
    assert (((0,), (2, 3, 4)), "same") in aligned([1, 5], links)


def test_a_second_match_elsewhere_gets_a_row_that_repeats_the_sentence() -> None:
    links = {pair(0, 0): Link(2.0, same=True), pair(2, 0): Link(1.0, same=True)}
    rows = aligned([3, 1], links)
    assert (((0,), (0,)), "same") in rows
    assert (((2,), (0,)), "same") in rows
    assert (((1,), ()), "only") in rows


def test_a_loose_link_does_not_water_down_a_row_that_says_the_same() -> None:
    links = {pair(0, 0): Link(1.0, same=True), pair(1, 0): Link(5.0, same=False)}
    assert aligned([2, 1], links) == [(((0,), (0,)), "same"), (((1,), (0,)), "related")]
    turned = {pair(0, 0): Link(5.0, same=False), pair(1, 0): Link(1.0, same=True)}
    assert aligned([2, 1], turned) == [(((0,), (0,)), "related"), (((1,), (0,)), "same")]


def test_what_has_its_equal_is_not_repeated_for_a_weak_link() -> None:
    links = {pair(0, 0): Link(1.0, same=True), pair(1, 0): Link(0.1, same=False)}
    assert aligned([2, 1], links) == [(((0,), (0,)), "same"), (((1,), ()), "only")]


def test_a_sentence_with_several_loose_partners_is_repeated_twice_at_most() -> None:
    links = {pair(0, n): Link(1 - n / 10, same=False) for n in (0, 3, 5, 7)}
    rows = aligned([1, 8], links)
    assert rows[:3] == [(((0,), (n,)), "related") for n in (0, 3, 5)]
    assert (((), (7,)), "only") in rows


def test_what_says_the_same_does_not_stand_again_as_loosely_linked() -> None:
    equal = {pair(0, 0, 0, 1): Link(1.0, same=True)}
    loose = {pair(4, 0, 2, 0): Link(0.9, same=False), pair(4, 0, 2, 1): Link(0.8, same=False)}
    rows = aligned([1, 1, 5], {**equal, **{(b, a): link for (a, b), link in loose.items()}})
    assert (((0,), (0,), ()), "same") in rows
    assert (((0,), (), (4,)), "related") in rows
    assert all(row not in rows for row in [(((0,), (0,), (4,)), "related"), (((), (0,), (4,)), "related")])


def test_three_articles_share_a_row_through_one_of_them() -> None:
    links = {pair(0, 0): Link(2.0, same=True), pair(0, 0, 1, 2): Link(1.0, same=True)}
    assert aligned([1, 1, 1], links) == [(((0,), (0,), (0,)), "same")]


def test_rows_follow_the_first_article_and_then_what_the_second_has_besides() -> None:
    links = {pair(0, 2): Link(1.0, same=True), pair(3, 0): Link(1.0, same=True)}
    assert [cells for cells, _ in aligned([4, 4], links)] == [
        ((0,), (2,)),
        ((1,), ()),
        ((2,), ()),
        ((3,), (0,)),
        ((), (1,)),
        ((), (3,)),
    ]


def test_two_rows_that_say_the_same_and_cannot_be_one_repeat_what_they_lack() -> None:
    links = {
        pair(0, 0, 0, 2): Link(3.0, same=True),
        pair(0, 2, 1, 2): Link(2.0, same=True),
        pair(0, 0, 0, 1): Link(1.0, same=True),  # would put the first and the third sentence of one article together
    }
    rows = aligned([1, 1, 3], links)
    assert [cells for cells, relation in rows if relation == "same"] == [((0,), (0,), (0,)), ((0,), (0,), (2,))]


def test_a_row_of_loose_links_repeats_nothing() -> None:
    links = {
        pair(0, 0, 0, 2): Link(3.0, same=False),
        pair(0, 2, 1, 2): Link(2.0, same=False),
        pair(0, 0, 0, 1): Link(1.0, same=False),
    }
    assert [cells for cells, _ in aligned([1, 1, 3], links)][:2] == [((0,), (), (0,)), ((), (0,), (2,))]
