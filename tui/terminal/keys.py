"""Turns the bytes a terminal sends into events, whatever the bytes are.

Invalid UTF-8 is dropped. So are replies to queries that some other program sent before: lateral sends none, and
a late reply would otherwise be read as keys.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from textual import events
from textual.message import Message

from tui.terminal.cells import UNSAFE
from tui.terminal.seam import XTermParser

# Device attributes, status and mode reports, window reports, and OSC, DCS and APC strings, complete …
_REPLY = re.compile(
    r"\x1b\[[?>=][\d;:]*\$?[cnuyRS]|\x1b\[\d+;\d+(?:;\d+)?t"
    r"|\x1b(?:\]\d+|P[\d>!$+=]|_G)[^\x07\x1b]*(?:\x07|\x1b\\)"
)
# … and cut off at the end of what has arrived.
_PARTIAL = re.compile(r"(?:\x1b\[(?:[?>=][\d;:$]*|\d[\d;]*)|\x1b(?:\]\d+|P[\d>!$+=]|_G)[^\x07\x1b]*\x1b?)\Z")
_NOT_TYPED = re.compile("[\x80-\x9f\ufffd]")
_LONGEST_PARTIAL = 4096


class KeyReader:
    """Decodes a stream of bytes into Textual's events."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._held = ""

    def feed(self, data: bytes) -> Iterator[Message]:
        """The events that these bytes complete."""
        text = self._held + _NOT_TYPED.sub("", self._decode(data))
        text = _REPLY.sub("", text)
        partial = _PARTIAL.search(text)
        start = partial.start() if partial and len(text) - partial.start() <= _LONGEST_PARTIAL else len(text)
        self._held = text[start:]
        if text[:start]:
            yield from map(_harmless, self._parser.feed(text[:start]))

    def tick(self) -> Iterator[Message]:
        """The events that only the passing of time completes, such as a lone ESC."""
        self._held = ""
        yield from self._parser.tick()


def _harmless(event: Message) -> Message:
    """The event, a pasted text without what could act on a terminal."""
    if isinstance(event, events.Paste):
        return events.Paste(UNSAFE.sub(lambda found: "\n" if found[0] in "\r\n\u2028\u2029" else "", event.text))
    return event


def _kept(unsafe: re.Match[str]) -> str:
    """Line ends and tabs keep their meaning; everything else that is unsafe has none in a text."""
    return {"\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}.get(unsafe[0], "")
