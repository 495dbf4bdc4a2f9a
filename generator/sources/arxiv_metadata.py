"""The reader of arXiv's bulk metadata, one JSON object a line.

The fields are described at https://www.kaggle.com/datasets/Cornell-University/arxiv.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.errors import Diagnostic
from generator.model.dates import PartialDate
from generator.model.paper import Author
from generator.sources import arxiv_fields as arxiv
from generator.sources.feed_tree import nothing_found
from generator.sources.json_head import json_head
from generator.sources.json_records import JsonRecord, read_records
from generator.sources.json_values import object_in, text_in, texts_in
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date
from generator.text.names import join_name

_NAME = "arxiv-metadata"
_SIGNS = frozenset({"authors_parsed", "update_date", "report-no", "journal-ref", "versions"})


class ArxivMetadata:
    """Reads the snapshot that arXiv publishes, or lines cut out of it."""

    name = _NAME
    about = "arXiv's bulk metadata: one JSON object a line"

    def detects(self, seed: Seed) -> bool:
        """Tell by the keys that only the snapshot has."""
        record = json_head(seed).record
        return "id" in record and "title" in record and len(_SIGNS & record.keys()) > 1

    def read(self, seed: Seed) -> Reading:
        """Return a paper for each object."""
        found = read_records(seed)
        problems = list(found.diagnostics)
        if not found.records:
            problems.append(nothing_found(seed))
        records = [_record(record, seed, problems) for record in found.records]
        return gather(records, seed, _NAME, problems)


def _record(record: JsonRecord, seed: Seed, problems: list[Diagnostic]) -> Record:
    fields = record.fields
    name, comments = text_in(fields.get("id")), text_in(fields.get("comments"))
    abstract = arxiv.abstract_prose(_raw(fields.get("abstract")))
    published, updated = _dates(fields, seed, record.line, problems)
    dois = text_in(fields.get("doi")).split()
    return Record(
        line=record.line,
        label=f"arXiv:{name}",
        title=arxiv.prose(text_in(fields.get("title"))),
        abstract=abstract,
        authors=tuple(_authors(fields)),
        published=published or arxiv.month_of(name),
        updated=updated,
        venue=arxiv.prose(text_in(fields.get("journal-ref"))),
        categories=arxiv.categories(" ".join(texts_in(fields.get("categories"))).split()),
        identifiers=(f"arXiv:{name}", *(f"doi:{doi.strip(',;')}" for doi in dois)),
        links=arxiv.links_in(comments),
        status=arxiv.status_of(comments, abstract),
    )


def _raw(value: Any) -> str:
    """Return a text with its line ends and the indentation that begins a paragraph."""
    return value if isinstance(value, str) else ""


def _authors(fields: dict[str, Any]) -> Iterator[Author]:
    """Yield the authors; their parts are family, given, suffix, then affiliations."""
    parsed = fields.get("authors_parsed")
    if not isinstance(parsed, list) or not parsed:
        yield from arxiv.author_line(", ".join(texts_in(fields.get("authors"))))
        return
    for parts in parsed:
        if not isinstance(parts, list):
            continue
        family, given, suffix, *places = (
            *(arxiv.prose(_raw(part)) for part in parts),
            *[""] * (3 - len(parts)),
        )
        # The snapshot sets "C.-P." as "C. -P."
        name = join_name(given.replace(". -", ".-"), family, suffix)
        if name.full:
            place = "; ".join(filter(None, places))
            yield Author(name=name.full, given=name.given, family=name.family, affiliation=place)


def _dates(
    fields: dict[str, Any], seed: Seed, line: int, problems: list[Diagnostic]
) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the days of the first and the last version; the last one of several only."""
    versions = fields.get("versions")
    created = [
        text_in(object_in(version).get("created"))
        for version in (versions if isinstance(versions, list) else ())
    ]
    if not created:
        stated = text_in(fields.get("update_date"))
        return None, read_date(stated, seed, line, problems)
    first = read_date(created[0], seed, line, problems)
    return first, read_date(created[-1], seed, line, problems) if len(created) > 1 else None
