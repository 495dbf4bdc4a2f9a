"""The index in one file, read by the ``lunr`` package, with its companions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lunr.index import Index

from generator.emit.endings import words_by_term
from generator.emit.shards.facets import facet_columns
from generator.emit.shards.words import size_class
from generator.search.backend import Neighbour, Posting, is_sought
from generator.search.vocabulary import (
    Kind,
    SizedWord,
    completions_in,
    neighbours_in,
    starting_with,
)


class Whole:
    """Answers from ``index.json``, ``papers.json`` and their companions; see ``Backend``.

    Attributes:
        size: Papers in the index.
        fields: Their searchable fields.
    """

    def __init__(
        self,
        serialized: Mapping[str, object],
        papers: Sequence[Mapping[str, Any]],
        words: str,
        abstracts: Sequence[str],
    ) -> None:
        """Read the four parsed files.

        Raises:
            ValueError: The first is no Lunr index, or the third is not of the same build.
        """
        try:
            self._index = Index.load(serialized)
        except (KeyError, TypeError) as error:
            raise ValueError("it is no Lunr index") from error
        self._papers = papers
        self._abstracts = abstracts
        self.size = len(papers)
        self.fields: Sequence[str] = self._index.fields
        terms = list(self._index.inverted_index)
        self._sizes = {
            word: self._size(term)
            for term, some in words_by_term(terms, words).items()
            for word in some
        }
        self._words = sorted(self._sizes)

    def lookup(self, terms: Sequence[str]) -> dict[str, list[Posting]]:
        """Return postings by stemmed term; terms that no paper holds are left out."""
        known = self._index.inverted_index
        return {term: self._postings(term) for term in terms if is_sought(term) and term in known}

    def completions(self, prefix: str, most: int) -> list[str]:
        """Return the written words that begin with a prefix, of the most frequent stems first."""
        return completions_in(self._words_of, prefix, most)

    def neighbours(self, word: str, slips: int) -> list[Neighbour]:
        """Return written words that differ by 1 to ``slips`` slips, nearest first."""
        return neighbours_in(self._words_of, word, slips)

    def records(self, papers: Sequence[int]) -> list[Mapping[str, Any]]:
        """Return what results show, in the order asked for."""
        return [self._papers[paper] for paper in papers]

    def abstracts(self, papers: Sequence[int]) -> list[str]:
        """Return the papers' abstracts, in the order asked for."""
        return [self._abstracts[paper] for paper in papers]

    def facets(self) -> list[Mapping[str, Any]]:
        """Return, for each facet, its name, its values and, by paper, those that hold."""
        return [*facet_columns(self._papers)]

    def _postings(self, term: str) -> list[Posting]:
        postings = []
        for field in self.fields:
            if self._index.inverted_index[term][field]:
                query = self._index.create_query([field])
                query.term(term, use_pipeline=False)
                found = sorted((int(hit["ref"]), hit["score"]) for hit in self._index.query(query))
                papers, scores = zip(*found, strict=True)
                postings.append(Posting(field=field, papers=papers, scores=scores))
        return postings

    def _words_of(self, kind: Kind, beginning: str) -> list[SizedWord]:
        found = [
            SizedWord(word=word, size=self._sizes[word])
            for word in starting_with(self._words, beginning)
        ]
        return [word for word in found if (word.size > 0) is (kind == "words")]

    def _size(self, term: str) -> int:
        holders = self._index.inverted_index[term]
        return size_class(sum(len(holders.get(field, ())) for field in self.fields))
