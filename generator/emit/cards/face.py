"""The letters of a card: each drawn once a size, and placed as the font's own measures say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from PIL import ImageFont

from generator.emit.cards.png import Pixels

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

TITLE, TEXT = "title", "text"
"""The two cuts of the font."""

_FOLDER = Path(__file__).parents[2] / "fonts" / "cards"
_EM = 1000  # units of the font
_UNKNOWN = "\U0010fffd"  # no font has it, so it looks like all that the font lacks
_PARTS = np.array([0] * 80 + [1] * 96 + [2] * 80, np.uint8)
"""By how much of a pixel is covered: nothing, half or full ink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Letters of one size: their shades, and where the upper left corner is from the pen."""

    shades: Pixels
    left: int
    top: int


@cache
def advance(cut: str, sign: str, following: str = "") -> float:
    """Return how far a sign moves the pen before the one that follows, in ems."""
    alone: float = _font(cut, _EM).getlength(sign)
    return (alone + _kerning().get(sign + following, 0)) / _EM


def width(cut: str, text: str) -> float:
    """Return how long a line is, in ems."""
    return sum(advance(cut, *pair) for pair in pairwise(text)) + advance(cut, text[-1:])


@lru_cache(maxsize=256)  # many cards have the site's name, a topic or a date in common
def drawn_line(cut: str, size: int, ink: int, text: str) -> Drawing:
    """Return a line of text.

    Args:
        cut: Of the font.
        size: In pixels.
        ink: Number of its colour, 2 or 3; edges are half covered, which is colour 1.
        text: All of signs that the font has.
    """
    above, below, beside = size * 5 // 4, size // 2, size // 2  # as far as letters reach
    room = round(size * width(cut, text)) + 2 * beside
    shades = np.zeros((above + below, room), np.uint8)
    pen = float(beside)
    for sign, following in pairwise(f"{text} "):
        drawn = _glyph(cut, size, ink, sign)
        top, left = above + drawn.top, round(pen) + drawn.left
        rows, columns = drawn.shades.shape
        place = shades[top : top + rows, left : left + columns]
        np.maximum(place, drawn.shades, out=place)  # kerned letters overlap
        pen += size * advance(cut, sign, following)
    return Drawing(shades=shades, left=-beside, top=-above)


@cache
def _glyph(cut: str, size: int, ink: int, sign: str) -> Drawing:
    mask, (left, top) = _font(cut, size).getmask2(sign, mode="L", anchor="ls")
    columns, rows = mask.size
    covered = np.frombuffer(bytes(mask), np.uint8).reshape(rows, columns)
    shades = np.array([0, 1, ink], np.uint8)
    return Drawing(shades=shades[_PARTS[covered]], left=left, top=top)


@cache
def is_drawn(sign: str) -> bool:
    """Tell whether the font has a sign."""
    font = _font(TITLE, 40)
    return bytes(font.getmask(sign)) != bytes(font.getmask(_UNKNOWN))


@cache
def _font(cut: str, size: int) -> FreeTypeFont:
    # Another layout engine would depend on libraries of the system, and so would the bytes.
    engine = ImageFont.Layout.BASIC
    return ImageFont.truetype(str(_FOLDER / f"{cut}.ttf"), size, layout_engine=engine)


@cache
def _kerning() -> MappingProxyType[str, int]:
    table = json.loads((_FOLDER / "kerning.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            left + right: int(distance)
            for left, row in table.items()
            for distance, rights in row.items()
            for right in rights
        }
    )
