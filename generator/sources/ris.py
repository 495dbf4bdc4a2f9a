"""The reader of RIS.

Tags: the specification of Research Information Systems (2001, 2011) and the habits of Zotero,
EndNote, Scopus, PubMed and publishers, who choose differently between tags of one meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.citation_fields import (
    doi_in,
    is_placeholder_url,
    keywords_in,
    labels_in,
    links_in,
    page_link,
    venue_named,
)
from generator.sources.fields import Findings
from generator.sources.link_kinds import is_web_address
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_named, status_of_title
from generator.sources.tagged_lines import TaggedLines, TaggedRecord
from generator.sources.written_dates import read_date
from generator.text.names import parse_name

_NAME = "ris"
_HEAD = 8_192
_OPENING = re.compile(r"^(?:TY)(?P<gap>[ \t]{0,4})-(?:[ \t]|$)", re.MULTILINE)
_FIRST_TAG = re.compile(r"^[A-Z][A-Z0-9][ \t]{1,4}-(?:[ \t]|$)", re.MULTILINE)
_TITLES = ("TI", "T1", "BT", "ST", "TT")
_VENUES = ("JF", "T2", "JO", "JA", "J1", "J2", "C3", "BT")
_BOOKS = frozenset({"BOOK", "EBOOK", "EDBOOK", "THES", "RPRT"})
_ADDRESS = re.compile(r"https?://\S+?(?=[;,]?(?:\s|https?://)|[;,]?$)")
_PMID = re.compile(r"(\d{3,9})\s*(?:\[pmid\])?", re.IGNORECASE)
_LABELLED = re.compile(r"(TL;DR|Status|Categories):\s*(.+)", re.IGNORECASE | re.DOTALL)
_OTHERS = frozenset({"others", "et al", "et al.", "and others", "[et al.]"})


class Ris:
    """Reads records from ``TY`` to ``ER``; a missing ``ER`` does no harm."""

    name = _NAME
    about = "RIS, as reference managers and publishers export it"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the first tag of the file is ``TY``."""
        first = _FIRST_TAG.search(seed.text[:_HEAD])
        return bool(first and first[0].startswith("TY"))

    def read(self, seed: Seed) -> Reading:
        """Return the records of the file."""
        findings = Findings(seed)
        opening = _OPENING.search(seed.text)
        # Some programs write one blank before the hyphen; then, and only then, one is enough.
        gap = len(opening["gap"]) if opening else 2
        pattern = rf"\s?(?P<tag>[A-Z][A-Z0-9])(?:  |[ \t]{{{gap}}})-(?:[ \t](?P<text>.*)|$)"
        lines = TaggedLines(re.compile(pattern), frozenset({"TY"}), frozenset({"ER"}))
        found = lines.records(seed.text.replace("\ufeff", ""))
        _report(found, lines.stray, findings)
        records = [_record(record, findings) for record in found]
        return gather(records, seed, _NAME, findings.diagnostics)


def _report(found: list[TaggedRecord], stray: list[int], findings: Findings) -> None:
    if not found:
        findings.warning("S110", 1, "no record was found", "a record begins with TY  - JOUR")
        return
    inside = [line for line in stray if line > found[0].line]
    if inside:
        message = f"{len(inside)} lines stand between records, this first; left out"
        findings.warning("S108", inside[0], message, "a record begins with TY and ends with ER")


def _record(record: TaggedRecord, findings: Findings) -> Record:
    title = plain_line(record.first(*_TITLES))
    venue = venue_named(plain_line(_venue(record)))
    notes = dict(_labelled(record))
    status = status_named(notes.get("status", "")) or status_of_title(title)
    return Record(
        line=record.line,
        label=record.first("ID", "DO"),
        title=title,
        abstract=plain_prose(record.first("AB", "N2")),
        authors=tuple(_authors(record)),
        published=_published(record, findings),
        venue=venue.name,
        categories=(*venue.categories, *keywords_in(notes.get("categories", ""))),
        keywords=tuple(word for text in record.all("KW") for word in _keywords(text)),
        identifiers=(*_identifiers(record), *venue.identifiers),
        links=tuple(dict.fromkeys(_links(record))),
        tldr=notes.get("tl;dr", ""),
        status=Status(status),
    )


def _venue(record: TaggedRecord) -> str:
    if record.first("TY") in _BOOKS:
        return record.first("PB") if record.first("TY") in {"THES", "RPRT"} else ""
    return record.first(*_VENUES)


def _keywords(text: str) -> Iterator[str]:
    """Yield the keywords of one tag; only a list without blanks after commas is not parted."""
    parts = keywords_in(text) if re.search(r"[;\n]", text) else (text,)
    for part in parts:
        yield plain_line(part)


def _authors(record: TaggedRecord) -> Iterator[Author]:
    for text in record.all("AU", "A1"):
        for part in text.replace("\n", ";").split(";"):
            name = parse_name(plain_line(part))
            if name.full and name.full.lower() not in _OTHERS:
                yield Author(name=name.full, given=name.given, family=name.family)


def _published(record: TaggedRecord, findings: Findings) -> PartialDate | None:
    """Return the most exact date of the year that is named first."""
    best: PartialDate | None = None
    for tag in ("PY", "Y1", "DA"):
        text = record.first(tag)
        try:
            date = read_date(text) if text else None
        except ValueError:
            hint = "write it like 2025/03/11"
            findings.warning("S106", record.line, f"no such date: {text!r}; left out", hint)
            continue
        if date and (best is None or (date.year == best.year and date > best and not best.day)):
            best = date
    return best


def _identifiers(record: TaggedRecord) -> Iterator[str]:
    for text in record.all("DO"):
        yield doi_in(text)
    for text in record.all("M3", "N1", "L1", "AN", "ID", "M1"):
        yield from labels_in(text)
    database = record.first("DB", "DP").lower()
    for text in record.all("AN", "U1"):
        pmid = _PMID.fullmatch(text)
        if pmid and ("[pmid]" in text.lower() or "pubmed" in database or "medline" in database):
            yield f"pmid:{pmid[1]}"


def _links(record: TaggedRecord) -> Iterator[Link]:
    for text in record.all("UR", "L2", "LK"):
        found = _ADDRESS.findall(text)
        if not found and not is_placeholder_url(text):
            address = text.split()[0]
            found = [f"https://{address}" if address.startswith("www.") else address]
        for url in found:
            yield page_link(url) if is_web_address(url) else Link(url=url)
    for text in record.all("L1"):
        for url in _ADDRESS.findall(text):
            yield Link(url=url, kind=LinkKind.PDF)
    for text in record.all("N1"):
        yield from links_in(text)


def _labelled(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    for text in record.all("N1"):
        if match := _LABELLED.fullmatch(text):
            yield match[1].lower(), match[2]
