"""Every shipped page, with all there can be on it, with nothing on it, and with hostile text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from generator.render.environment import make_environment
from generator.render.renderer import render_page
from generator.resources import shipped
from tests.render.contexts import TEMPLATES, make_config, make_context, make_page, make_site

HOSTILE = """"><script>alert(1)</script><img src=x onerror=alert(2)>' {{ 7*7 }} ]]> </title>"""
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle"}


class Outline(HTMLParser):
    """What a page is made of; fails on a tag that closes what is not open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.headings: list[int] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(kind: str, text: str = "Otters", *, sparse: bool = False) -> str:
    environment = make_environment(make_config(Path("/nowhere")))
    page = make_page(kind, make_context(kind, text, sparse=sparse))
    return render_page(
        environment, page, page.context(), make_site(text, sparse=sparse)
    ).body.decode()


def test_every_page_template_is_tested_here() -> None:
    assert {path.stem for path in shipped("templates").glob("pages/*.html")} == set(TEMPLATES)


@pytest.mark.parametrize("kind", TEMPLATES)
@pytest.mark.parametrize("sparse", [False, True], ids=["full", "sparse"])
def test_a_page_is_well_formed_with_much_and_with_little_on_it(kind: str, sparse: bool) -> None:
    html = rendered(kind, sparse=sparse)
    outline = Outline(html)
    assert html.startswith("<!doctype html>\n<html ")
    assert outline.tags["h1"] == outline.tags["main"] == outline.tags["title"] == 1
    assert [i for i, n in Counter(outline.ids).items() if n > 1] == []
    assert "style" not in outline.attributes | set(outline.tags)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_headings_go_down_one_level_at_a_time(kind: str) -> None:
    levels = Outline(rendered(kind)).headings
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), levels


@pytest.mark.parametrize("kind", TEMPLATES)
def test_hostile_text_adds_no_element_and_no_attribute(kind: str) -> None:
    plain, hostile = Outline(rendered(kind)), Outline(rendered(kind, HOSTILE))
    assert hostile.tags == plain.tags
    assert hostile.attributes == plain.attributes
    assert "alert(1)" in hostile.text
    assert "{{ 7*7 }}" in hostile.text


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_page_forbids_inline_scripts_and_has_none(kind: str) -> None:
    html = rendered(kind)
    assert "default-src 'self'" in html
    assert "unsafe-inline" not in html
    scripts = html.split("<script")[1:]
    assert scripts
    assert all(" src=" in s or ' type="application/ld+json"' in s for s in scripts)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_page_loads_nothing_from_elsewhere(kind: str) -> None:
    html = rendered(kind)
    assert 'src="http' not in html
    assert 'src="//' not in html
    assert html.count('rel="stylesheet"') >= 1


def test_the_page_of_a_paper_stays_as_it_is_when_others_come() -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    site = make_site()
    later = dataclasses.replace(site, papers=site.papers + 1, newest="2031-05-06")
    page, home = make_page("paper"), make_page("home")
    now = render_page(environment, page, page.context(), site).body
    environment = make_environment(make_config(Path("/nowhere")))
    assert render_page(environment, page, page.context(), later).body == now
    assert b"2031-05-06" in render_page(environment, home, home.context(), later).body


def test_a_list_goes_on_counting_where_the_page_before_stopped() -> None:
    assert '<ol class="cards" start="2">' in rendered("papers")


def test_in_an_issue_its_own_date_is_not_repeated_on_every_card() -> None:
    assert rendered("papers").count('class="by"') == 2
    issue = rendered("issue")
    assert issue.count('class="by"') == 4
    assert "<time" not in issue.partition('<ol class="cards"')[2].partition("</ol>")[0]
