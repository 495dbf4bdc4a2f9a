from __future__ import annotations

import pytest

from generator.curate.topic_labels import (
    as_written,
    phrase_key,
    reads_as_noun,
    shipped_keywords,
    topic_names,
)
from tests.curate.themes import themed_papers
from tests.factories import make_paper


def test_case_hyphens_and_plurals_make_no_difference() -> None:
    assert phrase_key("River-Maps") == phrase_key("river map")
    assert phrase_key("Policies") == "policy"


@pytest.mark.parametrize(
    "phrase", ["low-light", "multi-armed", "graph neural", "class-incremental"]
)
def test_an_adjective_is_no_name(phrase: str) -> None:
    assert not reads_as_noun(phrase)


@pytest.mark.parametrize("phrase", ["text generation", "fine-tuning", "retrieval", "river maps"])
def test_a_noun_may_be_a_name(phrase: str) -> None:
    assert reads_as_noun(phrase)


def test_a_phrase_of_the_vocabulary_is_preferred_and_spelled_as_there() -> None:
    papers = themed_papers(6, keywords=False)
    (name,) = topic_names(papers, [range(6)], {"otter tracking": "Otter Tracking"})
    assert name == "Otter tracking"


def test_acronyms_keep_their_capitals() -> None:
    papers = [make_paper(f"Maps by an LSTM {n}", abstract="An LSTM draws.") for n in range(3)]
    assert topic_names(papers, [range(3)], {"lstm": "LSTM"}) == ["LSTM"]


def test_two_groups_never_share_a_name() -> None:
    papers = themed_papers(6)
    names = topic_names(papers, [range(3), range(3, 6)], {})
    assert len(set(names)) == 2


def test_a_phrase_of_over_a_quarter_of_the_papers_names_no_topic() -> None:
    papers = [
        make_paper(f"Map {n}", abstract=f"Deep water everywhere. {'Otter song.' * (n < 9)}")
        for n in range(60)
    ]
    vocabulary = {"deep water": "deep water", "otter song": "otter song"}
    assert topic_names(papers, [range(9)], vocabulary) == ["Otter song"]


def test_a_group_with_nothing_in_common_has_no_name() -> None:
    papers = [make_paper(f"Alpha{n}", abstract=f"Beta{n}.") for n in range(4)]
    assert topic_names(papers, [range(4)], {}) == [""]


def test_a_key_is_shown_as_a_paper_writes_it() -> None:
    paper = make_paper("X", abstract="We use Fine-Tuned otters.")
    assert as_written("fine tuned", [paper]) == "Fine-Tuned"
    assert as_written("otter", [paper]) == "otters"
    assert as_written("missing", [paper]) == "missing"


def test_the_shipped_vocabulary_holds_phrases_alone() -> None:
    vocabulary = shipped_keywords()
    assert len(vocabulary) > 500
    assert all(key == phrase_key(phrase) for key, phrase in vocabulary.items())
    assert all(reads_as_noun(phrase) and len(phrase) <= 40 for phrase in vocabulary.values())
