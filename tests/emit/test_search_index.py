from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from lunr.index import Index

from generator.config.schema import SearchConfig
from generator.emit.endings import words_by_term
from generator.emit.search_index import emit_search
from generator.model.paper import Link, LinkKind
from tests.emit.search_papers import TITLES, hard_corpus, search_files
from tests.factories import make_config, make_corpus, make_paper, make_papers
from tests.planning import make_plan

FIXTURES = Path(__file__).parents[1] / "js" / "fixtures"


def files(*papers: Any, **changes: Any) -> dict[str, Any]:
    made = search_files(make_corpus(papers, **changes))
    return {name: json.loads(body) for name, body in made.items()}


def test_the_scripts_tests_search_what_is_emitted_now(request: pytest.FixtureRequest) -> None:
    made = search_files(hard_corpus())
    if request.config.getoption("--update-golden"):
        for name, body in made.items():
            (FIXTURES / name).parent.mkdir(parents=True, exist_ok=True)
            (FIXTURES / name).write_bytes(body)
    assert made == {name: (FIXTURES / name).read_bytes() for name in made}


def test_positions_of_papers_are_the_refs_of_the_index() -> None:
    made = search_files(hard_corpus())
    papers = json.loads(made["papers.json"])
    index = Index.load(made["index.json"].decode())
    assert [paper["title"] for paper in papers] != []
    assert papers[int(index.search("title:sorting")[0]["ref"])]["title"] == TITLES[4]


def test_an_entry_holds_what_a_result_shows() -> None:
    paper = make_paper(
        "Otter Maps",
        abstract="We map otters. " * 40,
        links=(Link(url="https://code.example/o", kind=LinkKind.CODE),),
        venue="ICLR 2025",
    )
    (entry,) = files(paper)["papers.json"]
    assert entry.pop("summary").startswith("We map otters.")
    assert entry == {
        "id": paper.id,
        "url": "papers/otter-maps/",
        "title": "Otter Maps",
        "authors": "Ada van der Berg, Lin Zhao",
        "topics": ["River maps"],
        "date": "2024-03-11",
        "venue": "ICLR 2025",
        "issues": ["2024-03-11"],
        "has_code": True,
    }


def test_a_summary_is_at_most_200_characters() -> None:
    (entry,) = files(make_paper(abstract="otter " * 200))["papers.json"]
    assert 100 < len(entry["summary"]) <= 200


def test_a_paper_without_a_date_takes_that_of_its_issue() -> None:
    (entry,) = files(make_paper(published=None))["papers.json"]
    assert entry["date"] == "2024-03-11"


def test_fields_that_no_paper_fills_are_left_out() -> None:
    index = files(make_paper(authors=()))["index.json"]
    assert index["fields"] == ["abstract", "title", "topics", "year"]


def test_no_papers_give_an_empty_index() -> None:
    made = files(issues=())
    assert made["papers.json"] == made["index.json"]["invertedIndex"] == []
    assert made["words.json"] == ""


def words_of(made: dict[str, Any]) -> list[str]:
    terms = [term for term, _ in made["index.json"]["invertedIndex"]]
    words = words_by_term(terms, made["words.json"]).values()
    return sorted(itertools.chain.from_iterable(words))


def test_words_are_written_ones_without_stop_words() -> None:
    made = files(make_paper("The José Transformers: 42 of U-Nets!", abstract="", authors=()))
    assert words_of(made) == ["jose", "maps", "nets", "river", "transformers", "unets"]


def test_keywords_and_identifiers_are_searchable_but_no_words_to_guess() -> None:
    paper = make_paper(
        keywords=("Otter counting", "River maps"),
        aliases=("arxiv:2402.12345", "doi:10.1145/33.44", "openreview:aBc9xY"),
    )
    made = files(paper)
    index = Index.load(json.dumps(made["index.json"]))
    assert set(index.inverted_index) >= {"2402.12345", "10.1145/33.44", "abc9xi", "count"}
    assert "counting" in words_of(made)
    assert "abc9xy" not in words_of(made)
    assert made["papers.json"][0]["topics"] == ["River maps"]


def test_above_the_limit_the_index_comes_in_pieces() -> None:
    corpus = make_corpus(make_papers(3))
    for limit, name in ((3, "search/index.json"), (2, "search/root.bin")):
        config = make_config(search=SearchConfig(shard_above=limit))
        first = next(emit_search(corpus, make_plan(corpus, config), config))
        assert first.path == name
