"""What keys do outside the search page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_first_tab_stop_skips_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_slash_goes_to_the_search_box(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_slash_opens_the_search_over_a_page_without_a_box(page: Page, home: str) -> None:
    page.goto(f"{home}about/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_slash_stays_a_slash_in_a_box(page: Page, home: str) -> None:
    page.goto(f"{home}search/")
    page.get_by_role("searchbox").press_sequentially("and/or")
    expect(page.get_by_role("searchbox")).to_have_value("and/or")


def test_every_tab_stop_shows_where_the_focus_is(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }"""
        )
        assert ring, page.evaluate("document.activeElement.outerHTML")
