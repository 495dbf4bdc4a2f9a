"""The reader of any other feed of papers: bioRxiv, medRxiv, PubMed, journals.

They share RSS's and Atom's elements and add Dublin Core and PRISM
(https://www.dublincore.org/specifications/dublin-core/dces/,
https://www.w3.org/submissions/prism/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import Diagnostic
from generator.model.ids import doi as doi_in
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.arxiv_fields import author
from generator.sources.feed_tree import (
    children,
    feed_head,
    feed_items,
    first_text,
    line_of,
    nothing_found,
    prose_of,
    texts,
)
from generator.sources.link_kinds import link_to
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date
from generator.text.author_line import is_initials, split_authors, split_inverted
from generator.text.markup import text_of_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = "paper-feed"
_TEXTS = ("description", "summary", "encoded", "content")
_CHATTER = re.compile(
    r"(?:Publication date|Source|Author\(s\)|PMID)\s*:|.{0,200}?,? Published online: "
    r"|.{0,300}\bOnline ahead of print\.?$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(r"Author\(s\)\s*:\s*(.+)", re.IGNORECASE)
_MAIL = re.compile(r"\S{1,100}@\S{1,200}(?:\s*\((.{1,300})\)\s*)?")
_STATUS = {"withdrawn": Status.WITHDRAWN, "retracted": Status.RETRACTED}
_MARKED = re.compile(r"(withdrawn|retracted)(?: article)?\s*:", re.IGNORECASE)


class PaperFeed:
    """Reads RSS 2.0, RSS 1.0 and Atom feeds whose items are papers."""

    name = _NAME
    about = "Other feeds of papers: bioRxiv, medRxiv, journals (RSS and Atom)"

    def detects(self, seed: Seed) -> bool:
        """Tell a feed by its outermost element."""
        return bool(feed_head(seed))

    def read(self, seed: Seed) -> Reading:
        """Return one paper for each item or entry."""
        root, items, problems = feed_items(seed)
        if root is None or not items:
            return gather((), seed, _NAME, (*problems, nothing_found(seed)))
        venue = first_text(next(children(root, "channel"), root), "publicationname")
        records = [_record(item, venue, seed, problems) for item in items]
        return gather(records, seed, _NAME, problems)


def _record(item: _Element, venue: str, seed: Seed, problems: list[Diagnostic]) -> Record:
    line = line_of(item)
    title = next((text for each in children(item, "title") if (text := prose_of(each))), "")
    paragraphs = _paragraphs(item)
    published = first_text(item, "publicationdate", "published", "date", "issued", "pubdate")
    updated = first_text(item, "updated", "modified")
    marked = _MARKED.match(title)
    return Record(
        line=line,
        label=first_text(item, "id", "guid", "link") or item.get("about", ""),
        title=title,
        abstract="\n\n".join(text for text in paragraphs if not _CHATTER.match(text)),
        authors=_authors(item, paragraphs),
        published=read_date(published or updated, seed, line, problems),
        updated=read_date(updated, seed, line, problems),
        venue=first_text(item, "publicationname") or _source(item) or venue,
        categories=_categories(item),
        identifiers=tuple(_identifiers(item)),
        links=tuple(_links(item)),
        status=_STATUS[marked[1].lower()] if marked else Status.UNKNOWN,
    )


def _paragraphs(item: _Element) -> list[str]:
    """Return the paragraphs of the abstract; behind a heading "Abstract" where there is one."""
    found = [text for name in _TEXTS for each in children(item, name) if (text := prose_of(each))]
    for text in found:
        paragraphs = text.split("\n\n")
        for place, paragraph in enumerate(paragraphs):
            if paragraph.strip(" :").lower() == "abstract":
                return paragraphs[place + 1 :]
    return found[0].split("\n\n") if found else []


def _authors(item: _Element, paragraphs: list[str]) -> tuple[Author, ...]:
    names = [text_of_html(text) for text in texts(item, "creator")]
    for person in children(item, "author"):
        name = first_text(person, "name") or str(person.text or "")
        names.append(_MAIL.sub(_name_beside, text_of_html(name)))
    if not any(names):
        written = (_WRITTEN_BY.match(text) for text in paragraphs)
        names = [match[1] for match in written if match]
    if len(names) == 1:
        return tuple(_in_line(names[0]))
    return tuple(author(name) for name in names if name.strip(" ,;"))


def _name_beside(mail: re.Match[str]) -> str:
    """Return the name in ``ada@bee.example (Ada Bee)``, as RSS has it."""
    return mail[1] or ""


def _in_line(names: str) -> Iterator[Author]:
    """Yield the authors of the only creator, which may be one name or all of them."""
    family, comma, given = names.partition(",")
    is_inverted = any(is_initials(part) for part in names.split(",")[1:])
    is_one = comma and "," not in given and (" " not in family.strip() or family[:1].islower())
    if is_one and " and " not in given:
        yield author(names)
    elif is_inverted:
        yield from (author(name) for name in split_inverted(names))
    else:
        yield from (author(each.name, each.affiliation) for each in split_authors(names))


def _categories(item: _Element) -> tuple[str, ...]:
    terms = [each.get("term", "") for each in children(item, "category")]
    return (
        *filter(None, terms),
        *(text for name in ("category", "subject", "section") for text in texts(item, name)),
    )


def _source(item: _Element) -> str:
    """Return Dublin Core's source, a journal; RSS and Atom name another feed in theirs."""
    found = (each.text for each in children(item, "source") if "purl.org/dc/" in str(each.tag))
    return next((text for text in found if text), "")


def _identifiers(item: _Element) -> Iterator[str]:
    yield from texts(item, "identifier")
    for name in ("doi", "guid", "id"):
        for text in texts(item, name):
            found = doi_in(text)
            yield f"doi:{found}" if found else text


def _links(item: _Element) -> Iterator[Link]:
    for link in children(item, "link"):
        url = (link.get("href") or link.text or "").strip()
        relation = link.get("rel", "alternate")
        if url and relation == "alternate":
            yield Link(url=url, kind=LinkKind.PAPER)
        elif url and relation == "related":
            yield link_to(url)
