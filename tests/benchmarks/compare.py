"""How fast comparison and stories are: `python -m tests.benchmarks.compare`.

Prints CPU time, not wall time: milliseconds for two and for eight articles of 600 words (their analysis is not
counted), for bad cases, for a new article to find its story among the candidates that the index hands over (their
profiles are made anew, as in a fresh process; the number of articles in the library plays no part), and for
grouping. The articles are made up, each a shuffled retelling of one event in words that partly differ. Exit 1 if a
figure misses its target.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from index.compare.comparison import compare
from index.model import Analysis, Article
from index.stories.group import group, place
from index.stories.profile import profile
from index.text.analysis import analyse

WORDS = 600
CANDIDATES = 20  # articles that the index hands over for a new one
DAY = datetime(2025, 5, 5, tzinfo=UTC)

_WHO = ["Governor Marsh", "the port authority", "union chairman Paul Idowu", "officials", "engineers from Oslo", "she"]
_SAYS = ["said", "confirmed", "warned", "told reporters", "estimates", "denied"]
_WHAT = ["the harbour", "the new terminal", "a ferry", "the grain silos", "the northern crane", "the customs hall"]
_DOES = ["would close", "had been repaired", "cost more than planned", "caught fire", "will reopen", "was sold"]
_WHERE = ["in Dunmore", "near the old quay", "on the coast", "beside the railway", "at Saint Brannoc", "in the bay"]
_MUCH = ["for {n} million euros", "after {n} weeks", "with {n} workers inside", "on Tuesday", "in 2019", "last year"]


def article(seed: int, words: int = WORDS) -> Article:
    """A made-up article of about so many words."""
    chance = random.Random(seed)
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        parts = [chance.choice(choices) for choices in (_WHO, _SAYS, _WHAT, _DOES, _WHERE, _MUCH)]
        extra = (
            f"while crew {chance.randrange(40)} waited for pilot {chance.choice('ABCDEFGHIJ')}{chance.randrange(90)}"
        )
        sentences.append(f"{' '.join(parts)} {extra}.".format(n=chance.randrange(2, 60)).capitalize())
    published = DAY + timedelta(hours=seed)
    return Article(
        f"{seed:016x}", f"Report {seed} from the harbour", " ".join(sentences), "Gazette", published=published
    )


def milliseconds(run: Callable[[], object], times: int = 5) -> float:
    """CPU milliseconds of one call, the best of so many."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        run()
        best = min(best, time.process_time() - started)
    return best * 1000


def figures() -> list[tuple[str, float, float]]:
    """What is measured, in milliseconds, with its target (infinite where there is none)."""
    eight = [analyse(article(seed)) for seed in range(8)]
    book, note = analyse(article(20, words=80_000)), analyse(article(21, words=20))
    known = [article(seed) for seed in range(CANDIDATES)]
    new = article(99)
    story = [profile(article(seed)) for seed in range(500)]

    def placing() -> str | None:
        return place(profile(new), [(profile(one), "0") for one in known])

    return [
        ("two articles of 600 words", milliseconds(lambda: compare(eight[:2])), 60),
        ("eight articles of 600 words", milliseconds(lambda: compare(eight), 3), 1000),
        ("an article against itself", milliseconds(lambda: compare([eight[0], eight[0]])), 60),
        ("200 pages against two sentences", milliseconds(lambda: compare([book, note]), 1), 3000),
        ("200 pages against 200 pages", milliseconds(lambda: compare([book, _again(book)]), 1), 10_000),
        ("a story of 500 articles", milliseconds(lambda: compare([eight[n % 8] for n in range(500)]), 1), 2000),
        ("one profile", milliseconds(lambda: profile(new)), float("inf")),
        (f"a new article, with {CANDIDATES} candidates", milliseconds(placing), 30),
        ("grouping 500 articles of one event", milliseconds(lambda: group(story), 1), 60_000),
    ]


def _again(analysis: Analysis) -> Analysis:
    text = ". ".join(reversed(analysis.article.text.removesuffix(".").split(". ")))
    return analyse(Article("f" * 16, "Again", text, "Courier"))


def main() -> int:
    """Print the figures."""
    missed = 0
    for name, value, target in figures():
        late = value > target
        missed |= late
        limit = "" if target == float("inf") else f"  (target {target:,.0f} ms){'  MISSED' if late else ''}"
        print(f"{name:40} {value:10,.1f} ms{limit}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
