"""Search over ten thousand papers in pieces, by a reader with a phone's connection."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from benchmarks.corpus import BenchPaper, made_up_papers
from benchmarks.search_site import write_search_site
from benchmarks.slow_server import Line
from benchmarks.slow_server import served as slowly_served
from tests.browser.conftest import served
from tests.projects import build, copy_site

pytestmark = pytest.mark.browser

PAPERS = 10_000
REBUILT = 1_000  # papers that the site has after another build
MOST_BYTES = 60_000  # of a first answer with all that is shown once it stands
STANDS = "() => document.querySelector('#search-results').dataset.state === 'done'"
STATES = """
window.states = [];
document.addEventListener("DOMContentLoaded", () => {
  const results = document.querySelector("#search-results");
  const status = document.querySelector("#search-status");
  const note = () => states.push([results.dataset.state, results.ariaBusy, status.textContent]);
  new MutationObserver(note).observe(results, { attributeFilter: ["data-state"] });
});
"""


@pytest.fixture(scope="module")
def papers() -> list[BenchPaper]:
    return made_up_papers(PAPERS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, papers: list[BenchPaper]) -> Path:
    """A built site whose search is that of many papers."""
    project = copy_site("small", tmp_path_factory.mktemp("many"))
    with (project / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[search]\nshard_above = 0\n")
    built = build(project)
    shutil.rmtree(built / "search/terms")
    write_search_site(built, papers, shard_above=0)
    return built


def results(page: Page) -> Locator:
    return page.locator("#search-results")


def found(page: Page) -> int:
    """Wait for an answer and return how many papers it has."""
    expect(results(page)).to_have_attribute("data-state", "done")
    text = page.locator("#search-status").inner_text()
    return int(text.split()[0].replace(",", ""))


def mistyped(word: str) -> str:
    """Return a word with two letters in each other's place."""
    return f"{word[:3]}{word[4]}{word[3]}{word[5:]}"


def known(papers: list[BenchPaper]) -> str:
    """Return some words of the title of a paper."""
    return " ".join(papers[7].title.lower().split()[-3:])


def test_over_a_slow_line_a_first_answer_costs_little_and_the_page_says_how_far_it_is(
    open_context: Callable[..., BrowserContext], site: Path, papers: list[BenchPaper]
) -> None:
    line = Line()
    page = open_context().new_page()
    page.add_init_script(STATES)
    with slowly_served(site, line) as home:
        page.goto(f"{home}search/index.html", wait_until="networkidle")
        expect(results(page)).to_have_attribute("data-state", "idle")
        before = line.sent
        page.get_by_role("searchbox").fill(known(papers))
        expect(results(page)).to_have_attribute("data-state", "done")
        expect(results(page).locator("li").first).to_contain_text(papers[7].title)
        page.wait_for_load_state("networkidle")
        first = line.sent - before
        states = page.evaluate("states")
        page.get_by_role("searchbox").fill(f"{known(papers)} zzqxzzqx")
        expect(page.locator("#search-notice")).to_contain_text("No paper has “zzqxzzqx”")
        later = [state for state, *_ in page.evaluate("states")[len(states) :]]
    assert first < MOST_BYTES
    assert [state for state, *_ in states][-1] == "done"
    assert "loading" in [state for state, *_ in states]
    assert all((busy == "true") == (state != "done") for state, busy, _ in states if state)
    assert re.fullmatch(r"[\d,]+ papers? for “[\w ]+”", page.locator("#search-status").inner_text())
    assert later == ["searching", "done"]


# Made-up words are letters by chance, which compress worse than a language: pieces of terms and
# words are here over twice those of real papers, of which benchmarks/search.py tells.
@pytest.mark.parametrize(
    ("typed", "most"),
    [
        (lambda title: max(title, key=len), 21_500),
        (lambda title: " ".join(title[:3]), 26_500),
        (lambda title: max(title, key=len)[:5], 23_500),
        (lambda title: mistyped(max(title, key=len)), 32_500),
    ],
    ids=["a word", "three words", "a half-typed word", "a mistyped word"],
)
def test_results_stand_after_a_few_kilobytes(
    open_context: Callable[..., BrowserContext],
    site: Path,
    papers: list[BenchPaper],
    typed: Callable[[list[str]], str],
    most: int,
) -> None:
    page = open_context().new_page()
    line = Line(round_trip=0.5)  # long, so that what is fetched next is not counted
    with slowly_served(site, line) as home:
        page.goto(f"{home}search/index.html", wait_until="networkidle")
        before = line.sent
        page.get_by_role("searchbox").fill(typed(papers[7].title.lower().split()))
        page.wait_for_function(STANDS)
        assert 5_000 < line.sent - before <= most
        expect(results(page).locator("li").first).to_be_visible()


