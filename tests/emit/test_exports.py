import json

from generator.emit.exports import papers_json
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from tests.factories import (
    make_config,
    make_corpus,
    make_enrichment,
    make_issue,
    make_paper,
    make_papers,
    make_topic,
)
from tests.planning import make_plan


def export(corpus: Corpus, **choice: str) -> list[dict[str, object]]:
    config = make_config()
    plan = make_plan(corpus, config)
    papers: list[dict[str, object]] = json.loads(papers_json(corpus, plan, config, **choice))[
        "papers"
    ]
    return papers


def test_facts_are_exported_as_read() -> None:
    paper = make_paper("``Maps''~--", published=PartialDate(2024, 3), aliases=("doi:10.1/x",))
    [entry] = export(make_corpus([paper]))
    assert entry["title"] == "``Maps''~--"
    assert entry["abstract"] == paper.abstract
    assert entry["published"] == "2024-03"
    assert entry["doi"] == "10.1/x"
    assert entry["issues"] == ["2024-03-11"]
    assert entry["topics"] == [{"slug": "river-maps", "name": "River maps"}]
    assert entry["sources"] == [
        {"path": "seeds/made-up.md", "line": 1, "format": "markdown", "label": None}
    ]


def test_absent_facts_are_null_or_empty() -> None:
    paper = make_paper(authors=(), published=None, abstract="")
    [entry] = export(make_corpus([paper], issues=()))
    absent = {key: entry[key] for key in ("authors", "published", "venue", "arxiv_id", "issues")}
    assert absent == {
        "authors": [],
        "published": None,
        "venue": None,
        "arxiv_id": None,
        "issues": [],
    }


def test_an_issue_is_exported_in_its_own_order() -> None:
    first, second, third = make_papers(3)
    corpus = make_corpus([first, second, third], issues=(make_issue([third, first]),))
    assert [entry["id"] for entry in export(corpus, issue="2024-03-11")] == [third.id, first.id]


def test_a_topic_is_exported_alone() -> None:
    first, second = make_papers(2)
    corpus = make_corpus(
        [first, second],
        topics=(make_topic("Maps"), make_topic("Dams")),
        enrichments={first.id: make_enrichment("maps"), second.id: make_enrichment("dams")},
    )
    assert [entry["id"] for entry in export(corpus, topic="dams")] == [second.id]
