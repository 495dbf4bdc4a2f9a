"""Words that someone made up: ``OtterMap``, ``GPT-4``, ``SKILL-MIX``, ``aTLAS``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_MARKED = re.compile(r"[A-Z](?:(?<=\S[A-Z])|(?=[^A-Z\d\s]*[A-Z\d²³+*&/@]))\S*")
_LONGEST = 100
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


def marked_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the words, up to their blanks, that may hold a made-up one.

    Their capital stands behind something, or another one, a digit or a sign follows: a single
    search for capitals passes by most words.
    """
    end = 0
    for match in _MARKED.finditer(text):
        start = match.start()
        if start > end and not text[start - 1].isspace():
            start -= len(text[max(end, start - _LONGEST) : start].rsplit(maxsplit=1)[-1])
        end = match.end()
        yield start, end


def coined_words(text: str, marked: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the made-up words of a text from left to right; ``marked`` are its marked words."""
    for start, end in marked:
        for match in _CANDIDATE.finditer(text, start, end):
            if is_coined(match[0]):
                yield match
