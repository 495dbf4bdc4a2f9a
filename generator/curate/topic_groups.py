"""Groups of similar papers, found without being told how many there are or what they are about.

Up to a few hundred papers: average link on the words they share and, by a twelfth, on what else is
known of them. Beyond that a sample is grouped so, and the others join the nearest group (Buckshot;
Cutting, Karger, Pedersen and Tukey 1992), in time that grows with the number of papers; then every
paper moves to the group that it is nearest to without its own help.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from generator.curate.average_link import average_link

_SAMPLE = 320
_CENTRE_TERMS = 150
_MOVING_TERMS = 300
_VECTOR_TERMS = 120
_VECTOR_TERMS_OF_MANY = 60
_COMMON = 0.5
_MOST_GROUPS = 60
_LEAST_GROUP = 2
_MOVES = 2
_BESIDE = 0.08

Vector = dict[str, float]


def rarities(counts: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """Return log(papers / papers with the term) for terms of two papers up to half of them."""
    spread: Counter[str] = Counter()
    for terms in counts:
        spread.update(terms.keys())
    total = len(counts)
    most = max(2.0, _COMMON * total)
    return {term: log(total / n) for term, n in spread.items() if 2 <= n <= most and n < total}


def number_of_groups(papers: int) -> int:
    """Return how many groups to begin with; about a third turn out to be too small to stay."""
    return min(_MOST_GROUPS, round(2.6 * sqrt(papers)), max(1, papers // 2))


def similar_groups(
    vectors: Sequence[Vector], groups: int, beside: Sequence[Mapping[str, float]] = ()
) -> list[list[int]]:
    """Return groups of two or more positions, largest first; lonely vectors are in none.

    Args:
        vectors: Unit vectors, in an order that does not depend on chance.
        groups: How many to begin with; fewer come out when some are too small.
        beside: What is known of each besides its terms: a vector of length 1 at most.
    """
    step = max(1, -(-len(vectors) // _SAMPLE))
    terms = _VECTOR_TERMS if step == 1 else _VECTOR_TERMS_OF_MANY
    short = [_heaviest(vector, terms) for vector in vectors]
    if beside:
        short = [_with(vector, known) for vector, known in zip(short, beside, strict=True)]
    sample = list(range(0, len(short), step))
    found = average_link([short[position] for position in sample], groups)
    grouped = [[sample[place] for place in group] for group in found]
    if step > 1:
        from generator.curate.group_moves import moved  # noqa: PLC0415 - numpy

        grouped = moved(short, grouped, times=_MOVES, terms=_MOVING_TERMS)
    least = max(_LEAST_GROUP, round(sqrt(len(vectors)) / 8))
    large = [group for group in grouped if len(group) >= least]
    return sorted(large, key=lambda group: (-len(group), group))


def _with(vector: Mapping[str, float], known: Mapping[str, float]) -> Vector:
    """Return a unit vector of both, the second with a twelfth of the say at most."""
    both = {term: sqrt(1.0 - _BESIDE) * weight for term, weight in _scaled(vector).items()}
    both.update((f"#{name}", sqrt(_BESIDE) * share) for name, share in known.items())
    return _scaled(both)


def centre(vectors: Iterable[Mapping[str, float]], terms: int = _CENTRE_TERMS) -> Vector:
    """Return the unit vector between vectors, cut to its heaviest terms."""
    total: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return _scaled(_heaviest(total, terms))


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the cosine of two unit vectors."""
    return sum(weight * second[term] for term, weight in first.items() if term in second)


def _heaviest(vector: Mapping[str, float], count: int) -> Vector:
    if len(vector) <= count:
        return dict(vector)
    ranked = sorted(vector.items(), key=lambda entry: (-entry[1], entry[0]))
    return dict(ranked[:count])


def _scaled(vector: Mapping[str, float]) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}
