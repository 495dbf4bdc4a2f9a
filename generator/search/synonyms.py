"""Short and long forms that mean the same; ``static/js/search/synonyms.js`` reads the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, chunks
from generator.emit.search_words import read_chunk

Stems = tuple[str, ...]

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Synonym:
    """A run of words, ``start`` to ``end``, that may be said in other ways."""

    start: int
    end: int
    others: Sequence[Stems]


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


def find_synonyms(
    words: Sequence[str], synonyms: Mapping[Stems, Sequence[Stems]]
) -> Iterator[Synonym]:
    """Yield the runs of words that have synonyms, the longest from each place."""
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            others = synonyms.get(tuple(words[start:end]))
            if others:
                yield Synonym(start, end, others)
                break
