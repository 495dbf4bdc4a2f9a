"""What papers are about, as weighted words and phrases: the ground of likeness.

A term is a word or a pair of neighbouring words that at least two papers of the digest use. Its
weight in a paper is TF-IDF, (1 + ln count) · ln(papers / papers with the term), by the digest's own
frequencies (Salton & Buckley 1988, Term-weighting approaches in automatic text retrieval).
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.curate.wording import FIRST_WORD, JOINTS, phrases, read_wording
from generator.model.paper import Paper, PaperId

_HEAVIEST = 128
_SLOTS = 1 << 24
_SPREADING = 0x9E3779B1
_JOINT_BITS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """One sparse unit vector a paper; the entries of paper ``n`` lie at starts[n]:starts[n + 1].

    Attributes:
        papers: Sorted by id, whatever the order they were given in.
        terms: Each term as the papers most often write it.
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


def paper_vectors(papers: Iterable[Paper]) -> Vectors:
    """Return the vectors of all papers, cut to their 128 heaviest terms."""
    ordered = sorted(papers, key=lambda paper: paper.id)
    wording = read_wording(ordered)
    size = len(wording.spellings)
    pairs = [phrases(text, size) for text in wording.texts]
    spread = _spread(wording.texts, [found for found, _ in pairs])
    rows = _Rows(len(ordered), spread)
    joints: Counter[int] = Counter()
    for text, (found, joined) in zip(wording.texts, pairs, strict=True):
        kept = rows.add(text, found)
        joints.update(
            pair << _JOINT_BITS | joint
            for pair, joint in zip(found, joined, strict=True)
            if pair in kept
        )
    return Vectors(
        papers=tuple(paper.id for paper in ordered),
        terms=_printed(rows.terms, wording.spellings, joints),
        spread=array("i", map(spread.__getitem__, rows.terms)),
        starts=rows.starts,
        numbers=rows.numbers,
        weights=rows.weights,
        shares=rows.shares,
    )


class _Rows:
    """The vectors so far; a term is a word's number, or the number of a pair of words."""

    def __init__(self, papers: int, spread: Mapping[int, int]) -> None:
        self._papers = papers
        self._spread = spread
        self.terms: dict[int, int] = {}
        self.starts = array("q", [0])
        self.numbers = array("i")
        self.weights = array("f")
        self.shares = array("f")

    def add(self, text: Iterable[int], pairs: Iterable[int]) -> Mapping[int, float]:
        """Add a paper's vector; return its terms and their weights before scaling."""
        counts = Counter(number for number in text if number >= FIRST_WORD)
        counts.update(pair for pair in pairs if pair in self._spread)
        lonely, weights = 0.0, []
        for term, count in counts.items():
            spread = self._spread[term]
            weight = (1 + math.log(count)) * math.log(self._papers / spread)
            if spread == 1:
                lonely += weight * weight
            elif weight:
                weights.append((-weight, term))
        weights.sort()
        kept = {term: -weight for weight, term in weights[:_HEAVIEST]}
        whole = lonely + math.fsum(weight * weight for weight, _ in weights)
        length = math.sqrt(math.fsum(weight * weight for weight in kept.values()))
        row = sorted((self.terms.setdefault(t, len(self.terms)), w) for t, w in kept.items())
        self.numbers.extend(number for number, _ in row)
        self.weights.extend(weight / length for _, weight in row)
        self.shares.append(length / math.sqrt(whole) if whole else 0.0)
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


def _printed(
    terms: Iterable[int], spellings: Sequence[str], joints: Mapping[int, int]
) -> tuple[str, ...]:
    """Return each term in letters, a pair with the joint that stands there most often."""
    best: dict[int, tuple[int, int]] = {}
    for key, count in joints.items():
        pair, joint = key >> _JOINT_BITS, key & (1 << _JOINT_BITS) - 1
        best[pair] = min(best.get(pair, (0, 0)), (-count, joint))
    size = len(spellings)
    return tuple(
        f"{spellings[term // size]}{JOINTS[best[term][1]]}{spellings[term % size]}"
        if term in best
        else spellings[term]
        for term in terms
    )
