"""The best papers once more, now by their titles' words: as typed, and in the order typed.

``static/js/search/title-order.js`` does the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import chunks
from generator.emit.search_words import read_chunk
from generator.search.query import Presence
from generator.search.rank import Hit
from generator.search.readings import Reading

# How many papers are looked at: all of them are read, and more make results no better.
DEPTH = 10
_AS_TYPED = 0.5
_IN_ORDER = 0.5
_NOTHING_ELSE = 0.9
_FIRST_AUTHOR = 1.0


def reorder(
    hits: Sequence[Hit], records: Sequence[Mapping[str, Any]], readings: Sequence[Reading]
) -> list[Hit]:
    """Return the hits, best first by what their titles are worth too.

    Args:
        hits: The best ones.
        records: Theirs, as in ``papers.json``.
        readings: Of the query.
    """
    wanted = [r for r in readings if r.clause.presence is not Presence.NOT]
    weighed = [
        replace(hit, score=hit.score * _worth(record["title"], record["authors"], wanted))
        for hit, record in zip(hits, records, strict=True)
    ]
    return sorted(weighed, key=lambda hit: hit.sort_key)


def _worth(title: str, authors: str, wanted: Sequence[Reading]) -> float:
    """Return 1.0 for a title without any word asked for, up to 5.8."""
    words = plain_words(title)
    stems = [stem(word) for word in words]
    first = plain_words(authors.partition(", ")[0].partition(" and ")[0])
    typed = [word.plain for reading in wanted for word in reading.clause.words]
    places = [_place(reading, words, stems) for reading in wanted]
    as_typed = sum(word in words for word in typed) / len(typed)
    in_order = sum(0 <= before < place for before, place in pairwise(places))
    said = sum(place >= 0 for place in places) / max(1, len(words))
    worth = 1 + _AS_TYPED * as_typed + (_IN_ORDER * in_order) / max(1, len(places) - 1)
    worth += _NOTHING_ELSE * said
    return worth * (1 + _FIRST_AUTHOR if any(word in first for word in typed) else 1)


def says_all(title: str, wanted: Sequence[Reading]) -> bool:
    """Tell whether a title says every clause in some way."""
    words = plain_words(title)
    stems = [stem(word) for word in words]
    return all(_place(reading, words, stems) >= 0 for reading in wanted)


def plain_words(text: str) -> list[str]:
    """Return the words of a text in plain letters, in order."""
    return [word.plain for chunk in chunks(text) for word in read_chunk(chunk)]


def _place(reading: Reading, words: Sequence[str], stems: Sequence[str]) -> int:
    """Return where the title says a clause: in its own letters, else in another way; else -1."""
    typed = reading.clause.words[0].plain
    if typed in words:
        return words.index(typed)
    said = {way.terms[0] for way in reading.ways}
    return next((place for place, term in enumerate(stems) if term in said), -1)
