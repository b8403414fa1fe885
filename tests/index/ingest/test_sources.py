from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import ConfigError
from index.ingest.sources import Aliases, load

HARBOUR = Aliases(
    {"harbour.example": "Harbour Post", "The Harbour Post": "Harbour Post", "Harbour Post": "Harbour Post"}
)


@pytest.mark.parametrize(
    ("stated", "url", "name"),
    [
        ("The Harbour Post", "", "Harbour Post"),
        ("THE  HARBOUR post", "", "Harbour Post"),
        ("Harbour Post - RSS Feed", "", "Harbour Post"),
        ("Harbour Post | News, Sport, Tides", "", "Harbour Post"),
        ("", "https://www.harbour.example/a", "Harbour Post"),
        ("", "https://news.harbour.example/a", "Harbour Post"),
        ("harbour.example", "", "Harbour Post"),
        ("www.bay.example", "", "bay.example"),
        ("Bay Times", "https://bay.example/a", "Bay Times"),
        ("", "https://www.bay.example/a", "bay.example"),
        ("World", "https://www.harbour.example/a", "Harbour Post"),
        ("", "", ""),
        ("RSS", "", "RSS"),
    ],
)
def test_one_name_an_outlet(stated: str, url: str, name: str) -> None:
    assert HARBOUR.name(stated, url) == name


def test_the_users_list_comes_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "sources.toml"
    own.write_text('[aliases]\n"The Wire" = ["reuters.com"]\n')
    assert load().name("", "https://www.reuters.com/x") == "Reuters"
    assert load(own).name("", "https://www.reuters.com/x") == "The Wire"


def test_no_list_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml").name("Bay Times") == "Bay Times"


@pytest.mark.parametrize(
    "text", ["[aliases", '[aliases]\n"The Wire" = "reuters.com"\n', '[aliases]\n"The Wire" = [1]\n', "\xff"]
)
def test_a_list_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "sources.toml"
    own.write_text(text, "latin-1")
    with pytest.raises(ConfigError, match=r"sources\.toml"):
        load(own)
