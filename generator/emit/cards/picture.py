"""A card as a picture of 1200 by 630 pixels, in four colours."""

from __future__ import annotations

from functools import partial

import numpy as np

from generator.emit.cards.colours import Colours
from generator.emit.cards.drawable import drawable
from generator.emit.cards.face import TEXT, TITLE, drawn_line, is_drawn, width
from generator.emit.cards.lines import Setting, set_text
from generator.emit.cards.mark import mark
from generator.emit.cards.png import Pixels, png
from generator.plan.cards import Card

SIZE = (1200, 630)
"""Width and height in pixels: what large previews are made for."""

_LONGEST = 500  # signs of a text that are looked at; far more than there is room for
_BAND, _LEFT, _RIGHT = 24, 92, 1112  # all in pixels, as is what follows
_TITLES = (104, 84, 70, 58, 50)  # sizes
_SMALL = 34
_LABEL_LINE, _TITLE_TOP, _DETAIL_LINE, _FOOT_LINE = 106, 132, 474, 566
_GAP = 16  # between a title and what stands below
_LEADING = 1.15  # of the size
_MARK, _LARGE_MARK = 60, 400
_LONGEST_DATE = 400
_INK, _HUE = 2, 3


def card_file(card: Card, colours: Colours) -> bytes:
    """Return a card as PNG."""
    label, title, detail, site, date = (
        drawable(text[:_LONGEST], is_drawn)
        for text in (card.label, card.title, card.detail, card.site, card.date)
    )
    pixels = np.zeros(SIZE[::-1], np.uint8)
    pixels[:, :_BAND] = _HUE
    if title and card.site:
        _write(pixels, _small(label, TITLE), TITLE, _LABEL_LINE, ink=_HUE)
        about = _small(detail, TEXT, lines=1 if card.date else 2)
        _write_body(pixels, title, about, end=_DETAIL_LINE)
        _draw_foot(pixels, site, date)
    elif title:
        _draw_site(pixels, title, detail)
    else:  # the site's name alone, rather than something else than the title says
        _draw_site(pixels, site, "")
    return png(pixels, colours.of(card.hue))


def _draw_site(pixels: Pixels, name: str, description: str) -> None:
    """Draw what stands for the site itself."""
    measure = _RIGHT - _LEFT - _LARGE_MARK
    _stamp(pixels, mark(_LARGE_MARK), _RIGHT - _LARGE_MARK + 60, (SIZE[1] - _LARGE_MARK) // 2)
    about = _small(description, TEXT, lines=4, measure=measure)
    _write_body(pixels, name, about, end=_FOOT_LINE, measure=measure)


def _draw_foot(pixels: Pixels, site: str, date: str) -> None:
    """Draw the mark and the site's name at the left, the date at the right."""
    _stamp(pixels, mark(_MARK), _LEFT - 8, _FOOT_LINE + 6 - _MARK)
    day = _small(date, TEXT, measure=_LONGEST_DATE)
    start, end = _LEFT + _MARK + 4, _RIGHT - round(_SMALL * width(TEXT, "".join(day.lines)))
    name = _small(site, TITLE, measure=end - start - _SMALL)
    _write(pixels, name, TITLE, _FOOT_LINE, left=start)
    _write(pixels, day, TEXT, _FOOT_LINE, left=end)


def _small(text: str, cut: str, *, lines: int = 1, measure: int = _RIGHT - _LEFT) -> Setting:
    return set_text(text, ((_SMALL, lines),), measure, partial(width, cut))


def _write_body(
    pixels: Pixels, title: str, about: Setting, *, end: int, measure: int = _RIGHT - _LEFT
) -> None:
    """Draw a title, and what is said about it, the last line of which stands on ``end``."""
    leading = about.size * _LEADING
    room = end - leading * len(about.lines) - _GAP - _TITLE_TOP
    sizes = [(size, int(room / size / _LEADING)) for size in _TITLES]
    text = set_text(title, sizes, measure, partial(width, TITLE))
    _write(pixels, text, TITLE, _TITLE_TOP + round(0.9 * text.size))
    _write(pixels, about, TEXT, round(end - leading * (len(about.lines) - 1)))


def _write(
    pixels: Pixels, text: Setting, cut: str, line: int, *, left: int = _LEFT, ink: int = _INK
) -> None:
    """Draw lines, the first of which stands on ``line``, from the pixel ``left`` on."""
    for number, words in enumerate(text.lines):
        drawn = drawn_line(cut, text.size, ink, words)
        base = line + round(number * text.size * _LEADING)
        _stamp(pixels, drawn.shades, left + drawn.left, base + drawn.top)


def _stamp(pixels: Pixels, shades: Pixels, left: int, top: int) -> None:
    """Draw over what is there."""
    rows, columns = shades.shape
    place = pixels[top : top + rows, left : left + columns]
    np.maximum(place, shades[: place.shape[0], : place.shape[1]], out=place)
