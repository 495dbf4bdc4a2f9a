"""An issue on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_an_issue_prints_as_a_booklet(page: Page, home: str) -> None:
    page.goto(f"{home}issues/2024-02-13/")
    page.emulate_media(media="print")
    for name in ("Main", "Breadcrumb"):
        expect(page.get_by_role("navigation", name=name)).to_be_hidden()
    expect(page.locator(".list-tools")).to_be_hidden()
    expect(page.locator(".foot")).to_be_hidden()
    expect(page.locator(".card").first).to_be_visible()


def test_links_of_an_entry_are_its_footnotes(page: Page, home: str) -> None:
    page.goto(f"{home}papers/")
    page.emulate_media(media="print")
    link = page.locator(".card .out").first
    address = link.get_attribute("href")
    note = link.evaluate("(it) => getComputedStyle(it, '::after').content")
    assert note.replace('"', "").replace(" ", "") == f"<{address}>"
    assert link.evaluate("(it) => getComputedStyle(it).display") == "block"
