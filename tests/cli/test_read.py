from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from tests.projects import write_project
from tests.sources.seeds import KITES, OTTERS

OTTER = f"---\ntitle: Otters\nauthors: [Ida Holm]\ntldr: They remember.\n---\n{OTTERS}"
PAGE = f"Jun 1\n\nHow otters remember\n\n{OTTERS}\n\nA kite alone\n\n{KITES}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files: dict[str, str | bytes] = {"project/seeds/page.txt": PAGE, "elsewhere/otter.md": OTTER}
    folder = write_project(tmp_path, files) / "project"
    (folder / "site.toml").write_text('[[seeds]]\npath = "seeds/*.txt"\nyear = 2021\n')
    monkeypatch.chdir(folder)
    return folder


def read_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["read", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("project")
def test_one_file_is_one_object_with_the_papers_facts(capsys: pytest.CaptureFixture[str]) -> None:
    document = read_json(capsys, "../elsewhere/otter.md")
    assert document.keys() == {"format", "papers", "diagnostics"}
    (paper,) = document["papers"]
    assert document["format"] == "markdown"
    assert (paper["title"], paper["abstract"], paper["tldr"]) == (
        "Otters",
        OTTERS,
        "They remember.",
    )
    assert paper["authors"][0]["name"] == "Ida Holm"
    assert (paper["doi"], paper["status"], paper["aliases"]) == (None, None, [])
    (source,) = paper["sources"]
    assert source == {
        "path": "../elsewhere/otter.md",
        "line": 2,
        "format": "markdown",
        "label": None,
    }


@pytest.mark.usefixtures("project")
def test_several_files_are_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    documents = read_json(capsys, "seeds/page.txt", "../elsewhere/otter.md")
    assert [document["format"] for document in documents] == ["pasted-page", "markdown"]


def test_a_file_of_the_project_takes_its_settings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read_json(capsys, str(project / "seeds/page.txt"))["diagnostics"] == []


@pytest.mark.usefixtures("project")
def test_doubts_are_part_of_the_object(capsys: pytest.CaptureFixture[str]) -> None:
    Path("no-year.txt").write_text(PAGE, encoding="utf-8")
    (found,) = read_json(capsys, "no-year.txt")["diagnostics"]
    assert (found["code"], found["path"]) == ("S020", "no-year.txt")


@pytest.mark.usefixtures("project")
def test_an_archive_is_one_object_and_its_members_keep_their_paths(
    capsys: pytest.CaptureFixture[str],
) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("b/page.txt.gz", gzip.compress(PAGE.encode()))
        archive.writestr("a.md", OTTER)
    Path("all.zip").write_bytes(held.getvalue())
    document = read_json(capsys, "all.zip")
    assert document["format"] == "markdown, pasted-page"
    places = [paper["sources"][0]["path"] for paper in document["papers"]]
    assert places == ["all.zip/a.md"] + ["all.zip/b/page.txt.gz/page.txt"] * 2


@pytest.mark.usefixtures("project")
def test_people_get_a_table_with_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "seeds/page.txt"]) == 0
    heading, columns, first, second = capsys.readouterr().out.splitlines()
    assert heading == "seeds/page.txt: pasted-page, 2 papers, 1 issue"
    assert columns.split()[:2] == ["line", "published"]
    assert first.split()[0] == "3"
    assert "A kite alone" in second


@pytest.mark.usefixtures("project")
def test_a_format_can_be_forced(capsys: pytest.CaptureFixture[str]) -> None:
    Path("note.txt").write_text(OTTER, encoding="utf-8")
    document = read_json(capsys, "--format", "markdown", "note.txt")
    assert [paper["title"] for paper in document["papers"]] == ["Otters"]


@pytest.mark.usefixtures("project")
def test_what_does_not_exist_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "nothing.bib", "seeds"]) == 2
    assert capsys.readouterr().err.count("C910") == 2
    assert main(["read", "--format", "pasted", "seeds/page.txt"]) == 2
    assert "did you mean 'pasted-page'" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_errors_in_the_file_give_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("broken.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert main(["read", "broken.md"]) == 1
    assert "broken.md" in capsys.readouterr().err
