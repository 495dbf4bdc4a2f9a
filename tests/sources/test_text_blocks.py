from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind
from generator.sources.text_blocks import TextBlocks
from tests.sources.readers import names, only, read
from tests.sources.seeds import KITES, OTTERS, found, make_seed

FULL = f"""Title: River Maps
of Otters
Authors: Ada Bee, Cy Dee and Eve Eff
Date: March 11, 2024
Venue: Journal of Rivers
Keywords: otters; maps
DOI: 10.1000/otter.1
PDF: https://arxiv.org/pdf/2402.00001v1
Code: https://example.org/code
Link: https://example.org/otters
TL;DR: Otters know the way.
Abstract: {OTTERS}
---
Title: Kites
Summary: {KITES}
"""


def test_a_block_is_read_with_all_it_states() -> None:
    paper, kites = read(TextBlocks(), FULL).papers
    assert paper.title == "River Maps of Otters"
    assert names(paper) == ["Ada Bee", "Cy Dee", "Eve Eff"]
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("otters", "maps")
    assert paper.abstract == OTTERS
    assert paper.tldr == "Otters know the way."
    assert paper.aliases == ("doi:10.1000/otter.1", "arxiv:2402.00001")
    assert [link.kind for link in paper.links] == [LinkKind.PAPER, LinkKind.PDF, LinkKind.CODE]
    assert (kites.title, kites.abstract) == ("Kites", KITES)
    assert kites.origins[0].location.line == 14


@pytest.mark.parametrize(
    "text",
    [
        f"Title: One\nAbstract: {OTTERS}\nTitle: Two\nAbstract: {KITES}",
        f"**Title:** One\n**Abstract:** {OTTERS}\n\n**Title**: Two\n**Abstract**: {KITES}",
        f"1. Title: One\nAbstract:\n{OTTERS}\n2. Title: Two\nAbstract:\n{KITES}",
        f"TITLE : One\nABSTRACT : {OTTERS}\n=====\nTITLE : Two\nABSTRACT : {KITES}",
        f"Abstract: {OTTERS}\nTitle: One\nAbstract: {KITES}\nTitle: Two",
    ],
)
def test_blocks_are_parted_in_several_ways(text: str) -> None:
    papers = read(TextBlocks(), text).papers
    assert [(paper.title, paper.abstract) for paper in papers] == [("One", OTTERS), ("Two", KITES)]


def test_paragraphs_and_colons_inside_an_abstract_stay() -> None:
    text = f"Title: Otters\nAbstract: {OTTERS}\n\nNote that: they swim.\nResults: none.\n"
    paper = only(TextBlocks(), text)
    assert paper.abstract == f"{OTTERS}\n\nNote that: they swim. Results: none."


def test_words_before_the_first_title_are_noted() -> None:
    text = f"Title: One\nAbstract: {OTTERS}\n---\nSponsored by a dam.\nTitle: Two\nAbstract: x"
    reading = read(TextBlocks(), text)
    assert len(reading.papers) == 2
    assert found(reading.diagnostics) == [("S109", 4)]


def test_an_impossible_date_and_a_missing_title_are_reported() -> None:
    text = f"Title:\nDate: 2024-02-30\nAbstract: {OTTERS}"
    assert found(read(TextBlocks(), text).diagnostics) == [("S060", 1), ("S106", 1)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "seeds/a.txt"),
        ("A page\n\nTitle: T\nAbstract: A", "seeds/a.txt"),
        ("Title: T\nAuthors: A", "seeds/a.txt"),
        ("title: T\nabstract: A", "seeds/a.yaml"),
        ("\\\\\narXiv:2402.00001\nTitle: T\nAbstract: A", "seeds/a.txt"),
        ("---\ntags: x\n---\nTitle: T\nAbstract: A", "seeds/a.txt"),
    ],
)
def test_other_text_is_not_taken_for_blocks(text: str, path: str) -> None:
    assert not TextBlocks().detects(make_seed(text, path)) or "tags" in text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["Title:", "Abstract: a", "PDF: x", "---", "", "T", "Date: 9999-99"]))
)
def test_no_lines_stop_the_reader(lines: list[str]) -> None:
    reading = TextBlocks().read(make_seed("\n".join(lines)))
    assert all(paper.title for paper in reading.papers)
