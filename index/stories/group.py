"""Which articles tell the same story: in a batch, or one new article at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from index.model import Story
from index.stories.clusters import Links, cluster
from index.stories.describe import describe
from index.stories.likeness import JOIN, likeness
from index.stories.profile import Profile

CROWD = 200  # a term that more articles share says nothing of the event
PAIR = 0.05  # likeness below which a pair isn't worth remembering


def group(
    profiles: Sequence[Profile],
    *,
    together: Collection[Collection[str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> tuple[Story, ...]:
    """Every article in exactly one story, newest story first; an article on its own is a story of one.

    `together` lists sets of article ids that a person put into one story, `apart` pairs that a person took
    apart; both hold whatever the texts say, and ids that aren't in `profiles` are ignored. The result
    doesn't depend on the order of `profiles`.
    """
    ordered = sorted(profiles, key=lambda p: p.id)
    place_of = {p.id: n for n, p in enumerate(ordered)}
    bound = [[place_of[i] for i in ids if i in place_of] for ids in together]
    barred = [(place_of[a], place_of[b]) for a, b in apart if a in place_of and b in place_of]
    found = cluster(len(ordered), _links(ordered), JOIN, together=bound, apart=barred)
    stories = [describe([ordered[n] for n in members]) for members in found]
    return tuple(sorted(stories, key=lambda s: (s.last is None, -s.last.timestamp() if s.last else 0.0, s.id)))


def place(profile: Profile, candidates: Sequence[tuple[Profile, str]]) -> str | None:
    """The id of the story that a new article joins, or None where it begins one of its own.

    `candidates` are profiles with the id of their story, as an index search for `profile.keys` finds them;
    the best mean likeness to a story's candidates decides, ties to the smaller id.
    """
    scores: dict[str, list[float]] = defaultdict(list)
    for other, story in candidates:
        if other.id != profile.id:
            scores[story].append(likeness(profile, other))
    means = sorted((-sum(values) / len(values), story) for story, values in scores.items())
    return means[0][1] if means and -means[0][0] >= JOIN else None


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
