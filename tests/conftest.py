"""Options and fixtures for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.projects import build, copy_site

IN_CI = bool(os.environ.get("CI"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="replace the expected files under tests/golden by what the build makes now",
    )


def _required(program: str | None, what: str) -> str:
    """Return the program; without it skip, or fail under CI, where nothing may go untested."""
    if program is None:
        reason = f"{what} is not installed (scripts/install-browser does it)"
        if IN_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return program


@pytest.fixture(scope="session")
def node() -> str:
    """Path of Node.js."""
    return _required(shutil.which("node"), "Node.js")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium; the environment variable CHROMIUM overrides it."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return _required(found, "Chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all browser tests: Playwright can run only once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(BROWSER_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of tests/sites/small; read it, never write to it."""
    return build(copy_site("small", tmp_path_factory.mktemp("built")))
