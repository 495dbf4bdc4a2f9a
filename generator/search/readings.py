"""What each clause is looked up as: the ways in which a paper may say it.

``static/js/search/readings.js`` reads the same way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS
from generator.emit.synonym_stems import Stems
from generator.search.backend import Backend, Neighbour, Posting
from generator.search.query import Clause, Presence
from generator.search.synonyms import find_synonyms

Postings = dict[str, Sequence[Posting]]

# Weight of a way beside the word as typed.
_COMPLETED = 0.9
_KNOWN_AND_COMPLETED = 0.45
_NEIGHBOUR = 0.8
_SYNONYM = 0.8
_MOST_COMPLETIONS = 100
_SHORT = 6  # letters; a shorter word is mistyped by one slip, others by up to two


@dataclass(frozen=True, slots=True)
class Way:
    """Stems a paper must hold all of, and what that is worth."""

    terms: Stems
    weight: float


@dataclass(slots=True)
class Reading:
    """A clause with the ways to say it.

    Attributes:
        clause: As typed.
        ways: What to look up.
        used: The written word searched for instead of an unknown one; else empty.
    """

    clause: Clause
    ways: list[Way] = field(default_factory=list)
    used: str = ""


def read_clauses(
    backend: Backend, clauses: Sequence[Clause], synonyms: Mapping[Stems, Sequence[Stems]]
) -> tuple[list[Reading], Postings]:
    """Return the clauses' ways, and the postings of all their terms."""
    readings = [Reading(clause, _as_typed(clause)) for clause in clauses]
    _add_synonyms(readings, synonyms)
    words = [_completions(backend, clause) for clause in clauses]
    postings: Postings = {}
    terms = [term for reading in readings for way in reading.ways for term in way.terms]
    _look_up(backend, postings, [*terms, *(stem(word) for found in words for word in found)])
    for reading, found in zip(readings, words, strict=True):
        _add_completions(reading, found, postings)
    for reading in readings:
        if reading.clause.slips or _is_mistyped(reading, postings):
            _add_neighbours(backend, reading, postings)
    return readings, postings


def _look_up(backend: Backend, postings: Postings, terms: Iterable[str]) -> None:
    postings |= backend.lookup([term for term in dict.fromkeys(terms) if term not in postings])


def _as_typed(clause: Clause) -> list[Way]:
    if "*" in clause.pattern[:-1]:
        return []
    if clause.phrase:
        plain = [word.plain for word in clause.words if word.plain not in STOP_WORDS]
        return [Way(tuple(map(stem, plain)), 1.0)] if plain else []  # the index has no stop words
    return [Way((term,), 1.0) for term in dict.fromkeys(map(stem, clause.forms))]


def _add_synonyms(readings: Iterable[Reading], synonyms: Mapping[Stems, Sequence[Stems]]) -> None:
    """Let a run of words share the weight of its synonym, which each of them counts again."""
    plain = [reading for reading in readings if _is_word(reading.clause)]
    stems = [stem(reading.clause.words[0].plain) for reading in plain]
    for found in find_synonyms(stems, synonyms):
        weight = _SYNONYM / (found.end - found.start)
        for reading in plain[found.start : found.end]:
            reading.ways += [Way(terms, weight) for terms in found.others]


def _is_word(clause: Clause) -> bool:
    return not clause.phrase and not clause.pattern and clause.presence is not Presence.NOT


def _completions(backend: Backend, clause: Clause) -> list[str]:
    """Return written words that the clause may be the beginning of."""
    if clause.pattern:
        found = backend.completions(clause.pattern.partition("*")[0], _MOST_COMPLETIONS)
        matches = re.compile(re.sub(r"\*+", ".*", clause.pattern)).fullmatch
        return [word for word in found if matches(word)]
    return backend.completions(clause.words[0].plain, _MOST_COMPLETIONS) if clause.open else []


def _add_completions(reading: Reading, words: Iterable[str], postings: Postings) -> None:
    known = {way.terms for way in reading.ways}
    is_known = any(all(term in postings for term in way.terms) for way in reading.ways)
    letters = len(reading.clause.words[0].plain)
    for word in words:
        terms = (stem(word),)
        if terms in known:
            continue
        known.add(terms)
        weight = (_KNOWN_AND_COMPLETED if is_known else _COMPLETED) * math.sqrt(
            min(1.0, letters / len(word))
        )
        reading.ways.append(Way(terms, 1.0 if reading.clause.pattern else weight))


def _is_found(field_name: str, terms: Stems, postings: Postings) -> bool:
    """Tell whether some paper holds each term, in the field asked for."""
    return all(
        any(field_name in ("", posting.field) for posting in postings.get(term, ()))
        for term in terms
    )


def _is_mistyped(reading: Reading, postings: Postings) -> bool:
    clause = reading.clause
    return (
        _is_word(clause)
        and len(clause.words[0].plain) > 2
        and not any(_is_found(clause.field, way.terms, postings) for way in reading.ways)
    )


def _add_neighbours(backend: Backend, reading: Reading, postings: Postings) -> None:
    """Add written words near one asked for with ~, or near one that no paper holds."""
    clause = reading.clause
    plain = clause.words[0].plain
    near = backend.neighbours(plain, clause.slips or (1 if len(plain) < _SHORT else 2))
    _look_up(backend, postings, [stem(neighbour.word) for neighbour in near])
    usable = [one for one in near if _is_found(clause.field, (stem(one.word),), postings)]
    kept = usable if clause.slips else _nearest(usable)
    if kept and not clause.slips:
        reading.used = kept[0].word
    terms = dict.fromkeys(stem(neighbour.word) for neighbour in kept)
    reading.ways += [Way((term,), _NEIGHBOUR) for term in terms]


def _nearest(neighbours: Sequence[Neighbour]) -> list[Neighbour]:
    return [one for one in neighbours if one.slips == neighbours[0].slips]
