"""Settings from a TOML file, checked: a typo is an error with a suggestion, never silence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from index.errors import ConfigError


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Which dimensions rank key claims, each of which can be switched off, and the kinds wanted (none: all)."""

    factual: bool = True
    checkworthy: bool = True
    salient: bool = True
    corroboration: bool = True
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """`recency` nudges newer articles up unless another order is asked for; `limit` is the length of a results page."""

    recency: bool = False
    limit: int = 20


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """`measure` is the width of the text in columns; `theme` a name from the palette, "" for automatic."""

    measure: int = 72
    theme: str = ""
    mouse: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. `keys` maps action ids to keys."""

    reader: ReaderSettings = ReaderSettings()
    search: SearchSettings = SearchSettings()
    claims: ClaimSettings = ClaimSettings()
    keys: dict[str, str] = field(default_factory=dict)


Table = TypeVar("Table")


def load(file: Path) -> Settings:
    """The settings of `file`, or the defaults where it does not exist. Raises `ConfigError`."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The settings file {file} cannot be read: {error}.") from error
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The settings file {file} is not valid TOML: {error}.") from error
    faults: list[str] = []
    settings = _table(Settings, given, "", faults)
    if faults:
        raise ConfigError(f"In {file}: {' '.join(faults)}")
    return settings


def _table(kind: type[Table], given: dict[str, Any], prefix: str, faults: list[str]) -> Table:
    """A table of settings from what a file gives; what is wrong with it goes to `faults`, and the default holds."""
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    types = get_type_hints(kind)
    read: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f'Did you mean "{prefix}{near[0]}"?' if near else f"Known here: {', '.join(sorted(known))}."
            faults.append(f'There is no setting "{prefix}{key}". {hint}')
        elif is_dataclass(types[key]) and isinstance(value, dict):
            read[key] = _table(types[key], value, f"{prefix}{key}.", faults)
        elif (wanted := _wanted(types[key], value)) is not None:
            faults.append(f'"{prefix}{key}" takes {wanted}, not {value!r}.')
        else:
            read[key] = tuple(value) if isinstance(value, list) else value
    return kind(**read)


def _wanted(kind: Any, value: Any) -> str | None:
    """What a setting takes, where `value` is not that."""
    if kind == dict[str, str]:
        fits = isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
        return None if fits else 'pairs of text, such as name = "text"'
    if kind == tuple[str, ...]:
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return None if fits else 'a list of texts, such as ["figure", "quotation"]'
    if is_dataclass(kind):
        return "a table of settings"
    return None if type(value) is kind else _KINDS[kind]


_KINDS = {bool: "true or false", int: "a whole number", str: "text in quotes"}
