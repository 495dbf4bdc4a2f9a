from __future__ import annotations

import json
from pathlib import Path

from generator.cli.build import reading
from generator.model.counts import Counts
from tests.projects import build, copy_site, files_of, run_generator, write_project

PAPER = "---\ntitle: Otters draw rivers\n---\nWe let otters draw rivers. They like it.\n"


def test_a_build_writes_the_site_and_sums_up(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    done = run_generator(project, "build")
    assert done.returncode == 0, done.stderr
    assert "papers" in done.stdout
    assert "0 unchanged, 0 removed" in done.stdout
    assert (project / "_site/index.html").is_file()


def test_a_second_build_writes_nothing_for_any_number_of_processes(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    site = build(project, "--jobs", "1")
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert "\n0 files written" in run_generator(project, "build", "--jobs", "2").stdout
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_failed_build_leaves_the_site_byte_for_byte(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    before = files_of(build(project))
    write_project(project, {"seeds/new.md": PAPER, "seeds/bad.md": "---\ntitle: [\n---\n"})
    done = run_generator(project, "build")
    assert done.returncode == 1
    assert "seeds/bad.md:" in done.stderr
    assert "the site was not written" in done.stderr
    assert files_of(project / "_site") == before


def test_warnings_fail_a_strict_build_only(tmp_path: Path) -> None:
    undated_page = "Daily Papers\n\nby the river club\n\nMar 11\n\nOtters\n\nWe look at otters.\n"
    write_project(tmp_path, {"seeds/page.txt": undated_page, "seeds/otters.md": PAPER})
    assert run_generator(tmp_path, "build").returncode == 0
    strict = run_generator(tmp_path, "build", "--strict", "--output", "strict")
    assert strict.returncode == 1
    assert "warning" in strict.stderr
    assert not (tmp_path / "strict").exists()


def test_quiet_says_nothing_when_nothing_is_wrong(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    done = run_generator(project, "build", "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert "read" not in done.stderr.split()


def test_wrong_settings_are_a_usage_error(tmp_path: Path) -> None:
    write_project(tmp_path, {"site.toml": "[site]\ntitel = 'x'\n"})
    done = run_generator(tmp_path, "build")
    assert done.returncode == 2
    assert "site.toml:2" in done.stderr
    assert "did you mean 'title'?" in done.stderr


def test_the_project_itself_is_no_place_for_the_site(tmp_path: Path) -> None:
    write_project(tmp_path, {"seeds/otters.md": PAPER})
    for output in (".", "seeds", ".."):
        done = run_generator(tmp_path, "build", "--output", output, "--clean", "--no-cache")
        assert done.returncode == 2
        assert "W009" in done.stderr
    assert list(files_of(tmp_path)) == ["seeds/otters.md"]


def test_the_summary_adds_up_from_papers_read_to_papers_in_the_site(tmp_path: Path) -> None:
    paper = "---\ntitle: {}\n{}---\nWe let them draw rivers.\n"
    write_project(
        tmp_path,
        {
            "seeds/a.md": paper.format("Otters", "authors: [Ada Berg]\n"),
            "seeds/b.md": paper.format("otters!", "authors: [A. Berg]\n"),
            "seeds/c.md": paper.format("Beavers", ""),
            "seeds/d.md": paper.format("Herons", "draft: true\n"),
            "seeds/e.md": paper.format("Trout", ""),
            "site.toml": "[filter]\nexclude = ['beaver*']\n",
        },
    )
    lines = run_generator(tmp_path, "build").stdout.splitlines()
    assert lines[0] == (
        "5 papers read; 1 merged into others (2 became 1); "
        "2 left out: 1 marked as draft, 1 with an excluded word; 2 in the site"
    )
    assert lines[1].startswith("2 papers,")


def test_a_summary_names_only_what_happened() -> None:
    assert reading(Counts(read=1)) == "1 paper read; 1 in the site"


def test_the_history_of_another_place_can_be_named(tmp_path: Path) -> None:
    paper = "---\ntitle: {}\narxiv: 2402.12345\n---\nWe map rivers.\n"
    project = write_project(tmp_path / "first", {"seeds/a.md": paper.format("Old Name")})
    history = build(project) / "history.json"
    moved = write_project(tmp_path / "second", {"seeds/a.md": paper.format("New Name")})
    site = build(moved, "--history", str(history))
    assert "../../papers/new-name/" in (site / "papers" / "old-name" / "index.html").read_text()


def test_a_damaged_history_stops_the_build(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"seeds/a.md": "---\ntitle: A\n---\nB.\n", "h.json": "{"})
    done = run_generator(project, "build", "--history", "h.json")
    assert (done.returncode, "W013" in done.stderr) == (1, True)


def test_a_profile_names_stages_and_functions(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    build(project)
    done = run_generator(project, "build", "--profile", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    rows = [line.split()[0] for line in done.stdout.splitlines() if line]
    assert {"stage", "read", "files", "write", "flame"} <= set(rows)
    graph = json.loads((project / "build.speedscope.json").read_text(encoding="utf-8"))
    assert "files" in {frame["name"] for frame in graph["shared"]["frames"]}


def test_a_profile_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    done = run_generator(project, "build", "--profile", "no/such/folder.json")
    assert (done.returncode, "C903" in done.stderr) == (2, True)
