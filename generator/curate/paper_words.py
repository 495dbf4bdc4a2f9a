"""A paper's words, field by field: cut once, used by rules and by what a model has learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.paper import Paper
from generator.text.tokens import words

_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """The words of each field, lower case, in order."""

    title: list[str]
    abstract: list[str]
    keywords: list[list[str]]
    categories: list[list[str]]


def paper_words(paper: Paper) -> PaperWords:
    """Return the words of a paper."""
    return PaperWords(
        title=words(paper.title),
        abstract=words(paper.abstract),
        keywords=[words(keyword) for keyword in paper.keywords],
        categories=[words(category) for category in paper.categories],
    )


def word_batches(papers: Sequence[Paper]) -> Iterator[list[PaperWords]]:
    """Yield the words of a thousand papers at a time, so that memory does not grow with all."""
    for start in range(0, len(papers), _BATCH):
        yield [paper_words(paper) for paper in papers[start : start + _BATCH]]
