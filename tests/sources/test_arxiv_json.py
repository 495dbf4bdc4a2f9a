from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind, Status
from generator.sources.arxiv_json import ArxivJson
from generator.sources.arxiv_metadata import ArxivMetadata
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

SNAPSHOT: dict[str, Any] = {
    "id": "0704.0001",
    "submitter": "Ada Bee",
    "authors": "C. B\\'al (Oslo), C.-P. Yuan",
    "title": "Kites of\n  Old",
    "comments": "37 pages; code at https://github.com/bee/kites",
    "journal-ref": "J. Kites 7 (2007)",
    "doi": "10.1234/Kites",
    "report-no": None,
    "categories": "hep-ph cs.CL",
    "license": None,
    "abstract": "  We fly $x$\nkites.\n  They fall.\n",
    "versions": [
        {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
        {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"},
    ],
    "update_date": "2008-11-26",
    "authors_parsed": [
        ["B\u00e1l", "C.", "Jr.", "Oslo"],
        ["Yuan", "C. -P.", ""],
        ["Kite Team", "", ""],
    ],
}
LISTED: dict[str, Any] = {
    "title": "Kites",
    "authors": ["Ada Bee", {"name": "Cyd Dee"}],
    "arxiv_id": "2510.09608v1",
    "summary": "We fly\nkites.",
}


def snapshot(*records: Any) -> Reading:
    text = "\n".join(json.dumps(record) for record in records)
    assert ArxivMetadata().detects(make_seed(text, "seeds/arxiv.jsonl"))
    return ArxivMetadata().read(make_seed(text, "seeds/arxiv.jsonl"))


def listed(value: Any) -> Reading:
    seed = make_seed(json.dumps(value), "seeds/arxiv.json")
    assert ArxivJson().detects(seed)
    return ArxivJson().read(seed)


def test_a_line_of_the_snapshot_is_read_with_all_it_states() -> None:
    reading = snapshot(SNAPSHOT)
    (paper,) = reading.papers
    assert (paper.title, paper.abstract) == ("Kites of Old", "We fly $x$ kites.\n\nThey fall.")
    assert [(a.name, a.given, a.family, a.affiliation) for a in paper.authors] == [
        ("C. Bál Jr.", "C.", "Bál Jr.", "Oslo"),
        ("C.-P. Yuan", "C.-P.", "Yuan", ""),
        ("Kite Team", "", "", ""),
    ]
    assert (str(paper.published), str(paper.updated)) == ("2007-04-02", "2007-07-24")
    assert (paper.venue, paper.categories) == ("J. Kites 7 (2007)", ("hep-ph", "cs.CL"))
    assert paper.aliases == ("arxiv:0704.0001", "doi:10.1234/kites")
    assert [link.kind for link in paper.links] == [LinkKind.CODE]
    assert not reading.diagnostics


def test_without_parsed_authors_the_line_of_authors_counts() -> None:
    (paper,) = snapshot(SNAPSHOT | {"authors_parsed": None, "versions": []}).papers
    assert [(a.name, a.affiliation) for a in paper.authors] == [
        ("C. Bál", "Oslo"),
        ("C.-P. Yuan", ""),
    ]
    assert (str(paper.published), str(paper.updated)) == ("2007-04", "2008-11-26")


def test_a_withdrawn_paper_is_marked() -> None:
    (paper,) = snapshot(SNAPSHOT | {"comments": "This paper has been withdrawn"}).papers
    assert paper.status is Status.WITHDRAWN


def test_broken_lines_are_reported_and_the_rest_is_read() -> None:
    text = "\n".join([json.dumps(SNAPSHOT), '{"id": "0704.0002", "tit', json.dumps(SNAPSHOT)])
    reading = ArxivMetadata().read(make_seed(text))
    assert len(reading.papers) == 2
    assert found(reading.diagnostics) == [("S063", 2)]


def test_a_daily_list_is_read() -> None:
    reading = listed({"count": 1, "papers": [LISTED]})
    (paper,) = reading.papers
    assert (paper.title, paper.abstract) == ("Kites", "We fly kites.")
    assert [author.name for author in paper.authors] == ["Ada Bee", "Cyd Dee"]
    assert (str(paper.published), paper.aliases) == ("2025-10", ("arxiv:2510.09608",))
    assert not reading.diagnostics
    assert not reading.issues


def test_a_list_that_holds_fewer_papers_than_it_says_is_reported() -> None:
    assert found(listed({"count": 2, "papers": [LISTED]}).diagnostics) == [("S134", None)]


def test_other_tools_name_the_same_fields_otherwise() -> None:
    record = {
        "entry_id": "http://arxiv.org/abs/hep-th/9901001v2",
        "title": "Kites",
        "summary": "We fly.",
        "authors": "Ada Bee and Cyd Dee",
        "published": "1999-01-04T00:00:00+00:00",
        "updated": "1999-02-01T00:00:00+00:00",
        "categories": ["hep-th", "gr-qc"],
        "comment": "Withdrawn",
        "pdf_url": "http://arxiv.org/pdf/hep-th/9901001v2",
        "code_url": "https://github.com/bee/kites",
        "code_stars": 12,
        "AI": {"tldr": "A machine says so."},
    }
    (paper,) = listed([record]).papers
    assert [author.name for author in paper.authors] == ["Ada Bee", "Cyd Dee"]
    assert (str(paper.published), str(paper.updated)) == ("1999-01-04", "1999-02-01")
    assert [link.kind for link in paper.links] == [LinkKind.PAPER, LinkKind.PDF, LinkKind.CODE]
    assert (paper.status, paper.signals.stars, paper.tldr) == (Status.WITHDRAWN, 12, "")
    assert paper.aliases == ("arxiv:hep-th/9901001",)


@pytest.mark.parametrize("text", ["[]", "{}", "null", '[{"title": "Kites"}]', "[[["])
def test_other_json_is_left_alone(text: str) -> None:
    assert not ArxivJson().detects(make_seed(text))
    assert not ArxivMetadata().detects(make_seed(text))


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(SNAPSHOT | LISTED)), VALUES, max_size=6))
def test_fields_of_any_type_are_read_without_a_crash(fields: dict[str, Any]) -> None:
    ArxivMetadata().read(make_seed(json.dumps(SNAPSHOT | fields)))
    ArxivJson().read(make_seed(json.dumps([LISTED | fields])))
