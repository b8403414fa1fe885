"""Articles that clustering left alone, a short report for instance, and the story that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.stories.clusters import Links

FEW = 2  # articles of a group that is looked at again
ENOUGH = 3  # articles of a group that it may join
NEAREST = 3  # how many of that group's articles must be near
SHARE = 0.7  # of the likeness that clustering asks for


def adopt(
    clusters: Sequence[Sequence[int]], links: Links, threshold: float, *, kept: Iterable[Sequence[int]], apart: Links
) -> list[list[int]]:
    """The clusters, with those of one or two articles given to the larger one that is near, if one is.

    `kept` are sets that must stay together; their members stay where they are. `apart` has the pairs (as
    links) that must not meet.
    """
    bound = {n for members in kept for n in members if len(members) > 1}
    groups = [list(members) for members in clusters]
    large = {place: members for place, members in enumerate(clusters) if len(members) >= ENOUGH}
    for place, members in enumerate(clusters):
        if len(members) <= FEW:
            for n in members:
                home = None if n in bound else _home(n, large, links, threshold * SHARE, apart)
                if home is not None:
                    groups[place].remove(n)
                    groups[home].append(n)
    return sorted(sorted(members) for members in groups if members)


def _home(n: int, large: Mapping[int, Sequence[int]], links: Links, needed: float, apart: Links) -> int | None:
    """The cluster whose nearest articles are nearest to this one, if they are near enough."""
    near = links.get(n, {})
    barred = apart.get(n, {})
    best, home = needed, None
    for place in sorted({place for place, members in large.items() if any(m in near for m in members)}):
        members = large[place]
        mean = sum(sorted((near.get(m, 0.0) for m in members), reverse=True)[:NEAREST]) / NEAREST
        if mean >= best and not any(m in barred for m in members):
            best, home = mean, place
    return home
