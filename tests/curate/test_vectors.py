from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.vectors import Vectors, octave, paper_vectors
from generator.model.paper import Paper
from tests.factories import make_paper

WORDS = ["otter", "beaver", "river", "dam", "willow", "map", "flood", "tail", "the", "of", "-", "."]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def papers_with(*abstracts: str) -> list[Paper]:
    return [make_paper(f"No. {n}", abstract=text) for n, text in enumerate(abstracts)]


def weights_of(vectors: Vectors, paper: Paper) -> dict[str, float]:
    place = vectors.papers.index(paper.id)
    return {vectors.terms[term]: weight for term, weight in vectors.entries(place)}


def test_a_term_of_fewer_papers_weighs_more() -> None:
    papers = papers_with("otter river", "otter river", "river", "river")
    weights = weights_of(paper_vectors(papers), papers[0])
    assert weights["otter"] > weights["river"] > 0.0


def test_one_paper_more_changes_no_weight_within_an_octave() -> None:
    papers = papers_with("otter river", *["otter"] * 4, "river")
    more = [*papers, make_paper("No. 9", abstract="otter")]
    assert weights_of(paper_vectors(more), papers[0]) == weights_of(
        paper_vectors(papers), papers[0]
    )


def test_octaves_are_doublings() -> None:
    assert octave(np.array([1, 2, 3, 4, 7, 8])).tolist() == [1, 2, 2, 3, 3, 4]


def test_a_term_of_a_single_paper_is_left_out_but_makes_its_share_smaller() -> None:
    papers = papers_with("otter dam", "otter")
    vectors = paper_vectors(papers)
    assert list(vectors.terms) == ["otter"]
    shares = dict(zip(vectors.papers, vectors.shares, strict=True))
    assert shares[papers[0].id] < shares[papers[1].id] == 1.0


def test_papers_without_a_word_and_no_papers_have_empty_vectors() -> None:
    vectors = paper_vectors(papers_with("", "..."))
    assert list(vectors.starts) == [0, 0, 0]
    assert list(paper_vectors([]).starts) == [0]


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=7))
def test_vectors_have_length_one_and_terms_of_two_papers(abstracts: list[str]) -> None:
    vectors = paper_vectors(papers_with(*abstracts))
    assert all(spread > 1 for spread in vectors.spread)
    for place in range(len(vectors.papers)):
        entries = list(vectors.entries(place))
        assert entries == sorted(entries)
        assert all(weight > 0.0 for _, weight in entries)
        length = math.sqrt(sum(weight * weight for _, weight in entries))
        assert not entries or abs(length - 1.0) < 1e-5
        assert 0.0 <= vectors.shares[place] <= 1.0


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_the_papers_does_not_matter(abstracts: list[str], dice: object) -> None:
    papers = papers_with(*abstracts)
    mixed = list(papers)
    dice.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    first, second = paper_vectors(mixed), paper_vectors(papers)
    assert first.papers == second.papers
    assert list(first.terms) == list(second.terms)
    for place in range(len(papers)):
        assert list(first.entries(place)) == list(second.entries(place))


def test_only_the_heaviest_terms_of_a_long_paper_are_kept() -> None:
    words = [f"otter{n}x" for n in range(160)]
    common = " . ".join(words[:40])
    papers = papers_with(" . ".join(words), " . ".join(words), common, common)
    vectors = paper_vectors(papers)
    weights = weights_of(vectors, papers[0])
    assert len(weights) == 128
    assert set(words[40:]) <= weights.keys()


def test_a_dot_product_of_rows_is_the_cosine_of_all_words() -> None:
    papers = papers_with("otter dam", "otter")
    vectors = paper_vectors(papers)
    rows = vectors.rows()
    places = np.arange(2)
    cosine = float((rows.dense(places) @ rows.dense(places).T)[0, 1])
    assert cosine == pytest.approx(float(vectors.shares[0] * vectors.shares[1]))


def test_spread_counts_papers_not_places() -> None:
    vectors = paper_vectors(papers_with("otter. otter. river-otter", "river-otter", "otter"))
    spread = dict(zip(vectors.terms, vectors.spread, strict=True))
    assert spread == {"otter": 3, "river": 2, "river-otter": 2}


def test_what_is_needed_on_the_way_takes_less_than_a_hundred_bytes_a_word() -> None:
    words = [f"otter{number % 700}x river" for number in range(60_000)]
    papers = papers_with(*(" ".join(words[start : start + 60]) for start in range(0, 60_000, 60)))
    paper_vectors(papers[:2])  # loads what is loaded once
    tracemalloc.start()
    vectors = paper_vectors(papers)
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(vectors.papers) == 1_000
    assert most < 100 * 120_000
    assert kept < 20 * 120_000
