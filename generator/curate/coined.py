"""Words that someone made up: ``OtterMap``, ``GPT-4``, ``SKILL-MIX``, ``aTLAS``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_INNER = r"(?:[\w+*²³]|[-&@](?=\w)|\.(?=\d))*"
_CANDIDATE = re.compile(r"(?<![\w/.@\\-])[A-Za-z\d](?=[^A-Z\d\s]*+[A-Z\d])" + _INNER)
_COINED = re.compile(r"[A-Z].*[A-Z]|[a-z].*[A-Z]|[A-Z].*\d|\d.*[A-Z][a-z]")
_CAPITALS_OF_PARTS = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)+")
_MEASURED = re.compile(r"\d[\d.,]*(?:[KMBTkmGx]|[KMG]B|D|d|s)?")


@lru_cache(maxsize=8192)
def is_coined(word: str) -> bool:
    """Tell a made-up word from a dictionary's word, a number and a hyphenated heading."""
    if len(word) < 2 or _MEASURED.fullmatch(word) or _CAPITALS_OF_PARTS.fullmatch(word):
        return False
    return _COINED.search(word) is not None


def coined_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the made-up words of a text from left to right."""
    return (match for match in _CANDIDATE.finditer(text) if is_coined(match[0]))
