"""The panel to cite: text and files, to copy and to save."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PAPER = "papers/tidewise-forecasting-tides-from-a-single-jetty-photograph/"


@pytest.fixture
def reader(open_context: Callable[..., BrowserContext], viewport: ViewportSize, home: str) -> Page:
    """A paper's page, on a phone and on a desk."""
    context = open_context(
        viewport=viewport,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.goto(home + PAPER)
    return page


def test_a_paper_is_cited_as_text_and_copied(reader: Page) -> None:
    reader.get_by_role("button", name="Cite", exact=True).click()
    text = reader.get_by_label("Citation")
    expect(text).to_have_value(re.compile(re.escape("Tidewise")))
    reader.get_by_role("button", name="Copy").click()
    expect(reader.get_by_role("dialog").get_by_role("status")).to_have_text("Copied")
    assert "Tidewise" in reader.evaluate("navigator.clipboard.readText()")


def test_a_paper_is_cited_for_a_reference_manager_and_saved(reader: Page) -> None:
    reader.keyboard.press("c")
    reader.get_by_role("radio", name="BibTeX").check()
    expect(reader.get_by_label("Citation")).to_have_value(re.compile(re.escape("@")))
    with reader.expect_download() as waiting:
        reader.get_by_role("button", name="Save as a file").click()
    assert waiting.value.suggested_filename == "citation.bib"
    assert Path(waiting.value.path()).read_text("utf-8").startswith("@")
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("dialog")).to_have_count(0)


def test_a_topic_is_cited_as_a_whole(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    papers = reader.locator(".card").count()
    reader.get_by_role("button", name="Copy …").click()
    reader.get_by_role("radio", name="RIS").check()
    text = reader.get_by_label("Citation")
    expect(text).to_have_value(re.compile(re.escape("ER  -")))
    assert text.input_value().count("ER  -") == papers


def test_without_files_a_citation_comes_from_the_page(reader: Page) -> None:
    reader.evaluate("document.querySelectorAll('link[rel=alternate]').forEach(one => one.remove())")
    reader.get_by_role("button", name="Cite", exact=True).click()
    reader.get_by_role("radio", name="CSL-JSON").check()
    text = reader.get_by_label("Citation")
    expect(text).to_have_value(re.compile('"title": "Tidewise'))


@pytest.mark.parametrize("url", ["topics/tides/", "search/?q=tide", "papers/"])
def test_papers_chosen_from_a_list_are_cited_together(reader: Page, home: str, url: str) -> None:
    reader.goto(home + url)
    expect(reader.locator("main .card").nth(1)).to_be_visible()
    reader.get_by_role("button", name="Choose").click()
    ticks = reader.locator(".tick input")
    ticks.nth(0).check()
    ticks.nth(1).check()
    bar = reader.get_by_role("region", name="Choose")
    expect(bar.get_by_role("status")).to_have_text("2 papers chosen")
    bar.get_by_role("button", name="Cite").click()
    reader.get_by_role("radio", name="BibTeX").check()
    text = reader.get_by_label("Citation")
    expect(text).to_have_value(re.compile("^@"))
    assert len(re.findall("^@", text.input_value(), re.MULTILINE)) == 2
    reader.get_by_role("radio", name="CSL-JSON").check()
    expect(text).to_have_value(re.compile('"title"'))
    assert len(json.loads(text.input_value())) == 2
    with reader.expect_download() as waiting:
        reader.get_by_role("button", name="Save as a file").click()
    assert waiting.value.suggested_filename == "citation.csl.json"


def test_choosing_all_takes_what_is_seen_and_ends_without_a_trace(reader: Page, home: str) -> None:
    reader.goto(f"{home}topics/tides/")
    papers = reader.locator("main .card").count()
    choose = reader.get_by_role("button", name="Choose")
    choose.click()
    bar = reader.get_by_role("region", name="Choose")
    expect(bar.get_by_role("button", name="Cite")).to_be_disabled()
    bar.get_by_role("button", name="All").click()
    expect(bar.get_by_role("status")).to_have_text(f"{papers} papers chosen")
    bar.get_by_role("button", name="None").click()
    expect(bar.get_by_role("status")).to_have_text("0 papers chosen")
    bar.get_by_role("button", name="Close").click()
    expect(bar).to_have_count(0)
    expect(reader.locator(".tick")).to_have_count(0)
    expect(choose).to_be_focused()
