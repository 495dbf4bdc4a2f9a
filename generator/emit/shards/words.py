"""Written words in alphabetical files, for half-typed and mistyped ones.

Each comes with the size of its stem's postings: words in several papers first make better guesses,
and lie in files apart from those with a single posting, half of all words, which are asked only
when the others have no answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from generator.emit.shards.cuts import cut_places, starts_of
from generator.emit.shards.front import front_coded
from generator.emit.shards.pieces import Pieces, deflated
from generator.emit.shards.terms import span_of

SizedWord: TypeAlias = tuple[str, int]
"""A written word and how many postings its stem has."""

_WORD_BYTES = 2.5  # a word takes about that in a compressed file
# Of a file's size, by the number of words: rare ones are seldom asked for, and so the less the root
# has to say of their files, the better.
_SQUARES = {"words": 12, "rare": 100}
_LEAST_SIZE = 512
_MOST_SIZE = 16384
_SIZES = "abcdefghijklmnopqrstuvwxyz"


def word_pieces(name: str, words: Sequence[SizedWord]) -> Pieces:
    """Return files of words that are sorted by code units."""
    texts = [word for word, _ in words]
    # In steps, so that a few words more change no sizes.
    size = min(max(math.isqrt(_SQUARES[name] * span_of(len(words))), _LEAST_SIZE), _MOST_SIZE)
    cuts = cut_places(texts, [1] * len(words), round(size / _WORD_BYTES))
    bodies = [_body(words[first:last]) for first, last in pairwise(cuts)]
    return Pieces(name=name, starts=starts_of(texts, cuts), bodies=bodies)


def size_class(postings: int) -> int:
    """Return the binary logarithm of a number of postings, in whole numbers, 25 at most."""
    return min(max(postings, 1).bit_length() - 1, len(_SIZES) - 1)


def _body(words: Sequence[SizedWord]) -> bytes:
    """Return a file: the words front-coded, a line end, and a letter for the size of each."""
    sizes = "".join(_SIZES[size_class(size)] for _, size in words)
    return deflated(f"{front_coded(word for word, _ in words)}\n".encode(), sizes.encode())
