"""Long files, cut into parts of bounded size."""

from __future__ import annotations

from collections.abc import Sequence


def split(texts: Sequence[str], limit: int) -> list[list[str]]:
    """Return the texts in runs of at most ``limit`` bytes of UTF-8, at least one run.

    A single text that is longer has a run of its own.
    """
    parts: list[list[str]] = [[]]
    size = 0
    for text in texts:
        length = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
        if parts[-1] and size + length > limit:
            parts.append([])
            size = 0
        parts[-1].append(text)
        size += length
    return parts


def numbered(file: str, number: int) -> str:
    """Return the name of a part: ``feed.xml`` is the first, ``feed-2.xml`` the second."""
    stem, dot, ending = file.partition(".")
    return file if number == 1 else f"{stem}-{number}{dot}{ending}"
