"""Search as a reader meets it: results while typing, by keyboard, and by a shared link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watch, served
from tests.projects import build, copy_site

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


def test_a_phrase_a_field_and_a_forbidden_word_are_understood(page: Page, box: Locator) -> None:
    box.fill('"jetty photograph" -lantern')
    expect(results(page)).to_have_count(1)
    box.fill("author:agren")
    expect(results(page).first).to_contain_text("Lighthouses in Dialogue")


def test_a_mistyped_word_is_said_and_can_be_searched_as_typed(page: Page, box: Locator) -> None:
    box.fill("pollinatro")
    expect(page.locator("#search-notice")).to_contain_text("Showing results for pollinator")
    page.get_by_role("button", name="as typed").click()
    expect(state(page)).to_have_attribute("data-state", "empty")


def test_boxes_narrow_the_results_down_and_the_address_says_so(page: Page, box: Locator) -> None:
    box.fill("a lantern counting tides microphones bees")
    expect(state(page)).to_have_attribute("data-state", "done")
    first = page.locator("#search-facets label").first
    wanted = int(first.locator(".count").inner_text())
    first.click()
    expect(results(page)).to_have_count(wanted)
    expect(page.locator("#search-facets input:focus")).to_be_checked()
    expect(page).to_have_url(re.compile(r"[?&](topic|issue|venue|year|code)="))
    page.go_back()
    expect(page.locator("#search-facets input:checked")).to_have_count(0)
    page.go_forward()
    expect(results(page)).to_have_count(wanted)
    page.locator("#search-chosen button").click()
    expect(page.locator("#search-chosen")).to_be_hidden()
    expect(results(page)).not_to_have_count(wanted)


def test_what_is_narrowed_down_can_be_shared(page: Page, home: str) -> None:
    page.goto(f"{home}search/?year=2024&sort=date")
    expect(state(page)).to_have_attribute("data-state", "done")
    expect(page.locator("#search-chosen")).to_contain_text("Year: 2024")
    dates = [time.get_attribute("datetime") or "" for time in results(page).locator("time").all()]
    assert dates == sorted(dates, reverse=True)
    assert all(date.startswith("2024") for date in dates)


def test_the_sentence_that_has_the_word_is_shown(page: Page, box: Locator) -> None:
    box.fill("jetty photograph")
    expect(results(page).first.locator("mark").first).to_be_visible()
    for shown in results(page).all():
        expect(shown.locator("mark").first).to_be_visible()


def test_recent_searches_come_back_until_they_are_forgotten(page: Page, home: str) -> None:
    page.goto(f"{home}search/?q=waggle")
    results(page).first.get_by_role("link").first.click()
    page.goto(f"{home}search/")
    page.get_by_role("link", name="waggle").click()
    expect(results(page).first).to_contain_text("Waggle Dances")
    page.goto(f"{home}search/")
    page.get_by_role("button", name="Forget them").click()
    expect(page.locator("#search-recent")).to_be_hidden()
    page.reload()
    expect(page.locator("#search-recent")).to_be_hidden()


def test_a_slash_opens_the_search_over_any_page(page: Page, home: str, watch: Watch) -> None:
    page.goto(f"{home}papers/")
    assert not [url for url in watch.requests if "/search/" in url]
    page.keyboard.press("/")
    page.keyboard.type("pollinatro")
    found = page.get_by_role("dialog").locator("[data-paper]")
    expect(found.first).to_contain_text("Pollinator Counting")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("pollinator")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pollinator Counting")
    assert watch.problems == []


def test_enter_in_the_search_over_a_page_leads_to_all_results(page: Page, home: str) -> None:
    page.goto(f"{home}papers/")
    page.keyboard.press("/")
    page.keyboard.type("waggle")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("waggle")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=waggle$"))
    expect(results(page).first).to_contain_text("Waggle Dances")


def test_a_missing_file_is_named_and_asked_for_again(page: Page, home: str) -> None:
    page.route("**/search/papers.json", lambda route: route.abort())
    page.goto(f"{home}search/?q=jetty")
    expect(state(page)).to_have_attribute("data-state", "error")
    expect(page.locator("#search-status")).to_contain_text("papers.json cannot be reached")
    page.unroute("**/search/papers.json")
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_contain_text(TIDEWISE)


@pytest.fixture(scope="module")
def home_of_pieces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The home page of the same site, its index in pieces."""
    project = copy_site("small", tmp_path_factory.mktemp("pieces"))
    with (project / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[search]\nshard_above = 0\n")
    with served(build(project)) as address:
        yield address


def test_an_index_in_pieces_answers_alike(page: Page, home_of_pieces: str) -> None:
    page.goto(f"{home_of_pieces}search/?q=pollinatro&year=2024")
    expect(results(page).first).to_contain_text("Pollinator Counting")
    expect(page.locator("#search-facets label").first).to_be_visible()


def test_a_missing_piece_is_named_and_asked_for_again(page: Page, home_of_pieces: str) -> None:
    page.route("**/search/terms/**", lambda route: route.abort())
    page.goto(f"{home_of_pieces}search/?q=jetty")
    expect(state(page)).to_have_attribute("data-state", "error")
    expect(page.locator("#search-status")).to_contain_text("cannot be reached")
    page.unroute("**/search/terms/**")
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_contain_text(TIDEWISE)
