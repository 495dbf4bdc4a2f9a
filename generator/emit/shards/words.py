"""Written words in alphabetical blocks, for half-typed and mistyped ones.

Each comes with the size of its stem's postings: words in several papers first make better guesses,
and lie in blocks apart from those with a single posting, half of all words, which are asked only
when the others have no answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from generator.emit.shards.front import front_coded, starts_of
from generator.emit.shards.volume import Volume, deflated

SizedWord: TypeAlias = tuple[str, int]
"""A written word and how many postings its stem has."""

_WORD_BYTES = 2.5  # a word takes about that in a compressed block
_LEAST_SIZE = 1024
_MOST_SIZE = 16384
_SIZES = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The blocks of one half of the words.

    Attributes:
        volume: The files.
        starts: By file, a text that no word before it reaches and its first word does.
    """

    volume: Volume
    starts: Sequence[str]


def word_blocks(name: str, words: Sequence[SizedWord]) -> Words:
    """Return blocks of words that are sorted by code units."""
    most = min(max(math.isqrt(12 * len(words)), _LEAST_SIZE), _MOST_SIZE) / _WORD_BYTES
    cuts = [0]
    for place in range(1, len(words)):
        filled = place - cuts[-1]
        new_letter = words[place][0][0] != words[place - 1][0][0]
        if filled >= most or (new_letter and filled >= most / 2):
            cuts.append(place)
    cuts.append(len(words))
    pieces = [words[first:last] for first, last in pairwise(cuts)]
    return Words(
        volume=Volume(name=name, bodies=[_body(piece) for piece in pieces if piece]),
        starts=starts_of([[word for word, _ in piece] for piece in pieces if piece]),
    )


def size_class(postings: int) -> int:
    """Return the binary logarithm of a number of postings, in whole numbers, 25 at most."""
    return min(max(postings, 1).bit_length() - 1, len(_SIZES) - 1)


def _body(words: Sequence[SizedWord]) -> bytes:
    """Return a block: the words front-coded, a line end, and a letter for the size of each."""
    sizes = "".join(_SIZES[size_class(size)] for _, size in words)
    return deflated(f"{front_coded(word for word, _ in words)}\n{sizes}".encode())
