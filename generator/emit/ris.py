"""Papers as RIS, for EndNote, Zotero, Mendeley and others.

Further identifiers stand in ``AN``; categories, status and the tldr in notes (``N1``) with a label.
Not carried: ORCID iDs and affiliations, signals, the date of an update, and kinds of links other
than PDF, which the reader guesses by the address. RIS is plain text: what looks like HTML or TeX
commands is read back as such, and a name whose parts are unknown gets those that a comma or a
particle shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, LinkKind, Paper
from generator.plan.publication import Publication, publication
from generator.text.names import is_suffix
from generator.text.plain import flowing

_TYPES = {
    Publication.PREPRINT: "UNPB",
    Publication.CONFERENCE: "CPAPER",
    Publication.JOURNAL: "JOUR",
}


def papers_ris(papers: Iterable[Paper]) -> str:
    """Return the papers as records in their order."""
    return "\n".join(ris_record(paper) for paper in papers)


def ris_record(paper: Paper) -> str:
    """Return one record."""
    lines = [f"{tag}  - {_line(text)}\n" for tag, text in _tags(paper) if text]
    return "".join((f"TY  - {_TYPES[publication(paper)]}\n", *lines, "ER  - \n"))


def _tags(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "TI", paper.title
    for author in paper.authors:
        yield "AU", _name(author)
    if paper.published:
        yield "PY", f"{paper.published.year:04}"
        yield "DA", _slashed(paper.published)
    yield "T2", paper.venue
    yield "DO", paper.alias("doi") or ""
    for alias in paper.aliases:
        if alias != f"doi:{paper.alias('doi')}":
            yield "AN", alias
    for link in paper.links:
        yield "L1" if link.kind is LinkKind.PDF else "UR", link.url
    for keyword in paper.keywords:
        yield "KW", keyword
    yield "AB", paper.abstract
    yield "N1", f"TL;DR: {paper.tldr}" if paper.tldr else ""
    yield "N1", f"Status: {paper.status.value}" if paper.status else ""
    yield "N1", f"Categories: {'; '.join(paper.categories)}" if paper.categories else ""


def _line(text: str) -> str:
    """Return a text for one tag; a further paragraph is a line of its own, which no tag begins."""
    return flowing(text).replace("\n\n", "\n\n ")


def _name(author: Author) -> str:
    if not (author.given and author.family):
        return author.name
    *others, last = author.family.split()
    if others and is_suffix(last):
        return f"{' '.join(others)}, {author.given}, {last}"
    return f"{author.family}, {author.given}"


def _slashed(date: PartialDate) -> str:
    """Return a date in RIS's form, ``2025/03/11/``, which keeps the place of missing parts."""
    month = f"{date.month:02}" if date.month else ""
    day = f"{date.day:02}" if date.day else ""
    return f"{date.year:04}/{month}/{day}/"
