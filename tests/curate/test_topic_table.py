from __future__ import annotations

import pytest

from generator.curate.discovery import discover
from generator.curate.paper_words import paper_words
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import cosine
from generator.curate.topic_table import TopicTable
from tests.curate.themes import themed_papers
from tests.factories import make_paper

CENTRES = ({"otter": 0.6, "river map": 0.8}, {"sea": 1.0})
RARITY = {"otter": 2.0, "river map": 3.0, "sea": 1.0}


def test_all_cosines_at_once_are_those_of_one_by_one() -> None:
    papers = (*themed_papers(), make_paper(keywords=("otter tracking", "kelp")))
    model = discover(papers)
    assert model is not None
    centres = tuple(model.centres.values())
    found = TopicTable(centres, model.rarity).cosines([paper_words(paper) for paper in papers])
    for paper, row in zip(papers, found.tolist(), strict=True):
        vector = unit_vector(term_counts(paper), model.rarity)
        assert row == pytest.approx([cosine(vector, centre) for centre in centres])


def test_a_paper_without_known_words_is_like_nothing() -> None:
    papers = [paper_words(make_paper(title, abstract="")) for title in ("Moss", "", "Otters")]
    found = TopicTable(CENTRES, RARITY).cosines(papers)
    assert found[:2].tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert found[2].tolist() == pytest.approx([0.6, 0.0])


def test_no_pair_spans_two_fields_or_a_stop_word() -> None:
    apart = make_paper("A river", abstract="Map of a river and map.", keywords=("river", "map"))
    together = make_paper("River maps", abstract="")
    found = TopicTable(CENTRES, RARITY).cosines([paper_words(apart), paper_words(together)])
    assert found[:, 0].tolist() == pytest.approx([0.0, 0.8])


def test_without_papers_or_terms_there_is_nothing() -> None:
    assert TopicTable(CENTRES, RARITY).cosines([]).shape == (0, 2)
    assert TopicTable(({},), {}).cosines([paper_words(make_paper())]).tolist() == [[0.0]]
