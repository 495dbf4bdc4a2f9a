"""Splits a Markdown file into its YAML front matter and its body."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"(?P<blank>\s*\n)?---[ \t]*(?:\n|$)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NEXT = re.compile(r"(?<=\n\n)---[ \t]*\n(?=[A-Za-z_]+:(?:\s|$))")
_TITLE = re.compile(r"^title:", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file in two parts.

    Attributes:
        yaml: Between the lines ``---``; empty when the file has no front matter.
        line: 1-based line of the file at which ``yaml`` begins.
        body: What follows, without outer blank lines.
        body_line: 1-based line at which ``body`` begins.
        closed: False when the closing ``---`` is missing; everything then counts as ``yaml``.
    """

    yaml: str
    line: int
    body: str
    body_line: int
    closed: bool = True


def has_front_matter(text: str) -> bool:
    """Tell whether the text begins with a line ``---``; blank lines may stand before it."""
    return _OPENING.match(text) is not None


def split_front_matter(text: str) -> FrontMatter:
    """Return the two parts of a Markdown file."""
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter(yaml="", line=1, body=text.strip(), body_line=_body_line(text, 0))
    line = text.count("\n", 0, opening.end()) + 1
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        rest = text[opening.end() :]
        return FrontMatter(yaml=rest, line=line, body="", body_line=line, closed=False)
    return FrontMatter(
        yaml=text[opening.end() : closing.start()],
        line=line,
        body=text[closing.end() :].strip(),
        body_line=_body_line(text, closing.end()),
    )


def split_documents(text: str) -> Iterator[FrontMatter]:
    """Yield the documents of a file that holds several, one below the other.

    A further one begins with a line ``---`` below an empty line, followed by front matter that
    ends and has a title; any other ``---`` is a rule in the text.
    """
    starts = [0, *(match.start() for match in _NEXT.finditer(text) if _is_opening(text, match))]
    line = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        parts = split_front_matter(text[start:end])
        yield dataclasses.replace(parts, line=parts.line + line, body_line=parts.body_line + line)
        line += text.count("\n", start, end)


def _is_opening(text: str, match: re.Match[str]) -> bool:
    closing = _CLOSING.search(text, match.end())
    return closing is not None and bool(_TITLE.search(text, match.end(), closing.start()))


def _body_line(text: str, start: int) -> int:
    rest = text[start:]
    blank = len(rest) - len(rest.lstrip())
    return text.count("\n", 0, start + blank) + 1
