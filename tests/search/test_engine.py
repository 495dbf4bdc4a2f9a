from __future__ import annotations

import json

import pytest

from generator.search.engine import Answer, search
from generator.search.lunr_reader import LunrReader
from tests.emit.search_papers import TITLES, hard_corpus, search_files

FILES = search_files(hard_corpus())
WORDS = json.loads(FILES["words.json"])


@pytest.fixture(scope="module")
def reader() -> LunrReader:
    return LunrReader(json.loads(FILES["index.json"]))


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
def test_the_best_paper_comes_first(reader: LunrReader, query: str, title: str) -> None:
    assert found(search(reader, WORDS, query))[0] == title


def test_papers_with_every_word_come_before_those_with_some(reader: LunrReader) -> None:
    answer = search(reader, WORDS, "otter video rivers")
    assert [hit.words for hit in answer.hits] == sorted(
        (hit.words for hit in answer.hits), key=lambda words: words < 3
    )
    answer = search(reader, WORDS, "transformers playing")
    assert {hit.words for hit in answer.hits[:2]} == {2}


def test_a_word_without_a_match_is_corrected_and_said(reader: LunrReader) -> None:
    answer = search(reader, WORDS, "transformre otters")
    assert answer.corrections == {"transformre": "transformer"}
    assert search(reader, WORDS, "transformer").corrections == {}


@pytest.mark.parametrize("query", ["", "   ", "zzqxzzqx", "...", "😀"])
def test_nothing_typed_or_nothing_like_it_finds_nothing(reader: LunrReader, query: str) -> None:
    assert search(reader, WORDS, query).hits == ()


def test_a_joined_pair_finds_its_hyphenated_form(reader: LunrReader) -> None:
    assert TITLES[7] in found(search(reader, WORDS, "pretraining"))
    assert "Pretraining on Tidal Video Generation" in found(search(reader, WORDS, "pre-training"))
