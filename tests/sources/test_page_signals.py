from __future__ import annotations

import pytest

from generator.sources.pasted_page import PastedPage
from tests.sources.seeds import KITES, OTTERS, make_seed

CARDS = [("Otters Remember", OTTERS), ("A kite alone", KITES), ("Otters and Kites", OTTERS)]


def counts(text: str) -> list[tuple[int | None, int | None]]:
    papers = PastedPage().read(make_seed(f"Mar 11\n\n{text}", year=2025)).papers
    return [(paper.signals.stars, paper.signals.upvotes) for paper in papers]


def page(above: list[str], between: list[str], below: list[str]) -> str:
    parts = zip(CARDS, above, between, below, strict=False)
    return "\n\n".join(f"{a}\n{title}\n{m}\n{text}\n{b}" for (title, text), a, m, b in parts)


NONE = ["", "", ""]


@pytest.mark.parametrize(
    ("line", "stars", "upvotes"),
    [
        ("GitHub 11.3k", 11_300, None), ("GitHub 75 arXiv Page", 75, None),
        ("1,204 stars", 1204, None), ("Upvote 7", None, 7), ("1.2k upvotes", None, 1200),
        ("Upvote\n\n57", None, 57), ("Upvote\n57\n3", None, 57), ("57", None, None),
        ("12 authors", None, None), ("3\nUpvote\n57", None, None),
        ("GitHub 1\nGitHub 2", None, None),
    ],
)  # fmt: skip
def test_counts_between_title_and_abstract_are_the_cards(
    line: str, stars: int | None, upvotes: int | None
) -> None:
    assert counts(page(NONE, [line, "", ""], NONE)) == [(stars, upvotes), (None,) * 2, (None,) * 2]


def test_counts_that_follow_the_last_card_follow_theirs() -> None:
    below = ["12 authors\nGitHub 1", "GitHub 2", "GitHub 3k"]
    assert counts(page(NONE, NONE, below)) == [(1, None), (2, None), (3000, None)]
    assert counts(page(NONE, NONE, ["", "GitHub 2", "GitHub 3"]))[0] == (None, None)


def test_counts_that_precede_the_first_card_precede_theirs() -> None:
    above = ["GitHub 1", "GitHub 2", ""]
    assert counts(page(above, NONE, NONE)) == [(1, None), (2, None), (None, None)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["GitHub 9", "", ""], ["GitHub 1", "GitHub 2", "GitHub 3"]),
        (NONE, ["GitHub 1", "GitHub 2", ""]),
        (["GitHub 9", "", ""], NONE),
        (NONE, ["", "", "GitHub 9"]),
    ],
)
def test_counts_that_could_be_another_cards_are_left_out(
    above: list[str], below: list[str]
) -> None:
    assert counts(page(above, NONE, below)) == [(None, None)] * 3


def test_cards_printed_twice_count_once() -> None:
    cards = [f"{title}\n{text}\nGitHub {n}\n" for n, (title, text) in enumerate(CARDS, start=1)]
    assert counts("\n".join(card + card for card in cards)) == [(1, None), (2, None), (3, None)]
