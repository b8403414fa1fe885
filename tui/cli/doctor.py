"""`lateral doctor`: what a bug report needs to say about terminal, library and environment."""

from __future__ import annotations

import locale
import os
import platform
import sqlite3
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from index import config as settings_file
from index import paths
from index.errors import LateralError
from index.library import Library
from tui.terminal.capabilities import describe, detect

_PACKAGES = ("lateral", "textual", "rich", "whoosh")
_VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "SSH_CONNECTION", "TMUX", "STY", "LATERAL_OUTPUT")


def examine(folder: Path) -> dict[str, str]:
    """Names and values, in the order to print them."""
    return {
        **{name: version(name) for name in _PACKAGES},
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        **_terminal(),
        **_library(folder),
    }


def _terminal() -> dict[str, str]:
    size = os.get_terminal_size() if sys.stdout.isatty() else None
    return {
        "terminal": f"{size.columns} by {size.lines}" if size else "none",
        "encoding": f"{sys.stdout.encoding}, locale {locale.setlocale(locale.LC_CTYPE)}",
        "abilities": describe(detect()),
        **{name: os.environ[name] if name != "SSH_CONNECTION" else "set" for name in _VARIABLES if name in os.environ},
    }


def _library(folder: Path) -> dict[str, str]:
    found = {"library": str(folder), "settings": _settings()}
    try:
        with closing(Library.open(folder, state=paths.state_folder())) as library:
            stats = library.index_stats()
            found["articles"] = str(library.count())
            found["index"] = f"{stats.articles} articles, {stats.segments} segments, {stats.bytes} bytes"
            found["health"] = " ".join(library.index_check()) or "sound"
    except LateralError as error:
        found["health"] = str(error)
    return found


def _settings() -> str:
    file = paths.config_file()
    try:
        settings_file.load(file)
    except LateralError as error:
        return str(error)
    return str(file) if file.exists() else f"{file} (not there; defaults)"
