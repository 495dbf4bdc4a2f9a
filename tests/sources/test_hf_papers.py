from __future__ import annotations

import html
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind, Status
from generator.sources.hf_daily import HfDaily
from generator.sources.hf_page import HfPage
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

DAY = "2025-03-11"


def paper(name: str, day: str = DAY, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "title": f"Kites\n  of {name}",
        "summary": "We fly\nkites.\n  They fall.",
        "authors": [{"name": "Ada van Bee", "hidden": False}, {"name": "Cyd Dee"}],
        "publishedAt": "2025-03-08T18:00:00.000Z",
        "submittedOnDailyAt": f"{day}T01:30:00.000Z",
        "upvotes": 75,
        "ai_summary": "A machine says so.",
        "ai_keywords": ["machine", "words"],
        **more,
    }


def wrapped(*papers: dict[str, Any]) -> str:
    return json.dumps([{"paper": each, "title": "x", "numComments": 1} for each in papers])


def page(props: dict[str, Any] | str, byline: str = "") -> str:
    written = props if isinstance(props, str) else json.dumps(props)
    return (
        f"<!doctype html>\n<html><body>{byline}\n"
        f'<div data-target="X" data-props="{{}}"></div>\n'
        f'<div data-target="DailyPapers" data-props="{html.escape(written)}"></div></body></html>'
    )


def read(text: str, path: str = "seeds/papers.json", **options: Any) -> Reading:
    seed = make_seed(text, path, **options)
    assert HfDaily().detects(seed)
    return HfDaily().read(seed)


def read_page(text: str) -> Reading:
    seed = make_seed(text, "seeds/papers.html")
    assert HfPage().detects(seed)
    return HfPage().read(seed)


def test_a_paper_is_read_without_the_words_of_a_machine() -> None:
    code, project = "https://github.com/bee/kites", "https://kites.example/"
    text = wrapped(paper("2503.00001", githubRepo=code, githubStars=9, projectPage=project))
    (found_paper,) = read(text).papers
    assert found_paper.title == "Kites of 2503.00001"
    assert found_paper.abstract == "We fly kites.\n\nThey fall."
    assert [author.family for author in found_paper.authors] == ["van Bee", ""]
    assert str(found_paper.published) == "2025-03-08"
    assert found_paper.aliases == ("arxiv:2503.00001",)
    assert (found_paper.signals.upvotes, found_paper.signals.stars) == (75, 9)
    assert [(link.url, link.kind) for link in found_paper.links] == [
        (code, LinkKind.CODE),
        (project, LinkKind.PROJECT),
    ]
    assert (found_paper.tldr, found_paper.keywords) == ("", ())


@pytest.mark.parametrize(
    "text",
    [
        wrapped(paper("2503.00001"), paper("2503.00002")),
        json.dumps([paper("2503.00001"), paper("2503.00002")]),
        "\n".join(json.dumps(paper(name)) for name in ("2503.00001", "2503.00002")),
        json.dumps({"dailyPapers": [paper("2503.00001"), paper("2503.00002")]}),
    ],
)
def test_a_list_of_one_day_is_an_issue_however_it_is_wrapped(text: str) -> None:
    reading = read(text)
    (issue,) = reading.issues
    assert (issue.id, issue.date.isoformat(), issue.curator) == (DAY, DAY, "")
    assert issue.papers == ("arxiv:2503.00001", "arxiv:2503.00002")
    assert not reading.diagnostics


def test_a_paper_alone_is_no_issue() -> None:
    reading = read(json.dumps(paper("2503.00001")))
    assert len(reading.papers) == 1
    assert not reading.issues


def test_papers_of_several_days_make_no_issue() -> None:
    reading = read(wrapped(paper("2503.00001"), paper("2503.00002", "2025-03-12")))
    assert not reading.issues
    assert found(reading.diagnostics) == [("S135", None)]


def test_the_day_may_stand_in_the_name_of_the_file() -> None:
    text = wrapped(paper("2503.00001", submittedOnDailyAt=None))
    assert [issue.id for issue in read(text, "seeds/hf-2025-03-12.json").issues] == ["2025-03-12"]
    assert not read(text).issues


def test_a_withdrawn_paper_is_marked() -> None:
    (withdrawn,) = read(wrapped(paper("2503.00001", withdrawnAt="2025-03-12"))).papers
    assert withdrawn.status is Status.WITHDRAWN


def test_broken_entries_are_reported_and_the_rest_is_read() -> None:
    text = json.dumps([{"paper": paper("2503.00001")}, None, {"paper": {"id": "2503.00002"}}])
    reading = read(text)
    assert len(reading.papers) == 1
    assert {code for code, _ in found(reading.diagnostics)} >= {"S060"}


def test_a_file_cut_short_keeps_what_stands_before_the_cut() -> None:
    reading = read(wrapped(paper("2503.00001"), paper("2503.00002"))[:-40])
    assert reading.papers
    assert "S063" in {code for code, _ in found(reading.diagnostics)}


def test_a_saved_page_is_an_issue_with_its_curator() -> None:
    byline = '<h1>Daily Papers</h1><h3>by <a href="/ada">Ada</a> and friends</h3>'
    props = {"dailyPapers": [{"paper": paper("2503.00001")}], "dateString": "2025-03-12"}
    reading = read_page(page(props, byline))
    (issue,) = reading.issues
    assert (issue.id, issue.curator) == ("2025-03-12", "Ada and friends")
    assert issue.papers == ("arxiv:2503.00001",)
    assert reading.papers[0].origins[0].location.line == 4
    assert not reading.diagnostics


def test_a_page_without_date_is_dated_by_its_papers() -> None:
    props = {"dailyPapers": [{"paper": paper("2503.00001")}]}
    assert [issue.id for issue in read_page(page(props)).issues] == [DAY]


@pytest.mark.parametrize(
    ("props", "codes"),
    [
        ('{"dailyPapers": [', ["S132", "S136"]),
        ({"dailyPapers": []}, ["S132"]),
        ({"dailyPapers": 7}, ["S132"]),
        ("[" * 9999 + '"dailyPapers"', ["S132", "S136"]),
    ],
)
def test_a_page_whose_papers_cannot_be_read_is_reported(
    props: dict[str, Any] | str, codes: list[str]
) -> None:
    reading = read_page(page(props))
    assert sorted(code for code, _ in found(reading.diagnostics)) == codes


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["paper", "id", "title", "authors", "name", "publishedAt", "mediaUrls"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_any_json_is_read_without_a_crash(value: Any) -> None:
    HfDaily().read(make_seed(json.dumps(value)))
    HfDaily().read(
        make_seed(json.dumps([{"paper": value}, {"paper": paper("2503.1"), "x": value}]))
    )
    HfPage().read(make_seed(page({"dailyPapers": [value, {"paper": value}]})))
