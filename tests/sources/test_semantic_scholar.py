from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind
from generator.sources.semantic_scholar import SemanticScholar
from generator.sources.source import Reading
from tests.sources.seeds import make_seed

NAME = "0123456789abcdef0123456789abcdef01234567"
PAPER: dict[str, Any] = {
    "paperId": NAME,
    "externalIds": {"ArXiv": "2501.00010", "DOI": "10.5555/Otter", "PubMed": "42", "CorpusId": 9},
    "url": f"https://www.semanticscholar.org/paper/{NAME}",
    "title": "Otters",
    "abstract": "They swim.",
    "venue": "",
    "journal": {"name": "Rivers"},
    "year": 2025,
    "publicationDate": None,
    "authors": [{"authorId": "1", "name": "A. van Berg"}, {"name": None}],
    "openAccessPdf": {"url": "https://otters.example/a.pdf"},
    "tldr": {"model": "x", "text": "Otters swim."},
    "citationCount": 4,
}


def read(value: object) -> Reading:
    seed = make_seed(json.dumps(value), "seeds/s2.json")
    assert SemanticScholar().detects(seed)
    return SemanticScholar().read(seed)


def test_every_field_is_read() -> None:
    (paper,) = read([PAPER]).papers
    assert paper.aliases == (
        "arxiv:2501.00010",
        "doi:10.5555/otter",
        "pmid:42",
        f"s2:{NAME}",
    )
    assert paper.authors == (Author(name="A. van Berg", given="A.", family="van Berg"),)
    assert paper.published == PartialDate(2025)
    assert (paper.venue, paper.tldr, paper.signals.citations) == ("Rivers", "Otters swim.", 4)
    assert Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF) in paper.links


@pytest.mark.parametrize(
    "value",
    [
        {"total": 1, "data": [PAPER]},
        {"recommendedPapers": [PAPER]},
        {"data": [{"isInfluential": True, "citingPaper": PAPER}]},
        PAPER,
        [None, PAPER],
        {key.lower(): entry for key, entry in PAPER.items()},
    ],
)
def test_papers_are_found_in_every_envelope(value: object) -> None:
    assert [paper.title for paper in read(value).papers] == ["Otters"]


def test_an_unknown_id_is_noted_with_its_line() -> None:
    seed = make_seed("[\n" + json.dumps(PAPER) + ",\nnull]", "seeds/batch.json")
    reading = SemanticScholar().read(seed)
    assert len(reading.papers) == 1
    (problem,) = reading.diagnostics
    assert problem.location
    assert (problem.code, problem.location.line) == ("S160", 3)


def test_an_answer_without_papers_is_empty() -> None:
    reading = SemanticScholar().read(make_seed('{"total": 0, "data": []}'))
    assert reading.papers == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    seed = make_seed('{"data": [{"paperId": "a", "title": ' + rest, "seeds/a.json")
    assert SemanticScholar().detects(seed)
    SemanticScholar().read(seed)
