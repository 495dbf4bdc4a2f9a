from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Severity
from generator.model.dates import PartialDate
from generator.model.ids import paper_id
from generator.model.issue import Pick, Section
from generator.model.paper import Author, Link, LinkKind, Origin, Paper, Signals, Status
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

FULL = """\
---
title: "How Otters Remember: Maps"
id: otters-2025
authors:
  - Ada van der Berg
  - {name: Bo Li, given: Bo, family: Li, orcid: "https://orcid.org/0000-0002-1825-0097"}
  - given: Cy
    family: Nguyen
    affiliation: Riverside Lab
published: 2025-03
updated: 2025-04-01
venue: Riverside 2025
categories: [cs.RO, q-bio]
keywords: [otters, maps]
topics: rivers
links:
  - https://github.com/otters/maps
  - {url: "https://otters.example/talk", kind: slides}
arxiv: 2501.00010
doi: https://doi.org/10.1000/Otters
aliases: ["openreview:aB3-x"]
tldr: Otters use landmarks.
upvotes: 75
stars: 0
citations: 3
redirect_from: /papers/old-otters/
draft: true
---

Otters keep $O(n)$ maps.

They **remember**.
"""


def read(text: str, path: str = "seeds/otters.md") -> Reading:
    return MarkdownSeed().read(make_seed(text, path))


def problems(yaml: str) -> list[tuple[str, int | None]]:
    return found(read(f"---\n{yaml}\n---\nBody.").diagnostics)


def only_paper(yaml: str) -> Paper:
    (paper,) = read(f"---\n{yaml}\n---\nBody.").papers
    return paper


def test_every_field_of_a_paper_is_read() -> None:
    reading = read(FULL)
    assert reading.diagnostics == ()
    (paper,) = reading.papers
    assert paper == Paper(
        id=paper.id,
        title="How Otters Remember: Maps",
        abstract="Otters keep $O(n)$ maps.\n\nThey **remember**.",
        authors=(
            Author(name="Ada van der Berg"),
            Author(name="Bo Li", given="Bo", family="Li", orcid="0000-0002-1825-0097"),
            Author(name="Cy Nguyen", given="Cy", family="Nguyen", affiliation="Riverside Lab"),
        ),
        published=PartialDate(2025, 3),
        updated=PartialDate(2025, 4, 1),
        venue="Riverside 2025",
        categories=("cs.RO", "q-bio"),
        keywords=("otters", "maps"),
        topics=("rivers",),
        links=(
            Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
            Link(url="https://otters.example/talk", kind=LinkKind.SLIDES),
        ),
        aliases=("arxiv:2501.00010", "doi:10.1000/otters", "openreview:aB3-x"),
        tldr="Otters use landmarks.",
        signals=Signals(upvotes=75, stars=0, citations=3),
        origins=(Origin(location=make_seed("", "seeds/otters.md").at(2), format="markdown"),),
        redirect_from=("/papers/old-otters/",),
        draft=True,
    )
    assert paper.id == "otters-2025"


def test_an_id_is_made_of_the_strongest_identifier_or_of_title_and_first_author() -> None:
    assert only_paper("title: A\ndoi: 10.1/x1\narxiv: 2501.00010v3").id == "arxiv:2501.00010"
    assert only_paper("title: A\nauthors: Bo Li").id == paper_id("A", "Bo Li")


def test_a_link_to_the_paper_itself_states_its_identifier() -> None:
    paper = only_paper("title: A\nlinks: [https://arxiv.org/abs/2501.00010v2]")
    assert (paper.id, paper.aliases) == ("arxiv:2501.00010", ("arxiv:2501.00010",))


@pytest.mark.parametrize("title", ["1984", "2402.10", "true", "no", "2025-03-11", "12:30"])
def test_a_title_that_yaml_would_take_for_something_else_stays_a_title(title: str) -> None:
    assert only_paper(f"title: {title}").title == title


