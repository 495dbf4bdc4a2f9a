from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from tests.emit.search_papers import TITLES, hard_corpus, search_files


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, body in search_files(hard_corpus()).items():
        path = tmp_path / "_site" / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def titles(line: str) -> list[Any]:
    return [result["title"] for result in json.loads(line)["results"]]


@pytest.mark.usefixtures("site")
def test_results_are_listed_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "video generation"]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "  1. Pretraining on Tidal Video Generation"
    assert second.strip() == "papers/pretraining-on-tidal-video-generation/"


@pytest.mark.usefixtures("site")
def test_a_corrected_word_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "transformre"]) == 0
    assert "transformre; searched for transformer" in capsys.readouterr().out


@pytest.mark.usefixtures("site")
def test_nothing_found_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "zzqxzzqx"]) == 0
    assert capsys.readouterr().out == "0 papers found\n"


@pytest.mark.usefixtures("site")
def test_json_holds_the_query_and_at_most_limit_results(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "--json", "--limit", "2", "rivers"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["query"] == "rivers"
    assert len(answer["results"]) == 2
    assert {"id", "title", "score"} <= answer["results"][0].keys()


@pytest.mark.usefixtures("site")
def test_each_line_of_standard_input_is_answered_by_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("José\n\ntransf"))
    assert main(["search", "--stdin"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["query"] for line in lines] == ["José", "", "transf"]
    assert titles(lines[0])[0] == TITLES[2]
    assert titles(lines[1]) == []
    assert titles(lines[2])[0] == "Otter Transformer"


def test_another_folder_can_be_asked(
    site: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = tmp_path_factory.mktemp("elsewhere") / "out"
    (site / "_site").rename(moved)
    assert main(["search", "--output", str(moved), "survey"]) == 0
    assert TITLES[0] in capsys.readouterr().out


def test_without_a_built_site_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["search", "otters"]) == 1
    assert "build the site first" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["search"], ["search", "otters", "--stdin"]])
def test_a_query_or_standard_input_is_needed_and_not_both(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
