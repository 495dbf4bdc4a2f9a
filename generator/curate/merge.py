"""One record made of several records of the same paper, by written rules.

The records are ranked: those an editor wrote come first, then those with an abstract, then by
place. A field takes the first of the ranked records that has it, except that

- the abstract is the longest one, and the authors are the longest list;
- ``published`` is the most exact date, the earliest of several; ``updated`` the latest;
- categories, keywords, links, identifiers, origins and former addresses are united;
- each signal is the highest count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.errors import SourceLocation
from generator.model.dates import PartialDate
from generator.model.ids import paper_id
from generator.model.paper import Author, Link, LinkKind, Origin, Paper, PaperId, Signals

T = TypeVar("T")


def ranked(records: Iterable[Paper]) -> list[Paper]:
    """Return the records by rank, the best first; the same in any order they come in."""
    return sorted(records, key=_rank)


def fullest_authors(records: Sequence[Paper]) -> tuple[Author, ...]:
    """Return the longest of the lists of authors, the first of several."""
    return max((record.authors for record in records), key=len)


def merge_records(records: Sequence[Paper]) -> Paper:
    """Return the one paper that two or more records describe; their order does not matter."""
    records = ranked(records)
    aliases = tuple(sorted({alias for record in records for alias in record.aliases}))
    return replace(
        records[0],
        id=_id(records, aliases),
        abstract=max((record.abstract for record in records), key=len),
        authors=fullest_authors(records),
        published=min(_dates(record.published for record in records), key=_exactness, default=None),
        updated=max(_dates(record.updated for record in records), default=None),
        venue=_first(record.venue for record in records),
        topics=_first(record.topics for record in records),
        tldr=_first(record.tldr for record in records),
        categories=_united(record.categories for record in records),
        keywords=_united(record.keywords for record in records),
        links=_united_links(records),
        aliases=aliases,
        signals=_signals(records),
        origins=_united_origins(records),
        redirect_from=_united(record.redirect_from for record in records),
        draft=all(record.draft for record in records),
    )


def _rank(record: Paper) -> tuple[bool, bool, str, int, str]:
    by_editor = any(origin.format == "markdown" for origin in record.origins)
    first = min((origin.location for origin in record.origins), default=None, key=_place)
    path, line = _place(first) if first else ("", 0)
    return (not by_editor, not record.abstract, path, line, repr(record))


def _place(location: SourceLocation) -> tuple[str, int]:
    return (str(location.path), location.line or 0)


def _id(records: Sequence[Paper], aliases: tuple[str, ...]) -> PaperId:
    if aliases:
        return paper_id(records[0].title, aliases=aliases)
    chosen = [record.id for record in records if not record.id.startswith("title:")]
    return min(chosen or [record.id for record in records])


def _dates(dates: Iterable[PartialDate | None]) -> list[PartialDate]:
    return [date for date in dates if date is not None]


def _exactness(date: PartialDate) -> tuple[bool, bool, PartialDate]:
    return (not date.day, not date.month, date)


def _first(values: Iterable[T]) -> T:
    """Return the first value that is not empty, else the first."""
    listed = list(values)
    return next((value for value in listed if value), listed[0])


def _united(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for value in values for entry in value))


def _united_links(records: Sequence[Paper]) -> tuple[Link, ...]:
    """Return each address once, with the first kind that says more than "other"."""
    links: dict[str, Link] = {}
    for record in records:
        for link in record.links:
            if links.setdefault(link.url, link).kind is LinkKind.OTHER:
                links[link.url] = link
    return tuple(links.values())


def _united_origins(records: Sequence[Paper]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origin for record in records for origin in record.origins))


def _signals(records: Sequence[Paper]) -> Signals:
    def highest(name: str) -> int | None:
        counts = [getattr(record.signals, name) for record in records]
        return max((count for count in counts if count is not None), default=None)

    return Signals(
        upvotes=highest("upvotes"), stars=highest("stars"), citations=highest("citations")
    )
