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
    """`recency` nudges newer articles up when sorting by relevance; `limit` is the length of a results page."""

    recency: bool = False
    limit: int = 40


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
        return _table(Settings, tomllib.loads(text), "")
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The settings file {file} is not valid TOML: {error}.") from error
    except ConfigError as error:
        raise ConfigError(f"In {file}: {error}") from error


def _table(kind: type[Table], given: dict[str, Any], prefix: str) -> Table:
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    types = get_type_hints(kind)
    for key in given:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f' Did you mean "{prefix}{near[0]}"?' if near else f" Known here: {', '.join(sorted(known))}."
            raise ConfigError(f'There is no setting "{prefix}{key}".{hint}')
    return kind(**{key: _value(types[key], value, prefix + key) for key, value in given.items()})


def _value(kind: Any, value: Any, name: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, dict):
            raise ConfigError(f'"{name}" is a table; write it as [{name}].')
        return _table(kind, value, f"{name}.")
    if kind == dict[str, str]:
        if isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
            return value
        raise ConfigError(f'"{name}" takes pairs of text, such as name = "text".')
    if kind == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise ConfigError(f'"{name}" takes a list of texts, such as ["figure", "quotation"].')
    if type(value) is not kind:
        raise ConfigError(f'"{name}" takes {_KINDS[kind]}, not {value!r}.')
    return value


_KINDS = {bool: "true or false", int: "a whole number", str: "text in quotes"}
