from __future__ import annotations

import math
import random

import pytest

from generator.curate.layout import place_papers
from generator.curate.likeness import alike
from generator.curate.vectors import paper_vectors
from generator.model.enrichment import Position
from generator.model.paper import Paper, PaperId
from tests.factories import make_paper

SUBJECTS = (
    "otters river maps tails swimming whiskers fish holts",
    "beavers mountain dams willow teeth floods lodges ponds",
    "herons marsh reeds nests feathers wading eggs flight",
)


def colony(count: int, seed: int = 5) -> list[Paper]:
    """Return papers of three subjects in turn, each with half of its subject's words."""
    dice = random.Random(seed)  # noqa: S311  # repeatable, not secret
    return [
        make_paper(f"Study {n}", abstract=" and ".join(dice.sample(SUBJECTS[n % 3].split(), 4)) * 2)
        for n in range(count)
    ]


def layout(
    papers: list[Paper], previous: dict[PaperId, Position] | None = None
) -> dict[PaperId, Position]:
    vectors = paper_vectors(papers)
    return place_papers(vectors.papers, alike(vectors.rows(), vectors.lots()), previous)


def apart(first: Position, second: Position) -> float:
    return math.hypot(first.x - second.x, first.y - second.y)


def subject(paper: Paper) -> int:
    return next(n for n, words in enumerate(SUBJECTS) if paper.abstract.split()[0] in words)


@pytest.mark.parametrize("count", [60, 330])
def test_the_nearest_paper_is_of_the_same_subject(count: int) -> None:
    papers = colony(count)
    at = layout(papers)
    right = 0
    for paper in papers:
        others = [other for other in papers if other.id != paper.id]
        nearest = min(others, key=lambda other: apart(at[paper.id], at[other.id]))
        right += subject(nearest) == subject(paper)
    assert right >= 0.95 * count


@pytest.mark.parametrize("count", range(8))
def test_few_papers_have_places_of_their_own_in_the_unit_square(count: int) -> None:
    at = layout(colony(count)).values()
    assert len({(place.x, place.y) for place in at}) == count
    assert all(0.0 <= place.x <= 1.0 and 0.0 <= place.y <= 1.0 for place in at)


def test_a_single_paper_lies_in_the_middle() -> None:
    assert list(layout(colony(1)).values()) == [Position(0.5, 0.5)]


def test_papers_that_share_no_word_are_placed_too() -> None:
    papers = [make_paper(f"{n}", abstract=f"word{n}a word{n}b") for n in range(20)]
    places = {(place.x, place.y) for place in layout(papers).values()}
    assert len(places) == 20


def test_the_same_papers_in_any_order_get_the_same_places() -> None:
    papers = colony(40)
    assert layout(papers[::-1]) == layout(papers)


def test_old_papers_hardly_move_when_new_ones_come() -> None:
    papers = colony(110)
    before = layout(papers[:100])
    after = layout(papers, before)
    moves = [apart(before[paper], after[paper]) for paper in before]
    assert sum(moves) / len(moves) < 0.05


def test_a_new_paper_lands_among_its_like() -> None:
    papers = colony(61)
    after = layout(papers, layout(papers[:60]))
    new = papers[60]
    nearest = min(papers[:60], key=lambda other: apart(after[new.id], after[other.id]))
    assert subject(nearest) == subject(new)


def test_positions_of_too_few_papers_are_not_kept() -> None:
    papers = colony(40)
    corner = {paper.id: Position(0.0, 0.0) for paper in papers[:10]}
    assert layout(papers, corner) == layout(papers)
