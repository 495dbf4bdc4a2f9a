from __future__ import annotations

import re

import pytest

from generator.emit.cards.mark import mark
from generator.resources import shipped

FIRST = {"stem": (16, 31), "leaf": (16, 28), "bloom": (16, 15)}


@pytest.mark.parametrize("side", [32, 60, 400])
def test_ink_is_where_the_site_has_its_mark(side: int) -> None:
    shades = mark(side)
    assert shades.shape == (side, side)
    middle = side // 2
    assert shades[side // 4, middle] == 3, "the bloom has the topic's colour"
    assert shades[side * 27 // 32, middle] == 2, "the stem"
    assert shades[side * 20 // 32, side * 8 // 32] == 2, "the left leaf"
    assert not shades[:, 0].any()


def test_it_is_the_mark_of_the_pages() -> None:
    drawing = (shipped("templates") / "partials/mark.svg").read_text(encoding="utf-8")
    starts = dict(re.findall(r'class="(\w+)" d="M([\d ]+)', drawing))
    assert {name: tuple(map(int, starts[name].split())) for name in ("stem", "bloom")} == {
        name: FIRST[name] for name in ("stem", "bloom")
    }
