"""What a result shows of a paper as ten lines of text, which compress better than JSON.

Its id and its address mostly repeat the title. Where they begin with its words, in small letters
and with hyphens between them, a capital letter says with how many, A for none, and the rest
follows.
``static/js/search/record.js`` reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_ID = "title:"
_URL = "papers/"
_LINES = 10
_MOST_WORDS = 25
_WORD = re.compile("[a-z0-9]+")
_ENDS = str.maketrans("\n\t", "  ")


def record_lines(entries: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the lines of several papers."""
    lines = [line for entry in entries for line in _lines(entry)]
    return "\n".join(lines).encode("utf-8", "replace")


def read_record_lines(text: str) -> list[Mapping[str, Any]]:
    """Return the papers of such lines.

    Raises:
        ValueError: These are no such lines.
    """
    lines = text.split("\n")
    return [_entry(lines[start : start + _LINES]) for start in range(0, len(lines), _LINES)]


def _lines(entry: Mapping[str, Any]) -> list[str]:
    words = _WORD.findall(entry["title"].lower())
    return [
        _coded(entry["id"], _ID, words),
        _coded(entry["url"], _URL, words),
        _in_a_line(entry["title"]),
        _in_a_line(entry["authors"]),
        "\t".join(map(_in_a_line, entry["topics"])),
        entry["date"],
        _in_a_line(entry["venue"]),
        "\t".join(entry["issues"]),
        _in_a_line(entry["summary"]),
        "+" if entry["has_code"] else "",
    ]


def _entry(lines: Sequence[str]) -> Mapping[str, Any]:
    name, url, title, authors, topics, date, venue, issues, summary, code = lines
    words = _WORD.findall(title.lower())
    return {
        "id": _decoded(name, _ID, words),
        "url": _decoded(url, _URL, words),
        "title": title,
        "authors": authors,
        "topics": [topic for topic in topics.split("\t") if topic],
        "date": date,
        "venue": venue,
        "issues": [issue for issue in issues.split("\t") if issue],
        "summary": summary,
        "has_code": code != "",
    }


def _coded(name: str, start: str, words: Sequence[str]) -> str:
    """Return an id or an address, which begin with a small letter, without the title's words."""
    if not name.startswith(start):
        return name
    said, count = start, 0
    for word in words[:_MOST_WORDS]:
        longer = f"{said}-{word}" if count else f"{said}{word}"
        if not name.startswith(longer):
            break
        said, count = longer, count + 1
    return chr(ord("A") + count) + name[len(said) :]


def _decoded(coded: str, start: str, words: Sequence[str]) -> str:
    count = ord(coded[0]) - ord("A") if coded else -1
    return f"{start}{'-'.join(words[:count])}{coded[1:]}" if 0 <= count <= _MOST_WORDS else coded


def _in_a_line(text: str) -> str:
    return text.translate(_ENDS)
