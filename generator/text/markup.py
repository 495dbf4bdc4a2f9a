"""HTML, JATS and other inline markup as plain text.

Sources wrap titles and abstracts in HTML, in JATS (https://jats.nlm.nih.gov) or in markup of their
own; all of it shares a few names for paragraphs, headings, scripts and formulas. Names nobody
knows are left as text in a string, since ``<eos>`` and ``x<y`` are words of papers too.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.text.markup_writer import KNOWN_NAMES, MarkupWriter, local_name
from generator.text.plain import flowing, shown

if TYPE_CHECKING:
    from lxml import etree

_TAG = re.compile(
    r"""
      <!--.*?(?:-->|$) | <!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|$) | <[!?][A-Za-z][^<>]*>
    | <(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*)
      (?P<attributes>(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(?P<empty>/?)>
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_ESCAPED_TAG = re.compile(r"&lt;/(?:\w+:)?([A-Za-z][\w-]*)\s*&gt;")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
_HEADING = re.compile(r"abstract\s*(?:\n\n|[:.—–-]\s+(?=\S)|[:.]?$)", re.IGNORECASE)


def text_of_html(markup: str) -> str:
    """Return the text of an HTML or JATS fragment; paragraphs are parted by an empty line.

    A text without any tag is plain text with entities, whose own empty lines count. Sections keep
    their headings as ``Methods: …``; a leading heading "Abstract" is dropped. Formulas become TeX
    between dollar signs where the markup holds TeX.
    """
    if not markup.strip():
        return ""
    escaped = _ESCAPED_TAG.search(markup)
    if escaped and escaped[1].lower() in KNOWN_NAMES:
        markup = html.unescape(markup)
    writer = MarkupWriter()
    position = 0
    if "<" in markup:
        for tag in _tags(markup):
            writer.text(html.unescape(markup[position : tag.start()]))
            position = tag.end()
            _write_tag(writer, tag)
    writer.text(html.unescape(markup[position:]))
    return _finished(writer.result())


def text_of_element(element: etree._Element) -> str:
    """Return the text inside an XML or HTML element, like ``text_of_html``; not its tail."""
    writer = MarkupWriter()
    writer.text(element.text or "")
    pending = [(child, False) for child in reversed(element)]
    while pending:
        node, is_done = pending.pop()
        tag: object = node.tag  # a function for comments, instructions and entities
        if isinstance(tag, str) and not is_done:
            attributes = {str(key): str(value) for key, value in node.attrib.items()}
            writer.start(local_name(tag), attributes)
            writer.text(node.text or "")
            pending.append((node, True))
            pending.extend((child, False) for child in reversed(node))
            continue
        if is_done:
            writer.end(local_name(str(tag)))
        elif (node.text or "").startswith("&"):
            writer.text(html.unescape(node.text or ""))
        writer.text(node.tail or "")
    return _finished(writer.result())


def _tags(markup: str) -> Iterator[re.Match[str]]:
    for match in _TAG.finditer(markup):
        name = match["name"]
        if name is None or _is_known(name, match["attributes"] or ""):
            yield match


def _is_known(name: str, attributes: str) -> bool:
    if attributes.strip() and ("=" in attributes or len(name) > 1):
        return True
    return (":" in name or local_name(name) in KNOWN_NAMES) and not attributes.strip()


def _write_tag(writer: MarkupWriter, tag: re.Match[str]) -> None:
    if tag["cdata"] is not None:
        writer.text(tag["cdata"])
    if tag["name"] is None:
        return
    name = local_name(tag["name"])
    if tag["end"]:
        writer.end(name)
        return
    found = _ATTRIBUTE.finditer(tag["attributes"])
    writer.start(name, {each[1]: each[2] or each[3] or each[4] or "" for each in found})
    if tag["empty"]:
        writer.end(name)


def _finished(text: str) -> str:
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    text = flowing(shown(unicodedata.normalize("NFC", text).replace("\u00a0", " ")))
    heading = _HEADING.match(text)
    return text[heading.end() :].lstrip() if heading else text
