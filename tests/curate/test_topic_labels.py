from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import centre, rarities
from generator.curate.topic_labels import (
    phrase_key,
    reads_as_noun,
    shipped_keywords,
    topic_names,
)
from generator.model.paper import Paper
from tests.curate.themes import themed_papers
from tests.factories import make_paper


def named(
    papers: Sequence[Paper], groups: Sequence[Sequence[int]], vocabulary: Mapping[str, str]
) -> list[str]:
    """Return the groups' names, with centres as discovery makes them."""
    counts = [term_counts(paper) for paper in papers]
    rarity = rarities(counts) or dict.fromkeys(counts[0], 1.0)
    vectors = [unit_vector(terms, rarity) for terms in counts]
    centres = [centre(vectors[place] for place in group) for group in groups]
    return topic_names(papers, groups, centres, vocabulary)


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
    (name,) = named(papers, [range(6)], {"otter tracking": "Otter Tracking"})
    assert name == "Otter tracking"


def test_acronyms_keep_their_capitals() -> None:
    papers = [make_paper(f"Maps by an LSTM {n}", abstract="An LSTM draws.") for n in range(3)]
    assert named(papers, [range(3)], {"lstm": "LSTM"}) == ["LSTM"]


def test_two_groups_never_share_a_name() -> None:
    papers = themed_papers(6)
    names = named(papers, [range(3), range(3, 6)], {})
    assert len(set(names)) == 2


def test_a_phrase_of_over_a_quarter_of_the_papers_names_no_topic() -> None:
    papers = [
        make_paper(f"Map {n}", abstract=f"Deep water everywhere. {'Otter song.' * (n < 9)}")
        for n in range(60)
    ]
    vocabulary = {"deep water": "deep water", "otter song": "otter song"}
    assert named(papers, [range(9)], vocabulary) == ["Otter song"]


def test_a_group_with_nothing_in_common_has_no_name() -> None:
    papers = [make_paper(f"Alpha{n}", abstract=f"Beta{n}.") for n in range(4)]
    assert named(papers, [range(4)], {}) == [""]


def test_the_shipped_vocabulary_holds_phrases_alone() -> None:
    vocabulary = shipped_keywords()
    assert len(vocabulary) > 500
    assert all(key == phrase_key(phrase) for key, phrase in vocabulary.items())
    assert all(reads_as_noun(phrase) and len(phrase) <= 40 for phrase in vocabulary.values())


def test_a_phrase_as_common_outside_a_group_is_not_its_name() -> None:
    papers = [
        make_paper(f"Map {n}", abstract=f"Deep water. {'River delta.' * (n < 9)} Otter song.")
        for n in range(30)
    ]
    vocabulary = {"otter song": "otter song", "river delta": "river delta"}
    assert named(papers, [range(9)], vocabulary) == ["River delta"]


def test_a_name_keeps_the_capital_that_every_abstract_gives_it() -> None:
    papers = [make_paper(f"An Otter Song {n}", abstract="A Fourier series.") for n in range(3)]
    assert named(papers, [range(3)], {"fourier series": "Fourier Series"}) == ["Fourier series"]


def test_a_word_that_always_stands_before_another_is_no_name() -> None:
    papers = [
        make_paper(f"Convex {noun}", abstract=f"Convex {noun} here.")
        for noun in ("hulls", "lakes", "otters", "rivers")
    ]
    assert named(papers, [range(4)], {}) == [""]


def test_words_that_stand_in_every_abstract_name_no_topic() -> None:
    papers = [make_paper(f"Evidence {n}", abstract="Evidence grows.") for n in range(3)]
    assert named(papers, [range(3)], {}) == [""]


def test_a_plain_word_names_a_topic_only_where_no_phrase_does() -> None:
    papers = [
        make_paper(f"{n} ways of control", abstract=f"Control here. {'Otter songs.' * (n < 2)}")
        for n in range(9)
    ]
    papers += [make_paper(f"Bread {n}", abstract="Bakers bake.") for n in range(9)]
    assert named(papers, [range(9)], {"otter song": "otter song"}) == ["Otter songs"]
    assert named(papers, [range(9)], {}) == ["Control"]
