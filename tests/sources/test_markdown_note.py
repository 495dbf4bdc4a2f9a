from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

JEKYLL = """\
---
layout: post
title: Otters of the North
author: blogger
date: 2025-02-01
excerpt: The paper counts otters.
tags: ['2024', RIVER 2024, maps]
---

## Introduction

* They count otters, as [others](https://arxiv.org/abs/2401.00002) did.
* [Link to the paper](https://arxiv.org/abs/2401.00001)
* [Author's Implementation](https://github.com/otters/maps)
"""
HUGO = """\
---
title: "Otters: Maps"
authors: [admin, Ada Berg]
date: "2024-05-01T00:00:00Z"
publishDate: "2024-06-01T00:00:00Z"
publication_types: ["1"]
publication: "*Journal of Rivers*"
abstract: They swim.
summary: Otters swim.
tags: [maps]
featured: true
doi: 10.5555/Otter
url_pdf: https://otters.example/a.pdf
url_code: https://github.com/otters/maps
url_slides: ""
---
My thoughts.
"""
OBSIDIAN = """\
---
aliases: [Otter maps]
tags: [ml/maps, otters]
cssclasses: paper
authors: ["[[Ada Berg]]", "[[Bo Li|Li]]"]
year: 2024
doi: 10.5555/otter
---
# Otters of the South

> [!abstract]
> They swim
> a lot.

My thoughts about [[Kites]].
"""
DIGEST = """\
---
layout: default
title: Otters
---

# Otters
**arXiv**：[2401.00001v1](https://arxiv.org/abs/2401.00001) · [PDF](https://arxiv.org/pdf/2401.00001.pdf)
**作者**：Ada Berg, Bo Li

**关键词**：maps, rivers

## 摘要（原文）

> They swim
> a lot.

---

Made by a program.
"""


def read(text: str, path: str = "seeds/2025-02-01-otters.md") -> Reading:
    seed = make_seed(text, path)
    assert MarkdownSeed().detects(seed)
    return MarkdownSeed().read(seed)


def only_paper(text: str) -> Paper:
    (paper,) = read(text).papers
    return paper


def test_a_post_is_about_the_paper_that_it_links_to() -> None:
    reading = read(JEKYLL)
    (paper,) = reading.papers
    assert paper.title == "Otters of the North"
    assert (paper.abstract, paper.authors) == ("", ())
    assert (paper.id, paper.tldr) == ("arxiv:2401.00001", "The paper counts otters.")
    assert paper.links == (
        Link(url="https://arxiv.org/abs/2401.00001", kind=LinkKind.PAPER),
        Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
    )
    assert (paper.venue, paper.published) == ("RIVER 2024", PartialDate(2024))
    assert paper.keywords == ("maps",)
    assert paper.origins[0].location.line == 3
    assert found(reading.diagnostics) == [("S167", 10)]


def test_a_publication_of_hugo_has_its_facts_in_the_front_matter() -> None:
    paper = only_paper(HUGO)
    assert paper.authors == (Author(name="Ada Berg"),)
    assert (paper.abstract, paper.tldr) == ("They swim.", "Otters swim.")
    assert paper.published == PartialDate(2024, 5, 1)
    assert (paper.venue, paper.keywords) == ("Journal of Rivers", ("maps",))
    assert paper.links == (
        Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF),
        Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
    )


def test_the_front_matter_may_be_toml() -> None:
    text = (
        '+++\ntitle = "Otters"\ndate = 2024-05-01\nauthors = ["Ada Berg"]\n+++\n## Abstract\nHo.\n'
    )
    paper = only_paper(text)
    assert (paper.title, paper.abstract) == ("Otters", "Ho.")
    assert paper.authors == (Author(name="Ada Berg"),)
    assert next(d.code for d in read("+++\ntitle = Otters\n+++\nHo.\n").diagnostics) == "S043"


def test_a_note_of_obsidian_quotes_the_abstract_in_a_callout() -> None:
    paper = only_paper(OBSIDIAN)
    assert (paper.title, paper.abstract) == ("Otters of the South", "They swim a lot.")
    assert paper.authors == (Author(name="Ada Berg"), Author(name="Bo Li"))
    assert paper.published == PartialDate(2024)
    assert paper.keywords == ("ml/maps", "otters")


def test_labelled_lines_and_a_quoted_abstract_are_read_in_other_languages() -> None:
    reading = read(DIGEST)
    (paper,) = reading.papers
    assert paper.authors == (Author(name="Ada Berg"), Author(name="Bo Li"))
    assert paper.aliases == ("arxiv:2401.00001",)
    assert paper.keywords == ("maps", "rivers")
    assert paper.links == (
        Link(url="https://arxiv.org/abs/2401.00001", kind=LinkKind.PAPER),
        Link(url="https://arxiv.org/pdf/2401.00001.pdf", kind=LinkKind.PDF),
    )
    assert paper.abstract.startswith("They swim a lot.")


@pytest.mark.parametrize(
    "heading", ["## Abstract", "**Abstract**", "### Résumé", "# Abstract:", "## 摘要"]
)
def test_the_abstract_may_stand_below_a_heading(heading: str) -> None:
    text = (
        f"---\nlayout: post\ntitle: Otters\n---\n{heading}\n\nThey swim.\n\n## Thoughts\n\nMine.\n"
    )
    assert only_paper(text).abstract == "They swim."


@pytest.mark.parametrize("line", ["Authors: Ada Berg, Bo Li", "- **Authors:** Ada Berg and Bo Li"])
def test_labelled_lines_are_read(line: str) -> None:
    text = f"---\nlayout: post\ntitle: Otters\n---\n{line}\n"
    assert [author.name for author in only_paper(text).authors] == ["Ada Berg", "Bo Li"]


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("title: Otters\nautors: Ada Berg\npublished: 2025", "S044"),
        ("title: Otters\ntags: maps", "S044"),
        ("titel: Otters\nauthors: Ada Berg", "S048"),
        ("title: Otters\ndate: 2025-01-01\nkeywords: maps", "S044"),
    ],
)
def test_slips_in_our_own_files_are_still_reported(yaml: str, code: str) -> None:
    reading = read(f"---\n{yaml}\n---\nThey swim.")
    assert code in {problem.code for problem in reading.diagnostics}


def test_rules_in_a_note_do_not_part_it() -> None:
    assert len(read(f"{JEKYLL}\n---\nlater: more\n---\n").papers) == 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_body_is_survived(rest: str) -> None:
    MarkdownSeed().read(make_seed(f"---\nlayout: post\ntitle: A\n---\n{rest}", "seeds/a.md"))
    MarkdownSeed().read(make_seed(f"---\nlayout: post\n{rest}\n---\nB", "seeds/a.md"))
