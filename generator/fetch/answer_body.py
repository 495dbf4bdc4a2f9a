"""The bytes of an answer as JSON or XML; what cannot be read counts as cut off on its way."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.fetch.fetch_error import broken

if TYPE_CHECKING:
    from lxml import etree

_SHOWN = 200


def json_body(body: bytes) -> Any:
    """Return the value.

    Raises:
        FetchError: It is no JSON (F006).
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise broken(f"sent {_kind(body)} where JSON was expected") from error


def xml_body(body: bytes) -> etree._Element:
    """Return the root element; entities of the document's own are not expanded.

    Raises:
        FetchError: It is no well-formed XML (F006).
    """
    from lxml import etree  # noqa: PLC0415 — slow to import, and most services speak JSON

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(f"sent {_kind(body)} where XML was expected") from error
    if etree.QName(root).localname.lower() == "html":
        raise broken("sent a web page where a feed was expected")
    return root


def stated_reason(body: bytes) -> str:
    """Return why a service says it refuses, in one short line; empty when it does not say.

    Understood are JSON objects with ``message`` or ``error`` (OpenAlex, OpenReview, Hugging Face),
    arXiv's feed with one entry about the error, and a line of plain text (Crossref).
    """
    text = body.decode("utf-8", errors="replace").strip()
    if text.startswith("{"):
        return _shortened(_of_object(text))
    if match := re.search(r"<summary>([^<]*)</summary>", text):
        return _shortened(match[1])
    return "" if text.startswith("<") or "\n" in text else _shortened(text)


def _of_object(text: str) -> str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    for key in ("message", "error"):
        if isinstance(value.get(key), str):
            return str(value[key])
    return ""


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _kind(body: bytes) -> str:
    head = body[:512].lstrip().lower()
    if not head:
        return "nothing"
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return "a broken answer"
