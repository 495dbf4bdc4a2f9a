"""Markdown to HTML that is safe to put into a page, whoever wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    import markdown

_TAGS = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "h2"}
    | {"h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s"}
    | {"small", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"}
)
_SCHEMES = frozenset({"http", "https", "mailto"})
_EXTERNAL = re.compile(r'<a (?=[^>]*\bhref="https?:)')

EXTERNAL_REL = "external noopener"
"""The ``rel`` of links that leave the site."""


def to_html(text: str) -> Markup:
    """Return the safe HTML of an owner's or editor's Markdown; its top headings become ``h2``.

    Harmless inline HTML is kept, everything else is dropped: scripts, styles, images, forms,
    event handlers, classes and ids. Links may be relative, http, https or mailto.
    """
    return _safe(_parser(html=True), text) if text.strip() else Markup()


def untrusted_to_html(text: str) -> Markup:
    """Return the safe HTML of a stranger's Markdown, in which HTML is shown as it is written."""
    return _safe(_parser(html=False), text) if text.strip() else Markup()


def _safe(parser: markdown.Markdown, text: str) -> Markup:
    import nh3  # noqa: PLC0415 # most sites have little Markdown, many none

    html = nh3.clean(
        parser.reset().convert(text),
        tags=set(_TAGS),
        attributes={"a": {"href", "title"}, "abbr": {"title"}},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return Markup(_EXTERNAL.sub(f'<a rel="{EXTERNAL_REL}" ', html))  # noqa: S704 # nh3 made it safe


@cache
def _parser(*, html: bool) -> markdown.Markdown:
    """Return the parser; making one costs more than a page, and ``reset`` empties it."""
    import markdown  # noqa: PLC0415 # takes 50 ms to import, and most sites of papers need none

    parser = markdown.Markdown(
        extensions=["fenced_code", "sane_lists", "tables", "toc"],
        extension_configs={"toc": {"baselevel": 2}},
        output_format="html",
    )
    if not html:
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
    return parser
