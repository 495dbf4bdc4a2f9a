"""The made-up site, served under a sub-path, and pages of a browser that watch what they load."""

from __future__ import annotations

import contextlib
import functools
import http.server
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

BASE = "/digest/"
SIZES = {
    "phone": ViewportSize(width=360, height=740),
    "desk": ViewportSize(width=1280, height=800),
}
_LEFT = "net::ERR_ABORTED"  # says Chromium of what it no longer wants, as when a page is left
_BLOCKED = "Service Worker registration blocked"  # by these tests themselves


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a site below BASE alone, and 404.html for what is missing, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        local = urlsplit(path).path
        inside = local.removeprefix(BASE) if local.startswith(BASE) else "outside/of/the/site"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class's name
        """Keep the tests' output free of a line for each request."""


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that takes it calmly when a browser leaves in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port and yield the address of its home page."""
    handler = functools.partial(PagesHandler, directory=str(site))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@dataclass  # without slots: Playwright notes its handlers on their owner
class Watch:
    """What went wrong while pages were loaded, and every address they asked for."""

    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)
        page.on(
            "console",
            lambda message: (
                self.problems.append(f"console: {message.text}")
                if message.type in {"error", "warning"} and _BLOCKED not in message.text
                else None
            ),
        )

    def _failed(self, request: Request) -> None:
        if request.failure != _LEFT:
            self.problems.append(f"failed: {request.url}")

    def foreign(self, home: str) -> list[str]:
        """Return the requests that left the site."""
        return [url for url in self.requests if not url.startswith((home, "data:", "blob:"))]


@pytest.fixture(scope="session")
def home(small_site: Path) -> Iterator[str]:
    """Address of the home page of the served site."""
    with served(small_site) as address:
        yield address


@pytest.fixture
def watch() -> Watch:
    """Collects what the pages of this test do."""
    return Watch()


@pytest.fixture
def open_context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Opens contexts (a fresh profile each); options are those of ``Browser.new_context``."""
    with contextlib.ExitStack() as stack:

        def open_one(**options: Any) -> BrowserContext:
            # A worker would answer what a test means to answer itself.
            options = {"service_workers": "block", **options}
            context = stack.enter_context(contextlib.closing(browser.new_context(**options)))
            context.set_default_timeout(10_000)
            context.on("page", watch.follow)
            return context

        yield open_one


@pytest.fixture
def page(open_context: Callable[..., BrowserContext], home: str) -> Page:
    """A desktop page at the site's home."""
    page = open_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(home)
    return page


@pytest.fixture(params=SIZES)
def viewport(request: pytest.FixtureRequest) -> ViewportSize:
    """The size of a phone, then of a desk."""
    return SIZES[request.param]


@pytest.fixture
def sized_page(open_context: Callable[..., BrowserContext], viewport: ViewportSize) -> Page:
    """An empty page, on a phone and on a desk."""
    return open_context(viewport=viewport).new_page()
