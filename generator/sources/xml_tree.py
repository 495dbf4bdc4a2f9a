"""XML without its dangers: no entities of its own, no network, no bottomless nesting."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from lxml import etree

from generator.errors import Diagnostic, Severity
from generator.sources.source import Seed

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SHOWN_ERRORS = 5


@dataclass(frozen=True, slots=True)
class XmlDocument:
    """A parsed file: its root (None when nothing could be read) and what was wrong."""

    root: etree._Element | None
    diagnostics: tuple[Diagnostic, ...]


def read_xml(seed: Seed) -> XmlDocument:
    """Return the XML tree of a file; what is broken is reported and the rest still read.

    Elements keep their lines (``sourceline``). Named HTML entities are read as characters, since
    many exports use them; entities that the file declares itself are not expanded.
    """
    text = _UNPRINTABLE.sub("", _DECLARATION.sub("", seed.text, count=1))
    text = _DOCTYPE.sub(lambda match: "\n" * match[0].count("\n"), text, count=1)
    text = _NUMBERED.sub(_allowed, _NAMED.sub(_character, text))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return XmlDocument(None, (_problem(seed, error.lineno, error.msg),))
    problems = [_problem(seed, entry.line, entry.message) for entry in parser.error_log]
    if root is None and not problems:
        problems = [_problem(seed, 1, "no XML element")]
    return XmlDocument(root, tuple(problems[:_SHOWN_ERRORS]))


def _character(match: re.Match[str]) -> str:
    if match[1] in _XML_ENTITIES:
        return match[0]
    meant = html.unescape(match[0])
    return meant if meant == match[0] else html.escape(meant, quote=False)


def _allowed(match: re.Match[str]) -> str:
    """Return a reference to a character, or nothing when XML has no such character."""
    digits = match[1] or match[2]
    code = int(digits[:8], 16 if match[1] else 10)
    if code > 0x10FFFF or (code < 0x20 and code not in {9, 10, 13}):
        return ""
    return "" if _UNPRINTABLE.match(chr(code)) else match[0]


def _problem(seed: Seed, line: int | None, message: str) -> Diagnostic:
    return seed.problem(
        "S062",
        Severity.WARNING,
        f"broken XML: {message}",
        line=line,
        hint="export the file again; papers after the broken place may be missing",
    )
