from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.artifact import Artifact
from generator.errors import Diagnostic
from generator.publish.links import LinkReader, lost_links
from tests.publish.made import make_artifact

BASE = "https://digest.example/daily/"


def check_links(
    site: Sequence[Artifact], *, base_url: str = "", known: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    reader = LinkReader(known, base_url)
    unsure = [(file.path, reader.unsure(file)) for file in site]
    return lost_links(unsure, {file.path for file in site})


def broken(page: str, *targets: str, base_url: str = "") -> list[str]:
    """Return the messages about a page with these links, in a site of a few other pages."""
    body = "".join(f'<a class="x" href="{target}">to</a>' for target in targets)
    others = ["index.html", "papers/index.html", "papers/b/index.html", "css/site.css", "é x.txt"]
    site = [make_artifact(path) for path in others if path != page]
    site.append(make_artifact(page, body))
    found = check_links(site, base_url=base_url)
    # What is known beforehand saves time, and changes nothing.
    assert check_links(site, base_url=base_url, known=others) == found
    return [diagnostic.message for diagnostic in found]


@pytest.mark.parametrize(
    "target",
    [
        *("../../", "../", "..", "./", ".", "", "#top", "?q=x", "../b/", "../b", "../b/index.html"),
        *("../../css/site.css?v=1", "../b/#abstract", "../../%C3%A9%20x.txt", "../../papers/b/"),
        *("https://other.example/missing/", "//other.example/", "mailto:a@b.example", "data:,x"),
    ],
)
def test_links_that_lead_somewhere_are_fine(target: str) -> None:
    assert broken("papers/a/index.html", target) == []


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("../c/", "/papers/c/"),
        ("b/", "/papers/a/b/"),
        ("../../css/missing.css#x", "/css/missing.css"),
        ("../../../outside/", "/../outside/"),
        ("/elsewhere/", "/elsewhere/"),
        ("../b/index.html/", "/papers/b/index.html/"),
        ("?q=x&amp;y=z/../../c", None),
        ("../x&amp;y/", "/papers/x&y/"),
    ],
)
def test_links_that_lead_nowhere_are_reported(target: str, resolved: str | None) -> None:
    messages = broken("papers/a/index.html", target)
    if resolved is None:
        assert messages == []
    else:
        (message,) = messages
        assert f"leads to {resolved}, which" in message
        assert "papers/a/index.html" in message


@pytest.mark.parametrize("target", ["/daily/", "/daily/papers/b/", BASE, f"{BASE}papers/"])
def test_absolute_addresses_of_the_site_itself_are_checked(target: str) -> None:
    assert broken("404.html", target, base_url=BASE) == []
    assert broken("404.html", f"{target}missing/", base_url=BASE) != []


def test_an_address_beside_the_site_on_its_host_is_reported_when_relative_to_the_host() -> None:
    assert broken("404.html", "/papers/b/", base_url=BASE) != []
    assert broken("404.html", "https://digest.example/other/", base_url=BASE) == []


def test_one_missing_page_is_reported_once_however_many_pages_link_to_it() -> None:
    body = '<a href="../gone/">x</a><a href="../gone/#part">y</a>'
    site = [make_artifact(f"p{number}/index.html", body) for number in range(5)]
    (problem,) = check_links(site)
    assert (problem.code, problem.severity) == ("W011", "warning")
    assert "p0/index.html, p1/index.html, p2/index.html and 2 more" in problem.message


def test_sources_and_actions_are_links_and_other_quotes_work() -> None:
    body = '<img src=\'x.png\'><form action="find/"></form><a data-href="no">href="no2"</a>'
    found = check_links([make_artifact("index.html", body)])
    assert [problem.message.split()[4] for problem in found] == ["/find/,", "/x.png,"]


def test_only_pages_are_searched() -> None:
    feed = Artifact(path="a.xml", body=b'<a href="gone/"/>', media_type="text/xml", origin="x")
    assert check_links([feed]) == ()


def test_text_that_is_no_unicode_does_not_stop_the_check() -> None:
    page = Artifact(
        path="index.html", body=b'<a href="\xff/">x</a>', media_type="text/html", origin="x"
    )
    assert len(check_links([page])) == 1


def test_text_that_quotes_a_tag_is_no_link_and_hides_none() -> None:
    body = '<p>write href="missing/" or src="oops</p><a href="gone/">x</a><i>src="gone2/"</i>'
    (problem,) = check_links([make_artifact("index.html", body)])
    assert "/gone/" in problem.message


def test_pages_at_the_same_depth_may_link_differently() -> None:
    site = [
        make_artifact("papers/a/index.html", '<a href="part/">x</a>'),
        make_artifact("papers/b/index.html", '<a href="part/">x</a>'),
        make_artifact("papers/a/part/index.html"),
    ]
    (problem,) = check_links(site)
    assert "/papers/b/part/" in problem.message
