"""Which papers a reader would want next, and why.

Words decide first (see ``likeness``); a shared topic and a named system add to it. A paper is
listed only when its words alone are alike enough, and when there is a term or a name to show as the
reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.related import RelatedConfig
from generator.curate.telling import is_telling
from generator.curate.vectors import Vectors
from generator.model.enrichment import Facts, RelatedPaper, TopicScore
from generator.model.paper import Paper, PaperId

if TYPE_CHECKING:
    from generator.curate.likeness import Alike

_SAME_TOPIC = 0.08
_SAME_FIRST_TOPIC = 0.08
_NAMED = 0.1
_MUTUAL = 0.02
_MUTUAL_RANK = 10
_TWINS = 0.5
_TERMS = 3
_PHRASES_COUNT = 2.0
_LAST_RESORT = 0.1
_VERY_MANY = 0.125
_SEVERAL = 3
_SHORTEST_NAME = 3

Topics = Mapping[PaperId, Sequence[TopicScore]]


def find_related(
    papers: Iterable[Paper],
    vectors: Vectors,
    config: RelatedConfig,
    *,
    near: Sequence[Alike] | None = None,
    topics: Topics | None = None,
    facts: Mapping[PaperId, Facts] | None = None,
) -> dict[PaperId, tuple[RelatedPaper, ...]]:
    """Return the papers related to each paper, best first; none where nothing is alike enough.

    Args:
        papers: Those of the vectors, in any order; the answer does not depend on it.
        vectors: What the papers are about.
        config: How many to list, and from which likeness on.
        near: The papers most like each of them, where somebody has compared them already.
        topics: Topics of each paper, primary first, where known.
        facts: What each paper names, where known.
    """
    if not config.limit:
        return dict.fromkeys(vectors.papers, ())
    near = compared(vectors) if near is None else near
    finder = _Finder(
        vectors=vectors,
        config=config,
        near=near,
        best=[frozenset(each.places[:_MUTUAL_RANK].tolist()) for each in near],
        topics=_topics_of(vectors.papers, topics or {}),
        names=_Names(vectors.papers, papers, facts or {}),
        worth=_worth(vectors),
    )
    return {paper: finder.related(place) for place, paper in enumerate(vectors.papers)}


def compared(vectors: Vectors) -> Sequence[Alike]:
    """Return the papers most like each paper, best first."""
    from generator.curate.likeness import alike  # noqa: PLC0415 - loads numpy

    return alike(vectors)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    place: int
    words: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """The shared context; papers are places among the vectors' papers, which are sorted by id."""

    vectors: Vectors
    config: RelatedConfig
    near: Sequence[Alike]
    best: Sequence[frozenset[int]]
    topics: Sequence[tuple[str, ...]]
    names: _Names
    worth: Sequence[float]

    def related(self, place: int) -> tuple[RelatedPaper, ...]:
        """Return the papers to list, best first; of near-identical ones one, if others are left."""
        weights = dict(self.vectors.entries(place))
        chosen: list[tuple[_Candidate, tuple[str, ...]]] = []
        twins: list[tuple[_Candidate, tuple[str, ...]]] = []
        for candidate in self._candidates(place):
            terms = self._terms(place, weights, candidate.place)
            if not terms:
                continue
            alone = all(self._words(candidate.place, other.place) < _TWINS for other, _ in chosen)
            (chosen if alone else twins).append((candidate, terms))
            if len(chosen) == self.config.limit:
                break
        listed = sorted(
            [*chosen, *twins][: self.config.limit],
            key=lambda entry: (-entry[0].score, entry[0].place),
        )
        return tuple(
            RelatedPaper(
                paper=self.vectors.papers[candidate.place],
                score=round(min(candidate.score, 1.0) * self.vectors.shares[place], 3),
                terms=terms,
            )
            for candidate, terms in listed
        )

    def _candidates(self, place: int) -> list[_Candidate]:
        """Return the papers that are alike enough, best first."""
        near = self.near[place]
        found = [
            _Candidate(place=other, words=words, score=context + self._bonus(place, other))
            for other, words, context in zip(
                near.places.tolist(), near.words.tolist(), near.context.tolist(), strict=True
            )
            if words >= self.config.min_score
        ]
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.place))

    def _bonus(self, place: int, other: int) -> float:
        """Return what speaks for a pair besides its words."""
        bonus = _MUTUAL if place in self.best[other] else 0.0
        ours, theirs = self.topics[place], self.topics[other]
        if ours and theirs:
            bonus += _SAME_FIRST_TOPIC * (ours[0] == theirs[0])
            bonus += _SAME_TOPIC * (not set(ours).isdisjoint(theirs))
        return bonus + _NAMED * bool(self.names.between(place, other))

    def _words(self, place: int, other: int) -> float:
        """Return how alike the words of two papers are; 0 when one is not near the other."""
        near = self.near[place]
        return float(near.words[near.places == other].sum())

    def _terms(self, place: int, weights: Mapping[int, float], other: int) -> tuple[str, ...]:
        """Return what two papers share, at most three: a name, then the heaviest telling terms."""
        found = list(self.names.between(place, other))
        theirs = dict(self.vectors.entries(other))
        shared = sorted(
            (-weights[term] * theirs[term] * self.worth[term], term)
            for term in weights.keys() & theirs.keys()
            if self.worth[term]
        )
        for _, term in shared:
            if len(found) == _TERMS:
                break
            text = self.vectors.terms[term]
            if self.worth[term] == _LAST_RESORT and found:
                continue
            if not any(_holds(longer, text) for longer in found):
                found.append(text)
        return tuple(found)


class _Names:
    """The names papers give their systems, and which of them other papers mention."""

    def __init__(
        self,
        order: Sequence[PaperId],
        papers: Iterable[Paper],
        facts: Mapping[PaperId, Facts],
    ) -> None:
        texts = {paper.id: f"{paper.title} {paper.abstract}" for paper in papers if facts}
        self._texts = [texts.get(paper, "") for paper in order]
        self._names = [_system(facts.get(paper)) for paper in order]

    def between(self, place: int, other: int) -> tuple[str, ...]:
        """Return the system of one paper that the other mentions, if there is one.

        Two papers that give the same name to systems of their own do not speak of each other.
        """
        ours, theirs = self._names[place], self._names[other]
        if ours == theirs:
            return ()
        if ours and _mentions(self._texts[other], ours):
            return (ours,)
        return (theirs,) if theirs and _mentions(self._texts[place], theirs) else ()


def _system(facts: Facts | None) -> str:
    name = facts.system.text if facts and facts.system else ""
    return name if len(name) >= _SHORTEST_NAME else ""


def _mentions(text: str, name: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _topics_of(order: Iterable[PaperId], topics: Topics) -> list[tuple[str, ...]]:
    return [tuple(entry.topic for entry in topics.get(paper, ())) for paper in order]


def _worth(vectors: Vectors) -> list[float]:
    """Return how much each term counts as a reason if it is shared; 0 when it is none.

    A single word that very many papers use is only given where there is nothing better.
    """
    usual = max(_SEVERAL, len(vectors.papers) * _VERY_MANY)
    worth = []
    for term, spread in zip(vectors.terms, vectors.spread, strict=True):
        if not is_telling(term):
            worth.append(0.0)
        elif not term.isalnum():
            worth.append(_PHRASES_COUNT)
        else:
            worth.append(1.0 if spread <= usual else _LAST_RESORT)
    return worth


def _holds(text: str, term: str) -> bool:
    """Tell whether every word of a term is one of a text's."""
    return set(re.findall(r"\w+", term.lower())) <= set(re.findall(r"\w+", text.lower()))
