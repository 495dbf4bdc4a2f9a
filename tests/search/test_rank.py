from __future__ import annotations

from generator.search.backend import Posting
from generator.search.query import parse_query
from generator.search.rank import Hit, rank
from generator.search.readings import Reading, Way

FOUR = (1.0, 1.0, 1.0, 1.0)


def found(*postings: Posting) -> list[Hit]:
    """Return the papers, of a hundred, that hold the one word asked for; best first."""
    [clause] = parse_query("zhao")
    return rank(100, [Reading(clause, [Way(("zhao",), 1.0)])], {"zhao": postings})


def test_a_first_author_comes_before_the_others() -> None:
    names = Posting(field="authors", papers=(1, 2, 3, 4), scores=FOUR, firsts=(0, 0, 1, 0))
    assert [hit.paper for hit in found(names)] == [3, 1, 2, 4]


def test_names_whose_places_are_unknown_are_alike() -> None:
    names = Posting(field="authors", papers=(1, 2, 3, 4), scores=FOUR)
    assert [hit.paper for hit in found(names)] == [1, 2, 3, 4]


def test_a_word_counts_by_how_rare_it_is_in_the_field() -> None:
    rare = Posting(field="abstract", papers=(7,), scores=(1.0,))
    common = Posting(field="year", papers=tuple(range(10, 90)), scores=(1.0,) * 80)
    first, second, *_ = found(rare, common)
    assert first.paper == 7
    assert first.score > 2 * second.score
