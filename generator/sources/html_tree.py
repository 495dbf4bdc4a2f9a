"""Saved web pages as trees, with lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.sources.source import Seed
from generator.text.markup import text_of_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPENING = re.compile(
    r"\s*+(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|main|div|section"
    r"|dl|ol|ul|li|meta|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_RENDERED = frozenset({"MathJax", "MathJax_Preview", "MathJax_Display", "MathJax_SVG"})
"""What MathJax puts beside a formula's TeX in a page that a browser saved."""


def is_html(seed: Seed) -> bool:
    """Tell whether a file begins like a web page, or like a piece of one."""
    return _OPENING.match(seed.text) is not None


def read_html(seed: Seed) -> _Element | None:
    """Return the tree of a page, however broken; None when it holds no element."""
    from lxml import etree  # noqa: PLC0415 - loads the library

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    text = seed.text.replace("\x00", "")
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    for element in [each for each in root.iter() if _RENDERED & set(classes(each))]:
        _drop(element)
    return root


def classes(element: _Element) -> list[str]:
    """Return the classes of an element."""
    tag: object = element.tag
    return element.get("class", "").split() if isinstance(tag, str) else []


def with_class(root: _Element, name: str, *tags: str) -> Iterator[_Element]:
    """Yield the elements of a class below ``root``, only those of some tags if any are given."""
    for element in root.iter(*tags):
        if element is not root and name in classes(element):
            yield element


def text_with_class(root: _Element, name: str, *tags: str) -> str:
    """Return the text of the first element of a class; empty without one."""
    found = next(with_class(root, name, *tags), None)
    return "" if found is None else text_without(found, "descriptor")


def text_without(element: _Element, dropped: str) -> str:
    """Return the text of an element without its descendants of a class."""
    for inner in list(with_class(element, dropped)):
        _drop(inner)
    return text_of_element(element)


def _drop(element: _Element) -> None:
    """Take an element out of its tree, and leave what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
