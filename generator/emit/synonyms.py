"""Which words and phrases mean the same, for the search: LLM and large language model.

The user's own, and the short forms that the papers explain: ``Long Form (LF)``. One that a single
paper explains and no other uses would lead nowhere, since that paper holds both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import permutations

from generator.curate.acronyms import find_acronyms
from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, chunks
from generator.emit.search_words import read_chunk
from generator.model.corpus import Corpus

_MOST = 200  # about 3 kB compressed
_LEAST_PAPERS = 2


def synonym_groups(corpus: Corpus) -> list[list[str]]:
    """Return groups of words and phrases that mean the same, in plain letters.

    Those of the user come first, then the short forms by how many papers explain them; two forms
    of one stem are one.
    """
    groups = [distinct for group in corpus.synonyms if len(distinct := _distinct(group)) > 1]
    known = {pair for group in groups for pair in permutations(map(_key, group), 2)}
    return [*groups, *([*pair] for pair in _explained(corpus, known))]


def _explained(corpus: Corpus, known: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield short and long forms that several papers explain, those that most explain first."""
    papers: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for paper in corpus.papers:
        pairs = {}
        for acronym in find_acronyms(paper.abstract):
            pair = (_plain(acronym.short), _plain(acronym.long))
            if len(_distinct(pair)) > 1:
                pairs[_key(pair[0]), _key(pair[1])] = pair
        papers.update(pairs.keys())
        for key, pair in pairs.items():
            written.setdefault(key, pair)
    kept = [key for key, n in papers.items() if n >= _LEAST_PAPERS and key not in known]
    kept.sort(key=lambda key: (-papers[key], key))
    for key in kept[:_MOST]:
        yield written[key]


def _distinct(phrases: Iterable[str]) -> list[str]:
    """Return the phrases in plain letters, one for each run of stems; without empty ones."""
    by_stems = {_key(phrase): _plain(phrase) for phrase in phrases}
    return [phrase for stems, phrase in by_stems.items() if stems]


def _plain(phrase: str) -> str:
    return " ".join(word.plain for chunk in chunks(phrase) for word in read_chunk(chunk))


def _key(phrase: str) -> str:
    return " ".join(stem(word) for word in _plain(phrase).split() if word not in STOP_WORDS)
