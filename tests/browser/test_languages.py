"""The site in other languages, as a browser shows it: mirrored, unbroken, and in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.language.language import Language
from tests.browser.conftest import Watch, served
from tests.projects import build, copy_site

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
PAGES = (
    "",
    "papers/",
    "topics/",
    "issues/",
    "map/",
    "systems/",
    "search/?q=tides",
    "reading-list/",
)


def site_in(tag: str, folder: Path) -> Path:
    project = copy_site("small", folder)
    settings = project / "site.toml"
    lines = f'[site]\nlanguage = "{tag}"\npapers_language = "en"\n'
    settings.write_text(settings.read_text("utf-8").replace("[site]\n", lines), encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(site_in("ar", tmp_path_factory.mktemp("arabic"))) as address:
        yield address


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return {"left": found["x"], "right": found["x"] + found["width"]}


def test_an_arabic_page_is_mirrored(
    open_context: Callable[..., BrowserContext], arabic: str
) -> None:
    page = open_context(viewport=DESK).new_page()
    page.goto(arabic)
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert box(page, ".brand")["left"] > box(page, ".tools")["right"]
    assert box(page, ".cards")["left"] > box(page, ".aside")["right"]
    assert box(page, "main .label")["right"] > DESK["width"] * 0.9
    title = page.locator(".card h3").first
    expect(title).to_have_attribute("lang", "en")
    assert title.evaluate("one => getComputedStyle(one).direction") == "ltr"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_arabic_page_scrolls_sideways_or_fails(
    open_context: Callable[..., BrowserContext], arabic: str, watch: Watch, size: dict[str, int]
) -> None:
    page = open_context(viewport=size).new_page()
    for url in PAGES:
        page.goto(arabic + url, wait_until="networkidle")
        beyond = page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter((one) => {
              const { left, right, width } = one.getBoundingClientRect();
              const isOut = width > 1 && (left < -1 || right > innerWidth + 1);
              return isOut && one.checkVisibility() && !one.closest("svg, .unseen, .skip");
            }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert beyond == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], url
    assert watch.problems == []
    assert watch.foreign(arabic) == []


def test_what_scripts_say_is_arabic_too(
    open_context: Callable[..., BrowserContext], arabic: str
) -> None:
    say = Language(tag="ar", shipped="ar")
    page = open_context(viewport=DESK).new_page()
    page.goto(f"{arabic}papers/")
    save = page.locator(".card button[data-mark=saved]").first
    assert (save.get_attribute("aria-label") or "").startswith(say.text("script.save"))
    save.click()
    page.goto(f"{arabic}reading-list/")
    expect(page.locator("#list-status")).to_have_text(say.counted(1, "paper"))
    page.goto(f"{arabic}search/?q=tides")
    expect(page.locator("#search-status")).to_contain_text("«tides»")
    expect(page.locator("#search-results .card h2").first).to_have_attribute("dir", "auto")
    expect(page.locator("#search-facets")).to_contain_text(say.text("script.facet_issue"))


@pytest.mark.parametrize("tag", ["de", "es", "fr", "zh"])
def test_a_page_speaks_the_language_of_its_site(
    open_context: Callable[..., BrowserContext], tmp_path: Path, tag: str
) -> None:
    say = Language(tag=tag, shipped=tag)
    with served(site_in(tag, tmp_path)) as address:
        page = open_context(viewport=PHONE).new_page()
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("lang", tag)
        expect(page.locator("html")).not_to_have_attribute("dir", "rtl")
        expect(page.locator(".menu")).to_contain_text(say.text("pages.topics"))
        expect(page.locator(".card h3").first).to_have_attribute("lang", "en")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.goto(f"{address}search/?q=tides")
        status = page.locator("#search-status")
        expect(status).to_contain_text(say.text("script.quoted", word="tides"))
