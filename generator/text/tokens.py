"""Words of a text, folded so that the same word is the same string."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_DOTTED_I = "\u0130"


def words(text: str) -> list[str]:
    """Return the runs of letters and digits, lower case, in order: ``GPT-4's`` is gpt, 4, s."""
    return _WORD.findall(text.lower())


def lowered(text: str) -> str:
    """Return the text in lower case, every character at its place.

    Only the capital dotted I of Turkish has two characters for its small letter; it stays.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return _DOTTED_I.join(part.lower() for part in text.split(_DOTTED_I))
