"""The analysis of new articles, by far the longest part of an import, shared with processes on the other cores.

A helper is `python -m index.library.analysing FOLDER`. It reads a JSON line of ids from stdin, writes one with what
it found to stdout, and ends with its stdin, which also happens when its parent is gone. It only reads the library.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from index.cores import cores, helping
from index.library.callbacks import Cancelled, Report
from index.model import Article, Progress
from index.store.aids import Aids
from index.store.store import Store

_BATCH = 50  # articles of one process in a transaction: about half a second of work
_WORTH = 300  # articles from which a helper saves more time than its start takes
_HELPERS = 3  # at most: each takes 100 MB

Found = tuple[str, Aids]


def analyse(store: Store, folder: Path, report: Report, cancelled: Cancelled) -> None:
    """Find the key claims and speakers of every article of the library in `folder` that has not been looked at."""
    total = store.aids.count_missing()
    done, last = 0, ""
    with _helpers(folder, total) as helpers:
        size = _BATCH * (1 + len(helpers))
        while not cancelled() and (ids := store.aids.missing(size, last)):
            report(Progress("analysing", done, total))
            store.aids.put(_shared(store, ids, helpers))
            done, last = done + len(ids), ids[-1]


class Helper:
    """Another process that analyses articles of the library in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._process = helping("index.library.analysing", folder)

    def ask(self, ids: Sequence[str]) -> None:
        """Have these articles analysed."""
        assert self._process.stdin
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(ids).encode() + b"\n")
            self._process.stdin.flush()

    def answer(self) -> list[Found] | None:
        """What was asked last, or None where the process has ended before its time."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            return None
        return [
            (article, Aids(tuple(claims), tuple(quoted), frozenset(has)))
            for article, claims, quoted, has in json.loads(line)
        ]

    def close(self) -> None:
        """End it."""
        with suppress(BrokenPipeError):
            self._process.communicate()


@contextmanager
def _helpers(folder: Path, articles: int) -> Iterator[list[Helper]]:
    """Helpers on the other cores, where so many articles are worth it."""
    wanted = min(cores() - 1, _HELPERS) if articles >= _WORTH else 0
    with ExitStack() as stack:
        helpers = []
        for _ in range(wanted):
            helpers.append(Helper(folder))
            stack.callback(helpers[-1].close)
        yield helpers


def _shared(store: Store, ids: Sequence[str], helpers: Sequence[Helper]) -> list[Found]:
    """Everybody takes an equal share; that of a helper who has died is done here."""
    mine, *others = (ids[n :: 1 + len(helpers)] for n in range(1 + len(helpers)))
    for helper, share in zip(helpers, others, strict=True):
        helper.ask(share)
    found = _analysed(store, mine)
    for helper, share in zip(helpers, others, strict=True):
        answer = helper.answer()
        found += _analysed(store, share) if answer is None else answer
    return found


def _analysed(store: Store, ids: Sequence[str]) -> list[Found]:
    return [(article.id, _aids(article)) for article in store.articles.get(ids)]


def _aids(article: Article) -> Aids:
    from index.claims.facets import claim_texts, holds, speakers
    from index.text.analysis import analyse

    analysis = analyse(article)
    return Aids(claim_texts(analysis), speakers(analysis), holds(analysis))


def _main(folder: str) -> None:
    """The helper."""
    store = Store(Path(folder), 0, readonly=True)
    for line in sys.stdin:
        found = _analysed(store, json.loads(line))
        rows = [(article, aids.claims, aids.quoted, sorted(aids.has)) for article, aids in found]
        print(json.dumps(rows), flush=True)


if __name__ == "__main__":
    _main(sys.argv[1])
