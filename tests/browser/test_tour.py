"""Ten things a new reader does, one after the other, each with its result seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

TIDEWISE = "papers/tidewise-forecasting-tides-from-a-single-jetty-photograph/"


@pytest.fixture
def reader(open_context: Callable[..., BrowserContext], viewport: ViewportSize, home: str) -> Page:
    """A new reader at the home page, on a phone and on a desk."""
    context = open_context(
        viewport=viewport,
        permissions=["clipboard-read", "clipboard-write"],
        service_workers="allow",
    )
    page = context.new_page()
    page.goto(home)
    return page


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_find_a_paper_in_spite_of_a_slip(reader: Page) -> None:
    reader.keyboard.press("/")
    reader.keyboard.type("tidewize jetty")
    reader.keyboard.press("Enter")
    expect(reader.locator("#search-results .card").first).to_contain_text("Tidewise")
    reader.locator("#search-results .card h2 a").first.click()
    expect(reader.locator("article.paper h1")).to_contain_text("Tidewise")


def test_filter_a_list_and_come_back_to_it(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    reader.get_by_role("link", name="Narrow down").click()
    label = reader.get_by_role("group", name="Topic").locator("label").first
    count = int(label.locator(".count").inner_text())
    label.click()
    expect(reader.locator("main .card:visible")).to_have_count(count)
    reader.locator("main .card:visible h2 a").first.click()
    expect(reader.locator("article.paper")).to_be_visible()
    reader.go_back()
    expect(reader.locator("main .card:visible")).to_have_count(count)


def test_save_a_paper_and_find_it_with_others_like_it(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("button", name="Save: Tidewise").click()
    reader.get_by_role("link", name="Reading list").click()
    expect(reader.locator("#reading-list > .cards .card")).to_have_count(1)
    place = reader.get_by_role("region", name="For you")
    place.scroll_into_view_if_needed()
    expect(place.locator(".reason").first).to_contain_text("Tidewise")


def test_cite_a_paper(reader: Page, home: str) -> None:
    reader.goto(home + TIDEWISE)
    reader.get_by_role("button", name="Cite", exact=True).click()
    reader.get_by_role("radio", name="BibTeX").check()
    expect(reader.get_by_label("Citation")).to_have_value(re.compile("^@"))
    reader.get_by_role("button", name="Copy").click()
    assert reader.evaluate("navigator.clipboard.readText()").startswith("@")


def test_export_the_reading_list(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    for place in range(2):
        reader.get_by_role("button", name="Save: ").nth(place).click()
    reader.goto(f"{home}reading-list/")
    with reader.expect_download() as waiting:
        reader.get_by_role("button", name="CSL-JSON").click()
    assert len(json.loads(Path(waiting.value.path()).read_text("utf-8"))) == 2


def test_read_on_without_a_network(reader: Page, home: str) -> None:
    reader.goto(home + TIDEWISE)
    title = heading(reader)
    reader.goto(home)  # the worker comes with the second page
    reader.evaluate("navigator.serviceWorker.ready.then(() => true)")
    reader.goto(home + TIDEWISE)
    reader.wait_for_load_state("networkidle")
    reader.context.set_offline(True)
    reader.goto(home)
    reader.goto(home + TIDEWISE)
    assert heading(reader) == title
    reader.goto(f"{home}topics/bees/")
    expect(reader.get_by_role("main")).to_contain_text("no network")


def test_read_with_keys_alone(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")  # the skip link
    for key in "jjs":
        reader.keyboard.press(key)
    saved = reader.locator(".card.is-saved h2 a")
    expect(saved).to_be_focused()
    address = saved.evaluate("link => link.href")
    reader.keyboard.press("o")
    expect(reader).to_have_url(address)
    reader.wait_for_load_state("networkidle")
    reader.keyboard.press("j")
    expect(reader).not_to_have_url(address)
    expect(reader.locator("article.paper")).to_be_visible()
    reader.keyboard.press("?")
    expect(reader.get_by_role("dialog", name="Keys")).to_be_visible()


def test_everything_has_a_name_for_who_listens(reader: Page, home: str) -> None:
    for url in ("", "issues/2024-02-13/", TIDEWISE, "search/?q=tide", "reading-list/", "map/"):
        reader.goto(home + url)
        reader.wait_for_load_state("networkidle")
        heard = reader.locator("body").aria_snapshot()
        assert re.search(r"^- banner", heard, re.MULTILINE), url
        assert re.search(r"^- main", heard, re.MULTILINE), url
        nameless = re.findall(r"- (?:button|link|textbox|checkbox|combobox|searchbox)\s*:?$", heard)
        assert nameless == [], url


def test_print_an_issue(reader: Page, home: str) -> None:
    reader.goto(f"{home}issues/2024-02-13/")
    reader.emulate_media(media="print")
    expect(reader.locator(".menu")).to_be_hidden()
    expect(reader.locator(".list-tools")).to_be_hidden()
    expect(reader.locator(".card").first).to_be_visible()
    assert reader.pdf().startswith(b"%PDF")


def test_share_a_list(reader: Page, open_context: Callable[..., BrowserContext], home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("button", name="Save: Tidewise").click()
    reader.goto(f"{home}reading-list/")
    reader.get_by_role("button", name="Link to share").click()
    friend = open_context().new_page()
    friend.goto(reader.get_by_label("Link to this list").input_value())
    shared = friend.get_by_role("region", name="Shared with you")
    expect(shared.locator(".card")).to_have_count(1)
    expect(shared).to_contain_text("Tidewise")
