"""What the exit code says; scripts rely on it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of `lateral`."""

    DONE = 0
    PARTLY = 1
    """Done in part, or nothing found where something was asked for."""
    USAGE = 2
    """Wrong usage, a bad query, or no terminal."""
    LIBRARY = 3
    """The library cannot be used: missing, locked, damaged, read-only, full disk."""
    INTERRUPTED = 130
