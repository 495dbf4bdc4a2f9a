from __future__ import annotations

import pytest

from generator.search.backend import Backend
from generator.search.engine import Answer, search
from generator.search.synonyms import read_synonyms
from tests.emit.search_papers import TITLES, hard_corpus, search_files, whole_of

FILES = search_files(hard_corpus())
SYNONYMS = read_synonyms([["LLM", "otter transformer"], ["rm", "river maps"]])


@pytest.fixture(scope="module")
def backend() -> Backend:
    return whole_of(FILES)


def found(answer: Answer) -> list[str]:
    return [TITLES[hit.paper] for hit in answer.hits]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("survey", TITLES[0]),
        ("jose resumes", TITLES[2]),
        ("Résumés", TITLES[2]),
        ("扩散", TITLES[3]),
        ("型", TITLES[3]),
        ("bold flightless", TITLES[4]),
        ("transformre", "Otter Transformer"),
        ("transf", "Otter Transformer"),
        ("video generation", "Pretraining on Tidal Video Generation"),
        ("pretraining", "Pretraining on Tidal Video Generation"),
        ("модель", TITLES[8]),
        ("мод", TITLES[8]),
        ("C++", TITLES[6]),
    ],
)
def test_the_best_paper_comes_first(backend: Backend, query: str, title: str) -> None:
    assert found(search(backend, SYNONYMS, query))[0] == title


def test_papers_with_every_word_come_before_those_with_some(backend: Backend) -> None:
    answer = search(backend, SYNONYMS, "otter video rivers")
    assert [hit.words for hit in answer.hits] == sorted(
        (hit.words for hit in answer.hits), key=lambda words: words < 3
    )
    answer = search(backend, SYNONYMS, "transformers playing")
    assert {hit.words for hit in answer.hits[:2]} == {2}


def test_a_word_without_a_match_is_corrected_and_said(backend: Backend) -> None:
    answer = search(backend, SYNONYMS, "transformre otters")
    assert answer.corrections == {"transformre": "transformer"}
    assert search(backend, SYNONYMS, "transformer").corrections == {}


@pytest.mark.parametrize("query", ["", "   ", "zzqxzzqx", "...", "😀"])
def test_nothing_typed_or_nothing_like_it_finds_nothing(backend: Backend, query: str) -> None:
    assert search(backend, SYNONYMS, query).hits == ()


def test_a_joined_pair_finds_its_hyphenated_form(backend: Backend) -> None:
    assert TITLES[7] in found(search(backend, SYNONYMS, "pretraining"))
    assert "Pretraining on Tidal Video Generation" in found(
        search(backend, SYNONYMS, "pre-training")
    )


def test_a_short_form_finds_the_long_one_and_the_other_way_round(backend: Backend) -> None:
    assert found(search(backend, SYNONYMS, "LLM"))[0] == "Otter Transformer"
    assert found(search(backend, SYNONYMS, "rm "))[0] == TITLES[0]


def test_a_phrase_is_found_word_for_word(backend: Backend) -> None:
    assert found(search(backend, SYNONYMS, '"otter transformer"')) == ["Otter Transformer"]
    assert TITLES[1] in found(search(backend, SYNONYMS, '"learn to count"'))


def test_a_phrase_that_stands_nowhere_is_read_as_words_and_said(backend: Backend) -> None:
    answer = search(backend, SYNONYMS, '"transformer otter"')
    assert answer.plainly
    assert found(answer)[0] == "Otter Transformer"


def test_a_demanded_word_is_in_every_paper_and_a_forbidden_one_in_none(backend: Backend) -> None:
    everything = set(found(search(backend, SYNONYMS, "rivers otter")))
    with_otters = set(found(search(backend, SYNONYMS, "rivers +title:otter")))
    without = set(found(search(backend, SYNONYMS, "rivers -title:otter")))
    assert with_otters
    assert without
    assert with_otters | without == everything
    assert not with_otters & without


def test_a_field_holds_the_word(backend: Backend) -> None:
    authored = found(search(backend, SYNONYMS, "author:agren"))
    assert sorted(authored) == sorted(TITLES[1::2])


def test_stars_and_slips_widen_a_word(backend: Backend) -> None:
    assert "Otter Transformer" in found(search(backend, SYNONYMS, "tr*former"))
    assert "Otter Transformer" in found(search(backend, SYNONYMS, "oter~1 "))
