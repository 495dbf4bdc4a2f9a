"""What arXiv's formats have in common: prose with TeX, lines of authors, ids that hold a month.

See https://info.arxiv.org/help/prep.html and https://info.arxiv.org/help/arxiv_identifier.html.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, Status
from generator.sources.link_kinds import link_to
from generator.text.author_line import split_authors
from generator.text.names import parse_name
from generator.text.tex_prose import text_of_tex
from generator.text.urls import find_urls

ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
"""An id of either age, with or without version, to be put into a regular expression."""

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
_INDENTED = re.compile(r"\n[ \t]+(?=\S)")
_CATEGORY = re.compile(r"[a-z][a-z-]+(?:\.[A-Za-z][A-Za-z-]+)?")
_MONTH_IN_ID = re.compile(r"(?:^|/)(\d\d)(0[1-9]|1[0-2])(?:\d{3}(?:v\d+)?$|\.)")
_FIRST_YEAR = 91
_WITHDRAWN = re.compile(
    r"(?:this|the)\s+(?:\w+\s+){0,2}(?:paper|article|manuscript|submission|preprint|work|version"
    r"|draft|note|document|report)\s+(?:has\s+been|have\s+been|is|was|had\s+been)\s+"
    r"(?:\w+\s+)?withdrawn|\W{0,3}withdrawn\b|(?:paper|article|submission)\s+withdrawn",
    re.IGNORECASE,
)


def prose(text: str) -> str:
    """Return a title or another field of one line as plain text; math stays TeX."""
    return text_of_tex(" ".join(decoded(text).split()))


def abstract_prose(text: str) -> str:
    """Return an abstract as plain text; an indented line begins a paragraph, as arXiv has it."""
    text = decoded(text).strip("\n")
    lines = text.split("\n")
    indented = sum(line[:1] in {" ", "\t"} for line in lines[1:])
    if indented < max(len(lines) - 1, 1):  # a text indented as a whole has no such paragraphs
        text = _INDENTED.sub("\n\n", text)
    return text_of_tex(text)


def decoded(text: str) -> str:
    """Return the text with its entities as characters; markup-like text such as <x> stays."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def author_line(line: str) -> tuple[Author, ...]:
    """Return the authors of a line as arXiv asks submitters to write it."""
    written = split_authors(prose(line))
    return tuple(author(each.name, each.affiliation) for each in written)


def author(full: str, affiliation: str = "") -> Author:
    """Return an author from a name in printed order."""
    name = parse_name(full)
    return Author(name=name.full, given=name.given, family=name.family, affiliation=affiliation)


def categories(codes: Iterable[str]) -> tuple[str, ...]:
    """Return arXiv's own codes, first the primary one; MSC and ACM classes are passed over."""
    return tuple(dict.fromkeys(code for code in codes if _CATEGORY.fullmatch(code)))


def links_in(text: str) -> tuple[Link, ...]:
    """Return the addresses that a field such as the comments holds."""
    return tuple(link_to(found.url) for found in find_urls(decoded(text)))


def month_of(arxiv: str) -> PartialDate | None:
    """Return the month in which an id was given; None for a text that is no id."""
    match = _MONTH_IN_ID.search(arxiv)
    if match is None:
        return None
    year = int(match[1])
    return PartialDate(year + (1900 if year >= _FIRST_YEAR else 2000), int(match[2]))


def status_of(comments: str, abstract: str) -> Status:
    """Return ``WITHDRAWN`` when comments or abstract begin by saying so."""
    if _WITHDRAWN.match(comments.strip()) or _WITHDRAWN.match(abstract.strip()[:200]):
        return Status.WITHDRAWN
    return Status.UNKNOWN
