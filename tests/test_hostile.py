"""Hostile input through the whole build: pages stay well-formed and safe, nothing escapes."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lunr.index import Index

from tests.projects import build, files_of, run_generator, write_project

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
}
DRAWING = {"circle", "path", "rect", "line", "ellipse", "use", "polyline", "polygon"}
OWN_ICON = "data:,"  # a mail opened in a browser has none
ADDRESSES = {"href", "src", "action", "formaction", "srcset", "poster", "data"}

PAGE = """\
Mar 4

<script>alert("title")</script> & ]]> <!-- and <b>bold

An abstract with <script>alert(1)</script> and <img src=x onerror=alert(2)> and </article></main>, \
with javascript:alert(3) and [here](javascript:alert(4)), with {{ 7*7 }} and {% raw %}, ]]> ends.

Control Characters Considered Harmful

This abstract holds \x00 a NUL, \x07 a bell, \x1b[31m an escape, \ufffe a noncharacter, \u202e an \
override of the writing direction, \u2028 a line separator and &amp; and &#x3C; for good measure.
"""

LONG = "A Very Long Title " + "about Nothing in Particular " * 178 + "Ends Here"

PAPERS = {
    "site.toml": """\
[site]
base_url = "https://example.org/digest/"

[[seeds]]
path = "seeds/*.txt"
format = "pasted-page"
year = 2024
""",
    "seeds/escape.md": """\
---
id: "../../x"
title: Papers in Other People's Folders
---
This paper asks for a place outside the output.
""",
    "seeds/pages/..hidden.md": """\
---
kind: page
title: ../../page
---
<iframe src="https://example.org/"></iframe> <a href="javascript:alert(7)" onclick="alert(8)">x</a>
""",
    "seeds/emoji.md": "---\ntitle: 🦊🦊🦊\n---\nAn abstract about three foxes.\n",
    "seeds/marks.md": "---\ntitle: '?!… —— !!'\n---\nAn abstract about marks.\n",
    "seeds/long.md": f"---\ntitle: {LONG}\n---\nAn abstract about long titles.\n",
    "seeds/markdown.md": """\
---
title: "**Bold** <i>claims</i> `{{ 7*7 }}`"
authors: ["<script>alert(9)</script>", "O'Neil \\"Quote\\" & Sons"]
links:
  - "https://example.org/\\"><script>alert(6)</script>"
---
Text with <style>body{display:none}</style>, <svg onload=alert(10)> and
<a href="  jAvAsCrIpT:alert(11)">a link</a>, [another](data:text/html,<script>alert(12)</script>).
""",
}

REFUSED = {
    "seeds/code.md": '---\ntitle: A\nlinks: ["javascript:alert(5)"]\n---\nText.\n',
    "seeds/redirect.md": "---\ntitle: B\nredirect_from: [../../outside.html]\n---\nText.\n",
    "seeds/bomb.md": "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nText.\n",
    "seeds/object.md": "---\ntitle: !!python/object/apply:os.getcwd []\n---\nText.\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project whose seeds mean harm; what they must not touch lies around it."""
    around = tmp_path_factory.mktemp("around")
    project = write_project(around / "a" / "b" / "project", {**PAPERS, "seeds/page.txt": PAGE})
    before = files_of(around)
    build(project)
    outside = {
        name: body
        for name, body in files_of(around).items()
        if not name.startswith("a/b/project/_site/")
    }
    outside = {name: body for name, body in outside.items() if ".florilegium" not in name}
    assert outside == before
    return project


@pytest.fixture(scope="module")
def site(project: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    return files_of(project / "_site")


@dataclass(slots=True)
class Structure(HTMLParser):
    """The elements of a page, and every way in which they do not nest."""

    faults: list[str] = field(default_factory=list)
    scripts: list[str | None] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append(dict(attrs).get("src"))
        if tag not in VOID | DRAWING:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID | DRAWING:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")


def parse(body: bytes) -> Structure:
    structure = Structure()
    structure.feed(body.decode())
    structure.close()
    return structure


def pages(site: dict[str, bytes]) -> dict[str, Structure]:
    return {name: parse(body) for name, body in site.items() if name.endswith(".html")}


def is_mail(name: str) -> bool:
    """Tell whether a page is a mail, whose styles stand in it: mail clients fetch none."""
    return name.startswith("emails/")


def test_every_paper_has_a_page(site: dict[str, bytes]) -> None:
    papers = json.loads(site["search/papers.json"])
    entries = papers.values() if isinstance(papers, dict) else papers
    titles = [entry["title"] for entry in entries]
    assert len(titles) == 7
    for entry in entries:
        assert f"{entry['url'].strip('/')}/index.html".removeprefix("../") in site


def test_elements_nest(site: dict[str, bytes]) -> None:
    broken = {
        name: (page.faults, page.open)
        for name, page in pages(site).items()
        if page.faults or page.open
    }
    assert broken == {}


def test_the_only_scripts_are_our_own_files(site: dict[str, bytes]) -> None:
    for name, page in pages(site).items():
        for source in page.scripts:
            assert source is None or re.search(r"(^|/)assets/js/[\w/-]+\.js", source), (
                name,
                source,
            )


def test_scripts_without_a_file_hold_json_alone(site: dict[str, bytes]) -> None:
    inline = re.compile(rb"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
    for name, body in site.items():
        for kind, text in inline.findall(body) if name.endswith(".html") else ():
            assert b"application/ld+json" in kind, name
            json.loads(text)


def test_no_address_runs_anything_and_no_element_listens(site: dict[str, bytes]) -> None:
    for name, page in pages(site).items():
        for tag, attribute, value in page.attributes:
            assert not attribute.startswith("on"), (name, tag, attribute)
            assert attribute != "style" or is_mail(name), (name, tag, value)
            if attribute in ADDRESSES and value != OWN_ICON:
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
                assert scheme is None or scheme[1].lower() in {"http", "https", "mailto"}, value


@pytest.mark.parametrize("tag", [b"<iframe", b"<style", b"<img src=x", b"<svg onload", b"<object"])
def test_elements_of_the_seeds_are_text_or_gone(site: dict[str, bytes], tag: bytes) -> None:
    for name, body in site.items():
        if name.endswith(".html"):
            own = 1 if tag == b"<style" and is_mail(name) else 0
            assert body.count(tag) == own, name


def test_template_language_in_a_paper_is_text(site: dict[str, bytes]) -> None:
    shown = [body for name, body in site.items() if name.endswith(".html") and b"{{ 7*7 }}" in body]
    assert shown
    assert not any(b"shows 49" in body for body in site.values())


def test_control_characters_reach_no_page(site: dict[str, bytes]) -> None:
    control = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
    for name, body in site.items():
        if name.endswith((".html", ".xml", ".json")):
            assert not control.search(body.decode()), name


def test_feeds_and_sitemap_are_well_formed_xml(site: dict[str, bytes]) -> None:
    names = [name for name in site if name.endswith(".xml")]
    assert "feed.xml" in names
    for name in names:
        ElementTree.fromstring(site[name])  # noqa: S314  # our own output


def test_file_names_are_plain_and_short(site: dict[str, bytes]) -> None:
    for name in site:
        assert ".." not in name.split("/")
        assert all(len(part.encode()) <= 255 for part in name.split("/"))
        assert not re.search(r"[\x00-\x20<>:\"|?*\\]", name), name


def test_a_title_of_5000_characters_is_shown_whole(site: dict[str, bytes]) -> None:
    assert len(LONG) > 5000
    assert [name for name, body in site.items() if LONG.encode() in body and "papers/" in name]


def test_the_index_loads_in_the_python_package(site: dict[str, bytes]) -> None:
    index = Index.load(json.loads(site["search/index.json"]))
    assert len(index.search("abstract")) >= 2


@pytest.mark.node
def test_the_index_loads_in_lunr_js(project: Path, site: dict[str, bytes], node: str) -> None:
    (lunr,) = [name for name in site if re.search(r"vendor/lunr.*\.js$", name)]
    script = """
      const [lunr, index] = process.argv.slice(1);
      const found = require(lunr).Index.load(require(index)).search("abstract");
      console.log(found.length);
    """
    folder = project / "_site"
    done = subprocess.run(
        [node, "-e", script, folder / lunr, folder / "search" / "index.json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert int(done.stdout) >= 2


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant_well_is_refused_at_its_line(tmp_path: Path, name: str) -> None:
    project = write_project(tmp_path / "project", {name: REFUSED[name]})
    before = files_of(tmp_path)
    done = run_generator(project, "build", "--no-cache")
    assert done.returncode == 1, done.stderr
    assert re.search(rf"^{re.escape(name)}:[2-4]: error S\d\d\d: ", done.stderr, re.MULTILINE)
    assert "Traceback" not in done.stderr
    assert files_of(tmp_path) == before
