"""Which articles tell the same story: in a batch, or one new article at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from index.model import Story
from index.stories.background import telling
from index.stories.clusters import Links, cluster
from index.stories.contrast import halves
from index.stories.describe import describe
from index.stories.likeness import likeness
from index.stories.profile import Profile
from index.stories.strays import adopt

JOIN = 0.25  # mean likeness at which groups are one story
CROWD = 200  # a term that more articles share says nothing of the event
PAIR = 0.05  # likeness below which a pair isn't worth remembering
NEAREST = 3  # articles of a story by which a new one is judged


def group(
    profiles: Sequence[Profile],
    *,
    together: Collection[Collection[str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> tuple[Story, ...]:
    """Every article in exactly one story, newest story first; an article on its own is a story of one.

    `together` lists sets of article ids that a person put into one story, `apart` pairs that a person took
    apart; both hold whatever the texts say (where they contradict, `together` wins), and ids that aren't in
    `profiles` are ignored. The result doesn't depend on the order of `profiles`.
    """
    ordered = sorted(profiles, key=lambda p: p.id)
    places = {p.id: n for n, p in enumerate(ordered)}
    bound = [sorted(places[i] for i in ids if i in places) for ids in together]
    barred = [(places[a], places[b]) for a, b in apart if a in places and b in places]
    clusters = _clusters(ordered, bound, barred)
    stories = [describe([ordered[n] for n in members]) for members in clusters]
    return tuple(sorted(stories, key=_newest))


def place(profile: Profile, candidates: Sequence[tuple[Profile, str]]) -> str | None:
    """The id of the story that a new article joins, or None where it begins one of its own.

    `candidates` are profiles with the id of their story, as an index search for `profile.keys` finds them.
    The mean likeness to a story's three nearest candidates decides, ties go to the smaller id.
    """
    scores: dict[str, list[float]] = defaultdict(list)
    for other, story in candidates:
        if other.id != profile.id:
            scores[story].append(likeness(profile, other))
    means = {story: _mean(sorted(values, reverse=True)[:NEAREST]) for story, values in scores.items()}
    best = min(means, key=lambda story: (-means[story], story), default=None)
    return best if best is not None and means[best] >= JOIN else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _newest(story: Story) -> tuple[bool, float, str]:
    return story.last is None, -story.last.timestamp() if story.last else 0.0, story.id


def _clusters(
    profiles: Sequence[Profile], bound: Sequence[Sequence[int]], barred: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Average linkage, then strays to their stories, then look-alike events apart."""
    factor = telling(profiles)
    weighted = [one.reweighted(factor) for one in profiles]
    links = _links(weighted)
    found = cluster(len(profiles), links, JOIN, together=bound, apart=barred)
    found = adopt(found, links, JOIN, kept=bound, apart=_both_ways(barred))
    return sorted(half for members in found for half in _told_apart(members, profiles, bound))


def _told_apart(
    members: Sequence[int], profiles: Sequence[Profile], bound: Sequence[Sequence[int]]
) -> Iterator[list[int]]:
    """The group itself, or its two halves where it is two events and nobody put members of both together."""
    parts = halves([profiles[n] for n in members])
    sides = [{members[n] for n in part} for part in parts] if parts else []
    if any(0 < len(side.intersection(together)) < len(set(together)) for side in sides for together in bound):
        sides = []
    yield from (sorted(side) for side in sides or [set(members)])


def _both_ways(pairs: Sequence[tuple[int, int]]) -> Links:
    links: Links = defaultdict(dict)
    for a, b in pairs:
        links[a][b] = links[b][a] = 1.0
    return links


def _links(profiles: Sequence[Profile]) -> Links:
    """The likeness of every pair that shares a telling term."""
    links: Links = defaultdict(dict)
    for a, b in _candidates(profiles):
        value = likeness(profiles[a], profiles[b])
        if value >= PAIR:
            links[a][b] = links[b][a] = value
    return links


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share one of their key terms, each once."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(profiles):
        for term in one.keys:
            having[term].append(n)
    for n, one in enumerate(profiles):
        near = {m for term in one.keys if len(having[term]) <= CROWD for m in having[term] if m < n}
        for m in sorted(near):
            yield m, n
