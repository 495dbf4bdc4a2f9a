from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.paperlists import Paperlists
from generator.sources.source import Reading
from tests.sources.seeds import make_seed

PAPER: dict[str, Any] = {
    "id": "aB3_x",
    "title": "Otters",
    "track": "main",
    "status": "Poster",
    "tldr": "",
    "abstract": "They swim.",
    "keywords": "maps;rivers",
    "author": "Ada Berg;Bo Li",
    "aff": "River Lab;",
    "bibtex": "@inproceedings{x,\ntitle={{Otters}},\nbooktitle={River Meeting},\nyear={2024},\n"
    "DOI = {10.5555/Otter}}",
    "github": "",
    "site": "https://openreview.net/forum?id=aB3_x",
    "pdf": "https://otters.example/a.pdf",
    "gs_citation": -1,
    "homepage": "https://ada.example;",
}


def read(*entries: object, path: str = "seeds/river2024.json") -> Reading:
    seed = make_seed(json.dumps(entries, indent=1), path)
    assert Paperlists().detects(seed)
    return Paperlists().read(seed)


def test_every_field_is_read() -> None:
    (paper,) = read(PAPER).papers
    assert paper.authors == (Author(name="Ada Berg", affiliation="River Lab"), Author(name="Bo Li"))
    assert paper.keywords == ("maps", "rivers")
    assert (paper.venue, paper.published) == ("River Meeting", PartialDate(2024))
    assert paper.aliases == ("doi:10.5555/otter", "openreview:aB3_x")
    assert paper.signals.citations is None
    assert paper.links == (
        Link(url="https://openreview.net/forum?id=aB3_x", kind=LinkKind.PAPER),
        Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF),
    )


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Oral", Status.ACCEPTED),
        ("Technical Paper", Status.ACCEPTED),
        ("Reject", Status.REJECTED),
        ("Withdraw", Status.WITHDRAWN),
        ("Active", Status.UNKNOWN),
    ],
)
def test_rejected_and_withdrawn_papers_are_read_and_told(word: str, status: Status) -> None:
    assert read(PAPER | {"status": word}).papers[0].status is status


def test_commas_part_authors_where_no_semicolon_is_in_the_file() -> None:
    first, second = read(
        PAPER | {"author": "Ada Berg, Bo Li, Cy Nguyen", "aff": ""},
        PAPER | {"author": "Ada Berg", "aff": ""},
    ).papers
    assert (len(first.authors), len(second.authors)) == (3, 1)


def test_the_name_of_the_file_tells_venue_and_year_when_nothing_else_does() -> None:
    bare = {"title": "Otters", "author": "Ada Berg", "ssid": "papers_1", "status": "Poster"}
    (paper,) = read(bare, path="seeds/corl2022.json").papers
    assert (paper.venue, paper.published) == ("CoRL", PartialDate(2022))
    (paper,) = read(bare, path="seeds/papers.json").papers
    assert (paper.venue, paper.published) == ("", None)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    seed = make_seed('[{"title": "A", "aff": "", "author": "B", "bibtex": ' + rest, "seeds/a.json")
    assert Paperlists().detects(seed)
    Paperlists().read(seed)
