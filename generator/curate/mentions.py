"""Where a text mentions a name by itself, not within a longer word."""

from __future__ import annotations

from collections.abc import Iterator


def mention_ends(name: str, text: str, *, inflected: bool, joined: bool) -> Iterator[int]:
    """Yield where each mention of a name ends; none begins behind a letter, digit, _ or hyphen.

    A plain search: the names differ from paper to paper, and a pattern made for each would cost
    far more to compile than to use.

    Args:
        name: Not empty.
        text: Any text.
        inflected: Whether letters, digits or _ may follow, as in ``OtterMaps``.
        joined: Whether a hyphen may follow, as in ``OtterMap-based``.
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if (
            before == "-"
            or is_of_word(before)
            or (not inflected and is_of_word(behind))
            or (not joined and behind == "-")
        ):
            start = text.find(name, start + 1)
            continue
        yield end
        start = text.find(name, end)


def is_of_word(character: str) -> bool:
    """Tell a letter, digit or _ from anything else, and from nothing at all."""
    return character.isalnum() or character == "_"
