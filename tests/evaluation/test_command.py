"""The command as a whole, on corpora of a few rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main, names, task
from tests.evaluation.table import table
from tests.evaluation.task import Figure, Run


def corpus(folder: Path, name: str, file: str, *rows: Mapping[str, object]) -> Path:
    path = folder / name / f"{file}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_it_prints_a_table_and_leaves_predictions_and_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The mayor left. The council stayed. Mr. Hale slept."
    gold = corpus(tmp_path / "gold", "sentences", "gum_news", {"text": text, "ends": [15, 35, 51]})
    out = tmp_path / "out"
    assert main(["--corpora", str(gold), "--out", str(out), "--task", "sentences"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split("  ")[0] == "task"
    assert "boundary F1" in printed[1]
    assert [*map(json.loads, (out / "sentences" / "gum_news.jsonl").read_text().splitlines())] == [
        {"ends": [15, 35, 51]}
    ]
    figures = json.loads((out / "figures.json").read_text())
    assert figures[0]["shipped"] == 1.0
    assert figures[0]["baseline"] == pytest.approx(0.8)


def test_where_no_corpus_is_there_it_says_so_in_the_table_and_by_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--corpora", str(tmp_path), "--out", str(tmp_path / "out"), "--task", "quantities"]) == 1
    assert capsys.readouterr().out.splitlines()[1].startswith("quantities  nothing to measure: no such corpus")


def test_a_corpus_too_small_to_train_on_is_measured_all_the_same(tmp_path: Path) -> None:
    row = {"sentence": "It sold 12 ships.", "label": "factual"}
    transcript = {"doc": "a", "sentences": ["It sold 12 ships.", "Thank you."], "labels": [1, 0]}
    corpus(tmp_path, "factual", "babe", row)
    corpus(tmp_path, "checkworthy", "ct2019", transcript)
    for name in ("factual", "checkworthy"):
        (figure,) = task(name).run(Run(name, tmp_path, tmp_path / "out"))
        assert figure.shipped is not None


def test_every_task_can_be_loaded_and_yields_nothing_without_its_corpus(tmp_path: Path) -> None:
    assert {"sentences", "quantities"} <= set(names())
    for name in names():
        assert list(task(name).run(Run(name, tmp_path, tmp_path / "out"))) == []


def test_quantities_are_scored_by_value_unit_and_change(tmp_path: Path) -> None:
    row = {
        "sentence": "It sold 12 ships for over $3 million in 2019.",
        "quantities": [
            {"value": 12.0, "unit": "ship", "surface_unit": "ships", "change": "="},
            {"value": 3e6, "unit": "dollar", "surface_unit": "$", "change": "="},
        ],
    }
    gold = corpus(tmp_path, "quantities", "newsquant", row)
    figures = list(task("quantities").run(Run("quantities", gold, tmp_path / "out")))
    assert [(figure.metric, figure.shipped) for figure in figures[:3]] == [
        ("value F1", 1.0),
        ("value and unit F1", 1.0),
        ("value and change F1", 0.5),
    ]


def test_training_rows_come_from_the_other_folder_only(tmp_path: Path) -> None:
    corpus(tmp_path / "dev", "quotes", "polnear", {"doc": "a"})
    corpus(tmp_path / "test", "quotes", "polnear", {"doc": "b"})
    run = Run("quotes", tmp_path / "test", tmp_path / "out", tmp_path / "dev")
    assert (run.gold("polnear"), run.training("polnear")) == ([{"doc": "b"}], [{"doc": "a"}])
    assert run.gold("missing") == []
    assert run.training("missing") is None
    assert Run("quotes", tmp_path / "test", tmp_path / "out").training("polnear") is None


def test_the_table_leaves_a_dash_where_nothing_is_meant() -> None:
    lines = table([Figure("a task", "F1", 0.5, None, 0.25, "0.4"), Figure("b", "rows a second", 12345.6)]).splitlines()
    assert lines[0] == "task    metric         as shipped  in protocol  baseline  published best"
    assert lines[1] == "a task  F1             0.500       –            0.250     0.4"
    assert lines[2] == "b       rows a second  12,346      –            –         –"
