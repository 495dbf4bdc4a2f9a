"""Papers by how well they say what was asked: Lunr's scores, the share of words found, the title.

``static/js/search/rank.js`` ranks the same way, with the same operations in the same order, so
that both come to the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.search.backend import Posting
from generator.search.query import Clause, Presence
from generator.search.readings import Postings, Reading, Way

# The index boosts fields for those who search it plainly; here the title counts in its own way.
_FIELD_WEIGHT: Mapping[str, float] = {
    "title": 0.2,
    "authors": 1.0,
    "topics": 0.4,
    "venue": 0.3,
    "system": 0.3,
}
_TITLE = 3.0
_HELD = 0.8
_LEAST = 0.0005  # Lunr rounds to 0 what all papers say, yet it is found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A paper found.

    Attributes:
        paper: Its number.
        score: Above 0.
    """

    paper: int
    score: float

    @property
    def sort_key(self) -> tuple[float, int]:
        """The order of results; papers of equal score stand in the order of the corpus."""
        return (-self.score, self.paper)


@dataclass(slots=True)
class _Sum:
    """What a paper has of a query so far."""

    score: float = 0.0
    share: float = 0.0
    titled: float = 0.0


@dataclass(frozen=True, slots=True)
class _TermScores:
    score: dict[int, float] = field(default_factory=dict)
    title: set[int] = field(default_factory=set)


def rank(size: int, readings: Sequence[Reading], postings: Postings) -> list[Hit]:
    """Return the papers found, best first.

    It goes by the score, of which each word has a part that no text makes smaller, times the share
    of words found, and by how nearly the title holds all of them.

    Args:
        size: Papers in the index.
        readings: Of the query.
        postings: Of their terms.
    """
    sums = _totals(size, readings, postings)
    wanted = [r.clause for r in readings if r.clause.presence is not Presence.NOT]
    boosts = 0.0
    for clause in wanted:  # not sum(), which rounds otherwise in newer Pythons
        boosts += clause.boost
    hits = []
    for paper, total in sums.items():
        if total.score == 0.0:  # it holds only words that were asked for as ^0
            continue
        share, titled = total.share / boosts, _steep(_steep(_steep(total.titled / boosts)))
        score = total.score * share * (1 + _TITLE * titled)
        hits.append(Hit(paper=paper, score=score))
    return sorted(hits, key=lambda hit: hit.sort_key)


def _steep(share: float) -> float:
    """Return it squared: half of the words, three times so, is worth next to nothing."""
    return share * share


def _totals(size: int, readings: Iterable[Reading], postings: Postings) -> dict[int, _Sum]:
    sums: dict[int, _Sum] = {}
    lacking: set[int] = set()
    needed: list[set[int]] = []
    for reading in readings:
        clause = reading.clause
        scores = _clause_scores(size, clause, reading.ways, postings)
        if clause.presence is Presence.NOT:
            lacking |= set() if clause.phrase else scores.keys()
            continue
        if clause.presence is Presence.MUST:
            needed.append(set(scores))
        worth = _HELD * _rarity(size, len(scores))
        for paper, (best, titled) in scores.items():
            total = sums.setdefault(paper, _Sum())
            total.score += clause.boost * (best + worth)
            total.share += clause.boost
            total.titled += clause.boost * titled
    return {
        paper: total
        for paper, total in sums.items()
        if paper not in lacking and all(paper in papers for papers in needed)
    }


def _rarity(size: int, holders: int) -> float:
    """Return it to three decimals, like Lunr's scores: the last ones differ among languages."""
    return math.floor(1000 * math.log(1 + size / max(1, holders)) + 0.5) / 1000


def _clause_scores(
    size: int, clause: Clause, ways: Iterable[Way], postings: Postings
) -> dict[int, tuple[float, float]]:
    """Return each paper's score for a clause, and how well its title says it.

    A paper's score for one clause is that of the best way in which it says it.
    """
    scores: dict[int, tuple[float, float]] = {}
    for way in ways:
        found = [_term_scores(size, postings.get(term, ()), clause.field) for term in way.terms]
        for paper, score in found[0].score.items():
            if any(paper not in other.score for other in found[1:]):
                continue
            for other in found[1:]:
                score += other.score[paper]  # noqa: PLW2901  # the sum in order
            best, titled = scores.get(paper, (0.0, 0.0))
            if all(paper in one.title for one in found):
                titled = max(titled, way.weight)
            scores[paper] = (max(best, (way.weight * score) / len(way.terms)), titled)
    return {paper: both for paper, both in scores.items() if both[0] != 0.0}


def _term_scores(size: int, postings: Sequence[Posting], field_name: str) -> _TermScores:
    """Return what papers score for a term, by how rare it is in each field, not in all.

    The name of a first author counts twice.
    """
    found = _TermScores()
    anywhere = _rarity(size, sum(len(posting.papers) for posting in postings))
    for posting in postings:
        if field_name not in ("", posting.field):
            continue
        weight = _FIELD_WEIGHT.get(posting.field, 1.0)
        weight = (weight * _rarity(size, len(posting.papers))) / anywhere
        firsts = posting.firsts or [0] * len(posting.papers)
        for paper, score, first in zip(posting.papers, posting.scores, firsts, strict=True):
            worth = weight * max(score, _LEAST) * (1 + first)
            found.score[paper] = found.score.get(paper, 0.0) + worth
        if posting.field == "title":
            found.title.update(posting.papers)
    return found
