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

_STRING = r"\x1b(?:\][\dlL]|P[\d>!$+=]|_G)[^\x07\x1b]*"  # OSC, DCS and APC
# Device attributes, status and mode reports, window reports, and strings, complete …
_REPLY = re.compile(rf"\x1b\[[?>=][\d;:]*\$?[cnuyRS]|\x1b\[[\d;]*(?:\$y|[nt])|{_STRING}(?:\x07|\x1b\\)")
# … and cut off at the end of what has arrived.
_PARTIAL = re.compile(rf"(?:\x1b\[(?:[?>=][\d;:$]*|\d[\d;]*\$?)|(?P<string>{_STRING}\x1b?))\Z")
_END = re.compile(r"\x07|\x1b\\")  # of a string
_NOT_TYPED = re.compile("[\x80-\x9f\ufffd]")


class KeyReader:
    """Decodes a stream of bytes into Textual's events."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._held = ""
        self._inside = False  # a string that is a reply, of which the end has not come
        self._late = False
        self._escape = ""  # what has been taken for the key Escape, and may have begun a reply

    def feed(self, data: bytes) -> Iterator[Message]:
        """The events that these bytes complete."""
        text = self._held + _NOT_TYPED.sub("", self._decode(data))
        if reply := _REPLY.match(self._escape + text):
            text = text[reply.end() - len(self._escape) :]
        self._held = self._escape = ""
        text = _REPLY.sub("", self._outside(text) if self._inside else text)
        if partial := _PARTIAL.search(text):
            text, rest = text[: partial.start()], text[partial.start() :]
            self._inside = partial["string"] is not None
            self._hold(rest)
        if text:
            yield from map(_harmless, self._parser.feed(text))

    def tick(self) -> Iterator[Message]:
        """The events that only the passing of time completes, such as a lone ESC."""
        self._held = ""
        self._late = self._inside
        found = list(self._parser.tick())
        self._escape = "\x1b" if any(isinstance(each, events.Key) and each.key == "escape" for each in found) else ""
        yield from found

    def _outside(self, text: str) -> str:
        """What comes behind a string; where that has been interrupted, anything that does not end it has been typed."""
        end = _END.search(text)
        if end or self._late:
            self._inside = self._late = False
            return text[end.end() :] if end else text
        self._hold(text)
        return ""

    def _hold(self, text: str) -> None:
        """Keep what the next bytes may complete; of a string that is no more than the first half of its end."""
        if self._inside:
            text = "\x1b" if text.endswith("\x1b") else ""
        self._held = text


def _harmless(event: Message) -> Message:
    """The event, a pasted text without what could act on a terminal."""
    if isinstance(event, events.Paste):
        return events.Paste(UNSAFE.sub(_kept, event.text))
    return event


def _kept(unsafe: re.Match[str]) -> str:
    """Line ends and tabs keep their meaning; everything else that is unsafe has none in a text."""
    return {"\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}.get(unsafe[0], "")
