"""Average-link clustering: the two groups whose members are most alike on average are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def average_link(vectors: Sequence[Mapping[str, float]], groups: int) -> list[list[int]]:
    """Return ``groups`` groups of positions, each in order, the groups by their first position.

    Similarity is the cosine of two unit vectors. Ties go to the lower positions. Time and memory
    grow with the square of the number of vectors, so hand over a sample of a few hundred.

    The joins are found by chains of nearest neighbours (Murtagh 1983), which for average link
    give the same tree as always joining the most similar pair.
    """
    rows = _similarities(vectors)
    joins = _joins(rows)
    joins.sort(key=lambda join: (-join[0], join[1], join[2]))
    members = {position: [position] for position in range(len(vectors))}
    leader = list(range(len(vectors)))
    for _, first, second in joins[: max(0, len(vectors) - groups)]:
        into, gone = sorted((leader[first], leader[second]))
        for position in members[gone]:
            leader[position] = into
        members[into].extend(members.pop(gone))
    return [sorted(group) for _, group in sorted(members.items())]


def _similarities(vectors: Sequence[Mapping[str, float]]) -> list[list[float]]:
    """Return the full matrix of cosines, by an index from term to the vectors that hold it.

    It is symmetric to the last bit: were it not, a chain of nearest neighbours could go in circles.
    """
    holders: dict[str, list[tuple[int, float]]] = {}
    for position, vector in enumerate(vectors):
        for term, weight in vector.items():
            holders.setdefault(term, []).append((position, weight))
    rows: list[list[float]] = []
    for position, vector in enumerate(vectors):
        row = [0.0] * len(vectors)
        for term, weight in vector.items():
            for other, share in holders[term]:
                row[other] += weight * share
        for earlier in range(position):
            row[earlier] = rows[earlier][position]
        rows.append(row)
    return rows


def _joins(rows: list[list[float]]) -> list[tuple[float, int, int]]:
    """Return every join as similarity and two positions, one of each side."""
    sizes = [1] * len(rows)
    alive = dict.fromkeys(range(len(rows)))
    joins: list[tuple[float, int, int]] = []
    chain: list[int] = []
    while len(alive) > 1:
        if not chain:
            chain.append(next(iter(alive)))
        tip = chain[-1]
        row = rows[tip]
        before = chain[-2] if len(chain) > 1 else -1
        nearest, best = before, row[before] if before >= 0 else -1.0
        for other in alive:
            if other != tip and row[other] > best:
                nearest, best = other, row[other]
        if nearest != before:
            chain.append(nearest)
            continue
        del chain[-2:]
        kept, gone = sorted((tip, nearest))
        joins.append((best, kept, gone))
        del alive[gone]
        _merge(rows, alive, kept, gone, sizes)
    return joins


def _merge(
    rows: list[list[float]], alive: Mapping[int, None], kept: int, gone: int, sizes: list[int]
) -> None:
    """Make ``kept`` the union: its similarity is the mean over all pairs of members."""
    total = sizes[kept] + sizes[gone]
    first, second = sizes[kept] / total, sizes[gone] / total
    own, other = rows[kept], rows[gone]
    for position in alive:
        own[position] = rows[position][kept] = first * own[position] + second * other[position]
    sizes[kept] = total
