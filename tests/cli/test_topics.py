from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.curate.themes import themed_papers
from tests.projects import copy_site, run_generator, write_project

SEED = "\n".join(
    json.dumps({"title": p.title, "abstract": p.abstract, "keywords": list(p.keywords)})
    for p in themed_papers()
)
STATE, FILE = Path(".florilegium/topics.json"), Path("seeds/topics.yaml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"seeds/papers.jsonl": SEED + "\n"})


def test_topics_are_shown_with_papers_and_reasons(project: Path) -> None:
    done = run_generator(project, "topics")
    assert done.returncode == 0, done.stderr
    assert "Bread baking (bread-baking)" in done.stdout
    assert "6 papers" in done.stdout
    assert "U086" in done.stderr
    assert not (project / STATE).exists()


def test_json_has_the_same_facts(project: Path) -> None:
    report = json.loads(run_generator(project, "topics", "--json").stdout)
    assert sum(topic["primary"] for topic in report["topics"]) == 24
    assert all(typical["reasons"] for t in report["topics"] for typical in t["typical"])
    assert report["unplaced"] == []


def test_write_keeps_state_and_file_and_spares_a_file_that_is_there(project: Path) -> None:
    assert run_generator(project, "topics", "--write").returncode == 0
    kept = (project / STATE).read_text(encoding="utf-8")
    (project / FILE).write_text("topics: []\n", encoding="utf-8")
    again = run_generator(project, "topics", "--write")
    assert again.returncode == 2
    assert "C906" in again.stderr
    assert (project / FILE).read_text(encoding="utf-8") == "topics: []\n"
    assert run_generator(project, "topics", "--write", "--force").returncode == 0
    assert (project / STATE).read_text(encoding="utf-8") == kept
    assert "bread-baking" in (project / FILE).read_text(encoding="utf-8")


def test_with_discover_the_state_alone_is_kept(project: Path) -> None:
    write_project(project, {"site.toml": "[topics]\ndiscover = true\n"})
    assert run_generator(project, "topics", "--write").returncode == 0
    assert (project / STATE).exists()
    assert not (project / FILE).exists()
    assert "U086" not in run_generator(project, "topics").stderr


def test_too_few_papers_are_said_to_be_too_few(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    (project / FILE).unlink(missing_ok=True)
    done = run_generator(project, "topics", "--write")
    assert done.returncode == 1
    assert "15 papers or more" in done.stderr
    assert not (project / STATE).exists()
