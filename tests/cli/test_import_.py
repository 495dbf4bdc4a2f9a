from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.sources.seeds import KITES, OTTERS

BIB = """\
@article{otters,
  title = {How {Otters} Remember},
  author = {Holm, Ida and Lind, Per},
  year = 2021,
  doi = {10.5555/otters.1},
  abstract = {%s}
}
@misc{nothing, note = {no title here}}
"""
PAGE = f"Jun 1\n\nHow otters remember\n\n{OTTERS}\n\nA kite alone\n\n{KITES}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(BIB % OTTERS, encoding="utf-8")
    (tmp_path / "2021-06-01.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["seeds/all.md", "seeds/all.jsonl"])
def test_what_was_written_is_read_again_with_the_same_facts(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "refs.bib", "2021-06-01.txt", "--into", name]) == 0
    heard = capsys.readouterr()
    assert f"3 papers written to {name}" in heard.out
    assert "left out: 1 issue" in heard.out
    assert "refs.bib:8" in heard.err
    assert main(["read", "--json", name]) == 0
    otters, second, kite = json.loads(capsys.readouterr().out)["papers"]
    assert (otters["title"], otters["abstract"]) == ("How Otters Remember", OTTERS)
    assert [author["family"] for author in otters["authors"]] == ["Holm", "Lind"]
    assert (otters["doi"], otters["published"]) == ("10.5555/otters.1", "2021")
    assert (second["title"], kite["abstract"]) == ("How otters remember", KITES)


def test_a_file_is_never_overwritten_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = folder / "kept.md"
    kept.write_text("mine", encoding="utf-8")
    assert main(["import", "refs.bib", "--into", "kept.md"]) == 2
    assert "C906" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "mine"
    assert main(["import", "refs.bib", "--into", "kept.md", "--force"]) == 0
    assert "Otters" in kept.read_text(encoding="utf-8")


def test_the_name_says_how_papers_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "refs.bib", "--into", "seeds/all.bib"]) == 2
    assert "C912" in capsys.readouterr().err


def test_nothing_is_written_when_nothing_was_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "list.txt").write_text("milk, bread, eggs", encoding="utf-8")
    assert main(["import", "list.txt", "--into", "seeds/list.md"]) == 1
    assert "no paper was found" in capsys.readouterr().err
    assert not (folder / "seeds").exists()


def test_a_place_that_cannot_be_written_is_reported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    assert main(["import", "refs.bib", "--into", "file/all.md"]) == 2
    assert "C903" in capsys.readouterr().err
