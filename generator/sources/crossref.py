"""The reader of Crossref's JSON (https://api.crossref.org/swagger-ui/index.html)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_papers import gather_json
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_values import (
    count_in,
    date_of_parts,
    object_in,
    objects_in,
    orcid_in,
    text_in,
    texts_in,
)
from generator.sources.record import Record
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_of_title
from generator.text.names import join_name

_NAME = "crossref"
_ENVELOPES = (("message", "items"), ("message",), ("items",))
_OWN_FIELDS = frozenset(
    {"is-referenced-by-count", "reference-count", "deposited", "indexed", "member"}
)
_DATES = ("issued", "published", "posted", "published-online", "published-print")
_SAME_WORK = ("has-preprint", "is-preprint-of", "is-same-as", "is-identical-to")


class Crossref:
    """Reads an answer with one work or a list of works, and works without the envelope."""

    name = _NAME
    about = "Crossref works, alone or as a list"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file is Crossref's answer, or lists works as Crossref writes them."""
        head = json_head(seed)
        if "message-type" in head.outer:
            return True
        # With a plain title it is CSL-JSON, which Crossref offers too.
        is_own = "DOI" in head.record and not _OWN_FIELDS.isdisjoint(head.record)
        return is_own and isinstance(head.record.get("title", []), list)

    def read(self, seed: Seed) -> Reading:
        """Return the works of the file."""
        return gather_json(seed, _NAME, _ENVELOPES, _record)


def _record(record: JsonRecord, findings: Findings) -> Record:
    fields = record.fields
    doi, title = text_in(fields.get("DOI")), plain_line(text_in(fields.get("title")))
    relations = object_in(fields.get("relation"))
    preprints = [
        f"doi:{text_in(relation.get('id'))}"
        for name in _SAME_WORK
        for relation in objects_in(relations.get(name))
        if relation.get("id-type") == "doi"
    ]
    return Record(
        line=record.line,
        label=doi,
        title=title,
        abstract=plain_prose(text_in(fields.get("abstract"))),
        authors=tuple(_authors(fields)),
        published=_published(record, findings),
        venue=_venue(fields),
        categories=texts_in(fields.get("subject")),
        identifiers=(f"doi:{doi}" if doi else "", *preprints),
        links=tuple(_links(fields)),
        status=_status(fields, title),
        signals=Signals(citations=count_in(fields.get("is-referenced-by-count"))),
    )


def _authors(fields: JsonObject) -> Iterator[Author]:
    for author in objects_in(fields.get("author")):
        parts = (plain_line(text_in(author.get(key))) for key in ("given", "family", "suffix"))
        name = join_name(*parts)
        full = name.full or plain_line(
            text_in(author.get("name")) or text_in(author.get("literal"))
        )
        homes = (text_in(home.get("name")) for home in objects_in(author.get("affiliation")))
        if full:
            yield Author(
                name=full,
                given=name.given,
                family=name.family,
                orcid=orcid_in(author.get("ORCID")),
                affiliation="; ".join(plain_line(home) for home in homes if home),
            )


def _published(record: JsonRecord, findings: Findings) -> PartialDate | None:
    for key in _DATES:
        parts = object_in(record.fields.get(key)).get("date-parts")
        try:
            date = date_of_parts(parts[0] if isinstance(parts, list) and parts else None)
        except ValueError:
            message = f"{key} is no date: {parts}"[:120]
            findings.warning("S162", record.line, message, "correct it; it is left out")
            continue
        if date:
            return date
    return None


def _venue(fields: JsonObject) -> str:
    event = object_in(fields.get("event"))
    institutions = [text_in(each.get("name")) for each in objects_in(fields.get("institution"))]
    for value in (fields.get("container-title"), event.get("name"), institutions):
        if venue := plain_line(text_in(value)):
            return venue
    return ""


def _links(fields: JsonObject) -> Iterator[Link]:
    resource = object_in(object_in(fields.get("resource")).get("primary"))
    for url in (fields.get("URL"), resource.get("URL")):
        if text_in(url):
            yield Link(url=text_in(url), kind=LinkKind.PAPER)
    for link in objects_in(fields.get("link")):
        url = text_in(link.get("URL"))
        # The other kinds are XML and plain text for machines.
        is_pdf = link.get("content-type") == "application/pdf" or url.lower().endswith(".pdf")
        if is_pdf and "://api." not in url:
            yield Link(url=url, kind=LinkKind.PDF)


def _status(fields: JsonObject, title: str) -> Status:
    kinds = {text_in(update.get("type")) for update in objects_in(fields.get("updated-by"))}
    if "retraction" in kinds:
        return Status.RETRACTED
    return Status.WITHDRAWN if "withdrawal" in kinds else status_of_title(title)
