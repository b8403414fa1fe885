from __future__ import annotations

import pytest

from index.ingest.authors import split


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Moss", ("Ada Moss",)),
        ("By Ada Moss and Ben Rill", ("Ada Moss", "Ben Rill")),
        ("Ada Moss, Ben Rill; Cy Dunn", ("Ada Moss", "Ben Rill", "Cy Dunn")),
        ("Ada Moss & Ben Rill | Cy Dunn", ("Ada Moss", "Ben Rill", "Cy Dunn")),
        ("Moss, Ada", ("Ada Moss",)),
        ("Ada Moss, political editor", ("Ada Moss",)),
        ("Reporting by Ada Moss in Oslo", ("Ada Moss",)),
        ("Von Ada Moss", ("Ada Moss",)),
        ("Ada Moss <ada@example.org>", ("Ada Moss",)),
        ("ada@example.org (Ada Moss)", ("Ada Moss",)),
        ("ada@example.org", ("ada",)),
        ("Ada Anderson", ("Ada Anderson",)),
        ("https://example.org/authors/ada", ()),
        ("Ada Moss, MS, RD", ("Ada Moss",)),
        ("2 March 2026", ()),
        ("", ()),
    ],
)
def test_bylines(byline: str, names: tuple[str, ...]) -> None:
    assert split([byline]) == names


def test_each_author_comes_once() -> None:
    assert split(["Ada Moss", "By Ada Moss and Ben Rill"]) == ("Ada Moss", "Ben Rill")
