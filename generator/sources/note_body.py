"""The body of a note about a paper: labelled lines, a quoted abstract, links with telling labels.

Everything else in it is the reader's own prose, and what it links to are other people's papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.paper import Link, LinkKind
from generator.text.urls import find_urls

_HEAD_LINES = 40
_LABELLED = re.compile(
    r"^[ \t>*+-]*(?:\*\*|__)?(?P<label>[^\W\d_][^:：*_\n|]{0,30}?)\s*"
    r"(?:(?:\*\*|__)\s*[:：]|[:：]\s*(?:\*\*|__)|[:：])[ \t]*(?P<value>\S.*)$"
)
_HEADING = re.compile(
    r"^(?:#{1,6}[ \t]+(?P<title>.+?)[ \t#]*|(?:\*\*|__)(?P<bold>[^*_\n]{2,40})(?:\*\*|__)[:：]?)$"
)
_ABSTRACT = re.compile(
    r"(?:the |original |paper )?(?:abstract|摘要|résumé|zusammenfassung|resumen)"
    r"(?:\s*[(（].*[)）])?[:：]?",
    re.IGNORECASE,
)
_CALLOUT = re.compile(
    r"^>[ \t]*\[!(?:abstract|summary|tldr)\][+-]?.*$", re.IGNORECASE | re.MULTILINE
)
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_WRITTEN_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_KINDS = tuple(
    (
        kind,
        re.compile(
            rf"(?:the |link to (?:the )?|read (?:the )?|official |original |author'?s?'? |full )*"
            rf"(?:{words})(?: link| page| here)?",
            re.IGNORECASE,
        ),
    )
    for kind, words in (
        (LinkKind.PDF, r"(?:paper )?pdf"),
        (LinkKind.PAPER, r"paper|arxiv(?: paper)?|preprint|article|publication|abs|doi|论文|原文"),
        (LinkKind.CODE, r"(?:source )?code|implementation|github|repo(?:sitory)?|代码"),
        (LinkKind.PROJECT, r"project|website|homepage|项目"),
        (LinkKind.SLIDES, r"slides|presentation"),
        (LinkKind.POSTER, r"poster"),
        (LinkKind.VIDEO, r"video|talk|recording"),
        (LinkKind.DATA, r"data ?sets?|data"),
        (LinkKind.DEMO, r"demo"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBody:
    """What a body says of its paper.

    Attributes:
        heading: The first heading of the first level; empty without one.
        abstract: The section or the quotation that is called so; empty without one.
        labelled: Value by label, as ``**Authors**: Ada Berg`` states it, above the first section.
        links: Those whose label says what they are to the paper.
        is_prose: Whether something is left that is none of these.
    """

    heading: str = ""
    abstract: str = ""
    labelled: dict[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    is_prose: bool = False


def read_body(body: str) -> NoteBody:
    """Return what a note's body says of its paper."""
    lines = body.split("\n")
    headings = [(number, title) for number, line in enumerate(lines) if (title := _title(line))]
    first = next((title for number, title in headings if lines[number].startswith("# ")), "")
    top = next((n for n, title in headings if title != first), len(lines))
    labelled: dict[str, str] = {}
    labelled_links: list[Link] = []
    for line in lines[: min(top, _HEAD_LINES)]:
        if match := _LABELLED.match(line):
            label = match["label"].strip()
            labelled.setdefault(label, _unlinked(match["value"]).strip())
            labelled_links += _links(match["value"], _kind(label))
    abstract = _section(lines, headings) or _callout(body)
    left = [
        line
        for line in lines[: min(top, _HEAD_LINES)]
        if line.strip() and not line.startswith("#") and not _LABELLED.match(line)
    ]
    others = any(title != first and not _ABSTRACT.fullmatch(title) for _, title in headings)
    return NoteBody(
        heading=first,
        abstract=abstract,
        labelled=labelled,
        links=(*labelled_links, *_links(body)),
        is_prose=others or (bool(left) and not abstract),
    )


def _title(line: str) -> str:
    match = _HEADING.match(line.strip())
    return (match["title"] or match["bold"]).strip() if match else ""


def _section(lines: list[str], headings: list[tuple[int, str]]) -> str:
    """Return the text below the heading "Abstract", up to the next one."""
    for place, (number, title) in enumerate(headings):
        if _ABSTRACT.fullmatch(title):
            end = headings[place + 1][0] if place + 1 < len(headings) else len(lines)
            return _QUOTE.sub("", "\n".join(lines[number + 1 : end])).strip()
    return ""


def _callout(body: str) -> str:
    """Return the text of Obsidian's callout ``> [!abstract]``."""
    match = _CALLOUT.search(body)
    if match is None:
        return ""
    quoted = []
    for line in body[match.end() :].lstrip("\n").split("\n"):
        if not line.lstrip().startswith(">"):
            break
        quoted.append(_QUOTE.sub("", line))
    return "\n".join(quoted).strip()


def _links(text: str, otherwise: LinkKind | None = None) -> Iterator[Link]:
    """Yield the links whose label tells their kind; others only if a kind is given for them."""
    for found in find_urls(text):
        kind = _kind(found.label.strip(" *_")) or otherwise
        if kind:
            yield Link(url=found.url, kind=kind)


def _kind(label: str) -> LinkKind | None:
    return next((kind for kind, words in _KINDS if words.fullmatch(label)), None)


def _unlinked(text: str) -> str:
    """Return the words of Markdown links without their addresses."""
    return _WRITTEN_LINK.sub(r"\1", text)
