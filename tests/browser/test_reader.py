"""The reader's tools: views of lists, marks on papers, keys, and the way on through a list."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PAPER = "papers/tidewise-forecasting-tides-from-a-single-jetty-photograph/"


@pytest.fixture
def reader(sized_page: Page, home: str) -> Page:
    """A page at the site's home, on a phone and on a desk."""
    sized_page.goto(home)
    return sized_page


def test_a_list_shows_as_much_as_the_reader_wants(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    first = reader.locator(".card").first
    expect(first.locator(".summary")).to_be_visible()
    reader.get_by_role("button", name="Titles").click()
    expect(first.locator(".summary")).to_be_hidden()
    reader.goto(f"{home}topics/tides/")
    expect(reader.get_by_role("button", name="Titles")).to_have_attribute("aria-pressed", "true")
    expect(reader.locator(".card .summary").first).to_be_hidden()
    reader.get_by_role("button", name="In short").click()
    expect(reader.locator(".card .summary").first).to_be_visible()


def test_whole_abstracts_come_into_the_list_with_their_sentences_set_off(
    reader: Page, home: str
) -> None:
    reader.goto(f"{home}topics/tides/?view=full")
    card = reader.locator(".card", has_text="Tidewise")
    expect(card.locator(".whole mark").first).to_be_visible()
    expect(card.locator(".gist")).to_be_hidden()


def test_a_link_sets_the_view_and_the_device_remembers_it(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/?view=titles")
    expect(reader.locator(".card .gist").first).to_be_hidden()
    reader.goto(f"{home}papers/")
    expect(reader.locator(".card .gist").first).to_be_hidden()
    reader.goto(f"{home}papers/?view=nonsense")
    expect(reader.locator(".card .gist").first).to_be_hidden()


def test_a_paper_saved_in_a_list_is_saved_on_its_page_and_after_a_while(
    reader: Page, home: str
) -> None:
    reader.goto(f"{home}topics/tides/")
    reader.get_by_role("button", name="Save: Tidewise").click()
    expect(reader.locator(".card.is-saved")).to_have_count(1)
    reader.goto(home + PAPER)
    save = reader.get_by_role("button", name="Save")
    expect(save).to_have_attribute("aria-pressed", "true")
    save.click()
    reader.goto(f"{home}topics/tides/")
    expect(reader.locator(".card.is-saved")).to_have_count(0)


def test_a_paper_found_by_searching_can_be_saved(reader: Page, home: str) -> None:
    reader.goto(f"{home}search/?q=tidewise")
    reader.get_by_role("button", name="Save: Tidewise").click()
    expect(reader.locator(".card.is-saved")).to_have_count(1)


def test_a_note_stays_with_its_paper(reader: Page, home: str) -> None:
    reader.goto(home + PAPER)
    reader.get_by_role("button", name="Note").click()
    expect(reader.get_by_label("Your note")).to_be_focused()
    reader.get_by_label("Your note").fill("Ask about <b>the jetty</b>")
    reader.reload()
    expect(reader.get_by_label("Your note")).to_have_value("Ask about <b>the jetty</b>")


def test_the_buttons_of_a_paper_are_large_enough_to_touch(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    sizes = reader.locator(".marks button, .views button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({width, height}) => "
        "Math.min(width, height))"
    )
    assert sizes
    assert min(sizes) >= 44


def test_the_tools_add_few_elements(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    added = reader.locator(".marks, .marks *").count()
    assert added == 3 * reader.locator(".card").count()


def test_nothing_jumps_when_the_tools_come(reader: Page, home: str) -> None:
    for url in ("", "papers/", "issues/2024-02-13/", "topics/tides/", PAPER):
        reader.goto(home + url)
        shift = reader.evaluate(
            """() => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => {
                for (const entry of list.getEntries()) sum += entry.value;
              }).observe({type: 'layout-shift', buffered: true});
              setTimeout(() => done(sum), 300);
            })"""
        )
        assert shift <= 0.02, url


def test_keys_walk_through_papers_and_mark_and_open_them(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    reader.keyboard.press("j")
    reader.keyboard.press("j")
    second = reader.locator(".card").nth(1)
    expect(second.locator("h2 a")).to_be_focused()
    reader.keyboard.press("s")
    expect(second).to_have_class(re.compile("is-saved"))
    reader.keyboard.press("x")
    expect(second).to_have_class(re.compile("is-read"))
    reader.keyboard.press("k")
    expect(reader.locator(".card h2 a").first).to_be_focused()
    reader.keyboard.press("o")
    expect(reader).to_have_url(re.compile(r"papers/[^/]+/$"))


def test_the_list_of_keys_opens_and_closes_and_switches_them_off(reader: Page) -> None:
    reader.keyboard.press("?")
    dialog = reader.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    reader.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    reader.keyboard.press("j")
    assert reader.evaluate("document.activeElement.closest('.card') === null")
    reader.keyboard.press("?")
    expect(dialog).to_be_visible()


def test_a_key_changes_the_theme(reader: Page) -> None:
    before = reader.locator("html").get_attribute("data-theme")
    reader.keyboard.press("t")
    assert reader.locator("html").get_attribute("data-theme") != before


def test_a_paper_leads_on_through_the_list_one_came_from_and_back(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/")
    titles = reader.locator(".card h2 a").all_text_contents()
    reader.locator(".card h2 a").nth(1).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(titles[1])
    reader.get_by_role("link", name="Next").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(titles[2])
    reader.keyboard.press("k")
    expect(reader.get_by_role("heading", level=1)).to_have_text(titles[1])
    reader.get_by_role("navigation", name="Breadcrumb").get_by_role("link").last.click()
    expect(reader).to_have_url(f"{home}papers/")


def test_back_finds_the_place_one_left(reader: Page, home: str) -> None:
    reader.goto(f"{home}papers/?view=titles")
    reader.locator(".card h2 a").nth(8).scroll_into_view_if_needed()
    place = reader.evaluate("scrollY")
    reader.locator(".card h2 a").nth(8).click()
    expect(reader.locator("article.paper")).to_be_visible()
    reader.go_back()
    expect(reader.locator(".card .gist").first).to_be_hidden()
    reader.wait_for_function(f"Math.abs(scrollY - {place}) < 4")


def test_without_storage_the_tools_still_work_on_the_page(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    context = open_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = context.new_page()
    page.goto(f"{home}topics/tides/")
    page.get_by_role("button", name="Save: Tidewise").click()
    expect(page.locator(".card.is-saved")).to_have_count(1)


def test_without_scripts_no_empty_tools_are_shown(
    open_context: Callable[..., BrowserContext], home: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{home}papers/")
    expect(page.locator(".list-tools")).to_be_hidden()
    expect(page.locator(".card .summary").first).to_be_visible()
