"""Light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def lightness(page: Page) -> int:
    """Return the mean of the background's red, green and blue, 0 to 255."""
    colour = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d');
          canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
          if (canvas.fillStyle === 'rgba(0, 0, 0, 0)' || canvas.fillStyle === '#00000000')
            canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }"""
    )
    return int(sum(colour) / 3)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_system_decides_at_first(
    open_context: Callable[..., BrowserContext], home: str, scripts: bool
) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page = open_context(color_scheme=scheme, java_script_enabled=scripts).new_page()
        page.goto(home)
        shades[scheme] = lightness(page)
    assert shades["light"] > 200
    assert shades["dark"] < 60


def test_the_switch_overrides_the_system_and_is_remembered(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(color_scheme="light").new_page()
    page.goto(home)
    switch = page.get_by_role("button", name="Dark theme")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert lightness(page) < 60
    page.goto(f"{home}topics/")
    assert lightness(page) < 60
    expect(page.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Dark theme").click()
    assert lightness(page) > 200


def test_without_scripts_there_is_no_dead_switch(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(home)
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
