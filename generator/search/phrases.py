"""Phrases, word for word: the index knows which papers hold the words, their texts in what order.

``static/js/search/phrases.js`` does the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.search.backend import Backend
from generator.search.query import Clause, Presence
from generator.search.rank import Hit
from generator.search.title_order import plain_words

# How many of the likeliest papers are read for a phrase.
_MOST_READ = 100


def keep_phrases(backend: Backend, clauses: Sequence[Clause], hits: list[Hit]) -> list[Hit]:
    """Return the hits without those that lack a phrase, or hold one that was meant not to be."""
    phrases = [clause for clause in clauses if clause.phrase]
    if not phrases:
        return hits
    papers = [hit.paper for hit in hits[:_MOST_READ]]
    records, abstracts = backend.records(papers), backend.abstracts(papers)
    unread_too = all(clause.presence is Presence.NOT for clause in phrases)
    kept = []
    for hit, record, abstract in zip(hits[:_MOST_READ], records, abstracts, strict=True):
        texts = _texts(record, abstract)
        if all(_holds(texts, one) == (one.presence is not Presence.NOT) for one in phrases):
            kept.append(hit)
    return [*kept, *(hits[_MOST_READ:] if unread_too else ())]


def _texts(record: Mapping[str, Any], abstract: str) -> dict[str, str]:
    """Return by field the words between blanks, so that a phrase is a part of it."""
    texts = {
        "title": record["title"],
        "authors": record["authors"],
        "topics": "\n".join(record["topics"]),
        "abstract": abstract,
    }
    return {name: f" {' '.join(plain_words(text))} " for name, text in texts.items()}


def _holds(texts: Mapping[str, str], clause: Clause) -> bool:
    """Tell whether a text has the phrase.

    A result names few of many authors, so that all names in that field must do.
    """
    if clause.field == "authors":
        return True
    phrase = f" {' '.join(word.plain for word in clause.words)} "
    searched = [texts.get(clause.field, "")] if clause.field else texts.values()
    return any(phrase in text for text in searched)
