"""The whole reader as a dialogue of lines: for screen readers, terminals that cannot place text, and logs."""

from __future__ import annotations

import sys
from io import StringIO, TextIOWrapper
from typing import TextIO

from index.library import Library
from tui.plain.dialogue import Dialogue
from tui.terminal.ascii import to_ascii
from tui.terminal.capabilities import is_utf8

_PROMPT = "> "


def converse(library: Library, source: TextIO | None = None, sink: TextIO | None = None) -> None:
    """Answer lines from `source` on `sink` (standard input and output by default) until the reader leaves.

    Nothing but text and line feeds is written. A prompt is shown where a person is typing.
    """
    source, sink = source or sys.stdin or StringIO(), sink or sys.stdout or StringIO()  # None where they are closed
    if isinstance(source, TextIOWrapper):
        source.reconfigure(errors="replace")
    prompt = _PROMPT if source.isatty() else ""
    dialogue = Dialogue(library)
    answer = dialogue.greeting()
    while not dialogue.left:
        sink.write((answer if is_utf8() else to_ascii(answer)) + "\n" + prompt)
        sink.flush()
        line = source.readline()
        if not line:
            break
        answer = dialogue.answer(line)
