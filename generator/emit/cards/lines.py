"""Text into lines: as few as can be, and of nearly one length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Width = Callable[[str], float]
"""Tells how long a text is, in ems."""

_ELLIPSIS = "…"
_STEPS = 8  # of halving, to find the shortest length that gives no more lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Lines, and the size in pixels that they are set in."""

    size: int
    lines: tuple[str, ...]


def set_text(text: str, sizes: Sequence[tuple[int, int]], measure: int, width: Width) -> Setting:
    """Return a text in the largest size in which it has room; the smallest one cuts what is over.

    Args:
        text: Without line ends.
        sizes: Each in pixels, largest first, with the most lines that it may take.
        measure: Longest line, in pixels.
        width: Tells how long a text is.
    """
    if not text:
        return Setting(size=sizes[-1][0], lines=())
    size, most = sizes[-1]
    words = [part for word in text.split() for part in _parts(word, measure / size, width)]
    widths = [width(word) for word in words]
    space = width(" ")
    for size, most in sizes:
        if (count := _lines(widths, space, measure / size)) and len(count) <= most:
            breaks = _lines(widths, space, _evened(widths, space, measure / size))
            return Setting(size=size, lines=_joined(words, breaks))
    breaks = _lines(widths, space, measure / size)[: most - 1]
    start = breaks[-1] if breaks else 0
    rest = _cut(" ".join(words[start:]), measure / size, width)
    return Setting(size=size, lines=(*_joined(words[:start], breaks), rest))


def _lines(widths: Sequence[float], space: float, measure: float) -> list[int]:
    """Return after which words lines end; nothing when a word is longer than a line."""
    ends: list[int] = []
    used = -space
    for number, wide in enumerate(widths):
        if wide > measure:
            return []
        if used + space + wide > measure:
            ends.append(number)
            used = -space
        used += space + wide
    return [*ends, len(widths)]


def _evened(widths: Sequence[float], space: float, measure: float) -> float:
    """Return the shortest length of lines that does not give more of them."""
    count = len(_lines(widths, space, measure))
    low, high = measure / 2, measure
    for _ in range(_STEPS):
        middle = (low + high) / 2
        lines = _lines(widths, space, middle)
        if lines and len(lines) <= count:
            high = middle
        else:
            low = middle
    return high


def _joined(words: Sequence[str], ends: Sequence[int]) -> tuple[str, ...]:
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


def _parts(word: str, measure: float, width: Width) -> list[str]:
    """Return a word in parts that each have room in a line."""
    parts = []
    while len(word) > 1 and width(word) > measure:
        length = _fitting(word, measure, width)
        parts.append(word[:length])
        word = word[length:]
    return [*parts, word]


def _cut(text: str, measure: float, width: Width) -> str:
    """Return as much of a text as has room, with an ellipsis where that is not all."""
    if width(text) <= measure:
        return text
    kept = text[: _fitting(text, measure - width(_ELLIPSIS), width)]
    whole, _, _ = kept.rpartition(" ")
    return (whole or kept).rstrip(" ,;:.–—-") + _ELLIPSIS


def _fitting(text: str, measure: float, width: Width) -> int:
    """Return how many signs have room, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= measure:
            low = middle
        else:
            high = middle - 1
    return low
