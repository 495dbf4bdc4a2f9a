"""Words as people write them: completions of a half-typed one, neighbours of a mistyped one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.search.backend import Neighbour

Kind: TypeAlias = Literal["words", "rare"]
"""``words`` whose stems have several postings make better guesses than ``rare`` ones."""

_KINDS: tuple[Kind, ...] = ("words", "rare")
_LETTER = re.compile("[a-z]").search
_LEAST_LETTERS = 3  # anything resembles a shorter word


@dataclass(frozen=True, slots=True, kw_only=True)
class SizedWord:
    """A written word.

    Attributes:
        word: As written.
        size: The binary logarithm, in whole numbers, of how many postings its stem has.
    """

    word: str
    size: int


WordSource: TypeAlias = Callable[[Kind, str], Sequence[SizedWord]]
"""Returns at least all words of a kind with a beginning, sorted."""


def completions_in(source: WordSource, prefix: str, most: int) -> list[str]:
    """Return what a backend's ``completions`` answers."""
    for kind in _KINDS:
        found = [known for known in source(kind, prefix) if known.word.startswith(prefix)]
        if found:
            found.sort(key=lambda known: (-known.size, len(known.word)))
            return [known.word for known in found[:most]]
    return []


def neighbours_in(source: WordSource, typed: str, slips: int) -> list[Neighbour]:
    """Return what a backend's ``neighbours`` answers."""
    is_word = _LETTER(typed) and "_" not in typed  # _: letters of other scripts
    if not is_word or len(typed) < _LEAST_LETTERS:
        return []
    for beginning in (typed[0], ""):
        for kind in _KINDS:
            if found := _resembling(source(kind, beginning), typed, slips):
                return found
    return []


def _resembling(words: Sequence[SizedWord], typed: str, slips: int) -> list[Neighbour]:
    found = [(distance(typed, known.word, slips), known) for known in words]
    near = [(made, known) for made, known in found if 0 < made <= slips]
    near.sort(key=lambda pair: (pair[0], -pair[1].size))
    return [Neighbour(word=known.word, slips=made) for made, known in near]


def starting_with(ordered: Sequence[str], prefix: str) -> list[str]:
    """Return the words that begin with ``prefix``, from a list sorted by UTF-16 code units.

    The prefix is ASCII, so that code points sort around it as code units do.
    """
    found = []
    for position in range(bisect_left(ordered, prefix), len(ordered)):
        if not ordered[position].startswith(prefix):
            break
        found.append(ordered[position])
    return found


def distance(a: str, b: str, limit: int) -> int:
    """Return how many slips lie between two words, or ``limit`` + 1 when it is more than that.

    A slip is a letter left out, put in, exchanged, or swapped with its neighbour (optimal string
    alignment distance).
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            slips = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                slips = min(slips, before[j - 2] + 1)
            row.append(slips)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)
