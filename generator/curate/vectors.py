"""What papers are about, as weighted words and phrases: the ground of likeness.

A term is a word or a pair of neighbouring words that at least two papers of the digest use. Its
weight in a paper is TF-IDF, (1 + ln count) · ln((papers + 1) / papers with the term), by the
digest's own frequencies (Salton & Buckley 1988, Term-weighting approaches in automatic text
retrieval).
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.curate.printed_terms import PrintedTerms
from generator.curate.telling import dull_words
from generator.curate.wording import FIRST_WORD, read_wording
from generator.model.paper import Paper, PaperId

_HEAVIEST = 128
_SLOTS = 1 << 24
_SPREADING = 0x9E3779B1


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """One sparse unit vector a paper; the entries of paper ``n`` lie at starts[n]:starts[n + 1].

    Attributes:
        papers: Sorted by id, whatever the order they were given in.
        terms: Each term as the papers most often write it; two terms may look the same.
        spread: How many papers use each term.
        starts: Where each paper's entries begin, and where the last one's end.
        numbers: Term of each entry, rising within a paper.
        weights: Weight of each entry, over 0; the squares of a paper's add up to 1.
        shares: Of each paper, the length of its vector that these terms make up, 0 to 1; the rest
            are words that no other paper uses. Times both shares, a dot product is the cosine.
    """

    papers: tuple[PaperId, ...]
    terms: tuple[str, ...]
    spread: array[int]
    starts: array[int]
    numbers: array[int]
    weights: array[float]
    shares: array[float]

    def entries(self, place: int) -> Iterator[tuple[int, float]]:
        """Yield term and weight of each entry of the paper at this place."""
        start, end = self.starts[place], self.starts[place + 1]
        return zip(self.numbers[start:end], self.weights[start:end], strict=True)


def paper_vectors(papers: Iterable[Paper], *, empty: Set[str] | None = None) -> Vectors:
    """Return the vectors of all papers, cut to their 128 heaviest terms.

    Args:
        papers: In any order; the result does not depend on it.
        empty: Words that are part of no phrase; None takes the shipped list (see ``telling``).
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    wording = read_wording(ordered, dull_words().empty if empty is None else empty)
    pairs = [wording.phrases(place) for place in range(len(ordered))]
    spread = _spread(wording.texts, [found for found, _ in pairs])
    rows = _Rows(len(ordered), spread)
    printed = PrintedTerms(wording.spellings)
    for text, (found, joints) in zip(wording.texts, pairs, strict=True):
        kept = rows.add(text, found)
        printed.add(found, joints, kept)
    return Vectors(
        papers=tuple(paper.id for paper in ordered),
        terms=printed.printed(rows.terms),
        spread=array("i", map(spread.__getitem__, rows.terms)),
        starts=rows.starts,
        numbers=rows.numbers,
        weights=rows.weights,
        shares=rows.shares,
    )


class _Rows:
    """The vectors so far; a term is a word's number, or the number of a pair of words."""

    def __init__(self, papers: int, spread: Mapping[int, int]) -> None:
        self._rarity = {t: math.log((papers + 1) / count) for t, count in spread.items()}
        self._lonely = math.log(papers + 1)
        self.terms: dict[int, int] = {}
        self.starts = array("q", [0])
        self.numbers = array("i")
        self.weights = array("f")
        self.shares = array("f")

    def add(self, text: Iterable[int], pairs: Iterable[int]) -> Mapping[int, float]:
        """Add a paper's vector; return its terms and their weights before scaling."""
        rarity = self._rarity
        counts = Counter(term for term in (*text, *pairs) if term in rarity)
        weighed = [(-(1 + math.log(n)) * rarity[term], term) for term, n in counts.items()]
        # Nobody shares a word of one paper: it only adds to the length of the whole.
        shared = sorted(entry for entry in weighed if rarity[entry[1]] < self._lonely)
        kept = {term: -weight for weight, term in shared[:_HEAVIEST]}
        whole = math.hypot(*(weight for weight, _ in weighed))
        length = math.hypot(*kept.values())
        row = sorted((self.terms.setdefault(t, len(self.terms)), w) for t, w in kept.items())
        self.numbers.extend(number for number, _ in row)
        self.weights.extend(weight / length for _, weight in row)
        self.shares.append(length / whole if whole else 0.0)
        self.starts.append(len(self.numbers))
        return kept


def _spread(texts: Sequence[array[int]], pairs: Sequence[array[int]]) -> dict[int, int]:
    """Return how many papers use each word, and each pair of words that more than one uses.

    Most pairs are used once. To count those that are not in little memory, a first pass marks a
    slot for each pair, and the second counts only those whose slot was marked twice.
    """
    spread: Counter[int] = Counter()
    for text in texts:
        spread.update(number for number in set(text) if number >= FIRST_WORD)
    marks = bytearray(_SLOTS)
    for found in pairs:
        for pair in set(found):
            slot = pair * _SPREADING % _SLOTS
            marks[slot] = min(marks[slot] + 1, 2)
    counts: Counter[int] = Counter()
    for found in pairs:
        counts.update(pair for pair in set(found) if marks[pair * _SPREADING % _SLOTS] == 2)
    spread.update({pair: count for pair, count in counts.items() if count > 1})
    return spread
