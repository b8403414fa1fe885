"""Text as terminal cells, with the same widths Textual lays out by.

A cell holds one grapheme; the second cell of a wide one holds "". Nothing that a terminal could act on becomes a
cell: control codes, C1, bidirectional controls and other invisible format characters are left out, whatever the
layers above let through.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import get_character_cell_size, split_graphemes

# What may not reach a terminal from text. U+200D (ZWJ) stays: emoji are built with it, and it acts on nothing.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
# Clusters whose width terminals disagree on: joined and presented emoji, flags, skin tones, keycaps, and the scripts
# of South and South-East Asia whose signs combine.
DOUBTFUL = re.compile(
    "[\u200d\ufe0e\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
    "\u0900-\u0eff\u0f00-\u109f\u1100-\u11ff\u1700-\u17ff\u1900-\u1aff\u1b00-\u1cff\ua800-\uabff\U00011000-\U000119ff]"
)
MARKS_KEPT = 4  # combining marks kept on one cell; a flood of them would spill over the rows around it
JOINED_KEPT = 16  # code points kept of an emoji built with ZWJ; the longest in use have ten


@lru_cache(maxsize=8192)
def cells(text: str) -> tuple[str, ...]:
    """The cells `text` fills. Marks with nothing to sit on are dropped."""
    if text.isascii() and text.isprintable():
        return tuple(text)
    text = UNSAFE.sub(_stand_in, text)
    found: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width <= 0:
            continue
        found.append(_capped(text[start:end]))
        if width == 2:
            found.append("")
    return tuple(found)


def _stand_in(unsafe: re.Match[str]) -> str:
    """As wide as Textual took the character to be, so that what follows stays in its column."""
    return "\ufffd" if get_character_cell_size(unsafe[0]) > 0 else ""


def _capped(cluster: str) -> str:
    return cluster[: JOINED_KEPT if "\u200d" in cluster else 1 + MARKS_KEPT]


def is_doubtful(text: str) -> bool:
    """Whether terminals may disagree on how many cells `text` fills."""
    return not text.isascii() and DOUBTFUL.search(text) is not None
