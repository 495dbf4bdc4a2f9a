"""Query in, ranked papers out; ``static/js/search/engine.js`` ranks the same way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS
from generator.search.query import Clause, parse_query
from generator.search.vocabulary import nearest, starting_with

# Weight of a completion (of nearly its own length) or correction beside a word as typed.
_COMPLETED = 0.9
_CORRECTED = 0.8
_MOST_COMPLETIONS = 100


class Reader(Protocol):
    """An index; see ``LunrReader``."""

    @property
    def terms(self) -> Sequence[str]:
        """Every term, sorted by UTF-16 code units."""
        ...

    def has(self, term: str) -> bool:
        """Tell whether any paper holds the term."""
        ...

    def lookup(self, term: str) -> Mapping[int, float]:
        """Return the score of each paper that holds the term, by position."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A paper found: its position in ``papers.json``, its score, and how many words it holds."""

    paper: int
    score: float
    words: int


@dataclass(slots=True)
class _Match:
    """What one clause is looked up as: weight by index term, and the word meant, if mistyped."""

    weights: dict[str, float] = field(default_factory=dict)
    correction: str = ""

    def add(self, reader: Reader, word: str, weight: float) -> None:
        term = stem(word)
        if term not in self.weights and reader.has(term):
            self.weights[term] = weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found.

    Attributes:
        hits: Every paper, best first.
        corrections: The written word searched for, by the word without a match.
    """

    hits: tuple[Hit, ...]
    corrections: Mapping[str, str]


def search(reader: Reader, words: Sequence[str], text: str) -> Answer:
    """Return the papers that answer a query.

    Args:
        reader: The index.
        words: Written words, sorted.
        text: What was typed.
    """
    clauses = parse_query(text)
    matches = [_match(reader, words, clause) for clause in clauses]
    return Answer(
        hits=_ranked([_clause_scores(reader, match.weights) for match in matches]),
        corrections={
            clause.plain: match.correction
            for clause, match in zip(clauses, matches, strict=True)
            if match.correction
        },
    )


def _match(reader: Reader, words: Sequence[str], clause: Clause) -> _Match:
    match = _Match()
    for form in clause.forms:
        match.add(reader, form, 1.0)
    if clause.open:
        for word in _completions(reader, words, clause.plain):
            match.add(reader, word, _COMPLETED * math.sqrt(len(clause.plain) / len(word)))
    if not match.weights:
        near = nearest(words, clause.plain)
        for word in near:
            match.add(reader, word, _CORRECTED)
        if match.weights:
            match.correction = near[0]
    return match


def _completions(reader: Reader, words: Sequence[str], prefix: str) -> list[str]:
    """Return written words and, for scripts that have none, terms; the shortest first."""
    found = [*starting_with(words, prefix), *starting_with(reader.terms, prefix)]
    return sorted((w for w in found if w not in STOP_WORDS), key=len)[:_MOST_COMPLETIONS]


def _clause_scores(reader: Reader, weights: Mapping[str, float]) -> dict[int, float]:
    """Return each paper's score for one word: that of the best way in which it writes it."""
    scores: dict[int, float] = {}
    for term, weight in weights.items():
        for paper, score in reader.lookup(term).items():
            scores[paper] = max(scores.get(paper, 0.0), weight * score)
    return scores


def _ranked(clauses: Sequence[Mapping[int, float]]) -> tuple[Hit, ...]:
    """Order papers: those with every word first, then by score and the share of words found.

    The share counts to the power 1.5; measured on known-item queries, it finds papers by their
    content better than the share alone, and others as well.
    """
    scores: dict[int, float] = {}
    words: dict[int, int] = {}
    for clause in clauses:
        for paper, score in clause.items():
            scores[paper] = scores.get(paper, 0.0) + score
            words[paper] = words.get(paper, 0) + 1
    hits = []
    for paper, score in scores.items():
        share = words[paper] / len(clauses)
        hits.append(Hit(paper=paper, score=score * share * math.sqrt(share), words=words[paper]))
    hits.sort(key=lambda hit: (hit.words < len(clauses), -hit.score, hit.paper))
    return tuple(hits)
