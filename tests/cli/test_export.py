from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import SITES, build, copy_site, run_generator, write_project


def test_the_entries_go_to_standard_output_alone(tmp_path: Path) -> None:
    done = run_generator(copy_site("tiny", tmp_path), "export", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["papers"]) == 3


def test_the_entries_go_to_a_file(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    done = run_generator(project, "export", "--format", "json", "--output", "papers.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert len(json.loads((project / "papers.json").read_text(encoding="utf-8"))["papers"]) == 3


def test_the_map_is_that_of_the_site_built_before(tmp_path: Path) -> None:
    page = "---\ntitle: Otters of river {}\ntopics: [otters]\n---\nOtters.\n"
    seeds = {f"seeds/{number}.md": page.format(number) for number in range(6)}
    project = write_project(tmp_path, {**seeds})
    history = build(project) / "history.json"
    kept = json.loads(history.read_text(encoding="utf-8"))
    kept["places"] = {paper: [0.25, 0.75] for paper in kept["places"]}
    history.write_text(json.dumps(kept), encoding="utf-8")
    done = run_generator(project, "export", "--format", "json")
    exported = json.loads(done.stdout)
    assert {tuple(paper["position"]) for paper in exported["papers"]} == {(0.25, 0.75)}
    assert {tuple(region["position"]) for region in exported["regions"]} == {(0.25, 0.75)}


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("jsonl", '"title": '),
        ("bibtex", "  title = {"),
        ("ris", "TY  - "),
        ("csl-json", '"type": '),
        ("markdown", "\ntitle: "),
    ],
)
def test_every_format_has_every_paper(tmp_path: Path, form: str, sign: str) -> None:
    done = run_generator(copy_site("tiny", tmp_path), "export", "--format", form)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(sign) == 3


def test_what_was_exported_is_a_seed_of_the_same_papers(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    before = run_generator(project, "export", "--format", "markdown").stdout
    shutil.rmtree(project / "seeds")
    (project / "seeds").mkdir()
    (project / "seeds" / "all.md").write_text(before, encoding="utf-8")
    after = run_generator(project, "export", "--format", "markdown").stdout
    assert sorted(after.splitlines()) == sorted(before.splitlines())


def test_an_unknown_topic_or_issue_is_a_usage_error(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    for option in ("--topic", "--issue"):
        done = run_generator(project, "export", "--format", "json", option, "no-such")
        assert done.returncode == 2
        assert "C902" in done.stderr
        assert done.stdout == ""


def test_a_reader_that_goes_away_is_no_bug(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    command = f'"{sys.executable}" -m generator export --format json | head -c 1'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        env={"PYTHONPATH": str(SITES.parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == "{"
    assert "Error" not in done.stderr