def test_all_problems_are_reported_at_once_with_their_lines() -> None:
    yaml = (
        "title: Otters\ntitel: Maps\nauthors:\n  - {nam: Ada}\n  - [a, b]\npublished: 2025-13-01\n"
        "updated: last week\nlinks: ['javascript:alert(1)', {url: https://a.example, kind: cod}]\n"
        "upvotes: many\ndraft: perhaps\narxiv: otters\nvenue: [a]\nredirect_from: ../../etc\n"
        "keywords: *a\ntitle: Again\naliases: [nonsense]"
    )
    assert problems(yaml) == [
        ("S044", 3), ("S044", 5), ("S048", 5), ("S045", 6), ("S046", 7), ("S046", 8), ("S045", 9),
        ("S047", 9), ("S045", 10), ("S045", 11), ("S049", 12), ("S045", 13), ("S047", 14),
        ("S042", 15), ("S041", 16), ("S049", 17),
    ]  # fmt: skip


def test_an_unknown_key_is_a_warning_with_a_suggestion() -> None:
    (problem,) = read("---\ntitle: A\nkeyword: [a]\n---\n").diagnostics
    assert (problem.severity, problem.hint) == (Severity.WARNING, "did you mean 'keywords'?")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\nvenue: A\n---\nBody", "S048", 2),
        ("---\n---\nBody", "S048", 2),
        ("---\ntitle: A\n", "S043", 2),
        ("---\n- a\n---\n", "S043", 2),
        ("---\ntitle: A: B\n---\n", "S040", 2),
        ("---\nkind: isue\n---\n", "S045", 2),
        ("---\nkind: issue\ntitle: A\n---\n", "S048", 2),
        ("---\nkind: issue\ndate: 2025-03\n---\n", "S046", 3),
        ("---\nkind: issue\ndate: 2025-03-11\nsections: [a]\n---\n", "S045", 4),
        ("---\nkind: issue\ndate: 2025-03-11\npapers:\n- note: b\n---\n", "S048", 5),
    ],
)
def test_a_file_that_is_no_record_is_an_error(text: str, code: str, line: int) -> None:
    diagnostics = read(text).diagnostics
    assert found(diagnostics) == [(code, line)]
    assert diagnostics[0].severity is Severity.ERROR


def test_an_issue_has_sections_of_picks_with_notes() -> None:
    text = """\
---
kind: issue
date: 2025-03-11
title: Rivers
curator: Ada Berg
sections:
  - title: Best
    papers: [2501.00010v2, {paper: "doi:10.1000/Otters", note: "A *must*."}]
  - papers: [how-otters-remember]
---

A week of rivers.
"""
    (issue,) = read(text).issues
    assert (issue.id, issue.date, issue.title) == (
        "2025-03-11",
        datetime.date(2025, 3, 11),
        "Rivers",
    )
    assert (issue.curator, issue.introduction) == ("Ada Berg", "A week of rivers.")
    assert issue.papers == ("arxiv:2501.00010", "doi:10.1000/otters", "how-otters-remember")
    assert issue.sections[0].title == "Best"
    assert issue.sections[0].picks[1] == Pick(paper=issue.papers[1], note="A *must*.")
    assert str(issue.locations[0]) == "seeds/otters.md:3"


def test_an_issue_may_list_papers_without_sections_and_take_its_date_from_its_name() -> None:
    text = "---\nkind: issue\nid: 2025-W11\npapers: [a, b, a]\n---\n"
    reading = read(text, "seeds/issues/2025-03-11.md")
    (issue,) = reading.issues
    assert (issue.id, issue.date) == ("2025-w11", datetime.date(2025, 3, 11))
    assert issue.sections == (Section(picks=tuple(Pick(paper=paper) for paper in issue.papers)),)
    assert issue.papers == ("a", "b")
    assert found(reading.diagnostics) == [("S050", 4)]


def test_an_id_is_made_safe() -> None:
    (issue,) = read("---\nkind: issue\ndate: 2025-03-11\nid: ../../x\n---\n").issues
    assert issue.id == "x"


