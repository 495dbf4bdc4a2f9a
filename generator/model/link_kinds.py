"""What a web address leads to, as far as its host and path tell."""

from __future__ import annotations

import re

from generator.model.ids import identifiers
from generator.model.paper import LinkKind

_PLACE = re.compile(r"^https?://|[?#].*", re.DOTALL | re.IGNORECASE)
"""What an address holds besides host and path."""

_KINDS = (
    (LinkKind.PDF, re.compile(r"[^?#]+\.pdf$|[^/]+/(?:.*/)?pdf(?:/|$)")),
    (
        LinkKind.PAPER,
        re.compile(
            r"arxiv\.org/|openreview\.net/forum|(?:dx\.)?doi\.org/|aclanthology\.|pubmed\."
            r"|semanticscholar\.org/paper|papers\.nips\.cc|proceedings\.|huggingface\.co/papers/"
        ),
    ),
    (
        LinkKind.VIDEO,
        re.compile(r"(?:m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com|slideslive\.com)/"),
    ),
    (
        LinkKind.DEMO,
        re.compile(r"huggingface\.co/spaces/|colab\.|replicate\.com/|[^/]*\.hf\.space|demo\."),
    ),
    (
        LinkKind.DATA,
        re.compile(
            r"huggingface\.co/datasets/|kaggle\.com/|zenodo\.org/|figshare\.com/|[^/]*dataverse"
            r"|data\.mendeley\.com/|archive\.ics\.uci\.edu/|ieee-dataport\.org/|commonvoice\."
            r"|datasets?\."
        ),
    ),
    (
        LinkKind.CODE,
        re.compile(
            r"(?:git\.|gist\.)?(?:github\.com|gitlab\.[^/]+|[^/]*gitlab[^/]*|bitbucket\.org"
            r"|codeberg\.org|gitee\.com|sourceforge\.net|anonymous\.4open\.science"
            r"|code\.google\.com|pypi\.org|cran\.r-project\.org|huggingface\.co)(?:/|$)"
        ),
    ),
    (
        LinkKind.PROJECT,
        re.compile(
            r"(?:[^/]+\.(?:github|gitlab)\.io|sites\.google\.com|[^/]+\.(?:netlify|vercel)\.app)"
        ),
    ),
)


def kind_of_address(url: str) -> LinkKind:
    """Return what an http or https address leads to; ``OTHER`` when it does not tell."""
    place = _PLACE.sub("", url.lower()).removeprefix("www.")
    kind = next((kind for kind, pattern in _KINDS if pattern.match(place)), LinkKind.OTHER)
    if kind is not LinkKind.PDF and identifiers(url):
        return LinkKind.PAPER
    return kind
