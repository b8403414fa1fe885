from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from index.ingest import normalise, sources
from index.ingest.encoding import decode
from index.ingest.formats import html
from index.model import Article

# The benchmark's own metric, averaged over pages; see its evaluate.py.
_BODY_F1 = 0.97
_SHINGLE = 4
_DATED = 0.98


def test_bodies_are_found(suite: Path, report: Callable[[str], None]) -> None:
    truth = json.loads((suite / "ground-truth.json").read_text("utf-8"))
    began = time.process_time()
    articles = {name: article(suite, name, stated["url"]) for name, stated in truth.items()}
    rate = len(truth) / (time.process_time() - began)
    scores = [matching(truth[name]["articleBody"], articles[name].text) for name in sorted(truth)]
    f1, precision, recall = overall(scores)
    halves = ", ".join(f"{overall(scores[start::2])[0]:.4f}" for start in (0, 1))
    report(
        f"html: body F1 {f1:.4f} (precision {precision:.4f}, recall {recall:.4f}; halves {halves}); {rate:.0f} pages/s"
    )
    assert f1 >= _BODY_F1


def test_titles_dates_authors_and_outlets_are_found(suite: Path, report: Callable[[str], None]) -> None:
    truth = json.loads((suite / "ground-truth.json").read_text("utf-8"))
    found: Counter[str] = Counter()
    for name, stated in truth.items():
        page = article(suite, name, stated["url"])
        found["title"] += bool(page.title) and page.title not in page.text
        found["date"] += page.published is not None
        found["author"] += bool(page.authors)
        found["source"] += bool(page.source)
    report("html: of " + f"{len(truth)} pages have " + ", ".join(f"{field} {count}" for field, count in found.items()))
    assert found["source"] == len(truth)
    assert found["date"] >= _DATED * len(truth)


def article(suite: Path, name: str, url: str) -> Article:
    data = gzip.decompress((suite / "html" / f"{name}.html.gz").read_bytes())
    draft = html.draft(decode(data, html.declared_charset(data)), url)
    return normalise.article(draft, sources.load())


def matching(true: str, found: str) -> tuple[float, float, float]:
    """True positives, false positives and false negatives among shingles, as shares of their sum."""
    expected, actual = shingles(true), shingles(found)
    counts = ((expected & actual).total(), (actual - expected).total(), (expected - actual).total())
    return tuple(count / (sum(counts) or 1) for count in counts)  # type: ignore[return-value]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    starts = range(max(1, len(tokens) - _SHINGLE + 1))
    return Counter(tuple(tokens[start : start + _SHINGLE]) for start in starts if tokens)


def overall(scores: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """F1 of the mean precision and the mean recall."""
    precision = statistics.mean(share(tp, fp) for tp, fp, _ in scores if tp + fp)
    recall = statistics.mean(share(tp, fn) for tp, _, fn in scores if tp + fn)
    return 2 * precision * recall / (precision + recall), precision, recall


def share(right: float, wrong: float) -> float:
    return right / (right + wrong)
