"""Where lateral keeps things, by the platform's own rules (XDG on Linux)."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("lateral", appauthor=False)


def library_folder() -> Path:
    """The library to use when none is named: `LATERAL_LIBRARY`, else a folder of the user's data."""
    named = os.environ.get("LATERAL_LIBRARY")
    return Path(named).expanduser() if named else _DIRS.user_data_path / "library"


def sample_folder() -> Path:
    """Where the sample library of a first start is kept, apart from the user's own."""
    return _DIRS.user_data_path / "sample"


def state_folder() -> Path:
    """Reading state of this user, for every library, one folder each."""
    return _DIRS.user_state_path


def config_file() -> Path:
    """The settings file; it need not exist."""
    named = os.environ.get("LATERAL_CONFIG")
    return Path(named).expanduser() if named else _DIRS.user_config_path / "config.toml"


def aliases_file() -> Path:
    """The user's list of the names that outlets go by; it need not exist."""
    return config_file().with_name("sources.toml")
