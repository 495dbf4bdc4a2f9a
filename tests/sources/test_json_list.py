from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.json_list import JsonList
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

PAPER: dict[str, Any] = {
    "id": "river-1",
    "title": "Otters",
    "abstract": "They swim.",
    "authors": ["Ada Berg", "Bo Li"],
    "venue": "RIVER",
    "year": 2025,
    "url": "https://openreview.net/forum?id=aB3_x",
    "pdf": "https://otters.example/a.pdf",
    "arxiv": "2501.00010v2",
    "doi": "10.5555/Otter",
    "github": "https://github.com/otters/maps",
    "keywords": ["maps"],
    "tldr": "Otters swim.",
    "status": "Withdraw",
}


def read(text: str, path: str = "seeds/papers.json", **options: Any) -> Reading:
    seed = make_seed(text, path, **options)
    assert JsonList().detects(seed)
    return JsonList().read(seed)


def test_every_field_is_read() -> None:
    (paper,) = read(json.dumps([PAPER])).papers
    assert paper.authors == (Author(name="Ada Berg"), Author(name="Bo Li"))
    assert (paper.venue, paper.published) == ("RIVER", PartialDate(2025))
    assert paper.aliases == ("doi:10.5555/otter", "arxiv:2501.00010", "openreview:aB3_x")
    assert paper.links == (
        Link(url="https://openreview.net/forum?id=aB3_x", kind=LinkKind.PAPER),
        Link(url="https://otters.example/a.pdf", kind=LinkKind.PDF),
        Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
    )
    assert (paper.keywords, paper.tldr) == (("maps",), "Otters swim.")
    assert paper.status is Status.WITHDRAWN


@pytest.mark.parametrize(
    "value",
    [
        [PAPER],
        {"papers": [PAPER]},
        {"count": 1, "entries": [PAPER]},
        {"meta": 1, "response": {"docs": [PAPER]}},
        PAPER,
    ],
)
def test_a_list_is_found_in_any_envelope(value: object) -> None:
    seed = make_seed(json.dumps(value, indent=2), "seeds/a.json", format="json")
    assert [paper.title for paper in JsonList().read(seed).papers] == ["Otters"]


def test_objects_by_name_are_a_list() -> None:
    seed = make_seed(json.dumps({"first": PAPER, "second": PAPER}), "seeds/a.json")
    assert JsonList().detects(seed)
    assert len(JsonList().read(seed).papers) == 2


def test_json_lines_keep_their_lines_and_broken_ones_are_reported() -> None:
    line = json.dumps(PAPER)
    reading = read(f"{line}\n\n{line[:-2]}\n{line}\n", "seeds/a.jsonl")
    assert [paper.origins[0].location.line for paper in reading.papers] == [1, 4]
    assert found(reading.diagnostics) == [("S063", 3)]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ([{"name": "Ada Berg"}, {"fullname": "Bo Li"}], ["Ada Berg", "Bo Li"]),
        (
            [{"given": "Ada", "family": "Berg"}, {"first": "Bo", "last": "Li"}],
            ["Ada Berg", "Bo Li"],
        ),
        ("Ada Berg;Bo Li", ["Ada Berg", "Bo Li"]),
        ([["Berg", "Ada", ""], ["Li", "Bo", ""]], ["Ada Berg", "Bo Li"]),
        (["Berg, Ada", None, 3, ""], ["Ada Berg"]),
        ({"a": "Ada Berg", "b": "Bo Li"}, ["Ada Berg", "Bo Li"]),
        (["Lab for Otters and Kites"], ["Lab for Otters and Kites"]),
        (["Ada Berg", "Bo Li", "Ada Berg"], ["Ada Berg", "Bo Li", "Ada Berg"]),
        (None, []),
    ],
)
def test_authors_may_be_written_in_many_ways(authors: object, names: list[str]) -> None:
    seed = make_seed(json.dumps([PAPER | {"authors": authors}]))
    (paper,) = JsonList().read(seed).papers
    assert [author.name for author in paper.authors] == names


def test_affiliations_go_to_their_authors_when_their_number_fits() -> None:
    entry = {"title": "A", "authors": ["Ada Berg", "Bo Li"], "aff": "Lab;Sea"}
    assert [a.affiliation for a in read(json.dumps([entry])).papers[0].authors] == ["Lab", "Sea"]
    entry["aff"] = "Lab"
    assert [a.affiliation for a in read(json.dumps([entry])).papers[0].authors] == ["", ""]


def test_markup_and_accents_become_plain_text_and_math_stays() -> None:
    entry = PAPER | {
        "title": "Poincar\\'e &amp; <b>otters</b>",
        "abstract": '<p>For $a<b$ they swim.</p><p>So\\"ol.</p>',
    }
    (paper,) = read(json.dumps([entry])).papers
    assert paper.title == "Poincaré & otters"
    assert paper.abstract == "For $a<b$ they swim.\n\nSoöl."


def test_a_record_without_title_is_reported() -> None:
    reading = read(json.dumps([PAPER, PAPER | {"title": ""}], indent=1))
    assert len(reading.papers) == 2
    assert reading.papers[1].title.startswith("[Untitled paper by ")
    assert [code for code, _ in found(reading.diagnostics)] == ["S060"]


def test_no_titles_at_all_is_one_problem() -> None:
    seed = make_seed(json.dumps([{"a": 1}] * 50), format="json")
    assert [d.code for d in JsonList().read(seed).diagnostics] == ["S165"]


def test_columns_may_be_configured() -> None:
    columns = {"title": "what", "published": "when"}
    text = json.dumps([{"what": "Otters", "when": "2025-03", "title": "Dr"}])
    (paper,) = read(text, columns=columns).papers
    assert (paper.title, paper.published) == ("Otters", PartialDate(2025, 3))


def test_an_id_that_is_an_identifier_counts() -> None:
    for name, alias in (
        ("2501.00010", ("arxiv:2501.00010",)),
        ("10.5555/otter", ("doi:10.5555/otter",)),
        ("2599.00010", ()),
        ("17", ()),
    ):
        (paper,) = read(json.dumps([{"id": name, "title": "A", "year": 2025}])).papers
        assert paper.aliases == alias


def test_settings_for_something_else_are_not_claimed() -> None:
    for text in ('{"name": "otters", "version": "1.0"}', "[1, 2]", "{}", "[]", "", "[{]"):
        assert not JsonList().detects(make_seed(text))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from([*PAPER, "date", "links", "citations", "aff"]), VALUES))
def test_fields_of_any_type_are_survived(changes: dict[str, object]) -> None:
    seed = make_seed(json.dumps([PAPER | changes]), format="json")
    JsonList().read(seed)
