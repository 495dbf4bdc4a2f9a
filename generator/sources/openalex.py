"""The reader of OpenAlex works (https://docs.openalex.org/api-entities/works/work-object)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from generator.sources.author_lists import author_named
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_papers import gather_json
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_tree import whole_characters
from generator.sources.json_values import (
    count_in,
    object_in,
    objects_in,
    orcid_in,
    text_in,
)
from generator.sources.record import Record
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_of_title
from generator.sources.written_dates import read_date

_NAME = "openalex"
_ENVELOPES = (("results",),)
_OWN_FIELDS = ("authorships", "abstract_inverted_index", "primary_location")


class OpenAlex:
    """Reads one work, a list of works, or an answer with ``results``."""

    name = _NAME
    about = "OpenAlex works, abstracts as inverted indexes"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records are OpenAlex works."""
        record = json_head(seed).record
        is_named = "openalex.org/W" in text_in(record.get("id"))
        return is_named or any(key in record for key in _OWN_FIELDS)

    def read(self, seed: Seed) -> Reading:
        """Return the works of the file."""
        return gather_json(seed, _NAME, _ENVELOPES, _record)


def _record(record: JsonRecord, findings: Findings) -> Record:
    fields = record.fields
    ids = object_in(fields.get("ids"))
    name = text_in(fields.get("id")) or text_in(ids.get("openalex"))
    title = plain_line(text_in(fields.get("title")) or text_in(fields.get("display_name")))
    source = object_in(object_in(fields.get("primary_location")).get("source"))
    pmid = text_in(ids.get("pmid"))
    return Record(
        line=record.line,
        label=name,
        title=title,
        abstract=_abstract(fields),
        authors=tuple(_authors(fields)),
        published=_published(record, findings),
        venue=plain_line(text_in(source.get("display_name"))),
        keywords=tuple(_keywords(fields)),
        identifiers=(text_in(fields.get("doi")) or text_in(ids.get("doi")), name, pmid),
        links=tuple(_links(fields, name)),
        status=Status.RETRACTED if fields.get("is_retracted") is True else status_of_title(title),
        signals=Signals(citations=count_in(fields.get("cited_by_count"))),
    )


def _abstract(fields: JsonObject) -> str:
    """Return the abstract, whose words OpenAlex lists with their positions."""
    index: Any = fields.get("abstract_inverted_index")
    if isinstance(index, str):  # tables hold it as JSON inside a text
        try:
            index = json.loads(whole_characters(index))
        except (ValueError, RecursionError):
            return plain_prose(index)
    words = [
        (position, word)
        for word, positions in object_in(object_in(index).get("InvertedIndex", index)).items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    ]
    return plain_prose(
        " ".join(word for _, word in sorted(words)) or text_in(fields.get("abstract"))
    )


def _authors(fields: JsonObject) -> Iterator[Author]:
    for authorship in objects_in(fields.get("authorships")):
        author = object_in(authorship.get("author"))
        homes = [
            text_in(home.get("display_name")) for home in objects_in(authorship.get("institutions"))
        ]
        found = author_named(
            text_in(author.get("display_name")) or text_in(authorship.get("raw_author_name")),
            affiliation="; ".join(dict.fromkeys(home for home in homes if home)),
            orcid=orcid_in(author.get("orcid")),
        )
        if found:
            yield found


def _published(record: JsonRecord, findings: Findings) -> PartialDate | None:
    stated, year = (
        text_in(record.fields.get(key)) for key in ("publication_date", "publication_year")
    )
    try:
        date = read_date(stated) or read_date(year)
    except ValueError as error:
        findings.warning(
            "S162", record.line, f"publication_date: {error}", "correct it; it is left out"
        )
        return None
    # OpenAlex writes the first of January where it knows the year alone.
    return PartialDate(date.year) if date and (date.month, date.day) == (1, 1) else date


def _keywords(fields: JsonObject) -> Iterator[str]:
    for keyword in objects_in(fields.get("keywords")):
        yield text_in(keyword.get("display_name")) or text_in(keyword.get("keyword"))


def _links(fields: JsonObject, name: str) -> Iterator[Link]:
    if (doi := text_in(fields.get("doi"))).startswith("https://"):
        yield Link(url=doi, kind=LinkKind.PAPER)
    places = [object_in(fields.get(key)) for key in ("primary_location", "best_oa_location")]
    for place in (*places, *objects_in(fields.get("locations"))):
        page, pdf = text_in(place.get("landing_page_url")), text_in(place.get("pdf_url"))
        if page and "://api." not in page:
            yield Link(url=page, kind=LinkKind.PAPER)
        if pdf:
            yield Link(url=pdf, kind=LinkKind.PDF)
    free = text_in(object_in(fields.get("open_access")).get("oa_url"))
    if free:
        yield Link(url=free, kind=LinkKind.PDF if free.lower().endswith(".pdf") else LinkKind.PAPER)
    if name.startswith("https://"):
        yield Link(url=name)
