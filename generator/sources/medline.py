"""The reader of MEDLINE's tagged format (``.nbib``), which ERIC exports as well.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Author keywords (``OT``) are the
keywords; without any, MeSH terms marked as major topics are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, Status
from generator.sources.citation_fields import page_link
from generator.sources.fields import Findings
from generator.sources.medline_text import medline_name, medline_title, with_electronic_day
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_named, status_of_title
from generator.sources.tagged_lines import TaggedLines, TaggedRecord
from generator.sources.written_dates import read_date
from generator.text.names import Name

_NAME = "medline"
_HEAD = 8_192
# The hyphen stands in the fifth column; where it does not, a blank must follow it.
_LINE = re.compile(r"(?P<tag>[A-Z]{2,4}\d?) {0,2}-(?:(?<=^....-)|(?= |$)) ?(?P<text>.*)")
_FIRST_TAG = re.compile(r"^(?:PMID- ?\d|OWN {0,2}- )", re.MULTILINE)
_DOI = re.compile(r"(10\.\d{4,9}/\S+)(?:\s*\[doi\])?")
_ADDRESS = re.compile(r"https?://\S+")
_ORCID = re.compile(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


class Medline:
    """Reads records that an empty line or a new ``PMID`` parts."""

    name = _NAME
    about = "MEDLINE, the format `PubMed` of PubMed, and that of ERIC (`.nbib`)"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file begins with the tag PMID, or OWN as ERIC has it."""
        lines = seed.text[:_HEAD].lstrip("\ufeff \n").split("\n", 1)
        return _FIRST_TAG.match(lines[0]) is not None

    def read(self, seed: Seed) -> Reading:
        """Return the records of the file."""
        findings = Findings(seed)
        lines = TaggedLines(_LINE, frozenset({"PMID"}))
        found = lines.records(seed.text.replace("\ufeff", ""))
        if not found:
            findings.warning("S110", 1, "no record was found", "a record begins with PMID- 123")
        records = [_record(record, findings) for record in found]
        return gather(records, seed, _NAME, findings.diagnostics)


def _record(record: TaggedRecord, findings: Findings) -> Record:
    title = medline_title(plain_line(record.first("TI", "BTI")), plain_line(record.first("TT")))
    kinds = " ".join(record.all("PT"))
    return Record(
        line=record.line,
        label=record.first("PMID", "OID"),
        title=title,
        abstract=plain_prose(record.first("AB", "OAB")),
        authors=tuple(_authors(record)),
        published=_published(record, findings),
        venue=plain_line(record.first("JT", "TA", "BTI" if record.first("TI") else "JT")),
        keywords=tuple(_keywords(record)),
        identifiers=tuple(_identifiers(record)),
        links=tuple(_links(record)),
        status=_status(kinds, title),
    )


def _status(kinds: str, title: str) -> Status:
    if "retracted publication" in kinds.lower():
        return status_named("retracted")
    return status_of_title(title)


def _authors(record: TaggedRecord) -> Iterator[Author]:
    """Yield personal and collective authors in order; ``FAU`` has the names in full."""
    full = "FAU" if record.first("FAU") else "AU"
    names: list[tuple[str, bool]] = []
    orcids: dict[int, str] = {}
    places: dict[int, list[str]] = {}
    for field in record.fields:
        if field.tag in {full, "CN"} and field.text:
            names.append((plain_line(field.text), field.tag == "CN"))
        elif names and field.tag == "AUID" and (orcid := _ORCID.search(field.text)):
            orcids[len(names)] = orcid[1]
        elif names and field.tag == "AD" and field.text:
            places.setdefault(len(names), []).append(plain_line(field.text))
    for number, (text, is_collective) in enumerate(names, start=1):
        name = Name(text) if is_collective else medline_name(text)
        if name.full:
            yield Author(
                name=name.full,
                given=name.given,
                family=name.family,
                orcid=orcids.get(number, ""),
                affiliation="; ".join(places.get(number, ())),
            )


def _published(record: TaggedRecord, findings: Findings) -> PartialDate | None:
    dates = []
    for tag in ("DP", "DEP"):
        text = record.first(tag)
        try:
            dates.append(read_date(text) if text else None)
        except ValueError:
            dates.append(None)
            hint = "write it like 2025 Mar 11"
            findings.warning("S106", record.line, f"no such date: {text!r}; left out", hint)
    return with_electronic_day(dates[0], dates[1])


def _keywords(record: TaggedRecord) -> Iterator[str]:
    if record.first("OT"):
        yield from (plain_line(text).lstrip("*") for text in record.all("OT"))
        return
    for text in record.all("MH"):
        if "*" in text:
            yield plain_line(text.partition("/")[0]).replace("*", "")


def _identifiers(record: TaggedRecord) -> Iterator[str]:
    if pmid := record.first("PMID"):
        yield f"pmid:{pmid.split()[0]}"
    for text in record.all("AID", "LID"):
        if match := _DOI.search(text):
            yield f"doi:{match[1]}"


def _links(record: TaggedRecord) -> Iterator[Link]:
    for text in record.all("AID", "LID", "URL"):
        for url in _ADDRESS.findall(text):
            yield page_link(url)
