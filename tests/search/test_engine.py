from __future__ import annotations

import pytest

from generator.emit.synonym_stems import read_synonyms
from generator.search.backend import Backend
from generator.search.engine import Answer, search
from tests.emit.search_papers import TITLES, hard_corpus, search_files, whole_of
from tests.factories import make_corpus, make_paper

FILES = search_files(hard_corpus())
SYNONYMS = read_synonyms([["LLM", "otter transformer"], ["rm", "river maps"]])


@pytest.fixture(scope="module")
def backend() -> Backend:
    return whole_of(FILES)


def found(answer: Answer) -> list[str]:
    return [TITLES[hit.paper] for hit in answer.hits]


def test_papers_with_every_word_come_before_those_with_some(backend: Backend) -> None:
    for typed in ("otter video rivers", "transformers playing"):
        must = " ".join(f"+{word}" for word in typed.split())
        whole = found(search(backend, SYNONYMS, must))
        some = found(search(backend, SYNONYMS, typed))
        assert 0 < len(whole) < len(some)
        assert set(some[: len(whole)]) == set(whole)


def test_a_word_that_counts_nothing_finds_nothing(backend: Backend) -> None:
    assert found(search(backend, SYNONYMS, "otter^0")) == []


def test_a_word_without_a_match_is_corrected_and_said(backend: Backend) -> None:
    answer = search(backend, SYNONYMS, "transformre otters")
    assert answer.corrections == {"transformre": "transformer"}
    assert search(backend, SYNONYMS, "transformer").corrections == {}


def test_a_short_form_finds_the_long_one_and_the_other_way_round(backend: Backend) -> None:
    assert found(search(backend, SYNONYMS, "LLM"))[0] == "Otter Transformer"
    assert found(search(backend, SYNONYMS, "rm "))[0] == TITLES[0]


def test_what_all_papers_say_is_found_though_lunr_rounds_its_score_to_nothing() -> None:
    papers = [make_paper(f"Otter {number}", venue="River Days") for number in range(1400)]
    backend = whole_of(search_files(make_corpus(papers)))
    assert {score for post in backend.lookup(["day"])["day"] for score in post.scores} == {0.0}
    assert len(search(backend, {}, "days ").hits) == len(papers)
