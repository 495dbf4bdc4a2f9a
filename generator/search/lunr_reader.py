"""The engine's view of a Lunr index, read by the ``lunr`` package."""

from __future__ import annotations

from collections.abc import Mapping

from lunr.index import Index


class LunrReader:
    """Answers what the engine asks of an index.

    Attributes:
        terms: Every term, sorted by UTF-16 code units.
    """

    def __init__(self, serialized: Mapping[str, object]) -> None:
        """Read a parsed ``index.json``.

        Raises:
            ValueError: It is no Lunr index.
        """
        try:
            self._index = Index.load(serialized)
        except (KeyError, TypeError) as error:
            raise ValueError("it is no Lunr index") from error
        self.terms: list[str] = list(self._index.inverted_index)

    def has(self, term: str) -> bool:
        """Tell whether any paper holds the term."""
        return term in self._index.inverted_index

    def lookup(self, term: str) -> dict[int, float]:
        """Return Lunr's score for this one term, by the paper's position."""
        query = self._index.create_query()
        query.term(term, use_pipeline=False)
        return {int(found["ref"]): found["score"] for found in self._index.query(query)}
