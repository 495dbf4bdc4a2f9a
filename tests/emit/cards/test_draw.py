from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.artifact import Artifact
from generator.cache import NO_CACHE, Cache
from generator.emit.cards import picture
from generator.emit.cards.colours import Colours
from generator.emit.cards.draw import SHELVES, card_emissions
from generator.plan.cards import Card

CARDS = tuple(
    Card(path=f"papers/{n}/card.png", title=f"Map {n % 3}", site="The Digest") for n in range(5)
)


def draw_cards(
    cards: Sequence[Card], colours: Colours, *, cache: Cache = NO_CACHE
) -> dict[str, Artifact]:
    return {
        file.path: file for emission in card_emissions(cards, colours, cache) for file in emission()
    }


def shelves(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{SHELVES}*"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the cards that are really drawn."""
    titles: list[str] = []
    card_file = picture.card_file

    def counted(card: Card, colours: Colours) -> bytes:
        titles.append(card.title)
        return card_file(card, colours)

    monkeypatch.setattr(picture, "card_file", counted)
    return titles


def test_each_card_is_a_file_and_equal_ones_are_drawn_once(drawn: list[str]) -> None:
    files = draw_cards(CARDS, Colours())
    assert sorted(files) == [card.path for card in CARDS]
    assert {file.media_type for file in files.values()} == {"image/png"}
    assert sorted(drawn) == ["Map 0", "Map 1", "Map 2"]
    first, second, fourth = (files[CARDS[n].path].body for n in (0, 1, 3))
    assert first == fourth != second


def test_a_card_that_was_drawn_before_is_not_drawn_again(tmp_path: Path, drawn: list[str]) -> None:
    cache = Cache(folder=tmp_path, program="p")
    cold = draw_cards(CARDS, Colours(), cache=cache)
    drawn.clear()
    assert draw_cards(CARDS, Colours(), cache=cache) == cold
    assert drawn == []
    changed = (dataclasses.replace(CARDS[0], title="New"), *CARDS[1:])
    warm = draw_cards(changed, Colours(), cache=cache)
    assert drawn == ["New"]
    assert warm == draw_cards(changed, Colours())


def test_another_colour_draws_anew(tmp_path: Path, drawn: list[str]) -> None:
    cache = Cache(folder=tmp_path, program="p")
    draw_cards(CARDS, Colours(), cache=cache)
    drawn.clear()
    draw_cards(CARDS, Colours(ink="#000000"), cache=cache)
    assert len(drawn) == 3


def test_a_card_of_no_page_leaves_the_cache(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path, program="p")
    cards = [dataclasses.replace(CARDS[0], title=f"Map {number}") for number in range(40)]
    draw_cards(cards, Colours(), cache=cache)
    before = {file.name: file.stat().st_size for file in shelves(tmp_path)}
    draw_cards(cards[:20], Colours(), cache=cache)
    after = {file.name: file.stat().st_size for file in shelves(tmp_path)}
    assert sum(after.values()) < 0.8 * sum(before.values())


def test_a_broken_shelf_changes_nothing(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path, program="p")
    cold = draw_cards(CARDS, Colours(), cache=cache)
    for shelf in shelves(tmp_path):
        shelf.write_bytes(shelf.read_bytes()[:-99])
    assert draw_cards(CARDS, Colours(), cache=cache) == cold


def test_nothing_to_draw_is_no_work() -> None:
    assert card_emissions((), Colours(), NO_CACHE) == []
