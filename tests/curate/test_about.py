from __future__ import annotations

from itertools import pairwise

from generator.curate.about import about
from generator.curate.vectors import paper_vectors
from generator.model.paper import Paper
from tests.factories import make_paper

OTTERS = "Otters draw river maps with their tails, and river maps of otters are exact."
DAMS = "Beavers build mountain dams of willow wood, and mountain dams hold the flood."


def valley() -> list[Paper]:
    texts = [(f"Study {n} of river maps", OTTERS) for n in range(3)]
    texts += [(f"Study {n} of mountain dams", DAMS) for n in range(3, 6)]
    return [make_paper(title, abstract=abstract) for title, abstract in texts]


def test_a_paper_is_about_the_terms_it_shares_with_others() -> None:
    papers = valley()
    found = about(paper_vectors(papers))
    assert "river maps" in found[papers[0].id].terms
    assert "mountain dams" in found[papers[3].id].terms
    assert set(found[papers[0].id].terms).isdisjoint(found[papers[3].id].terms)


def test_weights_fall_and_make_a_vector_of_at_most_length_1() -> None:
    for vector in about(paper_vectors(valley())).values():
        assert all(before >= after for before, after in pairwise(vector.weights))
        assert sum(weight**2 for weight in vector.weights) <= 101**2
        assert len(set(vector.terms)) == len(vector.terms) == len(vector.weights) <= 16


def test_the_order_of_papers_does_not_matter() -> None:
    papers = valley()
    assert about(paper_vectors(papers)) == about(paper_vectors(papers[::-1]))


def test_no_papers_are_about_nothing() -> None:
    assert about(paper_vectors([])) == {}
    alone = make_paper()
    assert about(paper_vectors([alone]))[alone.id].terms == ()
