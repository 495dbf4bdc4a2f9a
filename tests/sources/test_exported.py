from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.facts import paper_facts
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper, PaperId, Signals, Status
from generator.sources.exported import Exported
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

PAPER = Paper(
    id=PaperId("doi:10.5555/otter"),
    title="Otters <eos> & $a<b$",
    abstract="They **swim**.\n\nSo {x} \\emph{y}.",
    authors=(
        Author(name="Ada Berg", given="Ada", family="Berg", orcid="0000-0002-1825-0097"),
        Author(name="The Lab, Inc.", affiliation="River"),
    ),
    published=PartialDate(2025, 3),
    updated=PartialDate(2025, 4, 1),
    venue="RIVER",
    categories=("cs.RO",),
    keywords=("maps", "nan"),
    links=(
        Link(url="https://doi.org/10.5555/otter", kind=LinkKind.PAPER),
        Link(url="https://otters.example/x", kind=LinkKind.SLIDES),
    ),
    aliases=("doi:10.5555/otter", "openreview:aB3_x"),
    status=Status.REJECTED,
    signals=Signals(upvotes=3, stars=None, citations=0),
)


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/papers.json")
    assert Exported().detects(seed)
    return Exported().read(seed)


def facts(paper: Paper) -> Paper:
    return dataclasses.replace(paper, origins=())


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"papers": [paper_facts(PAPER)]}),
        json.dumps({"format": "ris", "papers": [paper_facts(PAPER)], "diagnostics": []}, indent=1),
        json.dumps(paper_facts(PAPER)),
        json.dumps([paper_facts(PAPER)]),
    ],
)
def test_the_same_paper_comes_back(text: str) -> None:
    assert [facts(paper) for paper in read(text).papers] == [PAPER]


def test_papers_one_a_line_come_back() -> None:
    line = json.dumps(paper_facts(PAPER))
    assert [p.origins[0].location.line for p in read(f"{line}\n{line}\n").papers] == [1, 2]


def test_the_address_on_the_site_is_no_link_of_the_paper() -> None:
    entry = paper_facts(PAPER) | {"url": "https://digest.example/papers/otters/", "slug": "otters"}
    assert read(json.dumps([entry])).papers[0].links == PAPER.links


def test_what_was_spoilt_by_hand_is_reported() -> None:
    entry = paper_facts(PAPER) | {"published": "2025-13", "status": "gone"}
    reading = read(json.dumps([entry]))
    assert reading.papers[0].published is None
    assert reading.papers[0].status is Status.UNKNOWN
    assert found(reading.diagnostics) == [("S162", 1)]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_text_comes_back_letter_for_letter(title: str, abstract: str) -> None:
    paper = dataclasses.replace(PAPER, title=f"A {title} b", abstract=abstract)
    (back,) = read(json.dumps([paper_facts(paper)])).papers
    assert back.title == " ".join(paper.title.split())
    assert back.abstract == abstract.strip()
