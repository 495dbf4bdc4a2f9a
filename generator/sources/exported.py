"""The reader of what ``export`` and ``read --json`` write: the same papers come back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_papers import gather_json
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_values import count_in, object_in, objects_in, text_in, texts_in
from generator.sources.link_kinds import link_to
from generator.sources.record import Record
from generator.sources.source import Reading, Seed

_NAME = "exported"
_ENVELOPES = (("papers",),)
_OWN_FIELDS = frozenset({"title", "abstract", "authors", "aliases", "links", "signals"})


class Exported:
    """Reads facts letter for letter; what a site derived from them is derived anew."""

    name = _NAME
    about = "What `export` writes: JSON and JSON Lines"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records have every field that an export has."""
        return json_head(seed).record.keys() >= _OWN_FIELDS

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        return gather_json(seed, _NAME, _ENVELOPES, _record)


def _record(record: JsonRecord, findings: Findings) -> Record:
    fields = record.fields
    signals = object_in(fields.get("signals"))
    aliases, arxiv, doi = texts_in(fields.get("aliases")), *_identifiers(fields)
    return Record(
        line=record.line,
        label=text_in(fields.get("id")),
        title=text_in(fields.get("title")),
        abstract=text_in(fields.get("abstract")),
        authors=tuple(_authors(fields)),
        published=_date(record, "published", findings),
        updated=_date(record, "updated", findings),
        venue=text_in(fields.get("venue")),
        categories=texts_in(fields.get("categories")),
        keywords=texts_in(fields.get("keywords")),
        identifiers=(*aliases, arxiv, doi),
        links=tuple(_links(fields)),
        tldr=text_in(fields.get("tldr")),  # an object would be derived, and is left to be so
        status=_status(text_in(fields.get("status"))),
        signals=Signals(
            upvotes=count_in(signals.get("upvotes")),
            stars=count_in(signals.get("stars")),
            citations=count_in(signals.get("citations")),
        ),
    )


def _identifiers(fields: JsonObject) -> tuple[str, str]:
    return text_in(fields.get("arxiv_id")), text_in(fields.get("doi"))


def _authors(fields: JsonObject) -> Iterator[Author]:
    for author in objects_in(fields.get("authors")):
        if name := text_in(author.get("name")):
            yield Author(
                name=name,
                given=text_in(author.get("given")),
                family=text_in(author.get("family")),
                orcid=text_in(author.get("orcid")),
                affiliation=text_in(author.get("affiliation")),
            )


def _date(record: JsonRecord, key: str, findings: Findings) -> PartialDate | None:
    text = text_in(record.fields.get(key))
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        findings.warning("S162", record.line, f"{key}: {error}; left out", "correct it")
        return None


def _links(fields: JsonObject) -> Iterator[Link]:
    for link in objects_in(fields.get("links")):
        url, kind = text_in(link.get("url")), text_in(link.get("kind"))
        yield Link(url=url, kind=LinkKind(kind)) if kind in set(LinkKind) else link_to(url)


def _status(text: str) -> Status:
    return Status(text) if text in set(Status) else Status.UNKNOWN
