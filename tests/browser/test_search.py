"""Search as a reader meets it: results while typing, by keyboard, and by a shared link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

TIDEWISE = "Tidewise: Forecasting Tides from a Single Jetty Photograph"


@pytest.fixture
def box(page: Page, home: str) -> Locator:
    """The search box of the search page."""
    page.goto(f"{home}search/")
    return page.get_by_role("searchbox")


def results(page: Page) -> Locator:
    return page.locator("#search-results [data-paper]")


def state(page: Page) -> Locator:
    return page.locator("#search-results")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("microphones", "Pollinator Counting with Cheap Microphones"),
        ("pollinatro", "Pollinator Counting with Cheap Microphones"),
        ("therm", "A Thermometer in Every Hive: Winter Survival of Bee Colonies"),
        ("jetty photograph", TIDEWISE),
        ("survival", "A Thermometer in Every Hive: Winter Survival of Bee Colonies"),
        ("agren", "Lighthouses in Dialogue: Signalling with Coloured Lanterns"),
    ],
    ids=["a word", "a typo", "a half-typed word", "two words", "a stemmed word", "an accent"],
)
def test_typing_finds_the_paper(page: Page, box: Locator, typed: str, title: str) -> None:
    box.press_sequentially(typed)
    expect(state(page)).to_have_attribute("data-state", "done")
    expect(results(page).first).to_contain_text(title)


def test_matches_are_marked(page: Page, box: Locator) -> None:
    box.fill("lantern")
    marks = results(page).locator("mark")
    expect(marks.first).to_be_visible()
    assert all(text.lower().startswith("lantern") for text in marks.all_inner_texts())


def test_a_title_with_markup_is_found_and_stays_text(page: Page, box: Locator) -> None:
    box.fill("swallows")
    expect(results(page).first).to_contain_text("Counting <em>Swallows</em> & Other Tales")
    expect(results(page).locator("em")).to_have_count(0)


def test_a_shared_link_opens_with_its_results(page: Page, home: str) -> None:
    page.goto(f"{home}search/?q=jetty")
    expect(page.get_by_role("searchbox")).to_have_value("jetty")
    expect(results(page).first).to_contain_text(TIDEWISE)


def test_what_is_typed_can_be_shared(page: Page, box: Locator, home: str) -> None:
    box.press_sequentially("spring tides")
    expect(results(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/search/\?q=spring(\+|%20)tides$"))


def test_arrows_choose_a_result_and_enter_opens_it(page: Page, box: Locator, home: str) -> None:
    box.press_sequentially("jetty")
    expect(results(page).first).to_be_visible()
    box.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TIDEWISE)
    assert page.url.startswith(f"{home}papers/")


def test_escape_clears_the_box(page: Page, box: Locator) -> None:
    box.press_sequentially("jetty")
    expect(results(page).first).to_be_visible()
    box.press("Escape")
    expect(box).to_have_value("")
    expect(results(page)).to_have_count(0)
    expect(state(page)).to_have_attribute("data-state", "idle")


def test_nothing_found_says_so(page: Page, box: Locator) -> None:
    box.fill("zzqxzzqx")
    expect(state(page)).to_have_attribute("data-state", "empty")
    expect(page.get_by_role("main")).to_contain_text("zzqxzzqx")


@pytest.mark.parametrize("typed", ["title:", "+", "-", "a^b", "~~", "*", "foo:bar", "C++ & <b>"])
def test_signs_that_mean_something_to_the_engine_are_harmless(
    page: Page, box: Locator, typed: str
) -> None:
    box.fill(typed)
    expect(state(page)).to_have_attribute("data-state", re.compile("done|empty|idle"))


def test_the_home_page_leads_to_the_results(page: Page) -> None:
    page.get_by_role("searchbox").fill("waggle")
    page.keyboard.press("Enter")
    expect(results(page).first).to_contain_text("Waggle Dances as Compressed Maps")


def test_a_result_opens_its_paper_by_a_click(page: Page, box: Locator) -> None:
    box.fill("oiled paper")
    results(page).first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A Lantern Is Not a Lamp")
