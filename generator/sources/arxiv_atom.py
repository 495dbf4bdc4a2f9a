"""The reader of answers of the arXiv API (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import Diagnostic, Severity
from generator.model.paper import Author, Link, LinkKind
from generator.sources import arxiv_fields as arxiv
from generator.sources.feed_tree import (
    children,
    feed_head,
    feed_items,
    first_text,
    line_of,
    nothing_found,
    texts,
)
from generator.sources.link_kinds import link_to
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = "arxiv-atom"
_KINDS = {"pdf": LinkKind.PDF, "doi": LinkKind.PAPER}


class ArxivAtom:
    """Reads the Atom feed that the API returns, of any age."""

    name = _NAME
    about = "Answers of arXiv's API (Atom)"

    def detects(self, seed: Seed) -> bool:
        """Tell an answer of the API by what its feed calls itself and by the ids of entries."""
        head = feed_head(seed)
        if "http://www.w3.org/2005/Atom" not in head or "oai:arXiv.org:" in head:
            return False
        return any(sign in head for sign in ("arxiv.org/api/", "<id>http://arxiv.org/abs/"))

    def read(self, seed: Seed) -> Reading:
        """Return the papers; an error that the API reports becomes a diagnostic."""
        _, entries, problems = feed_items(seed)
        records = [
            record for entry in entries if (record := _record(entry, seed, problems)) is not None
        ]
        if not entries:
            problems.append(nothing_found(seed))
        return gather(records, seed, _NAME, problems)


def _record(entry: _Element, seed: Seed, problems: list[Diagnostic]) -> Record | None:
    address, line = first_text(entry, "id"), line_of(entry)
    summary, comments = first_text(entry, "summary"), first_text(entry, "comment")
    if "/api/errors" in address:
        problems.append(_api_error(seed, line, summary))
        return None
    abstract = arxiv.abstract_prose(summary)
    published = read_date(first_text(entry, "published"), seed, line, problems)
    return Record(
        line=line,
        label=address,
        title=arxiv.prose(first_text(entry, "title")),
        abstract=abstract,
        authors=tuple(_authors(entry)),
        published=published,
        updated=read_date(first_text(entry, "updated"), seed, line, problems),
        venue=arxiv.prose(first_text(entry, "journal_ref")),
        categories=arxiv.categories(_terms(entry)),
        identifiers=(address, *(f"doi:{doi}" for doi in first_text(entry, "doi").split())),
        links=(*_links(entry), *arxiv.links_in(comments)),
        status=arxiv.status_of(comments, abstract),
    )


def _authors(entry: _Element) -> Iterator[Author]:
    for person in children(entry, "author"):
        name = arxiv.prose(first_text(person, "name"))
        if name.strip(" :,;."):
            places = (arxiv.prose(text) for text in texts(person, "affiliation"))
            yield arxiv.author(name.rstrip(" :"), "; ".join(places))


def _terms(entry: _Element) -> Iterator[str]:
    """Yield the primary category, then all of them."""
    for name in ("primary_category", "category"):
        for category in children(entry, name):
            yield category.get("term", "")


def _links(entry: _Element) -> Iterator[Link]:
    for link in children(entry, "link"):
        url = link.get("href", "").strip()
        if not url:
            continue
        kind = _KINDS.get(link.get("title", ""))
        if kind is None and link.get("rel", "alternate") == "alternate":
            kind = LinkKind.PAPER
        yield Link(url=url, kind=kind) if kind else link_to(url)


def _api_error(seed: Seed, line: int | None, summary: str) -> Diagnostic:
    return seed.problem(
        "S131",
        Severity.WARNING,
        f"the arXiv API answered with an error instead of papers: {summary or 'no reason given'}",
        line=line,
        hint="correct the query and save its answer again",
    )
