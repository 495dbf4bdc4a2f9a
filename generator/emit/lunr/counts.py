"""How often each document holds each term: all that an index is made of.

Terms are numbered in the order in which lunr.js meets them, documents from 0. Numbers lie in
arrays, because ten thousand abstracts have a million postings and an object each would cost more
than everything else.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, cut, trim

Numbers: TypeAlias = NDArray[np.signedinteger[Any]]
"""Whole numbers; of 32 bits where there is one for each posting, which memory feels."""

_STOPPED = -1
_RUN = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What lunr.js's builder is told of BM25; its own choice unless said.

    Attributes:
        k1: How much repetition counts, 0 for not at all.
        b: How much the length of a field counts, 0 to 1; nothing where ``k1`` is 0.
    """

    k1: float = 1.2
    b: float = 0.75


DEFAULT = Weighing()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCounts:
    """One field of every document: parallel arrays, an element a posting.

    Postings are sorted by document, then by term.

    Attributes:
        name: As in the documents.
        boost: Its weight in scores.
        documents: The document of each posting.
        terms: Its term.
        counts: How often the document's field holds the term, 1 or more.
        lengths: By document, its terms in this field, repeats counted, stop words not.
    """

    name: str
    boost: float
    documents: Numbers
    terms: Numbers
    counts: Numbers
    lengths: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A counted corpus.

    Attributes:
        documents: How many there are.
        fields: In the index's order.
        terms: Number by term, in numbers' order.
        tokens: Term number by lower-case token as cut from the texts; -1 for stop words.
        weighing: Of repetition and length.
    """

    documents: int
    fields: tuple[FieldCounts, ...]
    terms: Mapping[str, int]
    tokens: Mapping[str, int]
    weighing: Weighing

    @property
    def found(self) -> Numbers:
        """By term, the postings it has, fields added up as lunr.js does."""
        held = np.zeros(len(self.terms), dtype=np.int64)
        for field in self.fields:
            held += np.bincount(field.terms, minlength=len(self.terms))
        return held


class _Words(dict[str, int]):
    """Term number by trimmed token; each is stemmed once."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(STOP_WORDS, _STOPPED))
        self.terms: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.terms.setdefault(stem(word), len(self.terms))
        return number


class _Tokens(dict[str, int]):
    """Term number by raw token; each is trimmed once."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _Words()

    def __missing__(self, token: str) -> int:
        number = self[token] = self.words[trim(token)]
        return number


class _Column:
    """The terms of one field, document after document."""

    def __init__(self) -> None:
        self._terms = array("i")
        self._ends = array("q")

    def add(self, terms: Iterable[int]) -> None:
        self._terms.extend(terms)
        self._ends.append(len(self._terms))

    def counted(self, name: str, boost: float, vocabulary: int) -> FieldCounts:
        """Return the counts; runs of documents, one after another, need little memory beside."""
        ends = np.frombuffer(self._ends, dtype=np.int64)
        starts = np.concatenate(([0], ends[:-1]))[: len(ends)]
        terms = np.frombuffer(self._terms, dtype=np.int32)
        runs = [
            _run(terms, starts[first : first + _RUN], ends[first : first + _RUN], vocabulary, first)
            for first in range(0, max(len(ends), 1), _RUN)
        ]
        documents, held, counts, lengths = map(np.concatenate, zip(*runs, strict=True))
        return FieldCounts(
            name=name, boost=boost, documents=documents, terms=held, counts=counts, lengths=lengths
        )


def _run(
    terms: Numbers, starts: Numbers, ends: Numbers, vocabulary: int, first: int
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the columns of ``FieldCounts`` for documents that follow each other.

    Args:
        terms: Of all documents, stop words included.
        starts: Where those of each of these documents begin.
        ends: Where they end.
        vocabulary: How many terms there are in all.
        first: The number of the first of these documents.
    """
    documents = np.repeat(np.arange(len(starts)), ends - starts)
    own = terms[starts[0] : ends[-1]] if len(starts) else terms
    kept = own != _STOPPED
    documents, own = documents[kept], own[kept]
    places, counts = np.unique(documents * max(vocabulary, 1) + own, return_counts=True)
    held_by, held = np.divmod(places, max(vocabulary, 1))
    return (
        (held_by + first).astype(np.int32),
        held.astype(np.int32),
        counts.astype(np.int32),
        np.bincount(documents, minlength=len(starts)),
    )


def count(
    texts: Iterable[Sequence[str]], fields: Mapping[str, float], weighing: Weighing = DEFAULT
) -> Counts:
    """Count the terms of documents.

    Args:
        texts: The texts of each document's fields, in the order of ``fields``.
        fields: Boost by name, in the index's order; names are not numbers.
        weighing: Of scores.
    """
    tokens = _Tokens()
    columns = [_Column() for _ in fields]
    documents = 0
    for document in texts:
        documents += 1
        for column, text in zip(columns, document, strict=True):
            column.add(map(tokens.__getitem__, cut(text)))
    return Counts(
        documents=documents,
        fields=tuple(
            column.counted(name, boost, len(tokens.words.terms))
            for column, (name, boost) in zip(columns, fields.items(), strict=True)
        ),
        terms=tokens.words.terms,
        tokens=dict(tokens),  # one that learns no more
        weighing=weighing,
    )
