"""The reader of DBLP records in XML (https://dblp.org/xml/docu/dblpxml.pdf)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.author_lists import author_named
from generator.sources.feed_tree import line_of
from generator.sources.fields import Findings
from generator.sources.json_values import orcid_in
from generator.sources.link_kinds import link_to
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.written_dates import join_date
from generator.text.markup import text_of_element

if TYPE_CHECKING:
    from lxml import etree

_NAME = "dblp-xml"
_HEAD = 4000
_TYPES = (
    "article",
    "inproceedings",
    "incollection",
    "book",
    "phdthesis",
    "mastersthesis",
    "proceedings",
    "data",
)
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<![^>]*>\s*)*"
    r"<(?:dblp(?:person|coauthors)?\b|bht\b|result>\s*<query\b"
    rf"|(?:{'|'.join(_TYPES)})\s[^>]*\bkey=\"[a-z]+/)"
)
_NUMBER = re.compile(r" \d{4}$")
_VENUES = ("journal", "booktitle", "venue", "school", "publisher")
_WITHDRAWN = "withdrawn"


class DblpXml:
    """Reads records of any type, out of the whole dump, a person's page or a search."""

    name = _NAME
    about = "DBLP records"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file begins like DBLP's."""
        return _OPENING.match(seed.text[:_HEAD]) is not None

    def read(self, seed: Seed) -> Reading:
        """Return the publications of the file."""
        from generator.sources.xml_tree import read_xml  # noqa: PLC0415 # loads lxml

        document = read_xml(seed)
        findings = Findings(seed)
        records = [] if document.root is None else list(_records(document.root, findings))
        return gather(records, seed, _NAME, (*document.diagnostics, *findings.diagnostics))


def _records(root: etree._Element, findings: Findings) -> Iterator[Record]:
    for element in root.iter(*_TYPES, "info"):
        if element.tag != "info" or element.find("title") is not None:
            yield _record(element, findings)


def _record(element: etree._Element, findings: Findings) -> Record:
    title = _text(element, "title")
    links = tuple(_links(element))
    people = [*element.iterfind("author"), *element.iterfind("authors/author")]
    people = people or element.findall("editor")
    return Record(
        line=line_of(element),
        label=element.get("key", "") or _text(element, "key"),
        title=title.removesuffix("."),
        authors=tuple(author for person in people if (author := _author(person))),
        published=_published(element, findings),
        venue=next(
            (text for tag in _VENUES if (text := _text(element, tag))), _text(element, "venue")
        ),
        identifiers=tuple(link.url for link in links),
        links=links,
        status=Status.WITHDRAWN if element.get("publtype") == _WITHDRAWN else Status.UNKNOWN,
    )


def _text(parent: etree._Element, tag: str) -> str:
    element = parent.find(tag)
    return "" if element is None else " ".join(text_of_element(element).split())


def _author(person: etree._Element) -> Author | None:
    """Return an author; DBLP numbers people of one name: ``Wei Wang 0001``."""
    name = _NUMBER.sub("", " ".join(text_of_element(person).split()))
    return author_named(name, orcid=orcid_in(person.get("orcid", "")))


def _published(element: etree._Element, findings: Findings) -> PartialDate | None:
    year, month = _text(element, "year"), _text(element, "month")
    try:
        return join_date(year, month)
    except ValueError:
        findings.warning("S162", line_of(element), f"not a date: {month} {year}", "correct it")
        return None


def _links(element: etree._Element) -> Iterator[Link]:
    for ee in element.iterfind("ee"):
        address = text_of_element(ee)
        if "://" in address:
            found = link_to(address)
            yield (
                found
                if found.kind is not LinkKind.OTHER
                else Link(url=address, kind=LinkKind.PAPER)
            )
    if doi := _text(element, "doi"):
        yield Link(url=f"https://doi.org/{doi}", kind=LinkKind.PAPER)