def test_the_keyboard_walks_through_results_and_back(
    open_context: Callable[..., BrowserContext], site: Path, papers: list[BenchPaper]
) -> None:
    page = open_context().new_page()
    with served(site) as home:
        page.goto(f"{home}search/?q={known(papers)}")
        assert found(page) > 1
        page.get_by_role("searchbox").press("ArrowDown")
        expect(results(page).locator("li").first.get_by_role("link").first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(results(page).locator("li").nth(1).get_by_role("link").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("searchbox")).to_be_focused()


def test_boxes_of_two_kinds_narrow_down_together_as_they_say(
    open_context: Callable[..., BrowserContext], site: Path
) -> None:
    page = open_context(viewport={"width": 1280, "height": 800}).new_page()
    with served(site) as home:
        page.goto(f"{home}search/?year=2020")
        of_year = found(page)
        topic = page.locator('input[name="topic"]')
        label = page.locator("#search-facets label").filter(has=topic).first
        expect(label).to_be_visible()
        promised = int(label.locator(".count").inner_text())
        assert 0 < promised < of_year
        label.click()
        expect(page.locator("#search-chosen button")).to_have_count(2)
        assert found(page) == promised
        page.get_by_role("button", name="Year: 2020").click()
        expect(page.locator("#search-chosen button")).to_have_count(1)
        assert found(page) > promised


def test_after_a_new_build_a_page_names_what_is_gone_and_starts_anew(
    open_context: Callable[..., BrowserContext],
    site: Path,
    papers: list[BenchPaper],
    tmp_path: Path,
) -> None:
    changing = tmp_path / "site"
    shutil.copytree(site, changing)
    page = open_context().new_page()
    with served(changing) as home:
        page.goto(f"{home}search/?q={known(papers)}")
        assert found(page) > 0
        shutil.rmtree(changing / "search/terms")
        write_search_site(changing, papers[:REBUILT], shard_above=0)
        page.get_by_role("searchbox").fill("banana")
        expect(results(page)).to_have_attribute("data-state", "error")
        expect(page.locator("#search-status")).to_contain_text(
            re.compile(r"terms/from-[\w-]*\.bin is (damaged|answered with status 404)")
        )
        page.get_by_role("searchbox").fill(known(papers))
        expect(results(page).locator("li").first).to_contain_text(papers[7].title)


def test_a_damaged_piece_is_named_and_fetched_again(
    open_context: Callable[..., BrowserContext], site: Path, papers: list[BenchPaper]
) -> None:
    page = open_context().new_page()
    with served(site) as home:
        page.route("**/search/terms/**", lambda route: route.fulfill(body=b"no postings"))
        page.goto(f"{home}search/?q={known(papers)}")
        expect(page.locator("#search-status")).to_contain_text(
            re.compile(r"terms/from-[\w-]*\.bin is damaged")
        )
        page.unroute("**/search/terms/**")
        page.get_by_role("button", name="Try again").click()
        expect(results(page).locator("li").first).to_contain_text(papers[7].title)


def test_code_that_cannot_be_had_is_named_and_fetched_again(
    open_context: Callable[..., BrowserContext], site: Path, papers: list[BenchPaper]
) -> None:
    page = open_context().new_page()
    with served(site) as home:
        page.route("**/rest-shards.js**", lambda route: route.abort())
        page.goto(f"{home}search/")
        page.get_by_role("searchbox").fill(f"+{papers[7].title.split()[0]} {known(papers)}")
        expect(page.locator("#search-status")).to_contain_text("rest-shards.js cannot be reached")
        page.unroute("**/rest-shards.js**")
        page.get_by_role("button", name="Try again").click()
        expect(results(page).locator("li").first).to_contain_text(papers[7].title)


def test_pieces_once_fetched_answer_without_a_network(
    open_context: Callable[..., BrowserContext], site: Path, papers: list[BenchPaper]
) -> None:
    page = open_context(service_workers="allow").new_page()
    with served(site) as home:
        page.goto(home)
        page.reload()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        page.goto(f"{home}search/?q={known(papers)}")
        assert found(page) > 0
        page.wait_for_load_state("networkidle")
    page.goto(f"{home}search/?q={known(papers)}")
    expect(results(page).locator("li").first).to_contain_text(papers[7].title)
