"""What a BibTeX entry takes over from the entries it refers to by ``crossref`` and ``xdata``.

Only what is true of the part as well as of the whole: a paper has the year and the booktitle of
its proceedings, but not their DOI. The title of the parent becomes the booktitle, as biblatex has
it (manual, appendix B).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.sources.bibtex_entries import BibEntry
from generator.sources.fields import Findings

_SHARED = frozenset(
    {
        "year", "month", "day", "date", "booktitle", "journal", "journaltitle", "eventtitle",
        "publisher", "series", "institution", "school", "organization",
    }
)  # fmt: skip
_PARTS_BY_SAME_AUTHOR = frozenset({"inbook", "suppbook"})
_DEEPEST = 8
_SHOWN = 20


def with_inherited(entries: Iterable[BibEntry], findings: Findings) -> Iterator[BibEntry]:
    """Yield the entries with the fields of those they refer to; keys compare without case."""
    entries = tuple(entries)
    by_key: dict[str, BibEntry] = {}
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    missing: dict[str, tuple[int, int]] = {}
    for entry in entries:
        for name in _parents(entry.fields):
            if name.lower() not in by_key:
                line, count = missing.get(name, (entry.line, 0))
                missing[name] = (line, count + 1)
        fields = _resolved(entry, by_key, 0)
        yield BibEntry(type=entry.type, key=entry.key, line=entry.line, fields=fields)
    for name, (line, count) in list(missing.items())[:_SHOWN]:
        times = f" ({count} times)" if count > 1 else ""
        message = f"refers to {name!r}{times}, which is not in this file"
        findings.note("S105", line, message, "add that entry, or year and booktitle here")


def _parents(fields: Mapping[str, str]) -> list[str]:
    named = [fields.get("crossref", ""), *fields.get("xdata", "").split(",")]
    return [name.strip() for name in named if name.strip()]


def _resolved(entry: BibEntry, by_key: Mapping[str, BibEntry], depth: int) -> dict[str, str]:
    fields = dict(entry.fields)
    if depth == _DEEPEST:
        return fields
    for name in fields.get("xdata", "").split(","):
        if parent := by_key.get(name.strip().lower()):
            _fill(fields, _resolved(parent, by_key, depth + 1))
    crossref = fields.get("crossref", "").strip().lower()
    if crossref and (parent := by_key.get(crossref)):
        above = _resolved(parent, by_key, depth + 1)
        shared = {name: value for name, value in above.items() if name in _SHARED}
        shared.setdefault("booktitle", above.get("title", ""))
        if entry.type in _PARTS_BY_SAME_AUTHOR:
            shared["author"] = above.get("author", "")
        if {"date", "year"} & fields.keys():
            shared = {k: v for k, v in shared.items() if k not in {"date", "year", "month", "day"}}
        _fill(fields, shared)
    return fields


def _fill(fields: dict[str, str], others: Mapping[str, str]) -> None:
    for name, value in others.items():
        if value and not fields.get(name, "").strip():
            fields[name] = value
