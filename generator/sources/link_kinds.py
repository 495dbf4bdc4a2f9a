"""What a web address that a source states for a paper leads to, as far as the address tells."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.model.link_kinds import kind_of_address
from generator.model.paper import Link, LinkKind

_ORDINARY = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[!-~]*)?")

STATED = frozenset({LinkKind.PAPER, LinkKind.PDF})
"""Kinds whose address may state what the paper is called: an arXiv page, a DOI."""


def is_web_address(text: str) -> bool:
    """Tell whether a text is an absolute http or https address with a host and no blank in it."""
    if _ORDINARY.fullmatch(text):
        return True
    if " " in text or not text.isprintable():  # other blanks are not printable
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def link_to(url: str) -> Link:
    """Return the link to a web address, with the kind that host and path give away."""
    return Link(url=url, kind=kind_of_address(url))
