"""Grouping articles into stories: B-cubed F on ECB+ (texts alone) and on BASIL (with dates)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from index.model import Article
from index.stories.group import group
from index.stories.likeness import likeness
from index.stories.profile import Profile, profile
from tests.evaluation.task import Figure, Run

# Measured with TF-IDF over words: .876 on ECB+, .979 on BASIL without dates.
SETS = {"ecb": (False, 0.876), "basil": (True, 0.979)}


def run(run: Run) -> Iterator[Figure]:
    """Group each file at once; sources and dates of ECB+ are no input, as its notes ask."""
    for file, (dated, baseline) in SETS.items():
        rows = run.gold(file)
        if not rows:
            continue
        profiles = [profile(article(row, dated=dated)) for row in rows]
        cluster = {id_: story.id for story in group(profiles) for id_ in story.articles}
        nearest = [_nearest(one, profiles) for one in profiles]
        run.write(
            file,
            (
                {"id": one.id, "cluster": cluster[one.id], "nearest": near}
                for one, near in zip(profiles, nearest, strict=True)
            ),
        )
        precision, recall = b_cubed({row["id"]: row["event"] for row in rows}, cluster)
        yield Figure("stories", f"{file} B3 F", 2 * precision * recall / (precision + recall), baseline=baseline)
        yield Figure("stories", f"{file} B3 precision", precision)
        yield Figure("stories", f"{file} B3 recall", recall)


def article(row: Mapping[str, Any], *, dated: bool) -> Article:
    """A row as an article."""
    published = row["published"] if dated else None
    day = datetime.fromisoformat(published) if published else None
    return Article(
        id=row["id"],
        title=row["title"] or "",
        text=row["text"] or "",
        source=(row["source"] or "") if dated else "",
        published=day.replace(tzinfo=day.tzinfo or UTC) if day else None,
    )


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall, averaged over the items (Bagga and Baldwin 1998)."""
    events, clusters = _members(gold), _members(found)
    shared = {item: len(events[gold[item]] & clusters[found[item]]) for item in gold}
    precision = sum(count / len(clusters[found[item]]) for item, count in shared.items())
    recall = sum(count / len(events[gold[item]]) for item, count in shared.items())
    return precision / len(gold), recall / len(gold)


def _members(labels: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for item, label in labels.items():
        members[label].add(item)
    return members


def _nearest(one: Profile, profiles: Sequence[Profile]) -> str:
    return max((other for other in profiles if other is not one), key=lambda other: likeness(one, other)).id
