"""Making all files of a site: what fails, and what need not be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.artifact import Artifact
from generator.cache import Cache
from generator.errors import InputError
from generator.files import Workshop
from generator.plan.site_plan import Page
from generator.publish.links import LinkReader
from generator.publish.made_pages import NO_PAGES, MadePages
from generator.publish.manifest import Entry
from generator.publish.receipt import Receipt, kept
from generator.render.environment import make_environment
from tests.render.contexts import make_config, make_context, make_page, make_site

PAGE = "{{ page.title }} <a href='../../nowhere/'>nowhere</a>"


def workshop(root: Path, pages: MadePages = NO_PAGES, **templates: str) -> Workshop:
    for name, text in templates.items():
        path = root / "theme" / "templates" / "pages" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    environment = make_environment(make_config(root, "theme"))
    links = LinkReader(["index.html"])
    return Workshop(
        environment=environment, site=make_site(), links=links, receive=kept, pages=pages
    )


def made_anew(files: list[Receipt]) -> list[str]:
    return [file.path for file in files if file.artifact]


def test_one_broken_template_is_reported_once_and_the_other_pages_are_rendered(
    tmp_path: Path,
) -> None:
    rendered: list[str] = []

    def receive(file: Artifact) -> Receipt:
        rendered.append(file.path)
        return kept(file)

    shop = workshop(tmp_path, page="{{ page.title_ }}", topics="{{ zebra }}")
    shop = Workshop(environment=shop.environment, site=shop.site, links=shop.links, receive=receive)
    kinds = ("topics", "page", "404", "issues")
    with pytest.raises(InputError) as caught:
        shop.make([], [*map(make_page, kinds), make_page("page")], jobs=1)
    assert rendered == ["made-up/404/index.html", "made-up/issues/index.html"]
    assert sorted(str(d.location) for d in caught.value.diagnostics) == [
        "theme/templates/pages/page.html:1",
        "theme/templates/pages/topics.html:1",
    ]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder=tmp_path / "cache", program="ours")


def build(root: Path, cache: Cache, pages: list[Page], output: dict[str, Entry]) -> list[Receipt]:
    """Make pages as a new process does, of which those in the output need not be made."""
    known = MadePages.load(cache, lambda: "frame", lambda path, entry: output.get(path) == entry)
    files = workshop(root, known, page=PAGE).make([], pages, jobs=1)
    known.keep(files)
    output.update({file.path: file.entry for file in files})
    return files


def test_a_page_of_the_same_context_that_lies_in_the_output_is_not_rendered(
    tmp_path: Path, cache: Cache
) -> None:
    output: dict[str, Entry] = {}
    first = build(tmp_path, cache, [make_page("page")], output)
    again = build(tmp_path, cache, [make_page("page")], output)
    assert made_anew(first) == ["made-up/page/index.html"]
    assert made_anew(again) == []
    assert again[0].entry == first[0].entry


def test_its_doubtful_links_are_remembered(tmp_path: Path, cache: Cache) -> None:
    output: dict[str, Entry] = {}
    first = build(tmp_path, cache, [make_page("page")], output)
    again = build(tmp_path, cache, [make_page("page")], output)
    assert first[0].unsure == again[0].unsure == ("nowhere/",)


def test_a_page_of_another_context_or_of_a_lost_file_is_rendered(
    tmp_path: Path, cache: Cache
) -> None:
    output: dict[str, Entry] = {}
    build(tmp_path, cache, [make_page("page"), make_page("404")], output)
    changed = make_page("page", make_context("page", "Seals"))
    files = build(tmp_path, cache, [changed, make_page("404")], output)
    assert made_anew(files) == ["made-up/page/index.html"]
    del output["made-up/404/index.html"]
    files = build(tmp_path, cache, [changed, make_page("404")], output)
    assert made_anew(files) == ["made-up/404/index.html"]


def test_pages_that_share_other_things_are_rendered(tmp_path: Path, cache: Cache) -> None:
    build(tmp_path, cache, [make_page("page")], {})
    assert MadePages.load(cache, lambda: "frame", lambda *_: True).known
    assert not MadePages.load(cache, lambda: "another frame", lambda *_: True).known


@pytest.mark.parametrize("kind", ["paper", "page", "topics", "map", "issues"])
def test_what_a_page_is_made_of_says_all_and_no_address_in_memory(kind: str, cache: Cache) -> None:
    pages = MadePages.load(cache, lambda: "frame", lambda *_: True)

    def key_of(page: Page) -> str:
        return pages.key(page, page.context())

    key = key_of(make_page(kind))
    assert key == key_of(make_page(kind))
    assert " at 0x" not in repr(make_context(kind))
    assert key != key_of(make_page(kind, make_context(kind, "Seals")))
    assert key != key_of(make_page(kind, template="pages/other.html"))
