from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import ReadCorpus, make_registry, read_corpus
from generator.cli.settings import settings
from generator.serve import last_corpus
from generator.serve.last_corpus import LastCorpus
from tests.projects import copy_site

PAPER = "---\ntitle: Otters paint rivers\n---\nWe let otters paint rivers.\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[ReadCorpus]:
    """Collects what was really read."""
    found: list[ReadCorpus] = []

    def watched(*arguments: object, **options: object) -> ReadCorpus:
        found.append(read_corpus(*arguments, **options))  # type: ignore[arg-type]  # handed on
        return found[-1]

    monkeypatch.setattr(last_corpus, "read_corpus", watched)
    return found


def papers(last: LastCorpus, project: Path) -> int:
    config = settings(project / "site.toml")
    return len(last.read(config, make_registry(config))[0].papers)


def test_a_theme_that_changes_reads_no_seed_again(tmp_path: Path, reads: list[ReadCorpus]) -> None:
    project, last = copy_site("tiny", tmp_path), LastCorpus()
    before = papers(last, project)
    template = project / "theme/templates/pages/paper.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text("{% extends 'default/pages/paper.html' %}", encoding="utf-8")
    assert papers(last, project) == before
    assert len(reads) == 1


def test_a_seed_that_changes_is_read(tmp_path: Path, reads: list[ReadCorpus]) -> None:
    project, last = copy_site("tiny", tmp_path), LastCorpus()
    before = papers(last, project)
    (project / "seeds/new.md").write_text(PAPER, encoding="utf-8")
    assert papers(last, project) == before + 1
    assert papers(last, project) == before + 1
    assert len(reads) == 2


def test_what_could_not_be_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, last = copy_site("tiny", tmp_path), LastCorpus()

    def broken(*_: object, **__: object) -> ReadCorpus:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(last_corpus, "read_corpus", broken)
        with pytest.raises(OSError):  # noqa: PT011 # ours
            papers(last, project)
    assert papers(last, project) > 0
