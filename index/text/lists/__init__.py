"""Word lists of the text layer, written for this project, one readable file a subject."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def sections(name: str, folder: Path = Path(__file__).parent, separator: str = ",") -> dict[str, tuple[str, ...]]:
    """The entries of `<folder>/<name>.txt` by section, in file order.

    A section starts with a line `[title]`; entries are separated by `separator` or line ends; what follows `#`
    on a line is a comment.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.split("#", 1)[0].strip()
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        else:
            current += filter(None, map(str.strip, line.split(separator)))
    return {title: tuple(entries) for title, entries in found.items()}
