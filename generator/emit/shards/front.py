"""Sorted words, front-coded: each as the length it shares with the one before, and the rest.

The length is a capital letter, A for none and Z for 25 or more (more are not counted), and so the
words need no separators: they are in lower case. Lengths count UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 25
_LAST_UNIT = "\uffff"


def front_coded(words: Iterable[str]) -> str:
    """Return the words in one string."""
    coded = []
    before = ""
    for word in words:
        shared = _shared(before, word)
        coded.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(coded)


def decoded(coded: str) -> list[str]:
    """Return the words of a front-coded string."""
    words: list[str] = []
    before = ""
    rest = 0
    starts = [place for place, letter in enumerate(coded) if "A" <= letter <= "Z"]
    for start, end in zip(starts, [*starts[1:], len(coded)], strict=False):
        rest = ord(coded[start]) - ord("A")
        before = before[:rest] + coded[start + 1 : end]
        words.append(before)
    return words


def _shared(before: str, word: str) -> int:
    """Count the letters two words share, up to one that takes two units."""
    if before[:1] != word[:1]:
        return 0
    shared = 0
    for one, other in zip(before, word[:_MOST], strict=False):
        if one != other or one > _LAST_UNIT:
            break
        shared += 1
    return shared
