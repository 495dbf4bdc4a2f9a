"""Reading without a network, and never an old page with one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import served
from tests.projects import build, copy_site

pytestmark = pytest.mark.browser

READY = "navigator.serviceWorker.ready.then((it) => it.active.state)"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"


@pytest.fixture
def site(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change, as a deploy does."""
    return Path(shutil.copytree(small_site, tmp_path / "site"))


def installed(context: BrowserContext, home: str) -> Page:
    """Open the home page twice and wait until the worker answers for it."""
    page = context.new_page()
    page.goto(home)
    page.reload()
    page.evaluate(READY)
    page.wait_for_function(CONTROLLED)
    return page


def test_the_first_page_brings_no_worker(
    open_context: Callable[..., BrowserContext], site: Path
) -> None:
    with served(site) as home:
        page = open_context(service_workers="allow").new_page()
        page.goto(home, wait_until="networkidle")
        assert (
            page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
            == 0
        )


def test_pages_once_read_and_the_search_work_without_a_network(
    open_context: Callable[..., BrowserContext], site: Path
) -> None:
    context = open_context(service_workers="allow")
    with served(site) as home:
        page = installed(context, home)
        page.goto(f"{home}papers/")
        title = page.title()
        page.goto(f"{home}search/?q=waggle")
        expect(page.locator("#search-results")).to_have_attribute("data-state", "done")
        page.wait_for_function(
            "async () => { for (const name of await caches.keys()) {"
            " if (!name.endsWith('files')) continue; const cache = await caches.open(name);"
            " const urls = (await cache.keys()).map((it) => it.url);"
            " if (urls.some((it) => it.endsWith('search/synonyms.json'))) return true }"
            " return false }"
        )
    page.goto(home)
    expect(page.get_by_role("heading", level=1)).to_have_text("Winter reading from two shores")
    page.goto(f"{home}papers/")
    assert page.title() == title
    ground = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Iowan" in ground  # the style sheet is there
    page.goto(f"{home}search/?q=waggle")
    expect(page.locator("#search-results")).to_have_attribute("data-state", "done")
    page.goto(f"{home}topics/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This leaf is not pressed yet")
    row = page.get_by_role("region", name="Read on this device").get_by_role("link", name="Papers")
    expect(row.first).to_have_attribute("href", f"{home}papers/")


def test_after_a_deploy_no_old_page_is_shown(
    open_context: Callable[..., BrowserContext], site: Path
) -> None:
    with served(site) as home:
        page = installed(open_context(service_workers="allow"), home)
        page.reload()
        before = page.evaluate("caches.keys()")
        index, worker = site / "index.html", site / "sw.js"
        index.write_text(index.read_text().replace("</h1>", " afresh</h1>", 1))
        worker.write_text(worker.read_text().replace('"version":"', '"version":"x'))
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_contain_text("afresh")
        page.wait_for_function(
            "async () => (await caches.keys()).some((it) => / shell x/.test(it))"
        )
        page.wait_for_function("async () => (await caches.keys()).length === " + str(len(before)))


def test_a_page_that_is_gone_is_forgotten(
    open_context: Callable[..., BrowserContext], site: Path
) -> None:
    with served(site) as home:
        page = installed(open_context(service_workers="allow"), home)
        page.goto(f"{home}topics/")
        shutil.rmtree(site / "topics")
        page.goto(f"{home}topics/")
        expect(page.get_by_role("heading", level=1)).to_have_text("This leaf is missing")
    page.goto(f"{home}topics/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This leaf is not pressed yet")


def test_switched_off_it_removes_itself(
    open_context: Callable[..., BrowserContext], site: Path, tmp_path: Path
) -> None:
    project = copy_site("small", tmp_path)
    settings = project / "site.toml"
    settings.write_text(settings.read_text().replace("[site]\n", "[site]\noffline = false\n", 1))
    with served(site) as home:
        page = installed(open_context(service_workers="allow"), home)
        shutil.rmtree(site)
        shutil.copytree(build(project), site)
        page.reload()
        page.wait_for_function(
            "async () => (await navigator.serviceWorker.getRegistrations()).length === 0"
            " && (await caches.keys()).length === 0"
        )
        assert page.locator('link[rel="manifest"]').count() == 0
