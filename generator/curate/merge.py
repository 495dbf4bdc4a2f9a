"""One record made of several records of the same paper, by the order in docs/curation.md.

The records are ranked: those an editor wrote come first, then published ones before preprints,
those with an abstract before others, and then by place. A field takes the first of the ranked
records that has it, where nothing else is said below. Every record keeps its facts; what is made
here says which record each field is from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.curate.merge_authors import fullest, united_authors
from generator.curate.merge_links import united_links
from generator.errors import SourceLocation
from generator.model.dates import PartialDate
from generator.model.ids import paper_id
from generator.model.paper import FieldSource, Origin, Paper, PaperId, Signals, Status
from generator.model.preprints import is_preprint_doi, is_preprint_venue

_EDITORS_FORMAT = "markdown"
_COUNTS = ("upvotes", "stars", "citations")
_CUT = ("…", "...", "[…]", "[...]", "… more", "... more")
_STRENGTH = {
    Status.RETRACTED: 5,
    Status.ACCEPTED: 4,
    Status.WITHDRAWN: 2,
    Status.REJECTED: 1,
    Status.UNKNOWN: 0,
}
_PUBLISHED_STRENGTH = 3
"""A published record that states no status: the paper came out, whoever refused it before."""


def ranked(records: Iterable[Paper]) -> list[Paper]:
    """Return the records by rank, the best first; the same in any order they come in."""
    papers = list(records)
    return [papers[number] for number in ranked_numbers(range(len(papers)), papers)]


def ranked_numbers(
    numbers: Iterable[int], papers: Mapping[int, Paper] | Sequence[Paper]
) -> list[int]:
    """Return the numbers of records by the records' rank, the best first."""
    ranks = {number: _rank(papers[number]) for number in numbers}
    if len(set(ranks.values())) == len(ranks):
        return sorted(ranks, key=ranks.__getitem__)
    return sorted(ranks, key=lambda number: (ranks[number], repr(papers[number])))


def is_editors(record: Paper) -> bool:
    """Tell whether an editor wrote the record: a Markdown file of its own."""
    return any(origin.format == _EDITORS_FORMAT for origin in record.origins)


def is_published(record: Paper) -> bool:
    """Tell whether the record is of more than a preprint or a submission."""
    if record.status in {Status.REJECTED, Status.WITHDRAWN}:
        return False
    if record.venue:
        return not is_preprint_venue(record.venue)
    return any(
        alias.startswith("acl:") or (alias.startswith("doi:") and not is_preprint_doi(alias))
        for alias in record.aliases
    )


def merge_records(records: Sequence[Paper]) -> Paper:
    """Return the one paper that two or more records describe; their order does not matter."""
    records = ranked(records)
    winners = _winners(records)
    aliases = tuple(sorted({alias for record in records for alias in record.aliases}))
    return replace(
        records[0],
        id=_id(records, aliases),
        abstract=winners["abstract"].abstract,
        authors=united_authors(winners["authors"], records),
        published=winners["published"].published,
        updated=winners["updated"].updated,
        venue=winners["venue"].venue,
        tldr=winners["tldr"].tldr,
        status=winners["status"].status,
        topics=_united(record.topics for record in records),
        categories=_united(record.categories for record in records),
        keywords=_united(record.keywords for record in records),
        links=united_links(records),
        aliases=aliases,
        signals=Signals(**{name: getattr(winners[name].signals, name) for name in _COUNTS}),
        origins=tuple(dict.fromkeys(origin for record in records for origin in record.origins)),
        provenance=tuple(_provenance(winners)),
        redirect_from=_united(record.redirect_from for record in records),
        draft=all(record.draft for record in records),
    )


def _winners(records: Sequence[Paper]) -> Mapping[str, Paper]:
    """Return the record that each field is taken from; ``records`` are ranked."""
    return {
        "title": records[0],
        "abstract": _preferring_editors(records, "abstract", _best_abstract),
        "authors": _preferring_editors(records, "authors", fullest),
        "published": _preferring_editors(records, "published", _first_publication),
        "updated": _preferring_editors(records, "updated", _last_update),
        "venue": _first_with(records, "venue"),
        "tldr": _first_with(records, "tldr"),
        "status": _preferring_editors(records, "status", _strongest_status),
        **{name: max(records, key=partial(_count, name)) for name in _COUNTS},
    }


def _preferring_editors(
    records: Sequence[Paper], field: str, choose: Callable[[Sequence[Paper]], Paper]
) -> Paper:
    """Choose among the records an editor wrote that state the field, else among all that do."""
    written = [record for record in records if getattr(record, field) and is_editors(record)]
    return choose(written or records)


def _best_abstract(records: Sequence[Paper]) -> Paper:
    """Return the record with the longest abstract that is not cut short."""

    def worth(record: Paper) -> tuple[bool, int]:
        abstract = record.abstract.rstrip()
        return (bool(abstract) and not abstract.endswith(_CUT), len(abstract))

    return max(records, key=worth)


def _first_publication(records: Sequence[Paper]) -> Paper:
    """Return the record with the earliest date of the published ones, as exact as any tells it."""
    dated = [(record.published, record) for record in records if record.published]
    if not dated:
        return records[0]
    published = [date for date, record in dated if is_published(record)]
    first = min(published or [date for date, _ in dated], key=lambda date: (date.earliest(), date))
    same = [(date, record) for date, record in dated if first.holds(date)]
    return min(same, key=lambda pair: (not pair[0].day, not pair[0].month, pair[0]))[1]


def _last_update(records: Sequence[Paper]) -> Paper:
    return max(records, key=lambda record: record.updated or PartialDate(1))


def _first_with(records: Sequence[Paper], field: str) -> Paper:
    return next((record for record in records if getattr(record, field)), records[0])


def _strongest_status(records: Sequence[Paper]) -> Paper:
    return max(records, key=_strength)


def _strength(record: Paper) -> int:
    if record.status is Status.UNKNOWN and is_published(record):
        return _PUBLISHED_STRENGTH
    return _STRENGTH[record.status]


def _count(name: str, record: Paper) -> int:
    count: int | None = getattr(record.signals, name)
    return -1 if count is None else count


def _provenance(winners: Mapping[str, Paper]) -> Iterable[FieldSource]:
    for name, record in winners.items():
        value = getattr(record.signals if name in _COUNTS else record, name)
        if record.origins and value not in (None, "", ()):
            yield FieldSource(field=name, origin=_origin(record, name))


def _origin(record: Paper, field: str) -> Origin:
    known = (source.origin for source in record.provenance if source.field == field)
    return next(known, record.origins[0])


def _rank(record: Paper) -> tuple[bool, bool, bool, str, int]:
    first = min((origin.location for origin in record.origins), default=None, key=_place)
    path, line = _place(first) if first else ("", 0)
    return (not is_editors(record), not is_published(record), not record.abstract, path, line)


def _place(location: SourceLocation) -> tuple[str, int]:
    return (str(location.path), location.line or 0)


def _id(records: Sequence[Paper], aliases: tuple[str, ...]) -> PaperId:
    """Return the id an editor chose, else the strongest identifier, else one of the title's."""
    for record in records:
        if not record.id.startswith("title:") and record.id not in aliases:
            return record.id
    if aliases:
        return paper_id(records[0].title, aliases=aliases)
    return min(record.id for record in records)


def _united(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for value in values for entry in value))
