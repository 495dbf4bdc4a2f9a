"""Words of a text, folded so that the same word is the same string."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_FOLDED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) * 2
"""Of each ASCII character its small letter or digit, or a blank; twice, for a table of bytes."""
_DOTTED_I = "\u0130"


def words(text: str) -> list[str]:
    """Return the runs of letters and digits, lower case, in order: ``GPT-4's`` is gpt, 4, s."""
    if text.isascii():  # most texts are: half the time
        return text.encode().translate(_FOLDED).decode().split()
    return _WORD.findall(text.lower())


def lowered(text: str) -> str:
    """Return the text in lower case, every character at its place.

    Only the capital dotted I of Turkish has two characters for its small letter; it stays.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return _DOTTED_I.join(part.lower() for part in text.split(_DOTTED_I))
