"""The reader of ACL Anthology volumes (https://github.com/acl-org/acl-anthology, data/xml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.feed_tree import line_of
from generator.sources.fields import Findings
from generator.sources.json_values import orcid_in
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.written_dates import join_date
from generator.text.markup import text_of_element
from generator.text.names import join_name

if TYPE_CHECKING:
    from lxml import etree

_NAME = "acl-xml"
_SITE = "https://aclanthology.org"
_HEAD = 4000
_OPENING = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<![^>]*>\s*)*<collection\s[^>]*\bid=")
_LONE_VOLUME = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<volume\s[^>]*\bid=[^>]*>\s*<(?:meta|paper)\b")
_ATTACHMENTS = {
    "software": LinkKind.CODE,
    "code": LinkKind.CODE,
    "dataset": LinkKind.DATA,
    "data": LinkKind.DATA,
    "poster": LinkKind.POSTER,
    "presentation": LinkKind.SLIDES,
    "slides": LinkKind.SLIDES,
}


class AclXml:
    """Reads every paper of every volume of a collection; front matter is no paper."""

    name = _NAME
    about = "Volumes of the ACL Anthology"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file is a collection, or a volume taken out of one."""
        head = seed.text[:_HEAD]
        return (_OPENING.match(head) or _LONE_VOLUME.match(head)) is not None

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        from generator.sources.xml_tree import read_xml  # noqa: PLC0415 # loads lxml

        document = read_xml(seed)
        findings = Findings(seed)
        records = [] if document.root is None else list(_records(document.root, findings))
        return gather(records, seed, _NAME, (*document.diagnostics, *findings.diagnostics))


def _records(root: etree._Element, findings: Findings) -> Iterator[Record]:
    collection = root.get("id", "") if root.tag == "collection" else ""
    for volume in root.iter("volume"):
        meta = volume.find("meta")
        for paper in volume.iter("paper"):
            yield _record(paper, meta, _paper_id(paper, volume, collection), findings)


def _paper_id(paper: etree._Element, volume: etree._Element, collection: str) -> str:
    """Return the Anthology id: the one of its address, or made of the ids of its ancestors."""
    url = _text(paper, "url")
    if url:
        return url.rstrip("/").rsplit("/", 1)[-1].removesuffix(".pdf")
    number, part = paper.get("id", ""), volume.get("id", "")
    if not (number and part and collection):
        return ""
    if re.fullmatch(r"[A-Z]\d{2}", collection):
        # Old ids have four digits; the volume's is the first, or the first two in W and C.
        width = 2 if collection[0] == "W" or collection in {"C69", "D19"} else 3
        return f"{collection}-{part.zfill(4 - width)}{number.zfill(width)}"
    return f"{collection}-{part}.{number}"


def _record(
    paper: etree._Element, meta: etree._Element | None, name: str, findings: Findings
) -> Record:
    doi = _text(paper, "doi")
    people = paper.findall("author") or paper.findall("editor")
    is_gone = paper.find("retracted") is not None or paper.find("removed") is not None
    return Record(
        line=line_of(paper),
        label=name or paper.get("id", ""),
        title=_text(paper, "title"),
        abstract=_text(paper, "abstract"),
        authors=tuple(author for person in people if (author := _author(person))),
        published=_published(paper, meta, findings),
        venue=_venue(paper, meta),
        identifiers=(f"doi:{doi}" if doi else "", f"{_SITE}/{name}" if name else ""),
        links=tuple(_links(paper, name, doi)),
        status=Status.RETRACTED if is_gone else Status.UNKNOWN,
    )


def _text(parent: etree._Element | None, tag: str) -> str:
    element = None if parent is None else parent.find(tag)
    return "" if element is None else text_of_element(element)


def _author(person: etree._Element) -> Author | None:
    name = join_name(_text(person, "first"), _text(person, "last"))
    if not name.full:
        return None
    return Author(
        name=name.full,
        given=name.given,
        family=name.family,
        orcid=orcid_in(person.get("orcid", "")),
        affiliation=" ".join(_text(person, "affiliation").split()),
    )


def _published(
    paper: etree._Element, meta: etree._Element | None, findings: Findings
) -> PartialDate | None:
    """Return month and year of the volume; of months such as "June–July" the first counts."""
    year = _text(paper, "year") or _text(meta, "year")
    month = _text(paper, "month") or _text(meta, "month")
    try:
        return join_date(year, month)
    except ValueError:
        findings.warning("S162", line_of(paper), f"not a date: {month} {year}", "correct it")
        return None


def _venue(paper: etree._Element, meta: etree._Element | None) -> str:
    journal = _text(paper, "journal") or _text(meta, "journal-title")
    return journal or _text(meta, "shortbooktitle") or _text(meta, "booktitle")


def _links(paper: etree._Element, name: str, doi: str) -> Iterator[Link]:
    if name:
        yield Link(url=f"{_SITE}/{name}/", kind=LinkKind.PAPER)
        yield Link(url=f"{_SITE}/{name}.pdf", kind=LinkKind.PDF)
    if doi:
        yield Link(url=f"https://doi.org/{doi}", kind=LinkKind.PAPER)
    for video in paper.findall("video"):
        address = video.get("href", "")
        if address:
            yield Link(url=_absolute(address, "videos"), kind=LinkKind.VIDEO)
    for attachment in paper.findall("attachment"):
        address = text_of_element(attachment)
        kind = _ATTACHMENTS.get(attachment.get("type", "").lower(), LinkKind.OTHER)
        if address:
            yield Link(url=_absolute(address, "attachments"), kind=kind)


def _absolute(address: str, folder: str) -> str:
    return address if "://" in address else f"{_SITE}/{folder or 'attachments'}/{address}"
