"""The best papers a last time, when no title says what was asked: by the words of their texts.

``static/js/search/text-order.js`` does the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.search.backend import Backend
from generator.search.query import Presence
from generator.search.rank import Hit
from generator.search.readings import Reading
from generator.search.title_order import plain_words, says_all

_LEAST_WORDS = 3  # two say too little of a text, and are mostly a name or a topic
_NEAR = 5  # words from one to the next
_MOST_READ = 5  # ten texts are twice the bytes, and make results little better
_AS_TYPED = 2.0
_NEXT_TO = 2.0


def reread(backend: Backend, hits: Sequence[Hit], readings: Sequence[Reading]) -> Sequence[Hit]:
    """Return the hits by the texts of the first five too, if the first title leaves out a word.

    Args:
        backend: The index.
        hits: The best ones, best first.
        readings: Of the query.
    """
    wanted = [r for r in readings if r.clause.presence is not Presence.NOT]
    if len(wanted) < _LEAST_WORDS or not hits:
        return hits
    papers = [hit.paper for hit in hits[:_MOST_READ]]
    records = backend.records(papers)
    if says_all(records[0]["title"], wanted):
        return hits
    typed = [reading.clause.words[0].plain for reading in wanted]
    texts = [
        plain_words(f"{record['title']} {abstract}")
        for record, abstract in zip(records, backend.abstracts(papers), strict=True)
    ]
    read = [
        replace(hit, score=hit.score * _worth(text, typed))
        for hit, text in zip(hits[:_MOST_READ], texts, strict=True)
    ]
    return sorted([*read, *hits[_MOST_READ:]], key=lambda hit: hit.sort_key)


def _worth(text: Sequence[str], typed: Sequence[str]) -> float:
    """Return 1.0 for a text without any word as typed, up to 5.0 for all, each near the next."""
    held = sum(word in text for word in typed)
    near = sum(
        any(word == after and before in text[max(0, i - _NEAR) : i] for i, word in enumerate(text))
        for before, after in pairwise(typed)
    )
    return 1 + (_AS_TYPED * held) / len(typed) + (_NEXT_TO * near) / (len(typed) - 1)
