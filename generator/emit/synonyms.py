"""Which words and phrases mean the same, for the search: LLM and large language model.

The user's own, and the short forms that the papers explain: ``Long Form (LF)``. One that a single
paper explains and no other uses would lead nowhere, since that paper holds both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from generator.curate.acronyms import find_acronyms
from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, chunks
from generator.emit.search_words import read_chunk
from generator.model.corpus import Corpus

_MOST = 200  # about 3 kB compressed
_LEAST_PAPERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A phrase in plain letters; ``stems`` are equal for phrases that the search takes as one."""

    plain: str
    stems: str


def synonym_groups(corpus: Corpus) -> list[list[str]]:
    """Return groups of words and phrases that mean the same, in plain letters.

    Those of the user come first, then the short forms by how many papers explain them; two forms
    of one stem are one.
    """
    groups = [distinct for group in corpus.synonyms if len(distinct := _distinct(group)) > 1]
    known = {
        pair for group in groups for pair in permutations((phrase.stems for phrase in group), 2)
    }
    return [
        *([phrase.plain for phrase in group] for group in groups),
        *([*pair] for pair in _explained(corpus, known)),
    ]


def _explained(corpus: Corpus, known: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield short and long forms that several papers explain, those that most explain first."""
    printed = [
        {(acronym.short, acronym.long) for acronym in find_acronyms(paper.abstract)}
        for paper in corpus.papers
    ]
    read = {pair: _distinct(pair) for pair in sorted(set().union(*printed))}
    papers: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for pairs in printed:
        found = {}
        for pair in sorted(pairs):
            if len(read[pair]) > 1:
                short, long = read[pair]
                found[short.stems, long.stems] = (short.plain, long.plain)
        papers.update(found.keys())
        for key, plain in found.items():
            written.setdefault(key, plain)
    kept = [key for key, n in papers.items() if n >= _LEAST_PAPERS and key not in known]
    kept.sort(key=lambda key: (-papers[key], key))
    for key in kept[:_MOST]:
        yield written[key]


def _distinct(phrases: Iterable[str]) -> list[_Phrase]:
    """Return the phrases, one for each run of stems; without empty ones."""
    by_stems = {phrase.stems: phrase for phrase in map(_read, phrases)}
    return [phrase for stems, phrase in by_stems.items() if stems]


def _read(phrase: str) -> _Phrase:
    parts = [part for part in map(_read_chunk, chunks(phrase)) if part.plain]
    plain = " ".join([part.plain for part in parts])
    return _Phrase(plain=plain, stems=" ".join([part.stems for part in parts if part.stems]))


@lru_cache(maxsize=8192)
def _read_chunk(chunk: str) -> _Phrase:
    """Read a run without white space; long forms are made of few different ones."""
    plain = " ".join(word.plain for word in read_chunk(chunk))
    stems = " ".join(stem(word) for word in plain.split() if word not in STOP_WORDS)
    return _Phrase(plain=plain, stems=stems)
