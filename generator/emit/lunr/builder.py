"""The index lunr.js 2.3.9 would build, and the JSON it would write.

Equal to the byte, so no other index agrees better with the lunr.js that searches it. The Python
package cannot serve as builder: it stems, trims, sorts and rounds in its own way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from generator.emit.lunr.counts import DEFAULT, Counts, FieldCounts, Numbers, Weighing, count
from generator.emit.lunr.scores import rarities, thousandths

VERSION = "2.3.9"


def build_index(
    documents: Iterable[Mapping[str, str]],
    fields: Mapping[str, float],
    weighing: Weighing = DEFAULT,
) -> bytes:
    """Return the index of documents as JSON; a field that a document lacks is empty.

    Args:
        documents: Their refs are their positions, from 0.
        fields: Field name to boost, in the index's order; names are not numbers.
        weighing: Of scores.
    """
    texts = ([document.get(name, "") for name in fields] for document in documents)
    return index_json(count(texts, fields, weighing))


def index_json(counts: Counts) -> bytes:
    """Return, in UTF-8, what ``JSON.stringify`` makes of lunr.js's index of the documents."""
    names = _json([field.name for field in counts.fields])
    vectors = [",".join(some) for some in zip(*_vectors(counts), strict=True)]
    text = (
        f'{{"version":"{VERSION}","fields":{names},"fieldVectors":[{",".join(vectors)}],'
        f'"invertedIndex":[{",".join(_postings(counts))}],"pipeline":["stemmer"]}}'
    )
    return text.encode("utf-8", "backslashreplace")  # lone surrogates, as JSON.stringify does


def utf16_order(terms: Iterable[str]) -> list[str]:
    """Return terms as JavaScript sorts them: by UTF-16 code units."""
    return sorted(terms, key=lambda term: term.encode("utf-16-be", "surrogatepass"))


def _vectors(counts: Counts) -> Iterator[Iterator[str]]:
    """Yield, for each field, its vector of each document: terms with scores, to three decimals."""
    weights = rarities(counts)
    for field in counts.fields:
        yield _field_vectors(field, thousandths(field, weights, counts.weighing))


def _field_vectors(field: FieldCounts, scores: Numbers) -> Iterator[str]:
    name = _json(f"{field.name}/")[:-1]
    distinct, places = np.unique(scores, return_inverse=True)
    decimals = [_decimal(score) for score in distinct.tolist()]
    pairs = [
        f"{term},{decimals[place]}"
        for term, place in zip(field.terms.tolist(), places.tolist(), strict=True)
    ]
    for document, (start, end) in enumerate(_slices(field.documents, len(field.lengths))):
        yield f'[{name}{document}",[{",".join(pairs[start:end])}]]'


def _decimal(thousandths: int) -> str:
    """Write thousandths as JavaScript prints the number: 5000 is ``5``, 1 is ``0.001``."""
    return repr(thousandths / 1000).removesuffix(".0")


def _postings(counts: Counts) -> Iterator[str]:
    """Yield each term with the documents that hold it, in the order of UTF-16 code units."""
    columns = [(_json(field.name), _Holders(field, len(counts.terms))) for field in counts.fields]
    for term in utf16_order(counts.terms):
        number = counts.terms[term]
        found = ",".join(f"{name}:{{{holders.of(number)}}}" for name, holders in columns)
        yield f'[{_json(term)},{{"_index":{number},{found}}}]'


class _Holders:
    """The documents that hold each term in one field, as JSON."""

    def __init__(self, field: FieldCounts, terms: int) -> None:
        order = np.argsort(field.terms, kind="stable")
        self._slices = _slices(field.terms[order], terms)
        entries = [f'"{document}":{{}}' for document in range(len(field.lengths))]
        self._entries = [entries[document] for document in field.documents[order].tolist()]

    def of(self, term: int) -> str:
        start, end = self._slices[term]
        return ",".join(self._entries[start:end])


def _slices(ordered: Numbers, count: int) -> Sequence[tuple[int, int]]:
    """Return, for each number from 0, where its run begins and ends in an ordered array."""
    edges = np.searchsorted(ordered, np.arange(count + 1)).tolist()
    return list(pairwise(edges))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
