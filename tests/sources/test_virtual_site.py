from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.source import Reading
from generator.sources.virtual_site import VirtualSite
from tests.sources.seeds import make_seed

EVENT: dict[str, Any] = {
    "id": 1,
    "uid": "ff",
    "name": "Otters",
    "authors": [{"id": 2, "fullname": "Ada Berg", "institution": "River Lab"}],
    "abstract": "They swim.",
    "topic": "Animals->Water",
    "keywords": [],
    "decision": "Accept (poster)",
    "eventtype": "Poster",
    "event_type": "river_poster",
    "virtualsite_url": "/virtual/2024/poster/1",
    "sourceurl": "https://openreview.net/group?id=RIVER.cc/2024/Conference",
    "paper_url": "https://openreview.net/forum?id=aB3_x",
    "paper_pdf_url": None,
    "eventmedia": [{"type": "Poster", "uri": "/media/1.png"}],
}


def read(*events: object, **outer: object) -> Reading:
    text = json.dumps({"count": len(events), "next": None, **outer, "results": events})
    seed = make_seed(text, "seeds/orals-posters.json")
    assert VirtualSite().detects(seed)
    return VirtualSite().read(seed)


def test_every_field_is_read() -> None:
    (paper,) = read(EVENT).papers
    assert paper.title == "Otters"
    assert paper.authors == (Author(name="Ada Berg", affiliation="River Lab"),)
    assert paper.categories == ("Animals", "Water")
    assert (paper.venue, paper.published) == ("RIVER", PartialDate(2024))
    assert paper.status is Status.ACCEPTED
    assert paper.aliases == ("openreview:aB3_x",)
    assert set(paper.links) == {
        Link(url="https://river.cc/virtual/2024/poster/1", kind=LinkKind.PAPER),
        Link(url="https://openreview.net/forum?id=aB3_x", kind=LinkKind.PAPER),
        Link(url="https://river.cc/media/1.png", kind=LinkKind.POSTER),
    }


def test_an_oral_repeats_its_poster_under_the_same_id() -> None:
    poster, oral = read(EVENT, EVENT | {"eventtype": "Oral", "event_type": "Oral"}).papers
    assert poster.id == oral.id


def test_breaks_are_no_papers() -> None:
    reading = read(EVENT, EVENT | {"name": "Lunch", "eventtype": "Break", "event_type": "Break"})
    assert [paper.title for paper in reading.papers] == ["Otters"]
    assert [d.code for d in reading.diagnostics] == ["S163"]


def test_the_next_page_tells_the_site() -> None:
    (paper,) = read(EVENT | {"sourceurl": None}, next="http://otters.example/api?page=2").papers
    assert "https://otters.example/virtual/2024/poster/1" in [link.url for link in paper.links]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    opening = '{"count": 1, "results": [{"name": "A", "eventtype": "Poster", "eventmedia": [], '
    seed = make_seed(opening + rest, "seeds/a.json")
    assert VirtualSite().detects(seed)
    VirtualSite().read(seed)
