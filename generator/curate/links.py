"""What the addresses in an abstract lead to: code, a project page, data, a demo and so on.

The host says most; where it does not, the words of the sentence before the address do.
"""

from __future__ import annotations

import re

from generator.model.enrichment import FoundLink
from generator.model.link_kinds import kind_of_address
from generator.model.paper import Link, LinkKind, Paper
from generator.text.urls import FoundUrl, find_urls

_WINDOW = 160
_PAGE = re.compile(
    r"\b(?:project|web|home)[- ]?(?:page|site)s?\b|\bproject\b\s*[:(]?\s*$", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?:source|codes?|codebase|implementations?|software|scripts?|package|library|toolkit"
    r"|checkpoints?|weights|repository)\b",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"\b(?:data|data ?sets?|benchmarks?|corpus|corpora|annotations)\b", re.IGNORECASE
)
_DEMO = re.compile(
    r"\b(?:demos?|demonstrations?|samples?|examples|audio|listen|playground|try it)\b",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"\bvideos?\b", re.IGNORECASE)


def find_links(paper: Paper) -> tuple[FoundLink, ...]:
    """Return the addresses in a paper's abstract, in order, each with its place and its kind."""
    abstract = paper.abstract
    if "://" not in abstract and "www." not in abstract:  # as most are
        return ()
    found: list[FoundLink] = []
    end = 0
    for url in find_urls(abstract):
        words = abstract[max(end, url.start - _WINDOW) : url.start]
        kind = link_kind(url.url, _sentence_of(words, url))
        found.append(FoundLink(link=Link(url=url.url, kind=kind), start=url.start, end=url.end))
        end = url.end
    return tuple(found)


def link_kind(url: str, words: str = "") -> LinkKind:
    """Return what an address leads to.

    Args:
        url: An http or https address.
        words: The sentence that names it, up to the address; empty when there is none.
    """
    kind = kind_of_address(url)
    if kind is LinkKind.CODE:
        only_data = _DATA.search(words) and not _CODE.search(words)
        return LinkKind.DATA if only_data else LinkKind.CODE
    if kind not in {LinkKind.PROJECT, LinkKind.OTHER}:
        return kind
    if _PAGE.search(words):
        return LinkKind.PROJECT
    return _kind_of_page(words) if kind is LinkKind.PROJECT else _kind_by_words(words)


def _kind_of_page(words: str) -> LinkKind:
    """Return the kind of a page on a host for project pages: a demo only if it is nothing else."""
    offers = [bool(pattern.search(words)) for pattern in (_CODE, _DATA, _DEMO)]
    if offers == [False, True, False]:
        return LinkKind.DATA
    return LinkKind.DEMO if offers == [False, False, True] else LinkKind.PROJECT


def _kind_by_words(words: str) -> LinkKind:
    if _CODE.search(words):
        return LinkKind.PROJECT if _VIDEO.search(words) or _DEMO.search(words) else LinkKind.CODE
    if _DATA.search(words):
        return LinkKind.DATA
    if _DEMO.search(words):
        return LinkKind.DEMO
    return LinkKind.VIDEO if _VIDEO.search(words) else LinkKind.OTHER


def _sentence_of(words: str, url: FoundUrl) -> str:
    """Return the last sentence of the words before an address, or the label it has of its own."""
    if url.label != url.url and not url.label.startswith(("http", "www.")):
        return url.label
    cut = max(words.rfind(". "), words.rfind("\n\n"))
    return words[cut + 1 :]
