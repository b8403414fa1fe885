"""Pens: the look of a cell, read from SGR sequences and written as the shortest change between two of them.

Sequences and codes are those of ECMA-48 section 8.3.117, with 38/48 colours as xterm writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

# What turns each attribute off; bold and faint share one code, as do the two underlines.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_OFF |= {"21": "24", "51": "54", "52": "54", "53": "55"}
_SEEN_ON_BLANKS = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})


def _indexed() -> dict[tuple[str, ...], str]:
    """The true colours that have a number among xterm's 256, which is half as long.

    The first sixteen are the user's own; those after them, up to the first blues, are remapped by some themes.
    """
    steps = (0, 95, 135, 175, 215, 255)
    colours = {(red, green, blue): 0 for red in steps for green in steps for blue in steps}
    cube = dict(zip(colours, range(16, 232), strict=True))
    greys = {(level, level, level): 232 + number for number, level in enumerate(range(8, 248, 10))}
    return {tuple(map(str, colour)): str(number) for colour, number in (cube | greys).items() if number > 21}


_INDEXED = _indexed()


class Pen:
    """How a cell looks. Pens are interned: equal looks are one object, so `is` compares them.

    `attributes` are SGR codes ("1", "7"), `fg` and `bg` are colour parameters ("38;5;7") or "" for the
    terminal's own, `link` is the parameters and address of an OSC 8 link ("id=1;https://…") or "".
    """

    __slots__ = ("attributes", "bg", "blank", "fg", "link", "sequence", "shows_on_blanks")

    def __init__(self, attributes: frozenset[str], fg: str, bg: str, link: str) -> None:
        self.attributes = attributes
        self.fg = fg
        self.bg = bg
        self.link = link
        self.sequence = ";".join([*sorted(attributes, key=int), *filter(None, (fg, bg))])
        self.shows_on_blanks = bool(link) or not _SEEN_ON_BLANKS.isdisjoint(attributes)
        self.blank: Pen = self if self.shows_on_blanks else pen(frozenset(), "", bg, "") if fg or attributes else self


@lru_cache(maxsize=16384)
def pen(attributes: frozenset[str], fg: str, bg: str, link: str) -> Pen:
    """The one pen with this look."""
    return Pen(attributes, fg, bg, link)


PLAIN = pen(frozenset(), "", "", "")


@lru_cache(maxsize=16384)
def read(parameters: str, link: str = "") -> Pen:
    """The pen that SGR `parameters` ("1;38;2;10;20;30") set on a terminal at rest."""
    attributes: set[str] = set()
    fg = bg = ""
    codes = iter(parameters.split(";"))
    for code in codes:
        number = int(code or 0)
        if number in (38, 48):
            colour = _extended(code, codes)
            fg, bg = (colour, bg) if number == 38 else (fg, colour)
        elif number == 0:
            attributes.clear()
            fg = bg = ""
        elif 30 <= number <= 39 or 90 <= number <= 97:
            fg = "" if number == 39 else code
        elif 40 <= number <= 49 or 100 <= number <= 107:
            bg = "" if number == 49 else code
        elif code in _OFF:
            attributes.add(code)
    return pen(frozenset(attributes), fg, bg, link)


def _extended(code: str, rest: Iterator[str]) -> str:
    """The parameters of an extended colour: three for one of 256, five for red, green and blue if not among them."""
    kind = next(rest, "5")
    values = tuple(next(rest, "0") for _ in range(3 if kind == "2" else 1))
    if values in _INDEXED:
        return f"{code};5;{_INDEXED[values]}"
    return ";".join([code, kind, *values])


@lru_cache(maxsize=65536)
def change(old: Pen | None, new: Pen) -> str:
    """The shortest SGR sequence from `old` (None: unknown) to `new`, links aside; "" where none is needed."""
    if old is not None and old.sequence == new.sequence:
        return ""
    if not new.sequence:
        return "\x1b[m"
    fresh = f"\x1b[;{new.sequence}m"
    if old is None:
        return fresh
    partial = f"\x1b[{';'.join(_steps(old, new))}m"
    return partial if len(partial) <= len(fresh) else fresh


@lru_cache(maxsize=16384)
def shortest_to_blank(old: Pen | None, new: Pen) -> Pen:
    """The pen that blanks look like `new` in and that takes the fewest bytes from `old`."""
    if old is None or old.shows_on_blanks or new.shows_on_blanks:
        return new
    kept = pen(old.attributes, old.fg, new.bg, "")
    return min(kept, new, key=lambda each: len(change(old, each)))


def _steps(old: Pen, new: Pen) -> list[str]:
    off = {_OFF[code] for code in old.attributes - new.attributes}
    on = {code for code in new.attributes if code not in old.attributes or _OFF[code] in off}
    steps = [*sorted(off, key=int), *sorted(on, key=int)]
    if new.fg != old.fg:
        steps.append(new.fg or "39")
    if new.bg != old.bg:
        steps.append(new.bg or "49")
    return steps
