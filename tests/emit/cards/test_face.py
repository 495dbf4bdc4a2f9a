from __future__ import annotations

import pytest

from generator.emit.cards.face import TEXT, TITLE, drawn_line, is_drawn, width


@pytest.mark.parametrize("sign", list("aÉłßАяΩλựđ×≤–“²"))
def test_letters_of_europe_and_vietnam_are_drawn(sign: str) -> None:
    assert is_drawn(sign)


@pytest.mark.parametrize("sign", list("漢سअ∈🦦\ue000"))
def test_what_the_font_lacks_is_known(sign: str) -> None:
    assert not is_drawn(sign)


def test_pairs_are_kerned() -> None:
    assert width(TITLE, "AV") < width(TITLE, "A") + width(TITLE, "V") - 0.05


def test_nothing_is_as_wide_as_nothing() -> None:
    assert width(TEXT, "") == 0


@pytest.mark.parametrize("text", ["fjord Ấj", "WWW/", "Å"])
@pytest.mark.parametrize("size", [34, 104])
def test_the_whole_of_each_letter_is_drawn(text: str, size: int) -> None:
    line = drawn_line(TITLE, size, 3, text)
    assert set(line.shades.flat) == {0, 1, 3}
    edges = [line.shades[0], line.shades[-1], line.shades[:, 0], line.shades[:, -1]]
    assert not any(edge.any() for edge in edges)
    assert abs(line.shades.shape[1] - size - size * width(TITLE, text)) <= 1
