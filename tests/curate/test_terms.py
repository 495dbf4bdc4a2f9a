from __future__ import annotations

import pytest

from generator.curate.paper_words import paper_words
from generator.curate.terms import TermMatcher
from tests.factories import make_paper, make_topic


def score(terms: dict[str, float], title: str, abstract: str = "") -> float:
    matcher = TermMatcher([make_topic("Maps", terms)])
    return matcher.score(paper_words(make_paper(title, abstract=abstract))).get(0, 0.0)


def test_a_term_counts_less_each_further_time_and_never_more_than_its_weight() -> None:
    once, twice, often = (score({"map": 3}, "X", "map " * times) for times in (1, 2, 1000))
    assert once == pytest.approx(1.0)
    assert once < twice < 2 * once
    assert twice < often < 3


def test_a_term_in_the_title_counts_more_than_one_in_the_abstract() -> None:
    assert score({"map": 3}, "A map") > score({"map": 3}, "X", "A map")


def test_a_phrase_and_a_word_in_it_both_count() -> None:
    terms = {"river map": 3.0, "map": 3.0, "river": 3.0}
    assert score(terms, "X", "river map") == pytest.approx(3.0)


def test_phrases_that_overlap_are_all_found() -> None:
    assert score({"a b": 3, "b c": 3, "a b c": 3}, "X", "a a b c") == pytest.approx(3.0)


def test_a_star_matches_any_ending_of_the_last_word_only() -> None:
    assert score({"river map*": 3}, "X", "river mapping") == pytest.approx(1.0)
    assert score({"river map*": 3}, "X", "riverside mapping") == 0
    assert score({"map": 3}, "X", "mapping") == 0


def test_a_phrase_that_breaks_off_at_the_end_is_not_found() -> None:
    assert score({"river map": 3}, "X", "a river") == 0


def test_one_matcher_scores_papers_independently() -> None:
    matcher = TermMatcher([make_topic("Maps", {"map": 3}), make_topic("Otters", {"otter*": 3})])
    papers = [make_paper("Map", abstract=""), make_paper("Otters", abstract=""), make_paper("Map")]
    assert [sorted(matcher.score(paper_words(paper))) for paper in papers] == [[0], [1], [0, 1]]
