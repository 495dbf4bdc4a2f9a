"""The links of several records of one paper, each address once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model.paper import Link, LinkKind, Paper

_OPENING = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_ARXIV = re.compile(r"(arxiv\.org/(?:abs|pdf|html)/.+?)(?:v\d+)?(?:\.pdf)?", re.IGNORECASE)


def united_links(records: Sequence[Paper]) -> tuple[Link, ...]:
    """Return each address once, as spelt first, with the first kind that says more than "other".

    Spellings that lead to the same place count as one: http and https, with and without ``www.``
    and a final slash, and the versions of an arXiv paper.
    """
    links: dict[str, Link] = {}
    for record in records:
        for link in record.links:
            known = links.setdefault(_place(link.url), link)
            if known.kind is LinkKind.OTHER and link.kind is not LinkKind.OTHER:
                links[_place(link.url)] = replace(known, kind=link.kind)
    return tuple(links.values())


def _place(url: str) -> str:
    place = _OPENING.sub("", url).rstrip("/")
    arxiv = _ARXIV.fullmatch(place)
    return arxiv[1].lower() if arxiv else place
