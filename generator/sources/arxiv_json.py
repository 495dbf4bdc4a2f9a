"""The reader of JSON lists of arXiv papers that daily digests and API libraries write.

Their objects are entries of the API, more or less: ``title, authors, summary``, an id under one
of several names, and what each tool adds. Summaries written by a machine are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.errors import Diagnostic, Severity
from generator.model.ids import arxiv_id
from generator.model.paper import Author, Link, LinkKind, Signals
from generator.sources import arxiv_fields as arxiv
from generator.sources.feed_tree import nothing_found
from generator.sources.json_head import json_head
from generator.sources.json_records import JsonRecord, read_records
from generator.sources.json_values import count_in, object_in, text_in, texts_in
from generator.sources.link_kinds import link_to
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date

_NAME = "arxiv-json"
_ENVELOPES = (("papers",), ("entries",), ("results",), ("data",))
_IDS = ("arxiv_id", "arxivId", "entry_id", "short_id", "id", "abs")
_ABSTRACTS = ("summary", "abstract")
_LINKS = (
    ("abs", LinkKind.PAPER),
    ("entry_id", LinkKind.PAPER),
    ("pdf", LinkKind.PDF),
    ("pdf_url", LinkKind.PDF),
    ("code_url", LinkKind.CODE),
    ("code", LinkKind.CODE),
    ("url", None),
    ("link", None),
)


class ArxivJson:
    """Reads JSON and JSON Lines; a day's list is no issue, since nobody chose the papers."""

    name = _NAME
    about = "JSON made from arXiv's API by other tools"

    def detects(self, seed: Seed) -> bool:
        """Tell by an arXiv id and a summary in the first object."""
        record = json_head(seed).record
        if "title" not in record or "summary" not in record or "upvotes" in record:
            return False
        return bool(_id(record))

    def read(self, seed: Seed) -> Reading:
        """Return a paper for each object."""
        found = read_records(seed, _ENVELOPES)
        problems = list(found.diagnostics)
        if not found.records:
            problems.append(nothing_found(seed))
        stated = count_in(json_head(seed).outer.get("count"))
        if stated is not None and stated != len(found.records):
            problems.append(_miscounted(seed, stated, len(found.records)))
        records = [_record(record, seed, problems) for record in found.records]
        return gather(records, seed, _NAME, problems)


def _record(record: JsonRecord, seed: Seed, problems: list[Diagnostic]) -> Record:
    fields, line = record.fields, record.line
    name = _id(fields)
    comments = _first(fields, "comment", "comments")
    texts = (fields.get(key) for key in _ABSTRACTS)
    abstract = arxiv.abstract_prose(next((t for t in texts if isinstance(t, str) and t), ""))
    published = _first(fields, "published", "published_date", "publish_date", "date")
    doi = _first(fields, "doi")
    return Record(
        line=line,
        label=name,
        title=arxiv.prose(_first(fields, "title")),
        abstract=abstract,
        authors=tuple(_authors(fields)),
        published=read_date(published, seed, line, problems) or arxiv.month_of(name),
        updated=read_date(_first(fields, "updated", "updated_date"), seed, line, problems),
        venue=arxiv.prose(_first(fields, "journal_ref", "journal-ref")),
        categories=arxiv.categories(_codes(fields)),
        identifiers=tuple(filter(None, (name and f"arXiv:{name}", doi and f"doi:{doi}"))),
        links=(*_links(fields), *arxiv.links_in(comments)),
        status=arxiv.status_of(comments, abstract),
        signals=Signals(stars=count_in(fields.get("code_stars"))),
    )


def _first(fields: dict[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := text_in(fields.get(key)))), "")


def _id(fields: dict[str, Any]) -> str:
    """Return the id without version; empty when the object has none of arXiv's."""
    return next((found for key in _IDS if (found := arxiv_id(text_in(fields.get(key))))), "")


def _authors(fields: dict[str, Any]) -> Iterator[Author]:
    stated = fields.get("authors")
    if not isinstance(stated, list):
        yield from arxiv.author_line(text_in(stated))
        return
    for entry in stated:
        name = arxiv.prose(text_in(entry) or text_in(object_in(entry).get("name")))
        if name:
            yield arxiv.author(name)


def _codes(fields: dict[str, Any]) -> Iterator[str]:
    for key in ("primary_category", "categories"):
        for text in texts_in(fields.get(key)):
            yield from text.replace(",", " ").split()


def _links(fields: dict[str, Any]) -> Iterator[Link]:
    for key, kind in _LINKS:
        url = _first(fields, key)
        if url.startswith(("https://", "http://")):
            yield Link(url=url, kind=kind) if kind else link_to(url)


def _miscounted(seed: Seed, stated: int, found: int) -> Diagnostic:
    return seed.problem(
        "S134",
        Severity.WARNING,
        f"the file announces {stated} papers and holds {found}",
        hint="it may be cut short; save it again",
    )
