"""The mark of a site's inputs changes with each of them, and with nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.settings import settings
from generator.rebuild.inputs import inputs_fingerprint
from tests.projects import SITES, copy_site

PAPER = "---\ntitle: Otters draw rivers\n---\nWe let otters draw rivers.\n"

# A build in a process of its own, whose every look at a file is written down.
WATCHED_BUILD = """
import json, os, sys
opened = set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(os.path.abspath(arguments[0]))
sys.addaudithook(watch)
from generator.build import make_site
from generator.cli.settings import settings
config = settings(None)
before = set(opened)
make_site(config)
print(json.dumps(sorted(path for path in opened - before if path.startswith(os.getcwd() + "/"))))
"""


def mark(project: Path) -> str | None:
    return inputs_fingerprint(settings(project / "site.toml"))


def append(project: Path, name: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n# more\n")


def add_template(project: Path) -> None:
    append(project, "theme/templates/pages/paper.html")


def add_style(project: Path) -> None:
    append(project, "theme/static/css/colours.css")


def set_title(project: Path) -> None:
    text = (project / "site.toml").read_text(encoding="utf-8")
    (project / "site.toml").write_text(text.replace("Otters", "Seals"), encoding="utf-8")


def add_seed(project: Path) -> None:
    (project / "seeds/new.md").write_text(PAPER, encoding="utf-8")


def rename_seed(project: Path) -> None:
    (project / "seeds/a.md").rename(project / "seeds/z.md")


def keep_topics(project: Path) -> None:
    (project / ".florilegium").mkdir()
    (project / ".florilegium/topics.json").write_text("{}", encoding="utf-8")


CHANGES: tuple[Callable[[Path], None], ...] = (
    add_template,
    add_style,
    set_title,
    add_seed,
    rename_seed,
    keep_topics,
    lambda project: append(project, "seeds/topics.yaml"),
    lambda project: append(project, "seeds/a.md"),
    lambda project: append(project, "seeds/same.yaml"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("seeds", "theme/templates/pages", "theme/static/css"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site.toml").write_text(
        '[site]\ntitle = "Otters"\n[theme]\noverrides = ["theme"]\n', encoding="utf-8"
    )
    (tmp_path / "seeds/a.md").write_text(PAPER, encoding="utf-8")
    for name in ("seeds/topics.yaml", "seeds/same.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("change", CHANGES)
def test_every_input_counts(project: Path, change: Callable[[Path], None]) -> None:
    before = mark(project)
    change(project)
    assert mark(project) != before


def test_what_is_no_input_does_not_count(project: Path) -> None:
    before = mark(project)
    (project / "seeds/README.md").write_text("About these seeds.", encoding="utf-8")
    (project / "notes.txt").write_text("About this project.", encoding="utf-8")
    assert mark(project) == before


def test_the_place_of_the_project_does_not_count(tmp_path: Path) -> None:
    assert mark(copy_site("tiny", tmp_path / "a")) == mark(copy_site("tiny", tmp_path / "b"))


def test_a_theme_may_lie_outside_the_project(project: Path, tmp_path: Path) -> None:
    theme = tmp_path / "far"
    (theme / "templates").mkdir(parents=True)
    settings_text = f'[theme]\noverrides = ["{theme.as_posix()}"]\n'
    (project / "site.toml").write_text(settings_text, encoding="utf-8")
    before = mark(project)
    (theme / "templates/base.html").write_text("mine", encoding="utf-8")
    assert mark(project) != before


def test_extensions_may_look_at_anything(project: Path) -> None:
    append(project, "site.toml")
    with (project / "site.toml").open("a", encoding="utf-8") as file:
        file.write('[extensions]\nmodules = ["mine"]\n')
    assert mark(project) is None


@pytest.mark.parametrize("site", sorted(path.name for path in SITES.iterdir()))
def test_a_build_opens_no_file_of_the_project_that_is_no_input(tmp_path: Path, site: str) -> None:
    project = copy_site(site, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_BUILD],
        cwd=project,
        env={"PYTHONPATH": str(SITES.parents[1])},
        capture_output=True,
        check=True,
    )
    opened = json.loads(done.stdout)
    assert opened
    for path in opened:
        before = mark(project)
        Path(path).parent.mkdir(exist_ok=True)
        with Path(path).open("ab") as file:
            file.write(b" ")
        assert mark(project) != before, f"{path} was read, but does not count as an input"
