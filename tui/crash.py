"""What is kept of a fault of lateral's own, for a bug report."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def keep_report(folder: Path, text: str) -> Path:
    """Write a report into a folder, replacing an older one; returns its path even where it could not be written."""
    file = folder / "crash.txt"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="replace")
    return file
