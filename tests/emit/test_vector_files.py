from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.vector_files import EACH, emit_vectors
from generator.model.corpus import Corpus
from generator.model.enrichment import About
from tests.factories import make_config, make_corpus, make_papers
from tests.planning import make_plan

Terms = list[dict[str, int]]


def corpus_of(terms: Terms) -> Corpus:
    corpus = make_corpus(make_papers(len(terms)))
    enrichments = {
        paper.id: replace(
            corpus.enrichments[paper.id],
            about=About(terms=tuple(own), weights=tuple(own.values())),
        )
        for paper, own in zip(corpus.papers, terms, strict=True)
    }
    return replace(corpus, enrichments=enrichments)


def files(corpus: Corpus) -> dict[str, Any]:
    config = make_config()
    made = emit_vectors(corpus, make_plan(corpus, config), config)
    return {file.path.removeprefix("reading-list/vectors/"): json.loads(file.body) for file in made}


def test_a_term_of_one_paper_alone_is_not_sent() -> None:
    found = files(corpus_of([{"kelp": 50, "mud": 40}, {"kelp": 30}]))
    assert found["terms/0.json"] == [["kelp", [0, 1], [50, 30]]]
    assert [row[1:3] for row in found["papers/0.json"]] == [[["kelp"], [50]], [["kelp"], [30]]]


def test_papers_that_were_not_compared_give_no_files() -> None:
    assert files(corpus_of([{}, {}])) == {}


def test_papers_that_share_nothing_still_have_an_index() -> None:
    found = files(corpus_of([{"kelp": 50}, {"mud": 30}]))
    assert found["index.json"]["terms"] == []
    assert found["terms/0.json"] == []


def test_a_very_common_term_names_the_papers_where_it_weighs_most() -> None:
    found = files(corpus_of([{"kelp": 10 + number} for number in range(70)]))
    [[_, holders, weights]] = found["terms/0.json"]
    assert len(holders) == 64
    assert min(weights) == 16
    assert holders == sorted(holders)


def test_pieces_stay_small_and_the_index_names_their_beginnings() -> None:
    count = 3 * EACH + 1
    terms = [{f"term {number // 2} of a long name": 50} for number in range(count)]
    found = files(corpus_of(terms))
    index = found["index.json"]
    pieces = [found[f"papers/{number}.json"] for number in range(4)]
    assert [len(piece) for piece in pieces] == [EACH, EACH, EACH, 1]
    assert index["papers"] == [piece[0][0] for piece in pieces]
    assert len(index["terms"]) == len([name for name in found if name.startswith("terms/")])


@settings(max_examples=25)
@given(st.lists(st.dictionaries(st.text(max_size=3), st.integers(1, 100), max_size=4), max_size=8))
def test_every_shared_term_is_found_from_both_sides(terms: Terms) -> None:
    found = files(corpus_of(terms))
    if not found:
        return
    rows = [row for name in sorted(found) if name.startswith("papers/") for row in found[name]]
    by_paper = {
        (term, number, weight)
        for number, row in enumerate(rows)
        for term, weight in zip(row[1], row[2], strict=True)
    }
    by_term = {
        (term, number, weight)
        for name in found
        if name.startswith("terms/")
        for term, numbers, weights in found[name]
        for number, weight in zip(numbers, weights, strict=True)
    }
    assert by_paper == by_term
