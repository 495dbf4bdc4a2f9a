from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.emit import api
from generator.emit.api import emit_api
from generator.model.corpus import Corpus
from generator.model.issue import Pick, Section
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from tests.factories import make_config, make_corpus, make_issue, make_paper, make_papers
from tests.planning import make_plan

CONFIG = make_config(site=SiteConfig(title="Rivers", base_url="https://rivers.example/"))


def files(corpus: Corpus, config: Config = CONFIG) -> dict[str, Any]:
    """Return the parsed files, each held against the schema that stands beside them."""
    made = emit_api(corpus, make_plan(corpus, config), config)
    parsed = {file.path.removeprefix("api/v1/"): json.loads(file.body) for file in made}
    if parsed:
        schema = parsed.pop("schema.json")
        check = jsonschema.Draft202012Validator
        check.check_schema(schema)
        validator = check(schema, format_checker=check.FORMAT_CHECKER)
        for name, document in parsed.items():
            assert not list(validator.iter_errors(document)), name
    return parsed


def test_everything_that_is_known_of_a_paper_fits_the_schema() -> None:
    author = Author(name="A B", given="A", family="B", orcid="0000-0001", affiliation="River U")
    paper = make_paper(
        authors=(author,),
        links=(Link(url="https://code.example/x", kind=LinkKind.CODE),),
        aliases=("arxiv:2402.00001", "doi:10.1000/x"),
        categories=("cs.CL",),
        keywords=("maps",),
        venue="ICLR 2025",
        signals=Signals(upvotes=0, stars=3),
        status=Status.ACCEPTED,
    )
    [record] = files(make_corpus([paper]))["papers-1.json"]["papers"]
    assert record["url"] == "https://rivers.example/papers/otters-a-benchmark-of-river-maps/"
    assert record["signals"] == {"upvotes": 0, "stars": 3}
    assert record["issues"] == ["2024-03-11"]
    assert record["topics"] == [{"slug": "river-maps", "name": "River maps"}]


def test_what_is_unknown_is_left_out() -> None:
    paper = make_paper(abstract="", authors=(), published=None)
    [record] = files(make_corpus([paper], issues=(), topics=()))["papers-1.json"]["papers"]
    assert record.keys() == {"id", "url", "title"}


def test_issues_keep_their_sections_and_notes() -> None:
    paper = make_paper()
    section = Section(title="First", picks=(Pick(paper=paper.id, note="*Good*"),))
    issue = make_issue(sections=(section,), title="Eleventh")
    [record] = files(make_corpus([paper], issues=(issue,)))["issues-1.json"]["issues"]
    assert record["sections"] == [
        {"title": "First", "picks": [{"paper": paper.id, "note": "*Good*"}]}
    ]


def test_the_index_names_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 1500)
    made = files(make_corpus(make_papers(8)))
    parts = made["index.json"]["papers"]
    assert len(parts) > 1
    assert [part["count"] for part in parts] == [len(made[part["url"]]["papers"]) for part in parts]
    assert sum(part["count"] for part in parts) == 8


def test_an_empty_site_has_an_index_too() -> None:
    made = files(make_corpus((), issues=(), topics=()), make_config())
    assert made["papers-1.json"] == {"version": 1, "papers": []}


def test_half_a_surrogate_pair_does_not_break_the_file() -> None:
    [record] = files(make_corpus([make_paper("Otters \ud800")]))["papers-1.json"]["papers"]
    assert record["title"].startswith("Otters")
