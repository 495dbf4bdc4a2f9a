"""Phrases that mean the same, by their stems, as queries are compared with them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, chunks
from generator.emit.search_words import read_chunk

Stems = tuple[str, ...]


def read_synonyms(groups: Iterable[Iterable[str]]) -> dict[Stems, list[Stems]]:
    """Return, by the stems of each phrase, those of the phrases that mean the same.

    Args:
        groups: Phrases that mean the same; see ``synonyms.json``.
    """
    synonyms: dict[Stems, list[Stems]] = {}
    for group in groups:
        phrases = [stems for stems in map(_stems, group) if stems]
        for phrase in phrases:
            synonyms.setdefault(phrase, []).extend(o for o in phrases if o != phrase)
    return synonyms


def _stems(phrase: str) -> Stems:
    words = [word.plain for chunk in chunks(phrase) for word in read_chunk(chunk)]
    return tuple(stem(word) for word in words if word not in STOP_WORDS)
