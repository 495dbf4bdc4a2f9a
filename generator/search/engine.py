"""Query in, ranked papers out; ``static/js/search/engine.js`` ranks the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.emit.synonym_stems import Stems
from generator.search.backend import Backend
from generator.search.phrases import keep_phrases
from generator.search.query import Clause, Presence, parse_query
from generator.search.rank import Hit, rank
from generator.search.readings import read_clauses
from generator.search.text_order import reread
from generator.search.title_order import DEPTH, reorder


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found.

    Attributes:
        hits: Every paper, best first.
        corrections: The written word searched for, by the word without a match.
        plainly: Whether signs were read as plain words, because nothing was found otherwise.
    """

    hits: tuple[Hit, ...]
    corrections: Mapping[str, str]
    plainly: bool = False


def search(backend: Backend, synonyms: Mapping[Stems, Sequence[Stems]], text: str) -> Answer:
    """Return the papers that answer a query.

    Args:
        backend: The index.
        synonyms: As ``read_synonyms`` makes them.
        text: What was typed.
    """
    clauses = parse_query(text)
    answer = _find(backend, synonyms, clauses, plainly=False)
    if answer.hits or all(_is_plain(clause) for clause in clauses):
        return answer
    return _find(backend, synonyms, parse_query(text, plain=True), plainly=True)


def _is_plain(clause: Clause) -> bool:
    is_word = clause.presence is Presence.SHOULD and not clause.phrase
    return is_word and not clause.field and not clause.pattern


def _find(
    backend: Backend,
    synonyms: Mapping[Stems, Sequence[Stems]],
    clauses: Sequence[Clause],
    *,
    plainly: bool,
) -> Answer:
    readings, postings = read_clauses(backend, clauses, synonyms)
    ranked = keep_phrases(backend, clauses, rank(backend.size, readings, postings))
    best = ranked[:DEPTH]
    records = backend.records([hit.paper for hit in best])
    return Answer(
        hits=(*reread(backend, reorder(best, records, readings), readings), *ranked[DEPTH:]),
        corrections={r.clause.words[0].plain: r.used for r in readings if r.used},
        plainly=plainly,
    )