def test_a_file_may_hold_several_papers_each_with_its_front_matter() -> None:
    text = (
        "---\ntitle: One\n---\nFirst.\n\n---\n\nA rule stood above.\n\n---\nNote: none\n---\n"
        "\n---\ntitle: Two\nstatus: withdrawn\n---\nSecond.\n\n---\nvenue: X\ntitle: Three\n---\n"
    )
    reading = MarkdownSeed().read(make_seed(text, "seeds/papers.md"))
    assert [paper.title for paper in reading.papers] == ["One", "Two", "Three"]
    assert (
        reading.papers[0].abstract == "First.\n\n---\n\nA rule stood above.\n\n---\nNote: none\n---"
    )
    assert reading.papers[1].status is Status.WITHDRAWN
    assert [paper.origins[0].location.line for paper in reading.papers] == [2, 15, 22]
    assert reading.diagnostics == ()


def test_faults_of_a_further_paper_have_their_own_lines() -> None:
    text = "---\ntitle: One\n---\nFirst.\n\n---\ntitle: Two\nstatus: lost\nyears: 1\n---\n"
    reading = MarkdownSeed().read(make_seed(text, "seeds/papers.md"))
    assert found(reading.diagnostics) == [("S045", 8), ("S044", 9)]


@pytest.mark.parametrize("kind", ["issue\ndate: 2025-03-11", "page"])
def test_an_issue_or_a_page_may_show_front_matter_in_its_text(kind: str) -> None:
    text = f"---\nkind: {kind}\ntitle: T\n---\nWrite it so:\n\n---\ntitle: Example\n---\nText.\n"
    reading = MarkdownSeed().read(make_seed(text, "seeds/how-to.md"))
    assert reading.papers == ()
    texts = [page.body for page in reading.pages] + [i.introduction for i in reading.issues]
    assert [body.endswith("Text.") for body in texts] == [True]


def test_a_file_in_a_folder_pages_is_a_free_page_with_or_without_front_matter() -> None:
    seed = make_seed("# About us\n\nWe like rivers.", "seeds/pages/About Us.md")
    assert MarkdownSeed().detects(seed)
    (page,) = MarkdownSeed().read(seed).pages
    assert (page.slug, page.title, page.body) == ("about-us", "About us", "We like rivers.")
    text = "---\ntitle: Who we are\ndescription: Us.\n---\n# Hello\n"
    (page,) = read(text, "seeds/pages/who.md").pages
    assert (page.title, page.description, page.body) == ("Who we are", "Us.", "# Hello")


def test_a_page_elsewhere_says_its_kind() -> None:
    (page,) = read("---\nkind: page\n---\nText", "seeds/river_club.md").pages
    assert (page.slug, page.title) == ("river-club", "River club")


def test_a_page_whose_name_gives_no_address_is_an_error() -> None:
    assert found(read("Text", "seeds/pages/!!!.md").diagnostics) == [("S048", 1)]


@pytest.mark.parametrize(
    ("path", "text", "claimed"),
    [
        ("seeds/a.md", "---\ntitle: A\n---\n", True),
        ("seeds/a.markdown", "---\ntitle: A\n---\n", True),
        ("seeds/a.md", "Just text", False),
        ("seeds/a.txt", "---\ntitle: A\n---\n", False),
    ],
)
def test_markdown_with_front_matter_is_claimed(path: str, text: str, claimed: bool) -> None:
    assert MarkdownSeed().detects(make_seed(text, path)) is claimed


YAML_TEXT = st.text(alphabet="abcdtile: \n-[]{}'\"&*#|>,:0123456789é\x00", max_size=120)


@given(YAML_TEXT, st.sampled_from(["paper", "issue", "page"]))
@settings(max_examples=150, deadline=None)
def test_any_front_matter_is_read_without_a_crash(yaml: str, kind: str) -> None:
    reading = read(f"---\nkind: {kind}\n{yaml}\n---\nBody")
    records = (*reading.papers, *reading.issues, *reading.pages)
    assert records or any(d.severity is Severity.ERROR for d in reading.diagnostics)
