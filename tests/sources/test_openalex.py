from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.openalex import OpenAlex
from generator.sources.source import Reading
from tests.sources.seeds import make_seed

WORK: dict[str, Any] = {
    "id": "https://openalex.org/W123",
    "doi": "https://doi.org/10.5555/otter",
    "title": "Otters",
    "publication_year": 2020,
    "publication_date": "2020-05-04",
    "authorships": [
        {
            "author": {
                "display_name": "Ada Berg",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
            "institutions": [{"display_name": "River Lab"}],
        },
        {"author": {"display_name": None}, "raw_author_name": "Li, Bo"},
    ],
    "primary_location": {
        "landing_page_url": "https://otters.example/a",
        "pdf_url": "https://otters.example/a.pdf",
        "source": {"display_name": "Journal of Rivers"},
    },
    "keywords": [{"display_name": "Otter"}, {"keyword": "river"}],
    "cited_by_count": 3,
    "is_retracted": True,
    "abstract_inverted_index": {"swim": [1, 3], "Otters": [0], "and": [2], "again.": [9]},
}


def read(value: object) -> Reading:
    seed = make_seed(json.dumps(value), "seeds/works.json")
    assert OpenAlex().detects(seed)
    return OpenAlex().read(seed)


def test_every_field_is_read() -> None:
    (paper,) = read(WORK).papers
    assert paper.abstract == "Otters swim and swim again."
    assert paper.authors == (
        Author(name="Ada Berg", orcid="0000-0002-1825-0097", affiliation="River Lab"),
        Author(name="Bo Li", given="Bo", family="Li"),
    )
    assert paper.published == PartialDate(2020, 5, 4)
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("Otter", "river")
    assert paper.aliases == ("doi:10.5555/otter", "openalex:W123")
    assert paper.status is Status.RETRACTED
    assert Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF) in paper.links


@pytest.mark.parametrize("value", [{"results": [WORK, WORK]}, [WORK, WORK]])
def test_lists_of_works_are_read(value: object) -> None:
    assert len(read(value).papers) == 2


def test_works_one_a_line_are_read() -> None:
    text = f"{json.dumps(WORK)}\n{json.dumps(WORK)}\n"
    assert [p.origins[0].location.line for p in OpenAlex().read(make_seed(text)).papers] == [1, 2]


def test_the_first_of_january_stands_for_a_year() -> None:
    (paper,) = read(WORK | {"publication_date": "2020-01-01"}).papers
    assert paper.published == PartialDate(2020)


def test_an_abstract_may_be_missing_or_an_index_of_anything() -> None:
    for index in (None, {}, {"a": 3, "b": [None, "x"]}, [1], '{"Otters": [0]}'):
        (paper,) = read(WORK | {"abstract_inverted_index": index}).papers
        assert paper.abstract in {"", "Otters"}


def test_a_position_of_any_size_takes_no_memory() -> None:
    (paper,) = read(WORK | {"abstract_inverted_index": {"b": [10**12], "a": [0]}}).papers
    assert paper.abstract == "a b"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    seed = make_seed('{"id": "https://openalex.org/W1", "title": ' + rest, "seeds/a.json")
    assert OpenAlex().detects(seed)
    OpenAlex().read(seed)
