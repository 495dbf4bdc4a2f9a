"""With a cold, a warm and a broken cache, and with none, the bytes of the site are the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.build import make_site
from generator.cache import FOLDER
from generator.cli.settings import settings
from generator.publish.apply import opened
from generator.publish.history import read_history
from generator.publish.receipt import Receiver
from generator.rebuild.program import program_fingerprint, project_cache
from generator.render.renderer import render_page
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


def test_a_paper_that_comes_leaves_the_pages_of_others_alone(tmp_path: Path) -> None:
    project = copy_site("small", tmp_path)
    before = files_of(build(project))
    (project / "seeds/new.md").write_text(CHANGED, encoding="utf-8")
    after = files_of(build(project))
    pages = [path for path in before if path.startswith("papers/") and path.count("/") == 2]
    changed = [
        path for path in pages if path.endswith("/index.html") and before[path] != after[path]
    ]
    assert len(pages) > 10
    assert changed == []


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


def rendered_pages(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build as the command does, in this process; return the pages that were rendered."""
    rendered = []

    def counted(environment: Any, page: Any, context: Any, site: Any) -> Any:
        rendered.append(page.url)
        return render_page(environment, page, context, site)

    config = settings(project / "site.toml")
    output = project / "_site"
    with monkeypatch.context() as patch, opened(output) as publication:
        patch.setattr(files, "render_page", counted)
        site = make_site(
            config,
            history=read_history(output),
            cache=project_cache(config, program_fingerprint()),
            receiver=Receiver(take=publication.lay_out, stands=publication.has),
        )
        publication.commit(site.files)
    return rendered


def test_only_pages_that_show_a_change_are_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_site("small", tmp_path)
    seed = next(iter(sorted((project / "seeds/papers").glob("*.md"))))
    first = rendered_pages(project, monkeypatch)
    assert len(first) > 20
    assert rendered_pages(project, monkeypatch) == []
    text = seed.read_text(encoding="utf-8")
    seed.write_text(f"{text.rstrip()} Otters agree with all of this.\n", encoding="utf-8")
    again = rendered_pages(project, monkeypatch)
    assert 0 < len(again) < len(first) / 2
    expected = files_of(project / "_site")
    assert files_of(build(project, "--no-cache", "--clean")) == expected


def test_a_line_above_a_paper_renders_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_site("small", tmp_path)
    assert rendered_pages(project, monkeypatch)
    seed = project / "seeds/harbour-page.txt"
    seed.write_text("\n" + seed.read_text(encoding="utf-8"), encoding="utf-8")
    assert rendered_pages(project, monkeypatch) == []


def test_a_changed_template_renders_all_pages_that_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_site("tiny", tmp_path)
    with (project / "site.toml").open("a", encoding="utf-8") as file:
        file.write('\n[theme]\noverrides = ["theme"]\n')
    first = rendered_pages(project, monkeypatch)
    template = project / "theme/templates/partials/footer.html"
    template.parent.mkdir(parents=True)
    template.write_text("<footer>Mine</footer>\n", encoding="utf-8")
    assert rendered_pages(project, monkeypatch) == first
    assert b"<footer>Mine" in (project / "_site/404.html").read_bytes()
