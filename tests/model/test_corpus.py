from __future__ import annotations

import pytest

from generator.model.paper import PaperId
from tests.factories import (
    make_corpus,
    make_enrichment,
    make_issue,
    make_paper,
    make_papers,
    make_topic,
)


def test_a_corpus_finds_its_papers() -> None:
    paper = make_paper(aliases=("arxiv:2402.00310", "doi:10.1/x"))
    corpus = make_corpus([paper], merged={"doi:10.1/x": paper.id})
    assert corpus.paper(paper.id) is paper
    assert corpus.resolve(paper.id) == corpus.resolve("doi:10.1/x") == paper.id
    assert corpus.resolve("doi:10.1/y") is None
    with pytest.raises(KeyError):
        corpus.paper(PaperId("nobody"))


def test_topics_and_issues_know_their_papers() -> None:
    first, second = make_papers(2)
    corpus = make_corpus(
        [first, second],
        topics=(make_topic("Maps"), make_topic("Rivers")),
        enrichments={
            first.id: make_enrichment("rivers", "maps"),
            second.id: make_enrichment("maps"),
        },
        issues=(make_issue([second, second]),),
    )
    assert corpus.in_topic("maps") == (first, second)
    assert corpus.in_topic("rivers") == (first,)
    assert corpus.in_topic("unknown") == ()
    assert corpus.topic_names(first.id) == ("Rivers", "Maps")
    assert corpus.issues_with(second.id) == corpus.issues
    assert corpus.issues_with(first.id) == ()


def test_two_papers_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="share an id"):
        make_corpus([make_paper(), make_paper()])


def test_a_paper_without_enrichment_is_refused() -> None:
    with pytest.raises(ValueError, match="enrichment"):
        make_corpus(make_papers(2), enrichments={})


def test_an_issue_with_an_unknown_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown papers"):
        make_corpus(make_papers(1), issues=(make_issue(["nobody"]),))
