"""Finding a paper without searching, with and without scripts, under a sub-path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser

KINDS = (
    "",
    "papers/",
    "papers/page/2/",
    "papers/tidewise-forecasting-tides-from-a-single-jetty-photograph/",
    "topics/",
    "topics/tides/",
    "issues/",
    "issues/2024-02-06/",
    "search/",
    "search/?q=tide",
    "reading-list/",
    "map/",
    "about/",
    "404.html",
)


def test_from_home_over_a_topic_to_a_paper_and_on_to_the_next(page: Page, home: str) -> None:
    page.get_by_role("main").get_by_role("link", name="Tides").first.click()
    expect(page).to_have_url(f"{home}topics/tides/")
    page.get_by_role("link", name="Tidewise: Forecasting Tides").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tidewise")
    expect(page.get_by_role("main")).to_contain_text("On 38 harbours it errs by 11 cm")
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sparse Tidal Harmonics")


def test_a_curated_issue_shows_its_sections_and_notes(page: Page, home: str) -> None:
    page.goto(f"{home}issues/2024-02-13/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Winter reading from two shores")
    expect(main.get_by_role("heading", name="From the hives")).to_be_visible()
    expect(main).to_contain_text("Watchkeepers will like this one.")


def test_links_in_an_abstract_keep_their_visible_place(page: Page, home: str) -> None:
    page.goto(f"{home}papers/waggle-dances-as-compressed-maps-of-meadows/")
    link = page.locator(".abstract").get_by_role("link")
    expect(link).to_have_attribute("href", "https://github.com/harbour-example/waggle-maps")
    expect(page.locator(".abstract")).to_contain_text("Code is available at")


def test_markup_in_a_title_is_shown_as_text(page: Page, home: str) -> None:
    page.goto(f"{home}issues/2024-02-06/")
    link = page.get_by_role("main").get_by_role("link", name="Swallows")
    expect(link).to_have_text('Counting <em>Swallows</em> & Other Tales of "Escaping"')
    link.click()
    expect(page.get_by_role("main")).to_contain_text("{{ 7*7 }}")


@pytest.mark.parametrize("url", KINDS, ids=lambda url: url or "home")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_loads_from_its_own_host_alone_and_without_complaint(
    open_context: Callable[..., BrowserContext], home: str, watch: Watch, url: str, scheme: str
) -> None:
    page = open_context(color_scheme=scheme).new_page()
    page.goto(home + url)
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_have_count(1)
    assert watch.problems == []
    assert watch.foreign(home) == []


@pytest.mark.parametrize("url", KINDS, ids=lambda url: url or "home")
def test_no_page_scrolls_sideways_on_the_smallest_screen(
    open_context: Callable[..., BrowserContext], home: str, url: str
) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(home + url)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320


def test_without_scripts_every_paper_is_reached_by_links(
    open_context: Callable[..., BrowserContext], home: str, small_site: Path
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    waiting, seen = [home], set()
    while waiting:
        url = waiting.pop()
        if url in seen or not url.startswith(home):
            continue
        seen.add(url)
        answer = page.goto(url)
        assert answer is not None, url
        assert answer.ok, url
        links = page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        targets = [urljoin(url, href).partition("#")[0].partition("?")[0] for href in links]
        waiting += [target for target in targets if target.endswith(("/", ".html"))]
    papers = {f"{home}papers/{path.parent.name}/" for path in small_site.glob("papers/*/*.html")}
    papers.discard(f"{home}papers/page/")
    assert len(papers) == 12
    assert papers <= seen


def test_without_scripts_a_paper_shows_its_text(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{home}papers/pollinator-counting-with-cheap-microphones/")
    expect(page.locator(".abstract")).to_contain_text("in 9 of 10 hours")


@pytest.mark.parametrize("missing", ["nothing", "papers/nothing/", "a/b/c/d/e.html"])
def test_a_missing_page_at_any_depth_leads_home(
    open_context: Callable[..., BrowserContext], home: str, watch: Watch, missing: str
) -> None:
    page = open_context().new_page()
    answer = page.goto(home + missing)
    assert answer is not None
    assert answer.status == 404
    assert [problem for problem in watch.problems if "404 (Not Found)" not in problem] == []
    page.locator("a.brand").click()
    expect(page).to_have_url(home)
