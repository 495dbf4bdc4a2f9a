"""The reader of PubMed's XML: articles and books.

Elements: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/. Author keywords are the keywords;
without any, MeSH terms marked as major topics are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.dates import PartialDate
from generator.model.paper import Author, Status
from generator.sources.feed_tree import line_of
from generator.sources.fields import Findings
from generator.sources.medline_text import medline_title, with_electronic_day
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.submission_status import status_of_title
from generator.sources.written_dates import join_date, read_date
from generator.text.markup import text_of_element
from generator.text.names import join_name

if TYPE_CHECKING:
    from lxml import etree

_NAME = "pubmed-xml"
_HEAD = 8_192
_ROOTS = re.compile(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation)[\s>]")
_RECORDS = ("PubmedArticle", "PubmedBookArticle")
_ORCID = re.compile(r"(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])\s*$")


class PubmedXml:
    """Reads what PubMed's ``efetch`` and its page "Save as XML" give."""

    name = _NAME
    about = "PubMed XML: articles and books"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file begins with an element of PubMed."""
        head = seed.text[:_HEAD].lstrip()
        return head.startswith("<") and _ROOTS.search(head) is not None

    def read(self, seed: Seed) -> Reading:
        """Return the articles and books of the file."""
        from generator.sources.xml_tree import read_xml  # noqa: PLC0415 (lxml is slow to load)

        document = read_xml(seed)
        findings = Findings(seed)
        found = [] if document.root is None else list(_articles(document.root))
        if document.root is not None and not found:
            findings.warning("S110", 1, "no article was found", "an article is <PubmedArticle>")
        records = [_record(article, findings) for article in found]
        return gather(records, seed, _NAME, (*document.diagnostics, *findings.diagnostics))


def _articles(root: etree._Element) -> Iterator[etree._Element]:
    if root.tag == "MedlineCitation":
        yield root
    yield from root.iter(*_RECORDS)


def _record(article: etree._Element, findings: Findings) -> Record:
    line = line_of(article)
    citation = _first(article, "MedlineCitation", "BookDocument")
    citation = article if citation is None else citation
    body = _first(citation, "Article")
    body = citation if body is None else body
    title = _title(body)
    return Record(
        line=line,
        label=_text(citation, "PMID"),
        title=title,
        abstract=_abstract(citation, body),
        authors=tuple(_authors(body)),
        published=_published(body, line, findings),
        venue=_venue(body),
        keywords=tuple(_keywords(citation)),
        identifiers=tuple(_identifiers(article, citation, body)),
        status=_status(article, body, title),
    )


def _first(element: etree._Element, *paths: str) -> etree._Element | None:
    """Return the first child at one of the paths, by the order of the paths."""
    for path in paths:
        found = element.find(path)
        if found is not None:
            return found
    return None


def _text(element: etree._Element, *paths: str) -> str:
    """Return the first text at one of the paths that is not empty, on one line."""
    for path in paths:
        for found in element.iterfind(path):
            if text := " ".join(text_of_element(found).split()):
                return text
    return ""


def _title(body: etree._Element) -> str:
    vernacular = _text(body, "VernacularTitle")
    return medline_title(_text(body, "ArticleTitle", "Book/BookTitle", "BookTitle"), vernacular)


def _abstract(citation: etree._Element, body: etree._Element) -> str:
    """Return the abstract with the labels of its sections; one in another language if need be."""
    for element in (
        body.find("Abstract"),
        citation.find("Abstract"),
        citation.find("OtherAbstract"),
    ):
        if element is not None:
            parts = [text_of_element(part) for part in _labelled(element)]
            if text := "\n\n".join(part for part in parts if part):
                return text
    return ""


def _labelled(abstract: etree._Element) -> Iterator[etree._Element]:
    """Yield the sections, each in an element of its own, so that its label is written, too."""
    from lxml import etree  # noqa: PLC0415

    for part in abstract.iterfind("AbstractText"):
        holder = etree.Element("section")
        holder.append(part)
        part.tail = None
        yield holder


def _authors(body: etree._Element) -> Iterator[Author]:
    lists = body.findall("AuthorList") or body.findall("Book/AuthorList")
    for people in lists:
        if people.get("Type", "authors") == "authors":
            for element in people.iterfind("Author"):
                if author := _author(element):
                    yield author


def _author(element: etree._Element) -> Author | None:
    given = _text(element, "ForeName", "FirstName", "Initials")
    name = join_name(given, _text(element, "LastName"), _text(element, "Suffix"))
    full = name.full or _text(element, "CollectiveName")
    if not full:
        return None
    places = (_line(e) for e in element.iterfind("AffiliationInfo/Affiliation"))
    direct = (_line(e) for e in element.iterfind("Affiliation"))
    return Author(
        name=full,
        given=name.given,
        family=name.family,
        orcid=_orcid(element),
        affiliation="; ".join(place for place in (*places, *direct) if place),
    )


def _line(element: etree._Element) -> str:
    return " ".join(text_of_element(element).split())


def _orcid(element: etree._Element) -> str:
    for identifier in element.iterfind("Identifier"):
        match = _ORCID.search(identifier.text or "")
        if match and identifier.get("Source", "ORCID").upper() == "ORCID":
            digits = match[1].replace("-", "")
            return "-".join(digits[start : start + 4] for start in range(0, 16, 4))
    return ""


def _published(body: etree._Element, line: int, findings: Findings) -> PartialDate | None:
    issue = _first(body, "Journal/JournalIssue/PubDate", "Book/PubDate", "PubDate")
    dates = [_date(issue, line, findings), _date(body.find("ArticleDate"), line, findings)]
    return with_electronic_day(dates[0], dates[1])


def _date(element: etree._Element | None, line: int, findings: Findings) -> PartialDate | None:
    if element is None:
        return None
    year, month, day, loose = (
        _text(element, name) for name in ("Year", "Month", "Day", "MedlineDate")
    )
    try:
        return join_date(year, month, day) if year else read_date(loose)
    except ValueError:
        written = " ".join(filter(None, (year, month, day, loose)))
        hint = "correct it in the file, or in PubMed"
        findings.warning("S106", line, f"no such date: {written!r}; left out", hint)
        return None


def _venue(body: etree._Element) -> str:
    if venue := _text(body, "Journal/Title", "Journal/ISOAbbreviation"):
        return venue
    # A chapter appears in its book; a book appears by itself.
    return _text(body, "Book/BookTitle") if body.find("ArticleTitle") is not None else ""


def _keywords(citation: etree._Element) -> Iterator[str]:
    words = [_line(word) for word in citation.iterfind("KeywordList/Keyword")]
    if any(words):
        yield from words
        return
    for heading in citation.iterfind("MeshHeadingList/MeshHeading"):
        if any(part.get("MajorTopicYN") == "Y" for part in heading):
            yield _text(heading, "DescriptorName")


def _identifiers(
    article: etree._Element, citation: etree._Element, body: etree._Element
) -> Iterator[str]:
    """Yield PMID and DOI of the record itself; references have ids of their own."""
    if pmid := _text(citation, "PMID"):
        yield f"pmid:{pmid}"
    for element in body.iterfind("ELocationID"):
        if element.get("EIdType") == "doi" and element.get("ValidYN", "Y") == "Y":
            yield f"doi:{(element.text or '').strip()}"
    for path in ("PubmedData", "PubmedBookData", "BookDocument"):
        for element in article.iterfind(f"{path}/ArticleIdList/ArticleId"):
            if element.get("IdType") == "doi":
                yield f"doi:{(element.text or '').strip()}"


def _status(article: etree._Element, body: etree._Element, title: str) -> Status:
    kinds = {_line(kind).lower() for kind in body.iterfind("PublicationTypeList/PublicationType")}
    updates = article.iterfind(".//CommentsCorrectionsList/CommentsCorrections")
    is_retracted = any(update.get("RefType") == "RetractionIn" for update in updates)
    if "retracted publication" in kinds or is_retracted:
        return Status.RETRACTED
    return status_of_title(title)
