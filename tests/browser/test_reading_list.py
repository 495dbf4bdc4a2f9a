"""The reading list: kept on the device, shown, searched, carried away and brought back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(sized_page: Page, home: str) -> Page:
    """A page at the reading list, with two of the tides' papers saved, on a phone and on a desk."""
    page = sized_page
    page.goto(f"{home}topics/tides/")
    page.get_by_role("button", name="Save: ").nth(0).click()
    page.get_by_role("button", name="Save: ").nth(1).click()
    page.goto(f"{home}reading-list/")
    return page


def cards(page: Page) -> list[str]:
    return page.locator("#reading-list > .cards h2").all_inner_texts()


def downloaded(page: Page, button: str) -> tuple[str, str]:
    """Press a button; return the name and text of the file it gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text("utf-8")


def test_what_was_saved_is_there_and_found_and_noted(reader: Page, home: str) -> None:
    titles = cards(reader)
    assert len(titles) == 2
    expect(reader.locator("#list-status")).to_have_text("2 papers")
    reader.locator("summary", has_text="Note").first.click()
    reader.get_by_label(f"Note: {titles[0]}").fill("for Thursday")
    reader.get_by_label("Search the list").fill("thursday")
    expect(reader.locator("#list-status")).to_have_text("1 paper")
    assert cards(reader) == titles[:1]
    reader.get_by_label("Search the list").fill("")
    reader.get_by_label("Order").select_option("by title")
    assert cards(reader) == sorted(titles, key=str.lower)
    reader.get_by_role("button", name=f"Mark as read: {titles[0]}").click()
    reader.get_by_label("Show").select_option("not yet read")
    assert cards(reader) == titles[1:]


def test_a_key_and_the_bar_lead_there(reader: Page, home: str) -> None:
    reader.goto(home)
    reader.get_by_role("link", name="Reading list").click()
    expect(reader).to_have_url(f"{home}reading-list/")
    expect(reader.get_by_role("main")).to_contain_text("nothing is sent anywhere")


def test_citations_are_taken_along_as_files(reader: Page) -> None:
    name, bibtex = downloaded(reader, "BibTeX")
    assert name == "reading-list.bib"
    assert len(re.findall(r"^@", bibtex, re.MULTILINE)) == 2
    _, ris = downloaded(reader, "RIS")
    assert ris.count("ER  -") == 2
    _, csl = downloaded(reader, "CSL-JSON")
    assert len(json.loads(csl)) == 2
    _, markdown = downloaded(reader, "Markdown")
    assert [line[:7] for line in markdown.splitlines()] == ["- [ ] ["] * 2


def test_a_backup_brings_the_list_to_another_device(
    reader: Page, open_context: Callable[..., BrowserContext], home: str, tmp_path: Path
) -> None:
    titles = cards(reader)
    name, backup = downloaded(reader, "Save a backup")
    (tmp_path / name).write_text(backup, "utf-8")
    other = open_context().new_page()
    other.goto(f"{home}reading-list/")
    expect(other.get_by_text("Nothing yet")).to_be_visible()
    other.get_by_label("Read a backup").set_input_files(tmp_path / name)
    expect(other.locator("#list-status")).to_contain_text("2 papers read from")
    assert cards(other) == titles
    (tmp_path / "else.json").write_text("[1]", "utf-8")
    other.get_by_label("Read a backup").set_input_files(tmp_path / "else.json")
    expect(other.locator("#list-status")).to_have_text(
        "else.json is not a backup of a reading list"
    )
    assert cards(other) == titles


def test_a_link_carries_the_list_to_somebody_else(
    reader: Page, open_context: Callable[..., BrowserContext], home: str
) -> None:
    reader.get_by_role("button", name="Link to share").click()
    link = reader.get_by_label("Link to this list").input_value()
    other = open_context().new_page()
    other.goto(link)
    shared = other.get_by_role("region", name="Shared with you")
    expect(shared.locator(".card")).to_have_count(2)
    expect(other.locator("#reading-list > .cards .card")).to_have_count(0)
    shared.get_by_role("button", name="Save all").click()
    expect(other.locator("#reading-list > .cards .card")).to_have_count(2)


def test_muted_words_and_topics_leave_papers_out_and_say_so(reader: Page, home: str) -> None:
    reader.get_by_label("Words, one a line").fill("jetty")
    reader.goto(f"{home}papers/")
    expect(reader.get_by_text("1 muted paper is left out.")).to_be_visible()
    expect(reader.get_by_role("link", name="Tidewise")).to_be_hidden()
    reader.get_by_role("button", name="Show", exact=True).click()
    expect(reader.get_by_role("link", name="Tidewise")).to_be_visible()
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("button", name="Mute this topic").click()
    reader.goto(f"{home}papers/")
    expect(reader.get_by_text("muted papers are left out")).to_be_visible()
    expect(reader.locator(".card:visible .topic", has_text="Tides")).to_have_count(0)


def test_what_came_since_the_last_visit_is_marked(reader: Page, home: str) -> None:
    expect(reader.locator(".new")).to_have_count(0)
    reader.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(one => one.startsWith('visit:'));
          localStorage.setItem(key, JSON.stringify({since: '', newest: '2024-02-10', at: 0}));
        }"""
    )
    reader.goto(f"{home}issues/")
    expect(reader.locator("main li", has_text="New")).to_have_count(1)
    reader.goto(home)
    expect(reader.locator(".news")).to_contain_text("new since your last visit")
    expect(reader.locator(".card .new").first).to_be_visible()
    reader.goto(f"{home}topics/")
    expect(reader.locator(".plate .new").first).to_be_visible()


def test_papers_like_the_saved_ones_are_suggested_with_the_reason(
    reader: Page, home: str, watch: Watch
) -> None:
    place = reader.get_by_role("region", name="For you")
    place.scroll_into_view_if_needed()
    expect(place.locator(".card").first).to_be_visible()
    expect(place.locator(".reason").first).to_contain_text("As “")
    saved = set(cards(reader))
    assert saved.isdisjoint(place.locator("h2 a").all_inner_texts())
    place.get_by_role("button", name="Save: ").first.click()
    reader.reload()
    assert len(cards(reader)) == 3
    assert watch.foreign(home) == []


def test_vectors_are_fetched_only_for_a_reader_who_saved_something(
    open_context: Callable[..., BrowserContext], home: str, watch: Watch
) -> None:
    page = open_context().new_page()
    page.goto(f"{home}reading-list/")
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("region", name="For you")).to_be_hidden()
    assert [url for url in watch.requests if "vectors" in url] == []


def test_nothing_leaves_the_site(reader: Page, home: str, watch: Watch) -> None:
    downloaded(reader, "BibTeX")
    assert watch.foreign(home) == []
    assert watch.problems == []


def test_without_scripts_the_page_says_what_it_needs(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{home}reading-list/")
    expect(page.get_by_text("kept by a script")).to_be_visible()
    expect(page.locator("#reading-list")).to_be_hidden()


def test_a_browser_that_keeps_nothing_is_told_so(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    context = open_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = context.new_page()
    page.goto(f"{home}reading-list/")
    expect(page.get_by_text("the list ends with this page")).to_be_visible()
