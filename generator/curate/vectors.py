"""What papers are about, as weighted words and phrases: the ground of likeness.

A term is a word or a pair of neighbouring words that at least two papers of the digest use. Its
weight in a paper is TF-IDF, (1 + ln count) · rarity, by the digest's own frequencies (Salton &
Buckley 1988, Term-weighting approaches in automatic text retrieval), times its worth (see
``term_worth``). Rarity counts in whole octaves how many fewer papers have the term than there are:
as good as the logarithm, and when a paper changes, nearly all terms keep theirs, and so nearly all
other papers what they are like.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.curate.lots import lot
from generator.curate.printed_terms import PrintedTerms
from generator.curate.rows import Integers, Rows, Shorts
from generator.curate.telling import dull_words
from generator.curate.term_worth import worth_of_pairs, worth_of_words
from generator.curate.wording import read_wording
from generator.model.paper import Paper, PaperId

_HEAVIEST = 128
_SMALLEST = 1e-300
_COMMONEST = 0.5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vectors:
    """One sparse unit vector a paper; the entries of paper ``n`` lie at starts[n]:starts[n + 1].

    Attributes:
        papers: Sorted by id, whatever the order they were given in.
        terms: Each term as the papers most often write it; two terms may look the same.
        spread: How many papers use each term.
        phrases: From which term on they are phrases; those before are words.
        starts: Where each paper's entries begin, and where the last one's end.
        numbers: Term of each entry, rising within a paper.
        weights: Weight of each entry, over 0; the squares of a paper's add up to 1.
        shares: Of each paper, the length of its vector that these terms make up, 0 to 1; the rest
            are words that no other paper uses. Times both shares, a dot product is the cosine.
    """

    papers: tuple[PaperId, ...]
    terms: Sequence[str]
    spread: Integers
    phrases: int
    starts: Integers
    numbers: Shorts
    weights: Floats
    shares: Floats

    def rows(self) -> Rows:
        """Return the papers' vectors with their true lengths, so that a dot product is a cosine."""
        weights = np.repeat(self.shares, np.diff(self.starts))
        weights *= self.weights
        return Rows(
            starts=self.starts,
            columns=self.numbers,
            weights=weights.astype(np.float32),
            width=max(1, len(self.terms)),
        )

    def lots(self) -> Integers:
        """Return the lot of each paper; see ``curate.lots``."""
        return np.array([lot(paper) for paper in self.papers], dtype=np.int64)

    def entries(self, place: int) -> Iterator[tuple[int, float]]:
        """Yield term and weight of each entry of the paper at this place."""
        start, end = self.starts[place], self.starts[place + 1]
        return zip(self.numbers[start:end].tolist(), self.weights[start:end].tolist(), strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """How often papers use words, or pairs of words, by term and then by paper.

    Attributes:
        numbers: What each term is: the number of a word or of a pair, rising.
        spread: How many papers use each term.
        terms: Term of each entry.
        owners: Place of the paper of each entry.
        counts: How often that paper uses that term.
    """

    numbers: Integers
    spread: Integers
    terms: Shorts
    owners: Shorts
    counts: Shorts

    def weights(self, papers: int) -> Floats:
        """Return the weight of each entry."""
        rarity = _COMMONEST + octave(np.array(papers)) - octave(self.spread)
        weights: Floats = (1.0 + np.log(self.counts)) * rarity[self.terms]
        return weights


def paper_vectors(papers: Iterable[Paper], *, empty: Set[str] | None = None) -> Vectors:
    """Return the vectors of all papers, cut to their 128 heaviest terms.

    Args:
        papers: In any order; the result does not depend on it.
        empty: Words that are part of no phrase; None takes the shipped list (see ``telling``).
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    empty = dull_words().empty if empty is None else empty
    wording = read_wording(ordered, empty)
    size = len(ordered)
    words, lonely = _parted(_counted(wording.words, wording.owners, size))
    pairs, _ = _parted(_counted(wording.phrases, wording.phrase_owners, size))
    worth = np.concatenate(
        [
            worth_of_words(wording, words.numbers, empty),
            worth_of_pairs(wording, pairs.numbers),
        ]
    )
    printed = PrintedTerms(wording, words.numbers, pairs.numbers)
    del wording  # the largest of all that is held here
    owners = np.concatenate([words.owners, pairs.owners])
    terms = np.concatenate([words.terms, pairs.terms + np.int32(len(words.numbers))])
    weights = np.concatenate([words.weights(size), pairs.weights(size)])
    weights *= worth[terms]
    # Nobody shares a word of one paper: it only adds to the length of the whole.
    wholes = np.bincount(
        np.append(owners, lonely.owners),
        weights=np.append(weights, lonely.weights(size)) ** 2,
        minlength=size,
    )
    spread, phrases = np.concatenate([words.spread, pairs.spread]), len(words.numbers)
    del words, pairs, lonely
    kept = _heaviest(owners, weights, size)
    owners, terms, weights = owners[kept], terms[kept], weights[kept]
    lengths = np.bincount(owners, weights=weights**2, minlength=size)
    weights /= np.sqrt(lengths)[owners]
    return Vectors(
        papers=tuple(paper.id for paper in ordered),
        terms=printed,
        spread=spread,
        phrases=phrases,
        starts=np.append(0, np.cumsum(np.bincount(owners, minlength=size))),
        numbers=terms,
        weights=weights,
        shares=np.sqrt(lengths / np.maximum(wholes, _SMALLEST)),
    )


def octave(counts: Integers) -> Integers:
    """Return the octave of each count: 1 is in the first, 2 and 3 in the second, 4 in the third."""
    octaves: Integers = np.frexp(counts)[1].astype(np.int64)
    return octaves


def _counted(numbers: Integers | Shorts, owners: Shorts, papers: int) -> _Counts:
    """Return the counts of words or pairs that stand in the texts of these papers."""
    places = numbers.astype(np.int64)
    places *= max(papers, 1)
    places += owners
    places.sort()
    starts = _run_starts(places)
    counts = np.diff(starts, append=len(places)).astype(np.int32)
    each = places[starts]
    del places, starts
    keys = each // max(papers, 1)
    firsts = _run_starts(keys)
    spread = np.diff(firsts, append=len(keys))
    return _Counts(
        numbers=keys[firsts],
        spread=spread,
        terms=np.repeat(np.arange(len(firsts), dtype=np.int32), spread),
        owners=(each - keys * max(papers, 1)).astype(np.int32),
        counts=counts,
    )


def _run_starts(values: Integers) -> Integers:
    """Return where, in sorted values, a new one begins."""
    return np.flatnonzero(np.diff(values, prepend=-1))


def _parted(found: _Counts) -> tuple[_Counts, _Counts]:
    """Return the counts of terms that several papers use, and of those that one uses."""
    several = found.spread > 1
    return _chosen(found, several), _chosen(found, ~several)


def _chosen(found: _Counts, chosen: NDArray[np.bool_]) -> _Counts:
    entries = chosen[found.terms]
    renumbered = np.cumsum(chosen, dtype=np.int32) - np.int32(1)
    return _Counts(
        numbers=found.numbers[chosen],
        spread=found.spread[chosen],
        terms=renumbered[found.terms[entries]],
        owners=found.owners[entries],
        counts=found.counts[entries],
    )


def _heaviest(owners: Shorts, weights: Floats, papers: int) -> Integers:
    """Return which entries are kept, paper after paper: the 128 heaviest, the first among equals.

    Those of a paper stay in their order.
    """
    order = np.argsort(owners.astype(np.min_scalar_type(papers)), kind="stable")
    lengths = np.bincount(owners, minlength=papers)
    starts = np.cumsum(lengths) - lengths
    left = []
    for paper in np.flatnonzero(lengths > _HEAVIEST).tolist():
        start, end = starts[paper], starts[paper] + lengths[paper]
        heaviest = np.argsort(-weights[order[start:end]], kind="stable")
        left.append(start + heaviest[_HEAVIEST:])
    return np.delete(order, np.concatenate(left)) if left else order
