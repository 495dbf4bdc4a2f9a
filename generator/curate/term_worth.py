"""How much a term tells about what a paper is about, besides how rare it is.

What authors give as keywords (``training/keywords.py``) tells more, words that stand in abstracts
of every kind (``training/dull_words.py``) tell less, and a pair of words less than both of them,
which count too.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.curate.rows import Integers
from generator.curate.telling import telling_words
from generator.curate.topic_labels import shipped_keywords
from generator.curate.wording import Wording

Floats = NDArray[np.float64]

_KEYWORD = 1.3
_EMPTY = 0.5
_PAIR = 0.85


def worth_of_words(wording: Wording, words: Integers, empty: Set[str]) -> Floats:
    """Return what to multiply the weight of each word with.

    Args:
        wording: Where the words stand.
        words: The number of each.
        empty: Words that tell nothing.
    """
    worth = np.ones(len(words))
    keywords = {phrase[0] for phrase in _keywords() if len(phrase) == 1}
    worth[np.isin(words, _known(keywords, wording))] = _KEYWORD
    worth[np.isin(words, _known(empty, wording))] = _EMPTY
    return worth


def worth_of_pairs(wording: Wording, pairs: Integers) -> Floats:
    """Return the same for pairs of neighbouring words, numbered as in ``Wording.phrases``."""
    numbers = wording.numbers
    known = [
        numbers[first] * len(wording.spellings) + numbers[second]
        for phrase in _keywords()
        for first, second in pairwise(phrase)
        if first in numbers and second in numbers
    ]
    return np.where(np.isin(pairs, known), _PAIR * _KEYWORD, _PAIR)


def _known(words: Iterable[str], wording: Wording) -> list[int]:
    return [wording.numbers[word] for word in words if word in wording.numbers]


@cache
def _keywords() -> tuple[tuple[str, ...], ...]:
    """Return the telling words of each keyword."""
    return tuple(tuple(telling_words(phrase)) for phrase in shipped_keywords().values())
