"""Live reload in real Chromium, under the pages' own Content-Security-Policy."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.errors import Diagnostic, Severity
from generator.serve.live_site import LiveSite
from generator.serve.server import DevServer
from tests.serve.made import make_artifacts

pytestmark = pytest.mark.browser

POLICY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'"></head>'
    "<body><p>{}</p></body></html>"
)
PROBLEM = Diagnostic(
    code="S001", severity=Severity.ERROR, message="<img src=x onerror=alert(1)> is no title"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with contextlib.closing(browser.new_page()) as page:
        yield page


def test_a_page_follows_the_builds_good_and_bad(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Policy" in said.text else None)
    live = LiveSite()
    with DevServer("127.0.0.1", 0, live) as server:
        live.succeed(make_artifacts(home=POLICY.format("first")))
        page.goto(server.url)
        page.get_by_text("first").wait_for()
        live.succeed(make_artifacts(home=POLICY.format("second")))
        page.get_by_text("second").wait_for()
        live.fail([PROBLEM])
        alert = page.get_by_role("alert")
        alert.get_by_text("S001: <img src=x onerror=alert(1)> is no title").wait_for()
        assert page.get_by_text("second").is_visible()
        assert alert.evaluate("box => getComputedStyle(box).position") == "fixed"
        live.succeed(make_artifacts(home=POLICY.format("third")))
        page.get_by_text("third").wait_for()
        assert alert.count() == 0
        assert errors == []
