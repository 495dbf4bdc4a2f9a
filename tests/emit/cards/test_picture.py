from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from generator.emit.cards.colours import Colours
from generator.emit.cards.picture import SIZE, card_file
from generator.emit.cards.png import Pixels
from generator.plan.cards import Card

HOSTILE = (
    *("word " * 200, "x" * 5000, "深度学习", "تعلم الآلة", "🦦", "", "\x00\x1b[31m", "\ud800"),
    *("\u202eRTL\u202c", "$\\frac{a}{b}$", "<script>", "Ấ" * 40, "a\n\n\nb", "∈"),
)


def pixels(card: Card) -> Pixels:
    with Image.open(io.BytesIO(card_file(card, Colours()))) as picture:
        assert picture.size == SIZE
        return np.asarray(picture)


def card(title: str = "Otters", **changes: str) -> Card:
    return replace(Card(path="card.png", title=title, site="The Digest"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_inside_the_margins(text: str) -> None:
    for shades in (
        pixels(card(text, label=text, detail=text, date=text, site=text)),
        pixels(card(text, label="Maps", detail=text, date="11 March 2024")),
        pixels(card(text, site="", detail=text)),
    ):
        assert shades[:, 24:84].max() == 0
        assert shades[:, 1140:].max() == 0
        assert shades[:40, 24:].max() == 0
        assert shades[600:, 24:].max() == 0


@pytest.mark.parametrize("lines", ["river", "river maps " * 6, "otters " * 100])
@pytest.mark.parametrize("detail", ["Lin Zhao", "Maps of rivers. " * 9])
def test_a_title_leaves_room_below_it(lines: str, detail: str) -> None:
    rows = pixels(card(lines, detail=detail))[:, 24:].max(axis=1) > 0
    ends = np.flatnonzero(rows[:-1] & ~rows[1:])
    begins = np.flatnonzero(~rows[:-1] & rows[1:])
    below = ends[ends < begins.max()].max()
    assert begins.max() - below > 10


@pytest.mark.parametrize("title", ["深度学习", "P ∈ NP", "🦦", ""])
def test_a_title_that_cannot_be_drawn_gives_way_to_the_name_of_the_site(title: str) -> None:
    assert np.array_equal(pixels(card(title, label="Maps")), pixels(card("The Digest", site="")))


def test_where_nothing_can_be_drawn_the_mark_and_the_colour_stay() -> None:
    shades = pixels(card("深度", site="文摘"))
    assert (shades == 3).any()
    assert (shades == 2).any()


def test_each_part_is_seen() -> None:
    plain = pixels(card())
    for part in ("label", "detail", "date"):
        assert not np.array_equal(pixels(card(**{part: "River maps"})), plain), part


@pytest.mark.parametrize("title", ["Otters", "Otters that map rivers, and how they learn it " * 3])
def test_a_file_is_small(title: str) -> None:
    body = card_file(card(title, label="Maps", detail="Lin Zhao", date="2024"), Colours())
    assert len(body) < 16_000
