from __future__ import annotations

from index.stories.clusters import Links, cluster


def links(*weights: tuple[int, int, float]) -> Links:
    found: Links = {}
    for a, b, weight in weights:
        found.setdefault(a, {})[b] = weight
        found.setdefault(b, {})[a] = weight
    return found


def test_without_links_everyone_is_alone() -> None:
    assert cluster(3, {}, 0.5) == [[0], [1], [2]]


def test_links_below_the_threshold_join_nobody() -> None:
    assert cluster(2, links((0, 1, 0.4)), 0.5) == [[0], [1]]
    assert cluster(2, links((0, 1, 0.5)), 0.5) == [[0, 1]]


def test_the_mean_link_decides_not_the_best() -> None:
    chain = links((0, 1, 0.9), (1, 2, 0.6))
    assert cluster(3, chain, 0.5) == [[0, 1], [2]]
    assert cluster(3, chain, 0.3) == [[0, 1, 2]]


def test_pairs_kept_apart_never_meet_even_through_others() -> None:
    full = links((0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9))
    assert cluster(3, full, 0.5, apart=[(0, 2)]) == [[0, 1], [2]]


def test_members_put_together_begin_as_one() -> None:
    assert cluster(4, links((0, 1, 0.9)), 0.5, together=[[2, 3]]) == [[0, 1], [2, 3]]


def test_merging_stops_at_the_fewest_clusters_asked_for() -> None:
    full = links((0, 1, 0.9), (2, 3, 0.8), (0, 2, 0.7), (0, 3, 0.7), (1, 2, 0.7), (1, 3, 0.7))
    assert cluster(4, full, 0.0, fewest=2) == [[0, 1], [2, 3]]
