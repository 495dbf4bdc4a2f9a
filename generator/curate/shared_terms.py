"""What two papers have in common, in words: the reason why one is related to the other.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from generator.curate.products import common_columns
from generator.curate.rows import Integers
from generator.curate.telling import is_telling
from generator.curate.vectors import Vectors, octave

_MOST = 3
_PHRASES_COUNT = 2.0
_LAST_RESORT = 0.1
_RARER = 3
_SEVERAL = 3


class SharedTerms:
    """The telling terms that pairs of papers share.

    Args:
        vectors: What the papers are about.
        others: For each paper, those it is compared with, by place.
    """

    def __init__(self, vectors: Vectors, others: Integers) -> None:
        self._terms = vectors.terms
        self._width = others.shape[1]
        self._known: dict[int, _Term] = {}
        spread = vectors.spread
        is_word = np.arange(len(spread)) < vectors.phrases
        very_many = octave(np.array(len(vectors.papers))) - _RARER
        usual = is_word & (spread > _SEVERAL) & (octave(spread) >= very_many)
        worth = np.where(is_word, 1.0, _PHRASES_COUNT)
        worth[usual] = _LAST_RESORT
        common = common_columns(vectors.rows(), others, worth.astype(np.float32))
        self._starts, self._columns = common.starts.tolist(), common.columns
        self._usual = frozenset(np.flatnonzero(usual).tolist())

    def reasons(self, place: int, column: int, name: str = "") -> tuple[str, ...]:
        """Return what a paper shares with the one in this column of its others, at most three.

        A name, if there is one, comes first, then the heaviest terms. A word that very many papers
        use is only given where there is nothing better.
        """
        found = [_term(name)] if name else []
        pair = place * self._width + column
        for number in self._columns[self._starts[pair] : self._starts[pair + 1]].tolist():
            if len(found) == _MOST:
                break
            term = self._known.get(number) or self._look_up(number)
            if term.text and not (found and number in self._usual):
                for other in found:
                    if term.words <= other.words:
                        break
                else:
                    found.append(term)
        return tuple(term.text for term in found)

    def _look_up(self, number: int) -> _Term:
        text = self._terms[number]
        term = self._known[number] = _term(text if is_telling(text) else "")
        return term


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as it is printed, empty if it tells nothing, and its words."""

    text: str
    words: frozenset[str]


def _term(text: str) -> _Term:
    return _Term(text, frozenset(re.findall(r"\w+", text.lower())))
