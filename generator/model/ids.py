"""Canonical identifiers, and the id a paper gets from them.

An identifier is written ``scheme:value``. Schemes, strongest first: arxiv (without version), doi
(lower case), openreview, acl, pmid, s2 (Semantic Scholar), openalex. Forms:
https://info.arxiv.org/help/arxiv_identifier.html and https://www.doi.org/doi-handbook/HTML/.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from generator.model.paper import PaperId
from generator.text.slug import folded, slugify

SCHEMES = ("arxiv", "doi", "openreview", "acl", "pmid", "s2", "openalex")

_ARXIV = re.compile(
    r"(?:arxiv:\s*|arxiv\.org/(?:abs|pdf|html|format)/|^)"
    r"(\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?(?=$|[\s?#/,;)\]])",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:doi:\s*|doi\.org/|^)(10\.\d{4,9}/\S+)"
    r"|(?:doi:\s*|doi\.org/)(10/[a-z0-9]{3,10})(?![\w.-])",  # https://shortdoi.org
    re.IGNORECASE,
)
_OPENREVIEW = re.compile(
    r"(?:openreview\.net/(?:forum|pdf|attachment)\?(?:.*&)?id=|^openreview:)([\w-]+)",
    re.IGNORECASE,
)
_ACL = re.compile(
    r"(?:aclanthology\.org/|^acl:)([A-Z]\d{2}-\d{4,5}|\d{4}\.[\w-]+\.\d+)", re.IGNORECASE
)
_PUBMED = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|pmid:\s*)(\d+)", re.IGNORECASE
)
_S2 = re.compile(
    r"(?:semanticscholar\.org/paper/(?:[^/?#\s]+/)?|^s2:)([0-9a-f]{40})(?![0-9a-f])",
    re.IGNORECASE,
)
_OPENALEX = re.compile(r"(?:openalex\.org/(?:works/)?|^openalex:)(W\d+)", re.IGNORECASE)
_PATTERNS = (
    ("openreview", _OPENREVIEW),
    ("acl", _ACL),
    ("pmid", _PUBMED),
    ("s2", _S2),
    ("openalex", _OPENALEX),
)
_MARKS = ("openreview", "acl", "ncbi", "pmid", "semanticscholar", "s2:", "openalex")
_VERSIONED = re.compile(
    r"(?:arxiv:|(?:doi:)?10\.48550/arxiv\.)(?P<id>.+?)(?:v\d+)?", re.IGNORECASE | re.DOTALL
)
_SUBJECT_CLASS = re.compile(r"(?<=[a-z])\.[A-Z]{2}(?=/)", re.IGNORECASE)


def arxiv_id(text: str) -> str | None:
    """Return the arXiv id without version found in an id, label or URL, or None."""
    match = _ARXIV.search(text.strip())
    return match[1] if match else None


def doi(text: str) -> str | None:
    """Return the DOI, lower case, found at the start of a text, after a label or in a URL."""
    match = _DOI.search(text.strip())
    return (match[1] or match[2]).rstrip(".,;").lower() if match else None


def identifiers(text: str) -> tuple[str, ...]:
    """Return every canonical identifier that a URL or labelled identifier states."""
    found = []
    lower = text.lower()
    if "10" in text and (name := doi(text)):
        found.append(equivalent(f"doi:{name}"))
    elif ("arxiv" in lower or "://" not in lower) and (name := arxiv_id(text)):
        found.append(f"arxiv:{name}")
    for scheme, pattern in _PATTERNS if any(mark in lower for mark in _MARKS) else ():
        if match := pattern.search(text):
            found.append(f"{scheme}:{match[1]}")
    return tuple(found)


def equivalent(alias: str) -> str:
    """Return the form that all equivalent spellings of a canonical identifier share.

    The DOI of an arXiv paper is its arXiv id; versions do not count, nor does the subject class of
    an old id: ``math.GT/0309136`` is ``math/0309136``.
    """
    if match := _VERSIONED.fullmatch(alias):
        return f"arxiv:{_SUBJECT_CLASS.sub('', match['id']).lower()}"
    return alias


def paper_id(title: str, first_author: str = "", aliases: Iterable[str] = ()) -> PaperId:
    """Return the id of a paper: its strongest identifier, else one made of title and first author.

    The same words in another case, with other accents or punctuation, give the same id. A title
    without a letter or digit stands for itself.
    """
    ranked = sorted(aliases, key=lambda alias: (_rank(alias), alias))
    if ranked:
        return PaperId(ranked[0])
    key = f"{folded(title) or title}\n{folded(first_author)}"
    mark = hashlib.sha256(key.encode()).hexdigest()[:8]
    return PaperId(f"title:{slugify(title, limit=60)}-{mark}".replace(":-", ":"))


def _rank(alias: str) -> int:
    scheme = alias.partition(":")[0]
    return SCHEMES.index(scheme) if scheme in SCHEMES else len(SCHEMES)
