"""With a cold, a warm and a broken cache, and with none, the bytes of the site are the same."""

from __future__ import annotations

from pathlib import Path

from generator.cache import FOLDER
from tests.projects import build, copy_site, files_of, run_generator

CHANGED = "---\ntitle: Otters paint rivers\n---\nWe let otters paint rivers. They like it.\n"


def test_the_cache_never_shows(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    expected = files_of(build(project, "--no-cache"))
    assert not (project / FOLDER).exists()
    assert files_of(build(project, "--clean")) == expected
    shelves = sorted((project / FOLDER).iterdir())
    assert files_of(build(project)) == expected
    for number, shelf in enumerate(shelves):
        body = shelf.read_bytes()
        shelf.write_bytes(body[: len(body) // 2] + b"?" * number)
    assert files_of(build(project, "--clean")) == expected
    assert files_of(build(project)) == expected


def test_a_changed_paper_is_built_as_from_nothing(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    before = files_of(build(project))
    (project / "seeds/new.md").write_text(CHANGED, encoding="utf-8")
    warm = files_of(build(project))
    assert warm != before
    assert files_of(build(project, "--no-cache", "--clean")) == warm
    (project / "seeds/new.md").unlink()
    assert files_of(build(project)) == before


def test_a_build_of_the_same_inputs_does_no_work_and_says_the_same(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    first = run_generator(project, "build")
    again = run_generator(project, "build")
    assert "0 files written" in again.stdout
    assert again.stdout.splitlines()[:2] == first.stdout.splitlines()[:2]
    assert again.stdout.splitlines()[-1].endswith("s: compare 0.0") or "compare" in again.stdout
    assert "files" not in again.stderr.split()


def test_findings_are_shown_again_and_fail_a_strict_build(tmp_path: Path) -> None:
    undated = "Daily Papers\n\nby the river club\n\nMar 11\n\nOtters\n\nWe look at otters.\n"
    project = copy_site("tiny", tmp_path)
    (project / "seeds/undated.txt").write_text(undated, encoding="utf-8")
    first = run_generator(project, "build")
    again = run_generator(project, "build")
    strict = run_generator(project, "build", "--strict")
    assert "warning" in first.stderr
    assert [line for line in first.stderr.splitlines() if "warning" in line] == [
        line for line in again.stderr.splitlines() if "warning" in line
    ]
    assert (first.returncode, again.returncode, strict.returncode) == (0, 0, 1)
