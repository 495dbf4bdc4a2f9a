"""The index in pieces, read from a built site: only the files that a question needs."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.emit.shards.front import decoded
from generator.emit.shards.volume import inflated
from generator.search.backend import Neighbour, Posting, is_sought
from generator.search.postings import read_postings, scheme_of
from generator.search.vocabulary import Kind, SizedWord, completions_in, neighbours_in

FORMAT = 2


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
        self._read: dict[tuple[str, int], Any] = {}
        self.size: int = self._root["papers"]
        self.fields = tuple(field.name for field in self._scheme.fields)

    def lookup(self, terms: Sequence[str]) -> dict[str, list[Posting]]:
        """Return postings by stemmed term; terms that no paper holds are left out."""
        starts = self._root["terms"]["starts"]
        read = partial(read_postings, scheme=self._scheme)
        found: dict[str, list[Posting]] = {}
        for term in filter(is_sought, terms):
            number = bisect_right(starts, _units(term), key=_units) - 1
            if number >= 0 and (postings := self._file("terms", number, read).get(term)):
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
        columns = self._root["records"]["columns"]
        return [dict(zip(columns, row, strict=True)) for row in self._grouped("records", papers)]

    def abstracts(self, papers: Sequence[int]) -> list[str]:
        """Return the papers' abstracts, in the order asked for."""
        return self._grouped("abstracts", papers)

    def facets(self) -> list[Mapping[str, Any]]:
        """Return, for each facet, its name, its values and, by paper, those that hold."""
        facets: list[Mapping[str, Any]] = self._file("facets", 0, _json)
        return facets

    def _words(self, kind: Kind, beginning: str) -> list[SizedWord]:
        """Return the words in the files where those with this beginning are."""
        starts = self._root[kind]["starts"]
        first = max(bisect_right(starts, beginning) - 1, 0)
        last = bisect_right(starts, beginning + "\uffff")
        return [
            word for number in range(first, last) for word in self._file(kind, number, _words_of)
        ]

    def _grouped(self, kind: str, papers: Sequence[int]) -> list[Any]:
        each = self._root[kind]["each"]
        return [self._file(kind, paper // each, _json)[paper % each] for paper in papers]

    def _file(self, kind: str, number: int, read: Callable[[bytes], Any]) -> Any:
        """Return what a file holds; each is read once."""
        if (kind, number) not in self._read:
            path = self._folder / kind / self._root[kind]["mark"] / f"{number}.bin"
            self._read[kind, number] = read(path.read_bytes())
        return self._read[kind, number]


def _units(text: str) -> bytes:
    """Return what sorts a text as JavaScript does."""
    return text.encode("utf-16-be", "surrogatepass")


def _json(body: bytes) -> Any:  # whatever was written
    return json.loads(inflated(body))


def _words_of(body: bytes) -> list[SizedWord]:
    coded, _, sizes = inflated(body).decode().partition("\n")
    return [
        SizedWord(word=word, size=ord(size) - ord("a"))
        for word, size in zip(decoded(coded), sizes, strict=True)
    ]
