from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper, Status
from generator.sources.crossref import Crossref
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

WORK: dict[str, Any] = {
    "DOI": "10.5555/Otter.1",
    "reference-count": 12,
    "is-referenced-by-count": 7,
    "title": ["Otters &amp; their <i>maps</i>"],
    "abstract": (
        "<jats:title>Abstract</jats:title><jats:p>Otters swim.</jats:p><jats:p>So.</jats:p>"
    ),
    "author": [
        {
            "given": "Ada",
            "family": "van der Berg",
            "suffix": "Jr.",
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "affiliation": [{"name": "River Lab"}],
        },
        {"name": "The Otter and Kite Group"},
    ],
    "issued": {"date-parts": [[2021, 3]]},
    "container-title": ["Journal of Rivers"],
    "URL": "https://doi.org/10.5555/otter.1",
    "link": [{"URL": "https://otters.example/a.pdf", "content-type": "application/pdf"}],
    "relation": {"has-preprint": [{"id-type": "doi", "id": "10.5555/pre.1"}]},
}


def read(value: object) -> Reading:
    seed = make_seed(json.dumps(value, indent=1), "seeds/works.json")
    assert Crossref().detects(seed)
    return Crossref().read(seed)


def only_paper(**changes: object) -> Paper:
    (paper,) = read([WORK | changes]).papers
    return paper


@pytest.mark.parametrize(
    "envelope",
    [
        lambda work: {"status": "ok", "message-type": "work-list", "message": {"items": [work]}},
        lambda work: {"status": "ok", "message-type": "work", "message": work},
        lambda work: [work],
        lambda work: work,
        lambda work: [{"status": "ok", "message-type": "work", "message": work}],
    ],
)
def test_a_work_is_found_in_every_envelope(envelope: Any) -> None:
    (paper,) = read(envelope(WORK)).papers
    assert paper.title == "Otters & their maps"


def test_every_field_is_read() -> None:
    paper = only_paper()
    assert paper.abstract == "Otters swim.\n\nSo."
    assert paper.authors == (
        Author(
            name="Ada van der Berg Jr.",
            given="Ada",
            family="van der Berg Jr.",
            orcid="0000-0002-1825-0097",
            affiliation="River Lab",
        ),
        Author(name="The Otter and Kite Group"),
    )
    assert paper.published == PartialDate(2021, 3)
    assert paper.venue == "Journal of Rivers"
    assert paper.aliases == ("doi:10.5555/otter.1", "doi:10.5555/pre.1")
    assert paper.signals.citations == 7
    assert Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF) in paper.links


def test_a_null_date_gives_way_to_the_next_and_an_impossible_one_is_reported() -> None:
    online = {"published-online": {"date-parts": [[2020]]}}
    assert only_paper(issued={"date-parts": [[None]]}, **online).published == PartialDate(2020)
    reading = read([WORK | {"issued": {"date-parts": [[2021, 13]]}} | online])
    assert reading.papers[0].published == PartialDate(2020)
    assert found(reading.diagnostics) == [("S162", 2)]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"updated-by": [{"type": "retraction"}]}, Status.RETRACTED),
        ({"updated-by": [{"type": "withdrawal"}]}, Status.WITHDRAWN),
        ({"updated-by": [{"type": "correction"}]}, Status.UNKNOWN),
        ({"title": ["RETRACTED: Otters"]}, Status.RETRACTED),
        ({"title": ["Retracted papers: a survey"]}, Status.UNKNOWN),
    ],
)
def test_what_became_of_a_work_is_told(changes: dict[str, Any], status: Status) -> None:
    assert only_paper(**changes).status is status


def test_works_after_a_broken_place_are_missing_but_those_before_it_stay() -> None:
    text = json.dumps([WORK, WORK | {"title": ["Kites"]}])
    reading = Crossref().read(make_seed(text.replace('"Kites"]', '"Kites"'), "seeds/a.json"))
    assert reading.papers[0].title == "Otters & their maps"
    assert [d.code for d in reading.diagnostics][-1] == "S063"


def test_null_and_text_among_the_works_are_reported() -> None:
    reading = read([WORK, None, "x"])
    assert len(reading.papers) == 1
    assert [d.code for d in reading.diagnostics] == ["S160", "S161"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    seed = make_seed('{"message-type": "work", "message": {"title": [' + rest, "seeds/a.json")
    assert Crossref().detects(seed)
    Crossref().read(seed)
