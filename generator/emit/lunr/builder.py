"""The index lunr.js 2.3.9 would build, and the JSON it would write.

Equal to the byte, so no other index agrees better with the lunr.js that searches it. The Python
package cannot serve as builder: it stems, trims, sorts and rounds in its own way.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, cut, trim

VERSION = "2.3.9"

# BM25 as lunr.js configures it: saturation of term frequency, weight of field length.
_K1 = 1.2
_B = 0.75


class _Terms(dict[str, int | None]):
    """Term number by raw token, None for a stop word; each distinct token is stemmed once."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, token: str) -> int | None:
        word = trim(token)
        number = None
        if word not in STOP_WORDS:
            number = self.numbers.setdefault(stem(word), len(self.numbers))
        self[token] = number
        return number


class _Decimals(dict[int, str]):
    """Thousandths as JavaScript prints the number: 5000 is ``5``, 1 is ``0.001``."""

    def __missing__(self, thousandths: int) -> str:
        text = self[thousandths] = repr(thousandths / 1000).removesuffix(".0")
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One field of every document.

    Attributes:
        counts: Term number to occurrences, a mapping a document.
        postings: By term number, the documents' entries, ready for JSON.
    """

    name: str
    boost: float
    counts: list[dict[int, int]] = field(default_factory=list)
    postings: dict[int, list[str]] = field(default_factory=dict)

    def add(self, tokens: Iterable[int | None], entry: str) -> None:
        """Count one document's terms."""
        counts = Counter(tokens)
        counts.pop(None, None)
        known: dict[int, int] = dict(sorted(counts.items()))  # type: ignore[arg-type]  # no None
        self.counts.append(known)
        for term in known:
            self.postings.setdefault(term, []).append(entry)


class IndexBuilder:
    """Takes documents one by one; their refs are their positions, from 0.

    Args:
        fields: Field name to boost, in the index's order; names are not numbers.
    """

    def __init__(self, fields: Mapping[str, float]) -> None:
        self._columns = [_Field(name=name, boost=boost) for name, boost in fields.items()]
        self._terms = _Terms()
        self._documents = 0

    @property
    def tokens(self) -> Iterable[str]:
        """The distinct tokens met so far, in lower case, neither trimmed nor stemmed."""
        return self._terms.keys()

    def add(self, document: Mapping[str, str]) -> None:
        """Count a document's words by field; a field it lacks is empty."""
        entry = f'"{self._documents}":{{}}'
        for column in self._columns:
            tokens = cut(document.get(column.name, ""))
            column.add(map(self._terms.__getitem__, tokens), entry)
        self._documents += 1

    def to_json(self) -> bytes:
        """Return, in UTF-8, what ``JSON.stringify`` makes of lunr.js's index of the documents."""
        numbers = self._terms.numbers
        rarity = _rarity(self._columns, len(numbers), self._documents)
        names = _json([column.name for column in self._columns])
        text = (
            f'{{"version":"{VERSION}","fields":{names},'
            f'"fieldVectors":[{",".join(_vectors(self._columns, rarity, self._documents))}],'
            f'"invertedIndex":[{",".join(_postings(self._columns, numbers))}],'
            '"pipeline":["stemmer"]}'
        )
        return text.encode("utf-8", "backslashreplace")  # lone surrogates, as JSON.stringify does


def build_index(documents: Iterable[Mapping[str, str]], fields: Mapping[str, float]) -> bytes:
    """Return the index of ``documents`` as JSON; see ``IndexBuilder``."""
    builder = IndexBuilder(fields)
    for document in documents:
        builder.add(document)
    return builder.to_json()


def _rarity(columns: list[_Field], terms: int, documents: int) -> list[float]:
    """Return each term's inverse document frequency, summed over fields as lunr.js does."""
    rarity = []
    for term in range(terms):
        found = sum(len(column.postings.get(term, ())) for column in columns)
        rarity.append(math.log(1 + abs((documents - found + 0.5) / (found + 0.5))))
    return rarity


def _vectors(columns: list[_Field], rarity: list[float], documents: int) -> Iterator[str]:
    """Yield each field of each document with its terms' scores, to three decimals."""
    decimals = _Decimals()
    lengths = [[sum(counts.values()) for counts in column.counts] for column in columns]
    means = [sum(column) / (documents or 1) or 1.0 for column in lengths]
    names = [_json(f"{column.name}/")[:-1] for column in columns]
    for position in range(documents):
        for column, name, length, mean in zip(columns, names, lengths, means, strict=True):
            scores = []
            damping = _K1 * (1 - _B + _B * (length[position] / mean))
            for term, count in column.counts[position].items():
                score = rarity[term] * ((_K1 + 1) * count) / (damping + count) * column.boost
                scores.append(f"{term},{decimals[_rounded(score * 1000)]}")
            yield f'[{name}{position}",[{",".join(scores)}]]'


def _rounded(number: float) -> int:
    """Round halves up, as JavaScript's Math.round does."""
    whole = math.floor(number)
    return whole + (number - whole >= 0.5)


def _postings(columns: list[_Field], numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield each term with the documents that hold it, in the order of UTF-16 code units."""
    names = [_json(column.name) for column in columns]
    ordered = sorted(numbers, key=lambda term: term.encode("utf-16-be", "surrogatepass"))
    for term in ordered:
        number = numbers[term]
        found = ",".join(
            f"{name}:{{{','.join(column.postings.get(number, ()))}}}"
            for name, column in zip(names, columns, strict=True)
        )
        yield f'[{_json(term)},{{"_index":{number},{found}}}]'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
