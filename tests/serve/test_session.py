from __future__ import annotations

import datetime
import threading
from pathlib import Path

import pytest

from generator.build import Site, make_site
from generator.config.load import load_config
from generator.config.schema import BuildConfig, Config, SeedsConfig, ThemeConfig
from generator.errors import Diagnostic, InputError, Severity
from generator.resources import shipped
from generator.serve.live_site import LiveSite
from generator.serve.session import rebuild, run, scope_of
from tests.projects import write_project

TODAY = datetime.date(2024, 6, 1)
PATIENCE = 30.0  # seconds; only a broken session comes near
GOOD = "---\ntitle: {}\n---\nWe let otters draw rivers.\n"
BAD = "---\ntitle: [\n---\n"


def make_config(root: Path) -> Config:
    return load_config(root, today=TODAY)


class Reports:
    """Remembers what a session told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.told: list[tuple[tuple[Diagnostic, ...], bool]] = []
        self._news = threading.Semaphore(0)

    def __call__(self, diagnostics: tuple[Diagnostic, ...], built: bool) -> None:
        self.told.append((diagnostics, built))
        self._news.release()

    def wait(self, *, built: bool) -> None:
        """Wait for a build that did, or did not, give a new site."""
        while True:
            assert self._news.acquire(timeout=PATIENCE)
            if self.told[-1][1] is built:
                return


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path.resolve(), {"seeds/a.md": GOOD.format("Otters draw rivers")})


def test_a_good_build_is_shown(project: Path) -> None:
    live, reports = LiveSite(), Reports()
    rebuild(lambda: make_site(make_config(project)), live, reports)
    reports.wait(built=True)
    assert b"Otters draw rivers" in live.current.artifacts["index.html"].body


def test_errors_in_the_content_keep_the_last_good_site(project: Path) -> None:
    live, reports = LiveSite(), Reports()
    rebuild(lambda: make_site(make_config(project)), live, reports)
    good = live.current.artifacts
    write_project(project, {"seeds/b.md": BAD})
    rebuild(lambda: make_site(make_config(project)), live, reports)
    assert live.current.artifacts == good
    assert any("seeds/b.md" in str(problem) for problem in live.current.problems)
    assert reports.told[-1][1] is False


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            InputError(Diagnostic(code="R001", severity=Severity.ERROR, message="no template")),
            "R001: no template",
        ),
        (KeyError("a filter"), "W012: the build broke down: KeyError('a filter')"),
    ],
)
def test_a_build_that_cannot_go_on_is_shown_too(error: Exception, message: str) -> None:
    def make() -> Site:
        raise error

    live, reports = LiveSite(), Reports()
    rebuild(make, live, reports)
    (problem,) = live.current.problems
    assert message in str(problem)
    reports.wait(built=False)


def test_changes_are_built_until_someone_stops_it(project: Path) -> None:
    live, reports, stop = LiveSite(), Reports(), threading.Event()

    def session() -> None:
        run(
            lambda: make_site(make_config(project)),
            lambda: scope_of(make_config(project), project / "site.toml"),
            live,
            reports,
            stop,
        )

    thread = threading.Thread(target=session)
    thread.start()
    reports.wait(built=True)
    write_project(project, {"seeds/b.md": BAD})
    reports.wait(built=False)
    (project / "seeds/b.md").unlink()
    reports.wait(built=True)
    write_project(project, {"site.toml": '[site]\ntitle = "Mended"\n'})
    while b"Mended" not in live.current.artifacts["index.html"].body:
        reports.wait(built=True)
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_everything_that_changes_the_site_is_in_scope() -> None:
    config = Config(
        root=Path("/digest"),
        today=TODAY,
        seeds=(SeedsConfig(path="papers/*/x*.md"), SeedsConfig(path="one.txt")),
        theme=ThemeConfig(overrides=("theme",)),
        build=BuildConfig(output="papers/site"),
    )
    scope = scope_of(config, Path("/digest/other.toml"))
    inside = [
        "other.toml",
        "locales/de.toml",
        "seeds/a",
        "seeds/topics.yaml",
        "papers/a/b",
        "one.txt",
        "theme/t/x",
    ]
    assert [path for path in inside if not scope.holds(Path("/digest") / path)] == []
    assert scope.holds(shipped("templates").resolve() / "base.html")
    assert scope.holds(shipped("static").resolve() / "css/site.css")
    assert not scope.holds(Path("/digest/papers/site/index.html"))
    assert not scope.holds(Path("/digest/site.toml"))
