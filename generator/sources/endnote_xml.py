"""The reader of EndNote's XML export, which Zotero, Bookends and Papers write as well.

There is no public schema; elements are those of EndNote 20's ``RSXML.dtd``. Text may be wrapped in
``<style>`` elements, and line ends are often carriage returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind
from generator.sources.citation_fields import (
    doi_in,
    is_placeholder_url,
    keywords_in,
    labels_in,
    page_link,
    venue_named,
)
from generator.sources.feed_tree import line_of
from generator.sources.fields import Findings
from generator.sources.link_kinds import is_web_address
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_of_title
from generator.sources.written_dates import join_date, read_date
from generator.text.names import Name, parse_name

if TYPE_CHECKING:
    from lxml import etree

_NAME = "endnote-xml"
_HEAD = 16_384
_RECORDS = re.compile(r"<records[\s>].{0,400}<record[\s>]", re.DOTALL)
_OWN = re.compile(r"<(?:ref-type|source-app|contributors|rec-number)[\s>]")
_ADDRESS = re.compile(r"https?://\S+")
_PUBMED = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)


class EndnoteXml:
    """Reads the records of an EndNote library."""

    name = _NAME
    about = "EndNote XML"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file begins with EndNote's records."""
        head = seed.text[:_HEAD].lstrip()
        return head.startswith("<") and bool(_RECORDS.search(head) and _OWN.search(head))

    def read(self, seed: Seed) -> Reading:
        """Return the records of the file."""
        from generator.sources.xml_tree import read_xml  # noqa: PLC0415 (lxml is slow to load)

        document = read_xml(seed)
        findings = Findings(seed)
        found = [] if document.root is None else list(document.root.iter("record"))
        if document.root is not None and not found:
            findings.warning("S110", 1, "no record was found", "export the library again as XML")
        records = [_record(record, findings) for record in found]
        return gather(records, seed, _NAME, (*document.diagnostics, *findings.diagnostics))


def _record(record: etree._Element, findings: Findings) -> Record:
    title = plain_line(_text(record, "titles/title", "titles/short-title"))
    venue = venue_named(plain_line(_venue(record)))
    return Record(
        line=line_of(record),
        label=_text(record, "rec-number"),
        title=title,
        abstract=plain_prose(_text(record, "abstract")),
        authors=tuple(_authors(record)),
        published=_published(record, findings),
        venue=venue.name,
        categories=venue.categories,
        keywords=tuple(_keywords(record)),
        identifiers=(*_identifiers(record), *venue.identifiers),
        links=tuple(_links(record)),
        status=status_of_title(title),
    )


def _text(record: etree._Element, *paths: str) -> str:
    """Return the first text at one of the paths that is not empty."""
    for path in paths:
        for text in _texts(record, path):
            return text
    return ""


def _texts(record: etree._Element, path: str) -> Iterator[str]:
    for element in record.iterfind(path):
        text = "".join(str(part) for part in element.itertext())
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if text:
            yield text


def _venue(record: etree._Element) -> str:
    kind = record.find("ref-type")
    name = (kind.get("name") or "").lower() if kind is not None else ""
    if name in {"book", "edited book", "electronic book"}:
        return ""
    if name in {"thesis", "report"}:
        return _text(record, "publisher", "titles/secondary-title")
    return _text(
        record, "periodical/full-title", "titles/secondary-title", "alt-periodical/full-title",
        "titles/alt-title", "periodical/abbr-1",
    )  # fmt: skip


def _authors(record: etree._Element) -> Iterator[Author]:
    for text in _texts(record, "contributors/authors/author"):
        line = plain_line(text)
        # EndNote marks a collective by a comma at the end.
        is_collective = line.endswith(",")
        name = Name(line.rstrip(" ,").replace(",,", ",")) if is_collective else parse_name(line)
        if name.full and name.full.lower() not in {"et al", "et al.", "others"}:
            yield Author(name=name.full, given=name.given, family=name.family)


def _published(record: etree._Element, findings: Findings) -> PartialDate | None:
    year = _text(record, "dates/year")
    date = _text(record, "dates/pub-dates/date")
    try:
        whole = read_date(date) if date else None
        if whole and (not year or str(whole.year) == year):
            return whole
        return join_date(year, date) if year else None
    except ValueError:
        hint = "correct it in the library, or in the file"
        line = line_of(record)
        findings.warning(
            "S106", line, f"no such date: {f'{year} {date}'.strip()!r}; left out", hint
        )
        return None


def _keywords(record: etree._Element) -> Iterator[str]:
    for text in _texts(record, "keywords/keyword"):
        parts = keywords_in(text) if re.search(r"[;\n]", text) and "\n  " not in text else (text,)
        for part in parts:
            yield plain_line(part).replace("*", "")


def _identifiers(record: etree._Element) -> Iterator[str]:
    yield doi_in(_text(record, "electronic-resource-num"))
    accession = _text(record, "accession-num")
    if accession.isdigit() and _PUBMED.search(_text(record, "remote-database-name")):
        yield f"pmid:{accession}"
    for path in ("accession-num", "custom2", "notes", "research-notes", "number", "volume"):
        for text in _texts(record, path):
            yield from labels_in(text)


def _links(record: etree._Element) -> Iterator[Link]:
    """Yield web addresses; ``internal-pdf://`` and paths lead nowhere outside of the library."""
    for kind in ("pdf-urls", "related-urls", "web-urls", "text-urls"):
        for text in _texts(record, f"urls/{kind}/url"):
            if is_placeholder_url(text):
                continue
            for url in _ADDRESS.findall(text) or [text.split()[0]]:
                if kind == "pdf-urls" and is_web_address(url):
                    yield Link(url=url, kind=LinkKind.PDF)
                elif kind != "pdf-urls" and not url.startswith("internal-pdf:"):
                    yield page_link(url) if is_web_address(url) else Link(url=url)
