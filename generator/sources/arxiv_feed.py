"""The reader of arXiv's announcement feeds (https://info.arxiv.org/help/rss.html).

The flavours are RSS 2.0 and Atom of rss.arxiv.org, and the RSS 1.0 that was served until 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Diagnostic
from generator.model.dates import PartialDate
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
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date
from generator.text.markup import text_of_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = "arxiv-feed"
_SIGNS = (
    "rss.arxiv.org",
    "oai:arXiv.org:",
    "updates on arXiv.org",
    "arxiv.org/rss/",
    'xmlns:arxiv="http://arxiv.org/schemas/atom"',
)
_ANNOUNCED = re.compile(
    rf"\s*arXiv:(?P<id>{arxiv.ARXIV_ID})\s+Announce\s+Type:\s*(?P<type>[\w-]+)\s*"
    r"(?:Abstract:\s*)?",
    re.IGNORECASE,
)
_OLD_TITLE = re.compile(
    rf"\(arXiv:(?P<id>{arxiv.ARXIV_ID})\s*(?:\[(?P<category>[^\]]*)\])?"
    r"\s*(?P<type>UPDATED|CROSS LISTED)?\s*\)\s*$"
)
_TYPES = {"UPDATED": "replace", "CROSS LISTED": "cross"}
_ANCHOR = re.compile(r"<a\b[^<>]{0,1000}>(.{0,500}?)</a>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One announcement; ``type`` is new, cross, replace or replace-cross, or empty."""

    id: str
    type: str
    title: str
    abstract: str
    categories: tuple[str, ...]


class ArxivFeed:
    """Reads a day's announcements; its papers are no issue, since nobody chose them."""

    name = _NAME
    about = "arXiv's announcement feeds (RSS and Atom)"

    def detects(self, seed: Seed) -> bool:
        """Tell a feed of arXiv's announcements from one of its API."""
        head = feed_head(seed)
        return "arxiv.org/api/" not in head and any(sign in head for sign in _SIGNS)

    def read(self, seed: Seed) -> Reading:
        """Return the announced papers, each as often as the feed announces it."""
        root, items, problems = feed_items(seed)
        if root is None or not items:
            return gather((), seed, _NAME, (*problems, nothing_found(seed)))
        channel = next(children(root, "channel"), root)
        stated = first_text(channel, "pubdate", "lastbuilddate", "date", "updated")
        announced = read_date(stated, seed, line_of(channel), problems)
        records = [_record(item, announced, seed, problems) for item in items]
        return gather(records, seed, _NAME, problems)


def _record(
    element: _Element, announced: PartialDate | None, seed: Seed, problems: list[Diagnostic]
) -> Record:
    item, line = _item(element), line_of(element)
    stated = first_text(element, "pubdate", "published", "date")
    day = read_date(stated, seed, line, problems) or announced
    is_new = item.type in {"new", ""}
    doi = first_text(element, "doi")
    return Record(
        line=line,
        label=item.id,
        title=item.title,
        abstract=item.abstract,
        authors=_authors(element),
        published=(day if is_new else None) or arxiv.month_of(item.id),
        updated=day if item.type.startswith("replace") else None,
        venue=arxiv.prose(first_text(element, "journal_reference", "journal_ref")),
        categories=item.categories,
        identifiers=(f"arXiv:{item.id}", *((f"doi:{doi}",) if doi else ())),
        links=tuple(_links(element)),
        status=arxiv.status_of("", item.abstract),
    )


def _item(element: _Element) -> _Item:
    title = first_text(element, "title")
    text = first_text(element, "description", "summary")
    names = f"{first_text(element, 'guid', 'id')} {first_text(element, 'link')} {text[:80]}"
    found = re.search(rf"(?:arXiv:|oai:arXiv\.org:|/abs/)({arxiv.ARXIV_ID})", names)
    terms = [term.get("term", "") for term in children(element, "category")]
    codes = [*terms, *texts(element, "category")]
    announced, old = _ANNOUNCED.match(text), _OLD_TITLE.search(title)
    if old:
        title, codes = title[: old.start()].rstrip().removesuffix("."), [old["category"] or ""]
        text = text_of_html(text)
    elif announced:
        text = text[announced.end() :]
    kind = first_text(element, "announce_type") or (announced["type"] if announced else "")
    return _Item(
        id=(announced or old or {"id": found[1] if found else ""})["id"],
        type=_TYPES.get(old["type"], "new") if old else kind.lower(),
        title=arxiv.prose(title),
        abstract=arxiv.abstract_prose(text),
        categories=arxiv.categories(codes),
    )


def _authors(element: _Element) -> tuple[Author, ...]:
    """Return the names of one comma-joined creator, or of one creator each."""
    creators = texts(element, "creator") or [
        first_text(person, "name") for person in children(element, "author")
    ]
    lines = (", ".join(_ANCHOR.findall(text)) if "<a" in text else text for text in creators)
    return tuple(author for line in lines for author in arxiv.author_line(line))


def _links(element: _Element) -> Iterator[Link]:
    for link in children(element, "link"):
        url = (link.get("href") or link.text or "").strip()
        if url and link.get("rel", "alternate") == "alternate":
            yield Link(url=url, kind=LinkKind.PAPER)
