"""Feeds as trees: RSS 2.0, RSS 1.0 (RDF) and Atom, whatever their namespaces are called.

Specifications: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec,
RFC 4287.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import Diagnostic, Severity
from generator.sources.source import Seed
from generator.text.markup import text_of_element, text_of_html
from generator.text.markup_writer import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD_SIZE = 6000
_ROOT = re.compile(
    r"\s*+(?:(?><\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>)\s*+)*+<(?:\w+:)?(feed|entry|rss|RDF)[\s>]",
    re.DOTALL,
)


def feed_head(seed: Seed) -> str:
    """Return the opening of a feed, to tell its origin by; empty when the file is no feed."""
    head = seed.text[:_HEAD_SIZE]
    return head if _ROOT.match(head) else ""


def feed_items(seed: Seed) -> tuple[_Element | None, list[_Element], list[Diagnostic]]:
    """Return the feed's root, its items or entries in order, and what was wrong with the XML."""
    from generator.sources.xml_tree import read_xml  # noqa: PLC0415 - loads the XML library

    document = read_xml(seed)
    root, problems = document.root, list(document.diagnostics)
    if root is None:
        return None, [], problems
    items = [item for item in root.iter("{*}item", "{*}entry") if isinstance(item.tag, str)]
    return root, items, problems


def nothing_found(seed: Seed) -> Diagnostic:
    """Return the warning about a file of a known format without any paper."""
    return seed.problem(
        "S132",
        Severity.WARNING,
        "no paper was found in this file",
        hint="was the export empty, or cut short? Save it again, or remove it",
    )


def children(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the children of a local name, in any namespace and any letter case."""
    for child in element:
        tag: object = child.tag
        if isinstance(tag, str) and local_name(tag) == name:
            yield child


def texts(element: _Element, name: str) -> list[str]:
    """Return what stands in the children of a local name, without blanks around; none empty."""
    found = ("".join(map(str, child.itertext())).strip() for child in children(element, name))
    return [text for text in found if text]


def first_text(element: _Element, *names: str) -> str:
    """Return the text of the first child that has one, the names in order of preference."""
    for name in names:
        if found := texts(element, name):
            return found[0]
    return ""


def line_of(element: _Element) -> int:
    """Return the 1-based line of an element."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def prose_of(element: _Element) -> str:
    """Return the text of a title or description: plain, escaped HTML or XHTML (RFC 4287, 3.1)."""
    if len(element):
        return text_of_element(element)
    return text_of_html(element.text or "")
