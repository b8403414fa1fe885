"""The names of archive members, which nobody may use to point elsewhere."""

from __future__ import annotations

from pathlib import PurePosixPath

from index.errors import UnreadableError


def refusal(name: str) -> UnreadableError | None:
    """Why a member of that name is not read, or None.

    Nothing is ever written under such a name, but an archive that tries is not to be trusted.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[:1]:
        return UnreadableError("Its name leads out of the archive.")
    if any(part.startswith(".") or part == "__MACOSX" for part in path.parts):
        return UnreadableError("Hidden files and folders are left out.", fault=False)
    return None


def last_name(name: str) -> str:
    """The file name without its folders."""
    return PurePosixPath(name.replace("\\", "/")).name
