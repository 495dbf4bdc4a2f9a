"""Words of a text, folded so that the same word is the same string."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the runs of letters and digits, lower case, in order: ``GPT-4's`` is gpt, 4, s."""
    return _WORD.findall(text.lower())
