from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import files_of, run_generator

NASTY = 'Müller\'s "Otters": 100% \\ of [them] # {x}'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run_generator(tmp_path, "init", "digest", "--title", NASTY).returncode == 0
    return tmp_path / "digest"


def test_a_new_digest_builds_without_a_warning(project: Path) -> None:
    done = run_generator(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "1 paper," in done.stdout
    home = (project / "_site/index.html").read_text(encoding="utf-8")
    assert "Müller" in home


@pytest.mark.parametrize(
    ("kind", "place"), [("paper", "papers"), ("issue", "issues"), ("page", "pages")]
)
def test_what_is_begun_has_no_fault(project: Path, kind: str, place: str) -> None:
    done = run_generator(project, "new", kind, NASTY)
    assert done.returncode == 0, done.stderr
    path = Path(done.stdout.strip())
    assert path.parent == project / "seeds" / place
    checked = run_generator(project, "check", "--drafts")
    assert checked.returncode == 0, checked.stderr


def test_nothing_is_written_over_an_existing_file(project: Path) -> None:
    before = files_of(project)
    assert run_generator(project.parent, "init", "digest").returncode == 2
    assert files_of(project) == before
    assert run_generator(project, "new", "page", "About").returncode == 0
    again = run_generator(project, "new", "page", "ABOUT!")
    assert again.returncode == 2
    assert "about.md exists already" in again.stderr


def test_a_title_that_names_no_file_is_refused(project: Path) -> None:
    done = run_generator(project, "new", "paper", "🦦 !!")
    assert done.returncode == 2
    assert "C907" in done.stderr
