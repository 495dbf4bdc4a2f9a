"""Lists narrowed down in place: by hiding cards, or over all pages of a long list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(sized_page: Page) -> Page:
    """Whoever narrows a list down, on a phone and on a desk."""
    return sized_page


def cards(page: Page) -> Locator:
    return page.locator("main .card:visible")


def titles(page: Page) -> Locator:
    return page.locator("main .card:visible :is(h2, h3) a")


def narrow(page: Page, group: str, place: int = 0) -> str:
    """Tick a value of a facet, opening the facets if need be; return its count."""
    opener = page.get_by_role("button", name="Narrow down")
    if opener.count() == 0:
        page.get_by_role("link", name="Narrow down").click()
    elif opener.get_attribute("aria-expanded") == "false":
        opener.click()
    label = page.get_by_role("group", name=group).locator("label").nth(place)
    count = label.locator(".count").inner_text()
    label.click()
    return count


def test_a_list_on_one_page_keeps_the_cards_that_hold_all_that_is_chosen(
    reader: Page, home: str, watch: Watch
) -> None:
    reader.goto(f"{home}topics/tides/")
    before = cards(reader).count()
    count = narrow(reader, "Issue")
    expect(cards(reader)).to_have_count(int(count))
    expect(reader).to_have_url(re.compile(r"topics/tides/\?issue="))
    expect(reader.locator(".chosen + [role=status]")).to_have_text(f"{count} of {before} papers")
    assert [url for url in watch.requests if "/search/index" in url] == []
    reader.get_by_role("button", name="take away").click()
    expect(cards(reader)).to_have_count(before)
    reader.go_back()
    expect(cards(reader)).to_have_count(int(count))


def test_sections_without_a_paper_left_are_not_shown(reader: Page, home: str) -> None:
    reader.goto(f"{home}issues/2024-02-13/")
    before = reader.locator(".section-title:visible").count()
    narrow(reader, "Topic")
    expect(reader.locator(".section-title:visible")).not_to_have_count(before)
    for section in reader.locator("section:visible:has(> ol.cards)").all():
        expect(section.locator(".card:visible").first).to_be_visible()


def test_a_long_list_is_narrowed_down_over_all_its_pages(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/page/2/")
    here = cards(reader).count()
    narrow(reader, "Topic")
    expect(reader.locator(".narrowed .card").first).to_be_visible()
    expect(reader.locator(".chosen + [role=status]")).to_have_text(re.compile("of 12 papers"))
    expect(reader.get_by_role("navigation", name="Pages")).to_be_hidden()
    save = reader.locator(".narrowed").get_by_role("button", name=re.compile("^Save: "))
    save.first.click()
    expect(reader.locator(".narrowed .card.is-saved")).to_have_count(1)
    both = narrow(reader, "Issue")
    expect(cards(reader)).to_have_count(int(both))
    reader.go_back()
    expect(reader.locator(".chosen li")).to_have_count(1)
    reader.get_by_role("button", name="take away").click()
    expect(cards(reader)).to_have_count(here)


def test_the_address_carries_what_is_chosen(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    narrow(reader, "Issue")
    found = titles(reader).all_inner_texts()
    address = reader.url
    reader.goto(home)
    reader.goto(address)
    expect(reader.locator(".chosen li")).to_have_count(1)
    assert titles(reader).all_inner_texts() == found
    expect(reader.locator(".narrow")).to_be_hidden()


@pytest.mark.parametrize("url", ["topics/tides/", "papers/"])
def test_a_paper_leads_on_through_what_was_left_and_back_to_it(
    reader: Page, home: str, url: str
) -> None:
    reader.goto(f"{home}{url}?view=skim")
    narrow(reader, "Issue", 1)
    expect(reader.locator(".chosen li")).to_have_count(1)
    expect(titles(reader).nth(1)).to_be_visible()
    found = titles(reader).all_inner_texts()
    last = titles(reader).nth(1)
    last.scroll_into_view_if_needed()
    place = reader.evaluate("scrollY")
    last.click()
    expect(reader.locator("article.paper")).to_be_visible()
    expect(reader.get_by_role("link", name="Previous")).to_contain_text(found[0])
    reader.go_back()
    expect(reader.locator(".chosen li")).to_have_count(1)
    expect(titles(reader)).to_have_count(len(found))
    reader.wait_for_function(f"Math.abs(scrollY - {place}) < 8")


def test_back_finds_further_results_of_a_search_and_the_place(reader: Page, home: str) -> None:
    reader.goto(f"{home}search/?q=the")
    expect(reader.locator("#search-results .card").first).to_be_visible()
    more = reader.get_by_role("button", name="Show more results")
    if more.is_visible():
        more.click()
    expect(more).to_be_hidden()
    count = cards(reader).count()
    titles(reader).last.scroll_into_view_if_needed()
    place = reader.evaluate("scrollY")
    titles(reader).last.click()
    expect(reader.locator("article.paper")).to_be_visible()
    reader.go_back()
    expect(cards(reader)).to_have_count(count)
    reader.wait_for_function(f"Math.abs(scrollY - {place}) < 8")


def test_facets_are_worked_by_keys_alone_and_keep_the_focus(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("link", name="Narrow down").focus()
    reader.keyboard.press("Enter")
    reader.get_by_role("group", name="Issue").get_by_role("checkbox").first.focus()
    reader.keyboard.press("Space")
    expect(reader.locator(".chosen li")).to_have_count(1)
    expect(reader.get_by_role("group", name="Issue").locator("input:checked")).to_be_focused()
    reader.get_by_role("button", name="Narrow down").focus()
    reader.keyboard.press("Space")
    expect(reader.locator(".narrow")).to_be_hidden()


def test_where_the_code_cannot_be_had_the_link_leads_to_the_search(reader: Page, home: str) -> None:
    reader.route("**/narrow.js*", lambda route: route.abort())
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("link", name="Narrow down").click()
    expect(reader).to_have_url(f"{home}search/?topic=Tides")
