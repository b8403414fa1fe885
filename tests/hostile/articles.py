"""Hostile articles: each puts one kind of attack into every field that a reader sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.escapes import CONTROLS, ESCAPES

BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
INVISIBLE = ["\u00ad", "\u034f", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\ufe0f"]
TAGS = "".join(chr(0xE0000 + code) for code in (*range(0x20, 0x7F), 1, 0x7F))
SURROGATES = ["\ud800", "\udfff", "\ud83d"]
MARKS = "a" + "\u0301\u0489\u20dd" * 700
LONG_WORD = "w" * 100_000
MARKUP = [
    "[/r/worldnews] today",
    "[WATCH] Minister resigns",
    "[@click=app.quit]quit[/]",
    "[link=javascript:alert(1)]x[/link]",
    "[red on blue]loud[/]",
    "[/]",
    "[[[",
    "\\[escaped]",
    "$x{{}}%s{0}",
    "<script>alert(1)</script>&amp;<b>",
    "**bold** `code` # heading",
]
ADDRESSES = [
    "javascript:alert(1)",
    "https://example.org/\x1b]0;owned\x07",
    "https://example.org/a\x1b\\b",
    "https://user:secret@example.org@evil.example/",
    "https://example.org/'; touch owned; '",
    "https://example.org/\u202egro.elpmaxe",
    "file:///etc/passwd",
    "--help",
    "https://" + "a" * 10_000,
]
WIDE = [
    "中文字" * 50,
    "🙂" * 80,
    "👨‍👩‍👧‍👦" * 20,
    "🇩🇪" * 30,
    "❤️" * 30,
    "नमस्ते " * 20,
    "สวัสดี " * 20,
    "\u3000" * 40,
    "ﷺ" * 30,
]
SENTENCE = "A storm broke 40 roofs in Varnholm on Monday, the mayor said."


@dataclass(frozen=True, slots=True)
class Attack:
    """A kind of attack and the text that carries it."""

    name: str
    text: str


def attacks() -> Iterator[Attack]:
    """Every kind."""
    yield Attack("controls", "".join(f"{char}x" for char in CONTROLS))
    for number, escape in enumerate(ESCAPES):
        yield Attack(f"escape {number}", f"before{escape}after")
    yield Attack("bidi", "left".join(BIDI) + "right")
    yield Attack("invisible", "pay".join(INVISIBLE) + "pal")
    yield Attack("tags", f"seen{TAGS}seen")
    yield Attack("surrogates", "s".join(SURROGATES) + "s")
    yield Attack("marks", MARKS)
    yield Attack("long word", LONG_WORD)
    yield Attack("wide", " ".join(WIDE))
    yield Attack("lines", "one\u2028two\u2029three\x85four\x0bfive\r\nsix\rseven")
    yield Attack("markup", " ".join(MARKUP))
    for number, markup in enumerate(MARKUP):
        yield Attack(f"markup {number}", markup)
    yield Attack("empty", "")


def write(path: Path) -> int:
    """Write the articles as JSON Lines; returns how many. All tell of one storm, so that they make a story."""
    made = list(attacks())
    with path.open("w", encoding="ascii") as file:
        for number, attack in enumerate(made):
            address = ADDRESSES[number % len(ADDRESSES)]
            article = {
                "title": f"{attack.name} storm {attack.text}"[:3000],
                "text": f"{SENTENCE} {attack.text}\n\n“{attack.text}”, said {attack.text[:60]} of Varnholm.",
                "source": f"Source {number % 5} {attack.text[:200]}",
                "author": attack.text[:200],
                "published": "2026-03-02T09:00:00Z",
                "url": f"{address}{number}" if address.startswith("https") else address,
                "language": attack.text[:20],
            }
            file.write(json.dumps(article) + "\n")
    return len(made)
