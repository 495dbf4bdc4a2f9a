"""The centres of topics as arrays: many papers are compared with all of them at once.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.curate.paper_words import PaperWords
from generator.curate.topic_features import TITLE_COUNTS, folded_word

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_NOTHING = 0


def products(
    owners: Integers, terms: Integers, weights: Floats, columns: Floats, count: int
) -> Floats:
    """Return the products of sparse rows with a matrix of a row a term.

    Args:
        owners: The row of each entry, rising.
        terms: Its term.
        weights: Its weight.
        columns: The weight of each term in each column.
        count: How many rows there are; those without entries stay 0.
    """
    found = np.zeros((count, columns.shape[1]))
    if len(owners):
        rows, starts = np.unique(owners, return_index=True)
        found[rows] = np.add.reduceat(columns[terms] * weights[:, np.newaxis], starts)
    return found


class TopicTable:
    """The weight of each term for each topic.

    Args:
        centres: Term weights of each topic.
        rarity: Weight of each term that counts: a word, or two neighbours with a space between.
    """

    def __init__(self, centres: Sequence[Mapping[str, float]], rarity: Mapping[str, float]) -> None:
        terms = {term: number for number, term in enumerate(rarity)}
        self._numbers = _Numbers(word for term in terms for word in term.split(" "))
        self._rarity = np.fromiter(rarity.values(), dtype=np.float64, count=len(rarity))
        self._alone = np.full(self._numbers.size, -1)
        pairs: list[tuple[int, int]] = []
        for term, number in terms.items():
            first, *second = (self._numbers.known[word] for word in term.split(" "))
            if second:
                pairs.append((first * self._numbers.size + second[0], number))
            else:
                self._alone[first] = number
        ordered = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
        # A pair beyond all others, so that looking one up always ends at an entry.
        self._pairs = np.append(ordered[:, 0], np.iinfo(np.int64).max)
        self._pair_terms = ordered[:, 1]
        self._weights = np.zeros((len(terms), len(centres)))
        for column, centre in enumerate(centres):
            for term, weight in centre.items():
                if term in terms:
                    self._weights[terms[term], column] = weight

    def cosines(self, papers: Sequence[PaperWords]) -> Floats:
        """Return the cosine of each paper, a row, with each topic's centre, a column."""
        owners, terms, weights = self._vectors(papers)
        return products(owners, terms, weights, self._weights, len(papers))

    def _vectors(self, papers: Sequence[PaperWords]) -> tuple[Integers, Integers, Floats]:
        """Return paper, term and weight of every entry of the papers' unit vectors, in order."""
        numbers, owners = self._read(papers)
        alone = self._alone[numbers]
        pairs = numbers[:-1] * self._numbers.size + numbers[1:]
        slots = np.searchsorted(self._pairs, pairs)
        is_pair = self._pairs[slots] == pairs
        size = max(len(self._rarity), 1)
        found = np.concatenate(
            [
                owners[alone >= 0] * size + alone[alone >= 0],
                owners[:-1][is_pair] * size + self._pair_terms[slots[is_pair]],
            ]
        )
        entries, counts = np.unique(found, return_counts=True)
        rows, terms = np.divmod(entries, size)
        weights = (1 + np.log(counts)) * self._rarity[terms]
        squares = np.bincount(rows, weights=weights * weights, minlength=len(papers))
        return rows, terms, weights / np.sqrt(squares[rows])

    def _read(self, papers: Sequence[PaperWords]) -> tuple[Integers, Integers]:
        """Return the numbers of all words, texts parted by 0, and the paper of each."""
        numbers, lengths = array("q"), array("q")
        for paper in papers:
            before = len(numbers)
            for text in (*[paper.title] * TITLE_COUNTS, paper.abstract, *paper.keywords):
                numbers.extend(map(self._numbers.__getitem__, text))
                numbers.append(_NOTHING)
            lengths.append(len(numbers) - before)
        owners = np.repeat(np.arange(len(papers)), np.array(lengths, dtype=np.int64))
        return np.array(numbers, dtype=np.int64), owners


class _Numbers(dict[str, int]):
    """The number of each word as it stands in a text; 0 of those that are part of no term."""

    def __init__(self, folded: Iterable[str]) -> None:
        super().__init__()
        self.known: dict[str, int] = {}
        for word in folded:
            self.known.setdefault(word, len(self.known) + 1)
        self.size = len(self.known) + 1

    def __missing__(self, word: str) -> int:
        number = self[word] = self.known.get(folded_word(word), _NOTHING)
        return number
