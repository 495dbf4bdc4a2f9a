"""The reader of Semantic Scholar's JSON (https://api.semanticscholar.org/api-docs/graph)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Signals
from generator.sources.author_lists import author_named
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_papers import gather_json
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_values import (
    count_in,
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
from generator.sources.written_dates import read_date

_NAME = "semantic-scholar"
_ENVELOPES = (("data",), ("recommendedPapers",), ("papers",))
_OWN_FIELDS = frozenset(
    {"paperid", "corpusid", "externalids", "citingpaper", "citedpaper", "paperabstract"}
)
_IDENTIFIERS = {
    "arxiv": "arXiv:{}",
    "doi": "doi:{}",
    "acl": "https://aclanthology.org/{}",
    "pubmed": "pmid:{}",
}
_PAGE = "https://www.semanticscholar.org/paper/"


class SemanticScholar:
    """Reads searches, batches with null for unknown ids, citations, and the bulk data sets."""

    name = _NAME
    about = "Semantic Scholar papers: search, batch, single"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records carry Semantic Scholar's own fields."""
        head = json_head(seed)
        names = {key.lower() for key in (*head.record, *head.outer)}
        return not names.isdisjoint(_OWN_FIELDS) or "recommendedPapers" in head.outer

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        return gather_json(seed, _NAME, _ENVELOPES, _record)


def _record(record: JsonRecord, findings: Findings) -> Record:
    fields = _fields(record.fields)
    external = {
        key.lower(): text_in(value) for key, value in object_in(fields.get("externalids")).items()
    }
    external.setdefault("doi", text_in(fields.get("doi")))
    title = plain_line(text_in(fields.get("title")))
    name = text_in(fields.get("paperid"))
    stated = [form.format(external[key]) for key, form in _IDENTIFIERS.items() if external.get(key)]
    summary = fields.get("tldr")
    abstract = text_in(fields.get("abstract")) or text_in(fields.get("paperabstract"))
    return Record(
        line=record.line,
        label=name or text_in(fields.get("corpusid")),
        title=title,
        abstract=plain_prose(abstract),
        authors=tuple(_authors(fields)),
        published=_published(fields, record.line, findings),
        venue=_venue(fields),
        categories=texts_in(fields.get("fieldsofstudy")),
        identifiers=(*stated, f"{_PAGE}{name}" if name else ""),
        links=tuple(_links(fields, name)),
        tldr=plain_line(text_in(object_in(summary).get("text")) or text_in(summary)),
        status=status_of_title(title),
        signals=Signals(citations=count_in(fields.get("citationcount"))),
    )


def _fields(fields: JsonObject) -> JsonObject:
    """Return the paper's fields in lower case, as the bulk data sets write them."""
    for wrapper in ("citingPaper", "citedPaper"):
        if isinstance(fields.get(wrapper), dict):
            fields = fields[wrapper]
    return {key.lower(): value for key, value in fields.items()}


def _authors(fields: JsonObject) -> Iterator[Author]:
    for author in objects_in(fields.get("authors")):
        homes = texts_in(author.get("affiliations"))
        orcid = orcid_in(object_in(author.get("externalIds")).get("ORCID"))
        found = author_named(text_in(author.get("name")), affiliation="; ".join(homes), orcid=orcid)
        if found:
            yield found


def _published(fields: JsonObject, line: int, findings: Findings) -> PartialDate | None:
    try:
        return read_date(text_in(fields.get("publicationdate"))) or read_date(
            text_in(fields.get("year"))
        )
    except ValueError as error:
        findings.warning("S162", line, f"publicationDate: {error}", "correct it; it is left out")
        return None


def _venue(fields: JsonObject) -> str:
    publication, journal = fields.get("publicationvenue"), object_in(fields.get("journal"))
    for value in (fields.get("venue"), object_in(publication).get("name"), journal.get("name")):
        if venue := plain_line(text_in(value)):
            return venue
    return ""


def _links(fields: JsonObject, name: str) -> Iterator[Link]:
    page = text_in(fields.get("url")) or text_in(fields.get("s2url"))
    if page or name:
        yield Link(url=page or f"{_PAGE}{name}", kind=LinkKind.PAPER)
    free = text_in(object_in(fields.get("openaccesspdf")).get("url"))
    for url in (free, *texts_in(fields.get("pdfurls"))):
        if url:
            yield Link(url=url, kind=LinkKind.PDF)
