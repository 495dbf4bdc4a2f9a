from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Link, LinkKind, Status
from generator.sources.csl_json import CslJson
from tests.sources.readers import names, only, parts, read
from tests.sources.seeds import found, make_seed

WORK: dict[str, Any] = {
    "id": "berg2024",
    "type": "article-journal",
    "title": "River <i>maps</i> of C\\'edric",
    "author": [
        {"family": "Berg", "given": "Ada", "non-dropping-particle": "van der"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"literal": "Team Otter, and Friends"},
    ],
    "issued": {"date-parts": [["2024", 3, "11"]]},
    "container-title": "Journal of Rivers",
    "DOI": "10.1000/Otter.1",
    "PMID": "123",
    "URL": "https://example.org/otters",
    "keyword": "otters, maps",
    "abstract": "<p>We map.</p><p>They are long.</p>",
}


def csl(**changes: Any) -> str:
    work = {"id": "a", "type": "article-journal", "title": "T", "container-title": "J"}
    return json.dumps([{**work, **changes}])


def test_a_work_is_read_with_all_it_states() -> None:
    paper = only(CslJson(), json.dumps([WORK], indent=1))
    assert paper.title == "River maps of Cédric"
    assert names(paper) == ["Ada van der Berg", "Martin King Jr.", "Team Otter, and Friends"]
    assert parts(paper.authors[0]) == ("Ada", "van der Berg")
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("otters", "maps")
    assert paper.abstract == "We map.\n\nThey are long."
    assert paper.aliases == ("doi:10.1000/otter.1", "pmid:123")
    assert paper.links == (Link(url="https://example.org/otters", kind=LinkKind.PAPER),)
    assert paper.origins[0].location.line == 2


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(WORK),
        json.dumps({"items": [WORK]}),
        json.dumps({"references": [WORK]}),
        json.dumps(WORK) + "\n" + json.dumps(WORK),
    ],
)
def test_works_come_in_several_envelopes(text: str) -> None:
    assert read(CslJson(), text).papers[0].aliases[0] == "doi:10.1000/otter.1"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [[2024, 3], [2024, 5]]}, "2024-03"),
        ({"date-parts": [["2024", None]]}, "2024"),
        ({"raw": "2024-03-11"}, "2024-03-11"),
        ({"literal": "March 2024"}, "2024-03"),
        ("2024-03-11/2024-03-12", "2024-03-11"),
        ("2024~", "2024"),
        ([{"year": 2024, "month": 3}], "2024-03"),
        (2024, "2024"),
        ({"literal": "in press"}, "None"),
        ({"date-parts": [[]]}, "None"),
    ],
)
def test_dates_keep_their_precision(issued: object, expected: str) -> None:
    assert str(only(CslJson(), csl(issued=issued)).published) == expected


def test_an_impossible_date_is_left_out_and_reported() -> None:
    reading = read(CslJson(), csl(issued={"date-parts": [[2024, 2, 30]]}))
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S106", 1)]


@pytest.mark.parametrize(
    ("fields", "alias"),
    [
        ({"number": "arXiv:2402.00001"}, "arxiv:2402.00001"),
        ({"note": "Extra line\narXiv: 2402.00001 [cs]"}, "arxiv:2402.00001"),
        ({"container-title": "arXiv:2402.00001 [cs.CL]"}, "arxiv:2402.00001"),
        ({"archive": "arXiv", "archive_location": "2402.00001"}, "arxiv:2402.00001"),
        ({"DOI": "10/abc12"}, "doi:10/abc12"),
        ({"DOI": "https://doi.org/10.1000/x"}, "doi:10.1000/x"),
        ({"id": "https://doi.org/10.1000/x"}, "doi:10.1000/x"),
    ],
)
def test_identifiers_stand_in_many_fields(fields: dict[str, str], alias: str) -> None:
    assert only(CslJson(), csl(**fields)).aliases == (alias,)


def test_the_status_is_read_where_it_is_stated() -> None:
    assert only(CslJson(), csl(status="Retracted")).status is Status.RETRACTED


def test_values_of_the_wrong_type_do_no_harm() -> None:
    text = csl(author="Bee, Ada", abstract=7, keyword=["a", None], URL={}, custom=[], link="x")
    paper = only(CslJson(), text)
    assert (names(paper), paper.keywords) == (["Ada Bee"], ("a",))


def test_broken_and_foreign_entries_are_reported_and_the_rest_is_read() -> None:
    text = csl()[:-1] + ',\n null,\n {"type": "book"},\n {"id'
    reading = read(CslJson(), text)
    assert [paper.title for paper in reading.papers] == ["T"]
    assert {code for code, _ in found(reading.diagnostics)} == {"S160", "S060", "S063"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"papers": []}',
        '[{"type": "journal-article", "title": ["T"], "DOI": "10.1000/x", "issued": {}}]',
        '[{"type": "article", "title": "T", "id": "https://openalex.org/W1", "authorships": []}]',
        '[{"paperId": "x", "type": "article", "title": "T"}]',
    ],
)
def test_other_json_is_not_taken_for_csl(text: str) -> None:
    assert not CslJson().detects(make_seed(text))


values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9999) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["family", "literal", "date-parts", "raw", "url", "links", "name"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*WORK, "custom", "note", "link", "status"]), values))
def test_no_values_stop_the_reader(changes: dict[str, Any]) -> None:
    reading = CslJson().read(make_seed(json.dumps([{**WORK, **changes}])))
    assert len(reading.papers) <= 1
