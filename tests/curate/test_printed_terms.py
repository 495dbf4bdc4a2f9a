from __future__ import annotations

from generator.curate.vectors import paper_vectors
from generator.model.paper import Paper
from tests.factories import make_paper


def terms_of(*abstracts: str) -> set[str]:
    papers: list[Paper] = [make_paper(f"{n}", abstract=text) for n, text in enumerate(abstracts)]
    return set(paper_vectors(papers, empty=frozenset()).terms)


def test_a_pair_that_always_stands_in_a_longer_phrase_is_printed_as_that_phrase() -> None:
    assert "Markov chain Monte Carlo" in terms_of(
        "Markov chain Monte Carlo for otters", "on Markov chain Monte Carlo in rivers"
    )


def test_a_pair_in_changing_company_is_printed_alone() -> None:
    assert "river maps" in terms_of("drawn river maps of otters", "lost river maps by beavers")


def test_the_joint_that_stands_there_most_often_is_printed() -> None:
    found = terms_of("data-driven dams", "a data-driven otter", "data driven maps")
    assert "data-driven" in found
    assert "data driven" not in found
