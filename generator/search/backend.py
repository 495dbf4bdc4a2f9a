"""What the query layer asks of an index; ``static/js/search/backend.js`` says the same.

A whole index (``whole.py``) and one in shards (``shards.py``) answer with the same numbers, so
everything above ranks alike at every size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Posting:
    """The papers that hold a term in one field.

    Attributes:
        field: Its name.
        papers: Their numbers, ascending.
        scores: Lunr's score of the term in that field of each paper.
        firsts: For each paper, 1 if it is a name of its first author; empty where unknown.
    """

    field: str
    papers: Sequence[int]
    scores: Sequence[float]
    firsts: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A written word that resembles a mistyped one.

    Attributes:
        word: As written.
        slips: Letters left out, put in, exchanged, or swapped with their neighbour.
    """

    word: str
    slips: int


def is_sought(term: str) -> bool:
    """Tell whether Lunr looks for just this term: it takes an asterisk for any letters."""
    return term != "" and "*" not in term


class Backend(Protocol):
    """An index of the site's papers, which are numbered from 0."""

    @property
    def size(self) -> int:
        """How many papers it holds."""
        ...

    @property
    def fields(self) -> Sequence[str]:
        """The fields that some paper fills, in the index's order."""
        ...

    def lookup(self, terms: Sequence[str]) -> Mapping[str, Sequence[Posting]]:
        """Return postings by stemmed term; terms that no paper holds are left out.

        So are those that ``is_sought`` tells.
        """
        ...

    def completions(self, prefix: str, most: int) -> list[str]:
        """Return the written words that begin with a prefix, of the most frequent stems first."""
        ...

    def neighbours(self, word: str, slips: int) -> list[Neighbour]:
        """Return written words that differ by 1 to ``slips`` slips, nearest and frequent first.

        They begin with the same letter; only when none does, with any.
        """
        ...

    def records(self, papers: Sequence[int]) -> list[Mapping[str, Any]]:
        """Return what results show, in the order asked for; as the entries of ``papers.json``."""
        ...

    def abstracts(self, papers: Sequence[int]) -> list[str]:
        """Return texts in which to look for phrases."""
        ...

    def facets(self) -> list[Mapping[str, Any]]:
        """Return, for each facet, its ``name``, ``values`` and, by paper, ``papers``."""
        ...
