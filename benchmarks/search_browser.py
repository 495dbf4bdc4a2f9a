"""A browser that holds nothing, and what it fetches until ten results stand."""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.search_engines import Answer
from benchmarks.slow_server import Line, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TIMEOUT = 600_000  # milliseconds: a whole index of many papers takes minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one question cost.

    Attributes:
        bytes: Of bodies fetched, code included, the page itself not.
        ms: From the first key to the results.
        requests: How many files.
        found: Results shown.
    """

    bytes: int
    ms: float
    requests: int
    found: int

    @staticmethod
    def median(visits: Sequence[Visit]) -> Visit:
        """Return the medians of several."""
        return Visit(
            bytes=int(statistics.median(visit.bytes for visit in visits)),
            ms=statistics.median(visit.ms for visit in visits),
            requests=int(statistics.median(visit.requests for visit in visits)),
            found=int(statistics.median(visit.found for visit in visits)),
        )


def visit(folder: Path, engine: str, query: str, kind: str) -> Visit:
    """Ask an engine's page a question over a slow line."""
    line = Line()
    with served(folder, line) as address, _page() as page:
        page.goto(f"{address}{engine}.html")
        bytes_before, requests_before = line.sent, line.requests
        start = time.perf_counter()
        found = page.evaluate("([query, kind]) => window.ask(query, kind)", [query, kind])
        ms = 1000 * (time.perf_counter() - start)
        return Visit(
            bytes=line.sent - bytes_before,
            ms=ms,
            requests=line.requests - requests_before,
            found=found,
        )


@contextlib.contextmanager
def ask_pagefind(folder: Path) -> Iterator[Callable[[str], Answer]]:
    """Yield what asks Pagefind, which only runs in a browser, over a line without limits."""
    with served(folder, Line(bytes_a_second=0)) as address, _page() as page:
        page.goto(f"{address}pagefind.html")

        def ask(query: str) -> Answer:
            start = time.perf_counter()
            found = page.evaluate("query => window.rank(query)", query)
            ms = 1000 * (time.perf_counter() - start)
            return Answer(places=tuple(map(int, found)), ms=ms)

        yield ask


@contextlib.contextmanager
def _page() -> Iterator[Page]:
    # Imported here, because the other figures need no browser.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(_TIMEOUT)
        yield page
        browser.close()
