"""The names by which papers are cited, in BibTeX and wherever else a key is wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.model.paper import Author, Paper, PaperId
from generator.text.slug import slugify

_SMALL_WORDS = frozenset({"a", "an", "the", "on", "of", "in", "for", "to", "and", "is", "are"})


def citation_keys(papers: Iterable[Paper]) -> dict[PaperId, str]:
    """Return a unique key for each paper: family name, year and first word of the title.

    Of papers that would share a key, the one published first keeps it (undated ones come last,
    ties go by id), so that a newcomer changes no key that somebody already cites; the others carry
    a mark made of their id.
    """
    papers = tuple(papers)
    plain = {paper.id: _plain_key(paper) for paper in papers}
    keys: dict[PaperId, str] = {}
    taken: set[str] = set()
    for paper in sorted(papers, key=_seniority):
        key = plain[paper.id]
        if key in taken:
            key = f"{key}-{hashlib.sha256(paper.id.encode()).hexdigest()[:6]}"
        taken.add(key)
        keys[paper.id] = key
    return {paper.id: keys[paper.id] for paper in papers}


def _seniority(paper: Paper) -> tuple[bool, str, PaperId]:
    return (paper.published is None, str(paper.published), paper.id)


def _plain_key(paper: Paper) -> str:
    first = paper.authors[0] if paper.authors else Author(name="anonymous")
    family = slugify(first.family or first.name.split()[-1]).replace("-", "") or "paper"
    words = (word for word in slugify(paper.title).split("-") if word not in _SMALL_WORDS)
    year = str(paper.published.year) if paper.published else ""
    return f"{family}{year}{next(words, '')}"
