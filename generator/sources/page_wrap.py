"""Where the text of a pasted page is wrapped, if it is.

A page may hold whole paragraphs on a line or be wrapped at any width by whatever saved it. The
width is known when lines run on for certain: only then does a line's length say whether the next
one may go on in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.sources.page_lines import PageLine, ends_sentence

Span = tuple[int, int]  # characters: the least and the greatest width of a line, both possible
LONGEST_WRAP = 200  # characters; a longer line is a whole paragraph
OPENING = "([{\"'“‘`$"  # may stand before the first letter of a line

_SHORTEST_WRAP = 40  # characters; nobody wraps narrower


def wrap_widths(lines: Sequence[PageLine], places: Sequence[int]) -> list[Span | None]:
    """Return where the text around each line is wrapped; None where no line tells.

    The lines of the same block tell it before those elsewhere.
    """
    blocks: list[list[str]] = []
    for index, place in enumerate(places):
        if index == 0 or places[index - 1] != place - 1:
            blocks.append([])
        blocks[-1].append(lines[place].text)
    spans = [_block_width(block) for block in blocks]
    anywhere: Span | None = None
    for known in filter(None, spans):
        anywhere = _narrowed(anywhere or known, known)
    widths: list[Span | None] = []
    for block, span in zip(blocks, spans, strict=True):
        width = _narrowed(span, anywhere) if span and anywhere else anywhere
        widths.extend([width] * len(block))
    return widths


def _block_width(block: Sequence[str]) -> Span | None:
    """Return the width to which a block is wrapped, if its lines show that they run on.

    They do where a sentence goes on with a small letter, and where all but the last (and perhaps
    the first, a title) are as long as one width makes them.
    """
    breaks = [(text, _span(text, following)) for text, following in pairwise(block)]
    wrapped = [_SHORTEST_WRAP <= len(text) <= LONGEST_WRAP for text, _ in breaks]
    width: Span | None = None
    for (text, span), following, fits in zip(breaks, block[1:], wrapped, strict=True):
        if fits and begins_lower(following) and not ends_sentence(text):
            width = _narrowed(width or span, span)
    for start in (0, 1):
        spans = [span for _, span in breaks[start:]]
        if width is None and len(spans) > 1 and all(wrapped[start:]):
            least, greatest = max(span[0] for span in spans), min(span[1] for span in spans)
            width = (least, greatest) if least <= greatest else None
    return width


def begins_lower(text: str) -> bool:
    """Tell whether the first letter, which an opening bracket or quote may precede, is small."""
    return text.lstrip(OPENING)[:1].islower()


def _span(text: str, following: str) -> Span:
    """Return the least and the greatest width at which ``following`` begins a new line."""
    return len(text), len(text) + len(following.split(None, 1)[0])


def _narrowed(span: Span, by: Span) -> Span:
    """Return what two spans share; the one of the longer lines when they share nothing."""
    least, greatest = max(span[0], by[0]), min(span[1], by[1])
    return (least, greatest) if least <= greatest else max(span, by)


def is_full(text: str, following: str, wrap: Span | None) -> bool:
    """Tell whether the first word of the next line had no room on this one."""
    if wrap is None or not following:
        return False
    least, greatest = _span(text, following)
    return least <= wrap[1] * 1.1 and greatest >= wrap[0] * 0.95
