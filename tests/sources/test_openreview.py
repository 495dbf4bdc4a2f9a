from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.openreview import OpenReview
from generator.sources.source import Reading
from tests.sources.seeds import make_seed

CONTENT: dict[str, Any] = {
    "title": "Otters of $O(n)$",
    "authors": ["Ada Berg", "Li, Bo"],
    "abstract": "They swim.",
    "keywords": ["otters", "maps"],
    "TL;DR": "Otters swim.",
    "venue": "RIVER 2024 poster",
    "venueid": "RIVER.cc/2024/Conference",
    "pdf": "/pdf/abc.pdf",
    "code": "https://github.com/otters/maps",
    "data": "yes",
}
NOTE: dict[str, Any] = {
    "id": "aB3_x",
    "forum": "aB3_x",
    "invitations": ["RIVER.cc/2024/Conference/-/Submission"],
    "cdate": 1704067200000,
    "pdate": 1705363200000,
}


def wrapped(content: dict[str, Any]) -> dict[str, Any]:
    return {key: {"value": value} for key, value in content.items()}


def note(**changes: Any) -> dict[str, Any]:
    return NOTE | {"content": wrapped(CONTENT | changes)}


def read(value: object) -> Reading:
    seed = make_seed(json.dumps(value), "seeds/notes.json")
    assert OpenReview().detects(seed)
    return OpenReview().read(seed)


@pytest.mark.parametrize(
    "value",
    [
        {"notes": [note()], "count": 1},
        [note()],
        note(),
        {"notes": [NOTE | {"content": CONTENT}]},
    ],
)
def test_both_versions_are_read_in_every_envelope(value: object) -> None:
    (paper,) = read(value).papers
    assert (paper.id, paper.title) == ("openreview:aB3_x", "Otters of $O(n)$")
    assert paper.authors == (
        Author(name="Ada Berg"),
        Author(name="Bo Li", given="Bo", family="Li"),
    )
    assert paper.keywords == ("otters", "maps")
    assert paper.tldr == "Otters swim."
    assert (paper.venue, paper.status) == ("RIVER 2024 poster", Status.ACCEPTED)
    assert paper.published == PartialDate(2024, 1, 16)
    assert paper.links == (
        Link(url="https://openreview.net/forum?id=aB3_x", kind=LinkKind.PAPER),
        Link(url="https://openreview.net/pdf/abc.pdf", kind=LinkKind.PDF),
        Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
    )


def test_authors_may_be_objects_one_text_or_nobody() -> None:
    people = [{"fullname": "Ada Berg", "username": "~Ada_Berg1"}]
    assert read([note(authors=people)]).papers[0].authors == (Author(name="Ada Berg"),)
    assert len(read([note(authors="Ada Berg, Bo Li")]).papers[0].authors) == 2
    assert read([note(authors=["Anonymous"])]).papers[0].authors == ()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"venueid": "RIVER.cc/2024/Conference/Rejected_Submission"}, Status.REJECTED),
        ({"venueid": "RIVER.cc/2024/Conference/Withdrawn_Submission"}, Status.WITHDRAWN),
        ({"venueid": "RIVER.cc/2024/Conference/Desk_Rejected_Submission"}, Status.REJECTED),
        ({"venue": "Submitted to RIVER 2022", "venueid": ""}, Status.REJECTED),
        (
            {
                "venue": "Submitted to RIVER 2024",
                "venueid": "RIVER.cc/2024/Conference/Submission",
            },
            Status.UNKNOWN,
        ),
        ({"venue": "RIVER 2024", "venueid": "RIVER.cc/2024/Conference"}, Status.ACCEPTED),
        ({"venue": "", "venueid": ""}, Status.UNKNOWN),
        ({"decision": "Reject"}, Status.REJECTED),
    ],
)
def test_venue_and_decision_tell_what_became_of_a_submission(
    changes: dict[str, Any], status: Status
) -> None:
    assert read([note(**changes)]).papers[0].status is status


def test_replies_are_no_papers_but_their_decision_counts() -> None:
    reply = {
        "id": "r1",
        "forum": "aB3_x",
        "replyto": "aB3_x",
        "invitations": ["RIVER.cc/2024/Conference/Submission1/-/Decision"],
        "content": wrapped({"title": "Paper Decision", "decision": "Reject"}),
    }
    reading = read({"notes": [note(venue="", venueid=""), reply]})
    assert [paper.status for paper in reading.papers] == [Status.REJECTED]
    assert [d.code for d in reading.diagnostics] == ["S163"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    seed = make_seed('{"notes": [{"forum": "a", "content": {}, "id": ' + rest, "seeds/a.json")
    assert OpenReview().detects(seed)
    OpenReview().read(seed)
