"""The signs drawn beside text, with plain ones for terminals that cannot show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """`strength` marks claims of strength 1, 2, 3; `bars` rise from the least to the most."""

    cursor: str = "›"
    selected: str = "▌"
    picked: str = "✓"
    unread: str = "•"
    strength: tuple[str, str, str] = ("▏", "▍", "█")
    marked: str = "★"
    line: str = "│"
    linked: str = "┃"
    across: str = "─"
    bars: str = "▁▂▃▄▅▆▇█"
    same: str = "="
    related: str = "~"
    differs: str = "≠"
    only: str = "+"
    place: str = "▲"
    none: str = "–"

    keys: str = "⏎←→↑↓"  # signs of keys that can be shown

    def named(self, text: str) -> str:
        """A text about keys, those by name whose signs cannot be shown."""
        for sign, name in _KEYS.items():
            text = text if sign in self.keys else text.replace(sign, name)
        return text


_KEYS = {"⏎": "Enter", "←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}

UNICODE = Glyphs()
ASCII = Glyphs(
    cursor=">", selected="|", picked="x", unread="*", strength=("1", "2", "3"), marked="*", line="|", linked="#",
    across="-", bars="_.:-=+*#", differs="!", place="^", none="-", keys="",
)  # fmt: skip
