"""The reader of CSL-JSON: Zotero, Better BibTeX, Pandoc, DataCite and doi.org write it.

Variables: https://docs.citationstyles.org/en/stable/specification.html and its JSON schema. Names
of fields from DataCite's dialect (``categories``, a ``publisher`` with a name) are read as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.dates import PartialDate
from generator.model.ids import identifiers
from generator.model.paper import Author, Link, LinkKind
from generator.sources.citation_fields import doi_in, keywords_in, labels_in, page_link, venue_named
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_papers import gather_json
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_values import (
    date_of_parts,
    object_in,
    objects_in,
    orcid_in,
    text_in,
    texts_in,
)
from generator.sources.link_kinds import is_web_address, link_to
from generator.sources.record import Record
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_named, status_of_title
from generator.sources.written_dates import read_date
from generator.text.names import join_name, parse_name

_NAME = "csl-json"
_ENVELOPES = (("items",), ("references",))
_OWN = frozenset(
    {
        "issued", "container-title", "citation-key", "title-short", "event-title", "event-place",
        "publisher-place", "number-of-pages", "archive_location", "collection-title",
    }
)  # fmt: skip
_SPARSE = frozenset(
    {
        "id", "type", "genre", "title", "author", "abstract", "DOI", "PMID", "URL", "keyword",
        "note", "number", "publisher", "language", "status", "custom",
    }
)  # fmt: skip
_TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter",
        "dataset", "entry", "paper-conference", "post", "post-weblog", "report", "review",
        "software", "speech", "thesis", "webpage", "document",
    }
)  # fmt: skip
_OTHERS = frozenset({"content", "paperId", "message-type", "abstract_inverted_index"})
_DATES = ("issued", "available-date", "submitted", "event-date")
_THESES = frozenset({"thesis", "report"})


class CslJson:
    """Reads a list of works, one work, or works under ``items`` or ``references``."""

    name = _NAME
    about = "CSL-JSON, as Zotero and Pandoc use it"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the first work has a type, a title and something only CSL has."""
        fields = json_head(seed).record
        fields = next(objects_in(fields.get("references")), fields)
        if not isinstance(fields.get("type"), str) or not _OTHERS.isdisjoint(fields):
            return False
        if isinstance(fields.get("title"), list):
            return False  # Crossref's own JSON
        names = [name for key in ("author", "editor") for name in objects_in(fields.get(key))]
        has_name = any({"family", "literal"} & name.keys() for name in names)
        is_sparse = fields["type"] in _TYPES and fields.keys() <= _SPARSE
        return has_name or is_sparse or not _OWN.isdisjoint(fields)

    def read(self, seed: Seed) -> Reading:
        """Return the works of the file."""
        return gather_json(seed, _NAME, _ENVELOPES, _record)


def _record(record: JsonRecord, findings: Findings) -> Record:
    fields = record.fields
    title = plain_line(text_in(fields.get("title")) or text_in(fields.get("title-short")))
    venue = venue_named(plain_line(_venue(fields)))
    own = object_in(fields.get("custom"))
    status = status_named(text_in(fields.get("status"))) or status_of_title(title)
    return Record(
        line=record.line,
        label=text_in(fields.get("id")),
        title=title,
        abstract=plain_prose(text_in(fields.get("abstract"))),
        authors=tuple(_authors(fields)),
        published=_published(record, _DATES, findings),
        updated=_published(record, ("updated",), findings, own),
        venue=venue.name,
        categories=(*texts_in(own.get("categories")), *venue.categories),
        keywords=tuple(_keywords(fields)),
        identifiers=(*_identifiers(fields), *texts_in(own.get("aliases")), *venue.identifiers),
        links=tuple(dict.fromkeys(_links(fields))),
        tldr=text_in(own.get("tldr")),
        status=status,
    )


def _venue(fields: JsonObject) -> str:
    if text_in(fields.get("type")) in _THESES and not fields.get("container-title"):
        publisher = fields.get("publisher")
        return text_in(publisher) or text_in(object_in(publisher).get("name"))
    names = ("container-title", "event-title", "event", "container-title-short")
    return next((text for name in names if (text := text_in(fields.get(name)))), "")


