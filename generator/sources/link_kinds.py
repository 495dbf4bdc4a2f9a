"""What a web address that a source states for a paper leads to, as far as the address tells."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.ids import identifiers
from generator.model.paper import Link, LinkKind

STATED = frozenset({LinkKind.PAPER, LinkKind.PDF})
"""Kinds whose address may state what the paper is called: an arXiv page, a DOI."""

_HOSTS = {
    "github.com": LinkKind.CODE,
    "gitlab.com": LinkKind.CODE,
    "bitbucket.org": LinkKind.CODE,
    "codeberg.org": LinkKind.CODE,
    "zenodo.org": LinkKind.DATA,
    "kaggle.com": LinkKind.DATA,
    "youtube.com": LinkKind.VIDEO,
    "youtu.be": LinkKind.VIDEO,
    "vimeo.com": LinkKind.VIDEO,
    "slideslive.com": LinkKind.VIDEO,
}


def is_web_address(text: str) -> bool:
    """Tell whether a text is an absolute http or https address with a host and no blank in it."""
    if any(char.isspace() or not char.isprintable() for char in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def link_to(url: str) -> Link:
    """Return the link to a web address, with the kind that host and path give away."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    kind = LinkKind.OTHER
    if parts.path.lower().endswith(".pdf") or "/pdf/" in parts.path:
        kind = LinkKind.PDF
    elif identifiers(url):
        kind = LinkKind.PAPER
    elif host in _HOSTS:
        kind = _HOSTS[host]
    elif host.endswith((".github.io", ".gitlab.io")):
        kind = LinkKind.PROJECT
    elif host == "huggingface.co" and parts.path.startswith(("/datasets/", "/spaces/")):
        kind = LinkKind.DATA if parts.path.startswith("/datasets/") else LinkKind.DEMO
    return Link(url=url, kind=kind)
