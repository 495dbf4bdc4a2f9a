"""The reader of saved pages of arXiv: listings (``/list/…``) and search results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.model.ids import arxiv_id
from generator.model.paper import Author, Link, LinkKind
from generator.sources import arxiv_fields as arxiv
from generator.sources.feed_tree import line_of, nothing_found
from generator.sources.html_tree import (
    is_html,
    read_html,
    text_with_class,
    text_without,
    with_class,
)
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date
from generator.text.markup import text_of_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = "arxiv-html"
_RESULT, _LISTED = "arxiv-result", "list-title"
_CODE = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_ABSTRACT_PAGE = re.compile(rf"/abs/({arxiv.ARXIV_ID})")
_SUBMITTED = re.compile(r"(?:^|;)\s*Submitted\s+([^;]+)")
_FIRST_SUBMITTED = re.compile(r"v1\s+submitted\s+([^;]+)")
_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")
_NOT_NEW = re.compile(r"cross|replace", re.IGNORECASE)
_CUT = re.compile(r"additional authors? not shown", re.IGNORECASE)
_SITE = "https://arxiv.org"


class ArxivHtml:
    """Reads pages as the server sends them and as browsers save them; none is an issue."""

    name = _NAME
    about = "Saved arXiv pages: listing, search results, abstract"

    def detects(self, seed: Seed) -> bool:
        """Tell by the classes that arXiv gives to the papers of a list."""
        text = seed.text
        if not is_html(seed):
            return False
        return f'class="{_RESULT}"' in text or (_LISTED in text and "/abs/" in text)

    def read(self, seed: Seed) -> Reading:
        """Return a paper for each result or entry."""
        problems: list[Diagnostic] = []
        root = read_html(seed)
        records: list[Record] = []
        if root is not None:
            results = list(with_class(root, _RESULT, "li"))
            records = [_result(each, seed, problems) for each in results]
            records = records or list(_listed(root, seed, problems))
        if not records:
            problems.append(nothing_found(seed))
        return gather(records, seed, _NAME, problems)


def _result(element: _Element, seed: Seed, problems: list[Diagnostic]) -> Record:
    """Return the record of a search result."""
    line = line_of(element)
    abstract = arxiv.abstract_prose(_abstract(element))
    notes = _notes(element)
    stated = " ".join(text_of_element(each) for each in with_class(element, "is-size-7", "p"))
    first, last = _FIRST_SUBMITTED.search(stated), _SUBMITTED.search(stated)
    latest = read_date(last[1] if last else "", seed, line, problems)
    name, links = _addresses(element)
    return Record(
        line=line,
        label=name,
        title=arxiv.prose(text_with_class(element, "title", "p")),
        abstract=abstract,
        authors=_authors(element, "authors", seed, problems),
        published=(read_date(first[1], seed, line, problems) if first else latest)
        or arxiv.month_of(name),
        updated=latest if first else None,
        venue=arxiv.prose(notes.get("journal ref", "")),
        categories=arxiv.categories(
            text_of_element(each) for each in with_class(element, "tooltip", "span")
        ),
        identifiers=(f"arXiv:{name}",),
        links=(*links, *arxiv.links_in(notes.get("comments", ""))),
        status=arxiv.status_of(notes.get("comments", ""), abstract),
    )


def _abstract(element: _Element) -> str:
    """Return the whole abstract of a result, without the switch to its short form."""
    for name in ("abstract-full", "abstract-short"):
        for found in with_class(element, name, "span"):
            return text_without(found, "is-size-7")
    return ""


def _notes(element: _Element) -> dict[str, str]:
    """Return what a result states as ``Comments: …``, ``Journal ref: …`` and so on."""
    found: dict[str, str] = {}
    for each in with_class(element, "comments", "p"):
        label, _, text = text_of_element(each).partition(":")
        found[label.strip().lower()] = text.strip()
    return found


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of a part of a listing: its day, and whether the papers below it are new."""

    day: PartialDate | None = None
    is_new: bool = True


def _listed(root: _Element, seed: Seed, problems: list[Diagnostic]) -> Iterator[Record]:
    """Yield the records of a listing, whose entries are pairs of ``dt`` and ``dd``."""
    heading = _Heading()
    term: _Element | None = None
    for element in root.iter("h3", "dt", "dd"):
        if element.tag == "h3":
            text = text_of_element(element)
            found = _DATE.search(text)
            day = read_date(found[0], seed, line_of(element), problems) if found else heading.day
            heading = _Heading(day, _NOT_NEW.search(text) is None)
        elif element.tag == "dt":
            term = element
        elif term is not None:
            yield _entry(term, element, heading, seed, problems)
            term = None


def _entry(
    term: _Element,
    entry: _Element,
    heading: _Heading,
    seed: Seed,
    problems: list[Diagnostic],
) -> Record:
    is_new = heading.is_new and _NOT_NEW.search(text_of_element(term)) is None
    comments = text_with_class(entry, "list-comments")
    abstracts = (text_of_element(each) for each in entry.iter("p"))
    abstract = arxiv.abstract_prose(next(abstracts, ""))
    name, links = _addresses(term)
    return Record(
        line=line_of(term),
        label=name,
        title=arxiv.prose(text_with_class(entry, _LISTED)),
        abstract=abstract,
        authors=_authors(entry, "list-authors", seed, problems),
        published=(heading.day if is_new else None) or arxiv.month_of(name),
        venue=arxiv.prose(text_with_class(entry, "list-journal-ref")),
        categories=arxiv.categories(_CODE.findall(text_with_class(entry, "list-subjects"))),
        identifiers=(f"arXiv:{name}", *_dois(text_with_class(entry, "list-doi"))),
        links=(*links, *arxiv.links_in(comments)),
        status=arxiv.status_of(comments, abstract),
    )


def _dois(text: str) -> tuple[str, ...]:
    return tuple(f"doi:{doi}" for doi in text.split() if doi.startswith("10."))


def _authors(
    element: _Element, name: str, seed: Seed, problems: list[Diagnostic]
) -> tuple[Author, ...]:
    """Return the authors, each of whom is a link to a search; a cut list is reported."""
    block = next(with_class(element, name), None)
    if block is None:
        return ()
    text = text_without(block, "descriptor")
    if _CUT.search(text):
        hint = "the abstract page of the paper names them all"
        message = "the list of authors is cut short"
        problems.append(
            seed.problem("S137", Severity.NOTE, message, line=line_of(block), hint=hint)
        )
    linked = (each for each in block.iter("a") if "author" in each.get("href", ""))
    names = [arxiv.prose(text_of_element(each)) for each in linked]
    if not any(names):
        return arxiv.author_line(text.removeprefix("Authors:"))
    return tuple(arxiv.author(name) for name in names if name)


def _addresses(element: _Element) -> tuple[str, tuple[Link, ...]]:
    """Return the arXiv id of an entry, and its links: abstract page, PDF and DOI."""
    name = ""
    links: list[Link] = []
    for anchor in element.iter("a"):
        address = anchor.get("href", "").strip()
        url = _SITE + address if address.startswith("/") else address
        if found := _ABSTRACT_PAGE.search(address):
            name = name or found[1]
            links.append(Link(url=url, kind=LinkKind.PAPER))
        elif "/pdf/" in address and arxiv_id(url):
            links.append(Link(url=url, kind=LinkKind.PDF))
        elif "doi.org/10." in address:
            links.append(Link(url=url, kind=LinkKind.PAPER))
    return name, tuple(links)