def _authors(fields: JsonObject) -> Iterator[Author]:
    for person in objects_in(fields.get("author")):
        family = " ".join(
            text_in(person.get(key))
            for key in ("dropping-particle", "non-dropping-particle", "family")
        )
        parts = (text_in(person.get("given")), family, text_in(person.get("suffix")))
        name = join_name(*(plain_line(part) for part in parts))
        literal = plain_line(text_in(person.get("literal")) or text_in(person.get("name")))
        homes = person.get("affiliation")
        places = [text_in(home.get("name")) for home in objects_in(homes)] or texts_in(homes)
        if name.full or literal:
            yield Author(
                name=literal or name.full,
                given=name.given,
                family=name.family,
                orcid=orcid_in(person.get("ORCID")),
                affiliation="; ".join(place for place in places if place),
            )
    for text in _plain_names(fields.get("author")):
        name = parse_name(plain_line(text))
        yield Author(name=name.full, given=name.given, family=name.family)


def _plain_names(value: Any) -> Iterator[str]:
    """Yield names that stand as texts, which the schema does not allow."""
    for text in texts_in(value):
        if isinstance(text, str) and text.strip(" ,;"):
            yield text


def _published(
    record: JsonRecord, names: tuple[str, ...], findings: Findings, fields: JsonObject | None = None
) -> PartialDate | None:
    for name in names:
        value = (record.fields if fields is None else fields).get(name)
        try:
            if date := _date(value):
                return date
        except ValueError:
            hint = 'write it like {"date-parts": [[2025, 3, 11]]}'
            message = f"{name} is no date: {str(value)[:80]}; left out"
            findings.warning("S106", record.line, message, hint)
    return None


def _date(value: Any) -> PartialDate | None:
    """Return the date of date parts, an EDTF text, a literal, or Pandoc's year and month.

    Raises:
        ValueError: No such date exists.
    """
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str | int):
        return read_date(str(value))
    fields = object_in(value)
    parts = fields.get("date-parts")
    if isinstance(parts, list) and parts and (date := date_of_parts(parts[0])):
        return date
    for name in ("raw", "literal", "edtf"):
        if (text := text_in(fields.get(name))) and (date := read_date(text)):
            return date
    return date_of_parts([fields.get(name) for name in ("year", "month", "day")])


def _keywords(fields: JsonObject) -> Iterator[str]:
    own = texts_in(object_in(fields.get("custom")).get("keywords"))
    if own:
        yield from own
        return
    for name in ("keyword", "keywords", "categories"):
        value = fields.get(name)
        if isinstance(value, str):
            yield from keywords_in(plain_prose(value))
        else:
            yield from (plain_line(text) for text in texts_in(value))


def _identifiers(fields: JsonObject) -> Iterator[str]:
    yield doi_in(text_in(fields.get("DOI")))
    if pmid := text_in(fields.get("PMID")):
        yield f"pmid:{pmid}"
    if "arxiv" in text_in(fields.get("archive")).lower():
        yield text_in(fields.get("archive_location") or fields.get("archive-location"))
    for name in ("number", "note", "id", "archive_location"):
        yield from labels_in(text_in(fields.get(name)))


def _links(fields: JsonObject) -> Iterator[Link]:
    for link in objects_in(object_in(fields.get("custom")).get("links")):
        url, kind = text_in(link.get("url")), text_in(link.get("kind"))
        if is_web_address(url):
            yield Link(url=url, kind=LinkKind(kind)) if kind in set(LinkKind) else link_to(url)
    if url := text_in(fields.get("URL")):
        yield page_link(url) if is_web_address(url) else Link(url=url)
    for link in objects_in(fields.get("link")):
        url = text_in(link.get("URL"))
        if link.get("content-type") == "application/pdf" and is_web_address(url):
            yield Link(url=url, kind=LinkKind.PDF)
    identifier = text_in(fields.get("id"))
    if is_web_address(identifier) and identifiers(identifier):
        yield page_link(identifier)
