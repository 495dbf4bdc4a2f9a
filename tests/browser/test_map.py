"""The topic map: read without scripts, moved over and opened with mouse and keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_the_map_is_reached_from_every_page_and_by_keyboard_alone(page: Page, home: str) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Map").click()
    canvas = page.locator("#map canvas")
    expect(canvas).to_be_visible()
    canvas.focus()
    page.keyboard.press("ArrowRight")
    card = page.locator(".map-card")
    expect(card).to_be_visible()
    expect(page.locator("#map [role=status]")).not_to_be_empty()
    page.keyboard.press("+")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(home)}papers/.+"))


def test_escape_takes_the_choice_back(page: Page, home: str) -> None:
    page.goto(f"{home}map/")
    expect(page.locator("#map canvas")).to_be_visible()
    page.locator("#map canvas").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".map-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()


def test_the_legend_leads_to_every_topic_on_the_map(page: Page, home: str) -> None:
    page.goto(f"{home}map/")
    legend = page.get_by_role("navigation", name="Topics on the map")
    legend.get_by_role("link", name="Tides").click()
    expect(page).to_have_url(f"{home}topics/tides/")


def test_without_scripts_the_map_is_a_picture_with_names(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{home}map/")
    expect(page.get_by_role("img", name="Map of")).to_be_visible()
    expect(page.locator("#map svg text").first).to_be_attached()
    expect(page.locator("#map canvas")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_map_fits_its_window(
    open_context: Callable[..., BrowserContext], home: str, width: int
) -> None:
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{home}map/")
    expect(page.locator("#map canvas")).to_be_visible()
    box = page.locator("#map canvas").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
