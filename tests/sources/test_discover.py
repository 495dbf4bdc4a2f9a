from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.config.schema import Config, SeedsConfig, TopicsConfig
from generator.sources.discover import Discovery, discover
from tests.sources.seeds import TODAY


def write(root: Path, *paths: str) -> None:
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path, encoding="utf-8")


def run(root: Path, *tables: SeedsConfig, topics: str = "seeds/topics.yaml") -> Discovery:
    config = Config(root=root, today=TODAY, seeds=tables, topics=TopicsConfig(file=topics))
    return discover(config)


def paths(discovery: Discovery) -> list[str]:
    return [str(file.path) for file in discovery.files]


def messages(discovery: Discovery) -> list[tuple[str, str]]:
    return [(d.code, str(d.location)) for d in discovery.diagnostics]


def test_everything_in_seeds_is_read_in_path_order(tmp_path: Path) -> None:
    write(tmp_path, "seeds/b.txt", "seeds/a/z.md", "seeds/a.txt", "other/c.txt")
    discovery = run(tmp_path)
    assert paths(discovery) == ["seeds/a/z.md", "seeds/a.txt", "seeds/b.txt"]
    assert discovery.files[0].target == tmp_path / "seeds/a/z.md"
    assert discovery.diagnostics == ()


def test_hidden_files_readmes_backups_and_the_taxonomy_are_no_seeds(tmp_path: Path) -> None:
    write(tmp_path, "seeds/.DS_Store", "seeds/.git/config", "seeds/README.md", "seeds/a.txt~")
    write(tmp_path, "seeds/topics.yaml", "seeds/readme", "seeds/kept.txt")
    assert paths(run(tmp_path)) == ["seeds/kept.txt"]


def test_another_taxonomy_file_is_left_out_too(tmp_path: Path) -> None:
    write(tmp_path, "seeds/fields.yaml", "seeds/topics.yaml")
    assert paths(run(tmp_path, topics="seeds/fields.yaml")) == ["seeds/topics.yaml"]


def test_the_first_matching_table_gives_the_settings(tmp_path: Path) -> None:
    write(tmp_path, "seeds/2024/a.txt", "seeds/b.txt", "seeds/c.md")
    special = SeedsConfig(path="seeds/2024/*", year=2024)
    general = SeedsConfig(path="seeds/**/*.txt", year=2025)
    discovery = run(tmp_path, special, general)
    years = {str(file.path): file.settings.year for file in discovery.files}
    assert years == {"seeds/2024/a.txt": 2024, "seeds/b.txt": 2025, "seeds/c.md": None}


def test_a_table_may_name_files_outside_seeds(tmp_path: Path) -> None:
    write(tmp_path, "notes/a.md")
    assert paths(run(tmp_path, SeedsConfig(path="notes/*.md"))) == ["notes/a.md"]


def test_a_pattern_that_matches_nothing_is_reported(tmp_path: Path) -> None:
    discovery = run(tmp_path, SeedsConfig(path="seeds/*.bib"))
    assert [d.code for d in discovery.diagnostics] == ["S004"]
    assert "seeds/*.bib" in discovery.diagnostics[0].message


@pytest.mark.parametrize("pattern", ["../*", "/etc/*", "seeds/../../*", "", "c:/x"])
def test_a_pattern_that_leads_out_is_refused(tmp_path: Path, pattern: str) -> None:
    project = tmp_path / "project"
    write(tmp_path, "secret.txt", "project/seeds/a.txt")
    discovery = run(project, SeedsConfig(path=pattern))
    assert paths(discovery) == ["seeds/a.txt"]
    assert "S003" in [d.code for d in discovery.diagnostics]


def test_two_stars_at_the_end_mean_every_file_below(tmp_path: Path) -> None:
    write(tmp_path, "notes/a.md", "notes/deep/b.md")
    assert paths(run(tmp_path, SeedsConfig(path="notes/**"))) == ["notes/a.md", "notes/deep/b.md"]


@pytest.mark.parametrize("pattern", ["seeds/\0*", "missing/*", "seeds/**.bib"])
def test_a_pattern_that_cannot_match_is_reported_once(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, "seeds/a.txt")
    discovery = run(tmp_path, SeedsConfig(path=pattern))
    assert [d.code for d in discovery.diagnostics] == ["S004"]


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(tmp_path, "secret/one.txt", "project/seeds/a.txt")
    (project / "seeds/b.txt").symlink_to(tmp_path / "secret/one.txt")
    (project / "seeds/folder").symlink_to(tmp_path / "secret")
    (project / "seeds/inside.txt").symlink_to(project / "seeds/a.txt")
    discovery = run(project, SeedsConfig(path="seeds/*/*.txt"))
    assert paths(discovery) == ["seeds/a.txt", "seeds/inside.txt"]
    assert [d.code for d in discovery.diagnostics].count("S003") >= 2


def test_a_dangling_link_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "seeds/a.txt")
    (tmp_path / "seeds/gone.txt").symlink_to(tmp_path / "seeds/nothing.txt")
    discovery = run(tmp_path)
    assert messages(discovery) == [("S002", "seeds/gone.txt")]
    assert paths(discovery) == ["seeds/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "seeds/a.txt")
    os.mkfifo(tmp_path / "seeds/pipe.txt")
    discovery = run(tmp_path)
    assert messages(discovery) == [("S197", "seeds/pipe.txt")]
    assert paths(discovery) == ["seeds/a.txt"]


def test_a_project_without_seeds_has_none(tmp_path: Path) -> None:
    assert run(tmp_path) == Discovery(files=(), diagnostics=())
