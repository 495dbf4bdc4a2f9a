"""What the formats of reference managers have in common: venues, identifiers, links, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.ids import identifiers
from generator.model.paper import Link, LinkKind
from generator.sources.link_kinds import link_to
from generator.text.urls import find_urls

_ARXIV_LABEL = re.compile(
    r"(?:arxiv|corr)\b.*?(?P<id>\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
    r"\W*(?P<category>[a-z-]+(?:\.[A-Za-z-]+)?)?\W*",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}]+")
_SHORT_DOI = re.compile(r"10/[a-z0-9]{3,10}", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[;\n|]\s*")
_COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a paper appeared; a label such as ``arXiv:2402.12345 [cs.CL]`` names no venue."""

    name: str = ""
    identifiers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def venue_named(text: str) -> Venue:
    """Return the venue a field names, or the preprint it labels."""
    text = " ".join(text.split())
    label = _ARXIV_LABEL.fullmatch(text)
    if label is None:
        return Venue(text)
    category = label["category"] or ""
    return Venue("", (f"arXiv:{label['id']}",), (category,) if category else ())


def doi_in(text: str) -> str:
    """Return the identifier ``doi:…`` of a field for DOIs, which may hold an address or a label."""
    match = _DOI.search(text.strip()) or _SHORT_DOI.search(text.strip())
    return f"doi:{match[0]}" if match else ""


def keywords_in(text: str) -> tuple[str, ...]:
    """Return the keywords of a list; commas part them where no stronger sign stands."""
    parts = _SEPARATORS.split(text)
    if len(parts) < 2:
        parts = _COMMA.split(text)
    return tuple(part.strip() for part in parts if part.strip())


def page_link(url: str) -> Link:
    """Return the link to the address that an entry states as its own."""
    link = link_to(url)
    return Link(url=url, kind=LinkKind.PAPER) if link.kind is LinkKind.OTHER else link


def links_in(text: str) -> Iterator[Link]:
    """Yield the addresses in a free text such as a note."""
    for found in find_urls(text):
        yield link_to(found.url)


def is_placeholder_url(text: str) -> bool:
    """Tell whether an address is one that Web of Science writes for itself alone."""
    return text.startswith("<Go to ISI>")


def labels_in(text: str) -> Iterator[str]:
    """Yield what a note states in the form ``PMID: 123`` or ``arXiv:2402.12345``, line by line."""
    for line in re.split(r"\n|;\s", text):
        if identifiers(line.strip()):
            yield line.strip()
