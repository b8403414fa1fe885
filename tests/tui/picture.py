"""Draw README's picture from the reader itself: `python -m tests.tui.picture docs/compare.svg`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from index import samples
from index.library import Library
from tests.tui.pilot import Reading, reading

SIZE = (120, 32)
QUERY = "title:rescued"  # tells at once what the others tell otherwise
_CELL = 12.2  # units of a column in the pictures that Rich draws
_TEXT = re.compile(r'<text([^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>(.*?)</text>')
_SPACE = "&#160;"
_LEFT, _RIGHT = re.compile(f"^(?:{_SPACE})*"), re.compile(f"(?:{_SPACE})*$")


async def comparison(library: Library) -> str:
    """The compare view of a story as SVG, the cursor on its first row, a difference."""
    async with reading(library, SIZE, query=QUERY) as here:
        here.app.theme = "dark"  # whatever the terminal at hand would get
        await here.sees(" ms")
        await here.press("down", "equals_sign")
        await here.sees("shared row")
        await here.pilot.pause(0.3)
        return placed(_svg(here))


def _svg(here: Reading) -> str:
    return here.app.export_screenshot(title="lateral")


def placed(svg: str) -> str:
    """The same picture with each text where it begins: not every viewer keeps the spaces around a text."""
    return _TEXT.sub(_without_spaces, svg)


def _without_spaces(found: re.Match[str]) -> str:
    before, x, between, length, after, text = found.groups()
    left, right = (len(found[0]) // len(_SPACE) for found in (_LEFT.search(text), _RIGHT.search(text)) if found)
    text = text[left * len(_SPACE) : len(text) - right * len(_SPACE)]
    start, size = float(x) + left * _CELL, float(length) - (left + right) * _CELL
    return f'<text{before}x="{start:.1f}"{between}textLength="{size:.1f}"{after}>{text}</text>'


def main() -> None:
    """Draw it into the file that is named."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", state=Path(folder) / "state")
        library.add(samples.paths())
        Path(sys.argv[1]).write_text(asyncio.run(comparison(library)), encoding="utf-8")
        library.close()


if __name__ == "__main__":
    main()
