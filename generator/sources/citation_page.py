"""The reader of a saved page about one paper: arXiv's abstract page, or a publisher's.

Such pages tell search engines what they are about in tags ``citation_…``
(https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import Diagnostic
from generator.model.paper import Author, Link, LinkKind
from generator.sources import arxiv_fields as arxiv
from generator.sources.feed_tree import nothing_found
from generator.sources.html_tree import classes, is_html, read_html, text_with_class, text_without
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = "citation-page"
_TITLE = re.compile(r"""<meta\b[^<>]{0,2000}?\bname\s*=\s*["']?citation_title\b""", re.IGNORECASE)
_CODE = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_ABSTRACTS = ("abstract", "acl-abstract", "abstract-content", "article__abstract")
_VENUES = ("citation_conference_title", "citation_journal_title", "citation_inbook_title")
_PUBLISHED = ("citation_publication_date", "citation_date", "citation_online_date")
_SUMMARIES = ("citation_abstract", "dc.description", "og:description")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")

Tags = list[tuple[str, str]]


class CitationPage:
    """Reads pages whose head names the paper's title, authors and date."""

    name = _NAME
    about = "Saved page of one paper with `citation_…` tags, as publishers have"

    def detects(self, seed: Seed) -> bool:
        """Tell by the tag with the title."""
        return is_html(seed) and _TITLE.search(seed.text) is not None

    def read(self, seed: Seed) -> Reading:
        """Return the page's paper."""
        problems: list[Diagnostic] = []
        root = read_html(seed)
        records = [] if root is None else [_record(root, seed, problems)]
        if not records:
            problems.append(nothing_found(seed))
        return gather(records, seed, _NAME, problems)


def _record(root: _Element, seed: Seed, problems: list[Diagnostic]) -> Record:
    tags = _tags(root)
    found = _TITLE.search(seed.text)
    line = seed.text.count("\n", 0, found.start()) + 1 if found else None
    comments = text_with_class(root, "comments", "td")
    abstract = arxiv.abstract_prose(_abstract(root) or _first(tags, *_SUMMARIES))
    published = read_date(_first(tags, *_PUBLISHED), seed, line, problems)
    latest = read_date(_first(tags, "citation_online_date"), seed, line, problems)
    is_arxiv = bool(_first(tags, "citation_arxiv_id"))
    return Record(
        line=line,
        title=arxiv.prose(_first(tags, "citation_title")),
        abstract=abstract,
        authors=tuple(_authors(tags)),
        published=published,
        updated=latest if is_arxiv and latest != published else None,
        venue=arxiv.prose(_first(tags, *_VENUES) or text_with_class(root, "jref", "td")),
        categories=arxiv.categories(_CODE.findall(text_with_class(root, "subjects", "td"))),
        keywords=tuple(_keywords(tags)),
        identifiers=tuple(_identifiers(tags)),
        links=(*_links(tags), *arxiv.links_in(comments)),
        status=arxiv.status_of(comments, abstract),
    )


def _tags(root: _Element) -> Tags:
    found = ((each.get("name") or each.get("property") or "", each) for each in root.iter("meta"))
    return [(name.lower(), " ".join(each.get("content", "").split())) for name, each in found]


def _first(tags: Tags, *names: str) -> str:
    """Return the first tag that says something, the names in order of preference."""
    values = (value for wanted in names for name, value in tags if name == wanted and value)
    return next(values, "")


def _abstract(root: _Element) -> str:
    """Return the abstract that the page shows."""
    for element in root.iter("blockquote", "div", "section", "p", "span"):
        named = {*classes(element), (element.get("id") or "").lower()}
        if any(name in named for name in _ABSTRACTS):
            text = text_without(element, "descriptor")
            if len(text) > len("abstract:"):
                return text
    return ""


def _authors(tags: Tags) -> Iterator[Author]:
    """Yield the authors; institution and ORCID iD follow the author they belong to."""
    author: Author | None = None
    for name, value in tags:
        if name in {"citation_author", "citation_authors"}:
            if author:
                yield author
            *earlier, last = [part for part in value.split(";") if part.strip()] or [""]
            yield from (arxiv.author(arxiv.prose(part)) for part in earlier)
            author = arxiv.author(arxiv.prose(last)) if last.strip() else None
        elif author and name == "citation_author_institution":
            places = "; ".join(filter(None, (author.affiliation, value)))
            author = _with(author, affiliation=places)
        elif author and name == "citation_author_orcid" and (orcid := _ORCID.search(value)):
            author = _with(author, orcid=orcid[0])
    if author:
        yield author


def _with(author: Author, *, affiliation: str = "", orcid: str = "") -> Author:
    return Author(
        name=author.name,
        given=author.given,
        family=author.family,
        orcid=orcid or author.orcid,
        affiliation=affiliation or author.affiliation,
    )


def _keywords(tags: Tags) -> Iterator[str]:
    for name, value in tags:
        if name in {"citation_keywords", "citation_keyword"}:
            yield from (part.strip() for part in re.split(r"[;,]", value))


def _identifiers(tags: Tags) -> Iterator[str]:
    for name, value in tags:
        if name == "citation_arxiv_id":
            yield f"arXiv:{value}"
        elif name == "citation_doi":
            yield f"doi:{value.removeprefix('doi:').strip()}"
        elif name == "citation_pmid":
            yield f"pmid:{value}"


def _links(tags: Tags) -> Iterator[Link]:
    for name, value in tags:
        if name == "citation_pdf_url":
            yield Link(url=value, kind=LinkKind.PDF)
        elif name in {"citation_abstract_html_url", "og:url"} and value:
            yield Link(url=value, kind=LinkKind.PAPER)
