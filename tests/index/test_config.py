"""Settings, checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.config import Settings, load
from index.errors import ConfigError


def settings(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text)
    return load(file)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_what_is_set_is_set_and_the_rest_stays(tmp_path: Path) -> None:
    found = settings(tmp_path, "[reader]\nmeasure = 60\n[keys]\nquit = 'x'\n")
    assert found.reader.measure == 60
    assert found.reader.mouse is False
    assert found.keys == {"quit": "x"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[reader]\nmesure = 60", 'no setting "reader.mesure". Did you mean "reader.measure"'),
        ("[reader]\nmeasure = 'wide'", '"reader.measure" takes a whole number'),
        ("[reader]\nmeasure = true", '"reader.measure" takes a whole number'),
        ("[claims]\nfactual = 1", '"claims.factual" takes true or false'),
        ("reader = 3", '"reader" takes a table'),
        ("[claims]\nkinds = 'figure'", '"claims.kinds" takes a list of texts'),
        ("colour = 1\n[reader]\nmeasure = 'wide'", '"reader.measure" takes a whole number'),
        ("[keys]\nquit = 3", '"keys" takes pairs of text'),
        ("[reader", "not valid TOML"),
        ("colour = 1", "Known here: claims, keys"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_file(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ConfigError, match=r"config\.toml") as raised:
        settings(tmp_path, text)
    assert sentence in str(raised.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"config\.toml cannot be read"):
        load(file)
