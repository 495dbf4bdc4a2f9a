"""Short and long forms that mean the same; ``static/js/search/synonyms.js`` reads the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.emit.synonym_stems import Stems

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Synonym:
    """A run of words, ``start`` to ``end``, that may be said in other ways."""

    start: int
    end: int
    others: Sequence[Stems]


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
