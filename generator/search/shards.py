"""The index in pieces, read from a built site: only the files that a question needs."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.emit.shards.front import decoded
from generator.emit.shards.pieces import MARK, inflated, piece_name
from generator.emit.shards.record_lines import read_record_lines
from generator.emit.shards.records import BLOCK
from generator.search.backend import Neighbour, Posting, is_sought
from generator.search.postings import read_postings, scheme_of
from generator.search.vocabulary import Kind, SizedWord, completions_in, neighbours_in

FORMAT = 5


class Shards:
    """Answers from the files of ``search/``; see ``Backend``.

    Attributes:
        size: Papers in the index.
        fields: Their searchable fields.
    """

    def __init__(self, folder: Path, root: bytes) -> None:
        """Read the root.

        Raises:
            ValueError: It is damaged, or of another version of this program.
        """
        self._folder = folder
        self._root: Mapping[str, Any] = json.loads(inflated(root))
        if self._root["format"] != FORMAT:
            raise ValueError(f"its format is {self._root['format']}, not {FORMAT}")
        self._scheme = scheme_of(self._root)
        starts = self._root["starts"]
        self._starts = {kind: decoded(coded) for kind, coded in starts.items()}
        self._read: dict[str, Any] = {}
        self.size: int = self._root["papers"]
        self.fields = tuple(name for name, *_ in self._scheme.fields)

    def lookup(self, terms: Sequence[str]) -> dict[str, list[Posting]]:
        """Return postings by stemmed term; terms that no paper holds are left out."""
        starts = self._starts["terms"]
        read = partial(read_postings, scheme=self._scheme)
        found: dict[str, list[Posting]] = {}
        for term in filter(is_sought, terms):
            number = bisect_right(starts, _units(term), key=_units) - 1
            if number >= 0 and (postings := self._piece("terms", number, read).get(term)):
                found[term] = postings
        return found

    def completions(self, prefix: str, most: int) -> list[str]:
        """Return the written words that begin with a prefix, of the most frequent stems first."""
        return completions_in(self._words, prefix, most)

    def neighbours(self, word: str, slips: int) -> list[Neighbour]:
        """Return written words that differ by 1 to ``slips`` slips, nearest first."""
        return neighbours_in(self._words, word, slips)

    def records(self, papers: Sequence[int]) -> list[Mapping[str, Any]]:
        """Return what results show, in the order asked for."""
        return self._grouped("records", papers, _records)

    def abstracts(self, papers: Sequence[int]) -> list[str]:
        """Return the papers' abstracts, in the order asked for."""
        return self._grouped("abstracts", papers, _json)

    def facets(self) -> list[Mapping[str, Any]]:
        """Return, for each facet, its name, its values and, by paper, those that hold."""
        mark = self._root["facets"]["mark"]
        facets: list[Mapping[str, Any]] = self._file("facets.bin", mark, _json)
        return facets

    def _words(self, kind: Kind, beginning: str) -> list[SizedWord]:
        """Return the words in the files where those with this beginning are."""
        starts = self._starts[kind]
        first = max(bisect_right(starts, beginning) - 1, 0)
        last = bisect_right(starts, beginning + "\uffff")
        return [
            word for number in range(first, last) for word in self._piece(kind, number, _words_of)
        ]

    def _piece(self, kind: str, number: int, read: Callable[[bytes], Any]) -> Any:
        path = f"{kind}/{piece_name(self._starts[kind][number])}"
        return self._file(path, _mark(self._root["marks"][kind], number), read)

    def _grouped(self, kind: str, papers: Sequence[int], read: Callable[[bytes], Any]) -> list[Any]:
        """Return what files hold of papers, which they count from the last."""
        each = self._root[kind]["each"]
        places = [self.size - 1 - paper for paper in papers]
        return [self._group(kind, place // each, read)[place % each] for place in places]

    def _group(self, kind: str, number: int, read: Callable[[bytes], Any]) -> Any:
        block = number * self._root[kind]["each"] // BLOCK
        return self._file(f"{kind}/{number}.bin", _mark(self._root["marks"]["blocks"], block), read)

    def _file(self, path: str, mark: str, read: Callable[[bytes], Any]) -> Any:
        """Return what a file holds; each is read once.

        Raises:
            ValueError: It is damaged, or not of the root's build.
        """
        if path not in self._read:
            body = (self._folder / path).read_bytes()
            if body[:MARK] != mark.encode():
                raise ValueError(f"{path} is damaged or of another build")
            self._read[path] = read(body[MARK:])
        return self._read[path]


def _mark(marks: str, number: int) -> str:
    return marks[MARK * number : MARK * (number + 1)]


def _units(text: str) -> bytes:
    """Return what sorts a text as JavaScript does."""
    return text.encode("utf-16-be", "surrogatepass")


def _json(body: bytes) -> Any:  # whatever was written
    return json.loads(inflated(body))


def _records(body: bytes) -> list[Mapping[str, Any]]:
    return read_record_lines(inflated(body).decode())


def _words_of(body: bytes) -> list[SizedWord]:
    coded, _, sizes = inflated(body).decode().partition("\n")
    return [
        SizedWord(word=word, size=ord(size) - ord("a"))
        for word, size in zip(decoded(coded), sizes, strict=True)
    ]
