"""Quotations against the attributions of PolNeAR: content found, and its speaker right where it is quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from index.text.names import names
from index.text.quotations import quotations
from index.text.sentences import sentences
from tests.evaluation.task import Figure, Run

FILES = ("polnear",)
_TRIMMED = ' ,“”"\n\xa0:;—'
_STOP = frozenset(("the", "a", "an", "of", "and", "for", "in", "to", "his", "her", "s", "who", "on", "at"))
_NAME = r"[A-Z]\w+(?: [A-Z]\w+)*"
_PLAIN = re.compile(r"[“\"]([^“”\"\n]{15,})[”\"]")
_SAID = re.compile(rf"({_NAME}|\b[Hh]e|\b[Ss]he)\s+(?:said|told|added|says)|(?:said|added|says)\s+({_NAME})")

Row = dict[str, Any]
Pair = tuple[int, int]


def run(run: Run) -> Iterator[Figure]:
    """Content F1, and the share of quoted statements whose speaker is right."""
    for file in FILES:
        gold = run.gold(file)
        if not gold:
            continue
        predicted = [attributions(row["text"]) for row in gold]
        run.write(
            file, ({"doc": row["doc"], "attributions": found} for row, found in zip(gold, predicted, strict=True))
        )
        ours, plain = scores(gold, predicted), scores(gold, [_plain(row["text"]) for row in gold])
        published = "0.625 (a CRF trained on it)", "0.712 (a CRF trained on it)"
        yield Figure(f"quotes {file}", "content F1", ours[0], None, plain[0], published[0])
        yield Figure(f"quotes {file}", "speaker when quoted", ours[1], None, plain[1], published[1])


def attributions(text: str) -> list[Row]:
    """The quotations of `text` in the form of the predictions; those that share a cue are one attribution."""
    split = sentences(text)
    found: dict[Pair, Row] = {}
    for item in quotations(text, split, names(text, split)):
        cue = item.cue_span or item
        row = found.setdefault((cue.start, cue.end), {"source": [], "cue": [], "content": []})
        row["content"].append([item.start, item.end])
        row["source"] = [[item.speaker_span.start, item.speaker_span.end]] if item.speaker_span else []
        row["cue"] = [[item.cue_span.start, item.cue_span.end]] if item.cue_span else []
    return list(found.values())


def scores(gold: Sequence[Row], predicted: Sequence[Sequence[Row]]) -> tuple[float, float]:
    """F1 of contents that overlap by half, and the share of quoted ones with a source whose speaker is right."""
    counts: Counter[str] = Counter(predicted=sum(map(len, predicted)))
    for row, found in zip(gold, predicted, strict=True):
        counts.update(_compare(row, found))
    precision = counts["used"] / max(1, counts["predicted"])
    recall = counts["found"] / max(1, counts["gold"])
    content = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return content, counts["right"] / max(1, counts["quoted"])


def _compare(row: Row, found: Sequence[Row]) -> Counter[str]:
    """Counts of one document: gold contents, those found, predictions used, quoted ones and right speakers."""
    hulls = [_hull(row["text"], one["content"]) for one in found]
    counts: Counter[str] = Counter()
    used = set()
    for wanted in row["attributions"]:
        if not wanted["content"]:
            continue
        best = _best(_hull(row["text"], wanted["content"]), hulls)
        quoted = bool(wanted["source"] and wanted["quoted"])
        counts.update(gold=1, quoted=quoted)
        if best is not None:
            used.add(best)
            counts.update(found=1, right=quoted and _same_speaker(row["text"], wanted, found[best]))
    counts["used"] = len(used)
    return counts


def _best(wanted: Pair, hulls: Sequence[Pair]) -> int | None:
    """The prediction that overlaps most with `wanted`, if by at least half of the union."""
    best = max(range(len(hulls)), key=lambda i: _overlap(hulls[i], wanted), default=None)
    return best if best is not None and _overlap(hulls[best], wanted) >= 0.5 else None


def _overlap(one: Pair, other: Pair) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / max(1, one[1] - one[0] + other[1] - other[0] - shared)


def _hull(text: str, spans: Sequence[Sequence[int]]) -> Pair:
    trimmed = [_trim(text, start, end) for start, end in spans]
    return min(start for start, _ in trimmed), max(end for _, end in trimmed)


def _trim(text: str, start: int, end: int) -> Pair:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED + ".":
        end -= 1
    return start, end


def _same_speaker(text: str, wanted: Row, found: Row) -> bool:
    if not found["source"]:
        return False
    one, other = (_words(text, row["source"]) for row in (wanted, found))
    return bool((one - _STOP) & (other - _STOP)) or one == other


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[str]:
    return set(re.findall(r"\w+", " ".join(text[start:end] for start, end in spans).lower()))


def _plain(text: str) -> list[Row]:
    """Quotation marks with a name and a reporting verb right behind them."""
    found = []
    for match in _PLAIN.finditer(text):
        said = _SAID.search(text[match.end() : match.end() + 60])
        which = 1 if said and said[1] else 2
        source = [[match.end() + said.start(which), match.end() + said.end(which)]] if said else []
        found.append({"source": source, "cue": [], "content": [list(match.span(1))]})
    return found
