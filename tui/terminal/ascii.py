"""Plain forms: how signs and letters are written where only ASCII can be."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import cell_len

# Signs in the interface and in articles that have a plain form of the same width; the rest become "?".
_SIGNS = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾▔‐‑–—―−",
    "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▏▕▌▐▎▍▊▋",
    "#": "█▉▇▆▅◆■▪▓",
    "=": "▄▃▂",
    "_": "▁",
    "*": "•●",
    ".": "·…░",
    ":": "▒",
    "o": "○◇□",
    ">": "▸▶►▹›→≥",
    "<": "◂◀◄‹←≤",
    "^": "▴▲△↑▀",
    "v": "▾▼▽↓✓✔",
    "x": "✗✘×",
    "'": "‘’‚‛",
    '"': "“”„«»",
    "~": "≈",
    "/": "÷",
}
_PLAIN_FORMS = str.maketrans(
    {chr(code): "+" for code in range(0x2500, 0x2580)}
    | {sign: plain for plain, signs in _SIGNS.items() for sign in signs}
)


@lru_cache(maxsize=4096)
def to_ascii(text: str) -> str:
    """`text` in ASCII: signs in their plain form, letters without accents, "?" a column for the rest."""
    out = []
    for char in text.translate(_PLAIN_FORMS):
        if char.isascii():
            out.append(char)
            continue
        base = unicodedata.normalize("NFKD", char)[0]
        out.append(base if base.isascii() and base.isprintable() else "?" * cell_len(char))
    return "".join(out)
