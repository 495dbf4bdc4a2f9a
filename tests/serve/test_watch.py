from __future__ import annotations

import threading
from pathlib import Path

import pytest

from generator.serve import watch
from generator.serve.watch import Changes, Scope, watching

PATIENCE = 10.0  # seconds; only a broken watcher comes near


def make_scope(root: Path) -> Scope:
    return Scope(
        files=frozenset({root / "site.toml"}),
        folders=frozenset({root / "seeds", root / "theme"}),
        ignored=frozenset({root / "seeds/_site"}),
    )


@pytest.mark.parametrize(
    "path", ["site.toml", "seeds", "seeds/a.md", "seeds/x/b.md", "theme/a.css"]
)
def test_changes_within_the_scope_matter(path: str) -> None:
    assert make_scope(Path("/digest")).holds(Path("/digest") / path)


@pytest.mark.parametrize(
    "path",
    [
        *("notes.txt", "_site/index.html", "seeds/_site/index.html", "seeds-old/a.md", ".git/x"),
        *("seeds/.hidden", "seeds/.git/index", "seeds/a.md~", "seeds/.a.md.swp", "seeds/a.swp"),
        *("seeds/#a.md#", "seeds/4913", "seeds/a.tmp", "seeds/__pycache__/x.pyc"),
    ],
)
def test_output_hidden_and_temporary_files_do_not_matter(path: str) -> None:
    assert not make_scope(Path("/digest")).holds(Path("/digest") / path)


def test_a_project_in_a_hidden_folder_is_watched() -> None:
    assert make_scope(Path("/.home/x")).holds(Path("/.home/x/seeds/a.md"))


def test_a_burst_is_one_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET", 0.5)  # a busy machine lets threads wait
    changes = Changes(make_scope(Path("/digest")))
    first, second = Path("/digest/seeds/a.md"), Path("/digest/seeds/b.md")
    changes.note(first)
    later = threading.Timer(0.01, changes.note, [second])
    later.start()
    assert changes.next_burst(PATIENCE) == {first, second}
    assert changes.next_burst(0.001) == frozenset()
    later.join()


def test_nothing_but_irrelevant_changes_is_no_burst() -> None:
    changes = Changes(make_scope(Path("/digest")))
    changes.note(Path("/digest/_site/index.html"))
    assert changes.next_burst(0.001) == frozenset()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path.resolve()
    (root / "seeds/inner").mkdir(parents=True)
    (root / "seeds/a.md").write_text("a")
    return root


def test_writing_moving_and_deleting_files_is_noticed(project: Path) -> None:
    file = project / "seeds/inner/new.md"
    with watching(make_scope(project)) as changes:
        file.write_text("new")
        assert file in changes.next_burst(PATIENCE)
        file.replace(project / "seeds/a.md")
        assert project / "seeds/a.md" in changes.next_burst(PATIENCE)
        (project / "seeds/a.md").unlink()
        assert changes.next_burst(PATIENCE) == {project / "seeds/a.md"}


def test_settings_and_folders_that_appear_later_are_noticed(project: Path) -> None:
    with watching(make_scope(project)) as changes:
        (project / "site.toml").write_text("[site]")
        assert changes.next_burst(PATIENCE) == {project / "site.toml"}
        (project / "theme").mkdir()
        assert changes.next_burst(PATIENCE) == {project / "theme"}


def test_reading_is_no_change(project: Path) -> None:
    with watching(make_scope(project)) as changes:
        (project / "seeds/a.md").read_text()
        (project / "notes.txt").write_text("of no interest")
        (project / "seeds/b.md").write_text("b")
        assert changes.next_burst(PATIENCE) == {project / "seeds/b.md"}


def test_no_thread_is_left(project: Path) -> None:
    before = set(threading.enumerate())
    with watching(make_scope(project)):
        pass
    assert set(threading.enumerate()) == before
