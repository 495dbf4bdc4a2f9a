"""A paper from a row of a table or an object of a list, whatever its columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from generator.sources.author_lists import author_named, authors_named, split_names, split_words
from generator.sources.columns import Columns
from generator.sources.fields import Findings
from generator.sources.json_records import JsonObject
from generator.sources.json_values import count_in, object_in, orcid_in, text_in, texts_in
from generator.sources.link_kinds import link_to
from generator.sources.list_dates import listed_date
from generator.sources.record import Record
from generator.sources.source_text import is_placeholder, plain_line, plain_prose
from generator.sources.submission_status import status_named, status_of_title

_Values = dict[str, list[Any]]

_LINKS = {
    "url": LinkKind.PAPER,
    "pdf": LinkKind.PDF,
    "code": LinkKind.CODE,
    "project": LinkKind.PROJECT,
    "data": LinkKind.DATA,
    "demo": LinkKind.DEMO,
    "video": LinkKind.VIDEO,
    "slides": LinkKind.SLIDES,
    "poster": LinkKind.POSTER,
    "doi": LinkKind.PAPER,
    "arxiv": LinkKind.PAPER,
    "openreview": LinkKind.PAPER,
}
_IDENTIFIERS = {
    "doi": "{}",
    "arxiv": "{}",
    "openreview": "https://openreview.net/forum?id={}",
    "acl": "https://aclanthology.org/{}",
    "pmid": "pmid:{}",
}
_TELLING_ID = re.compile(
    r"(?:arxiv:)?\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?|(?:doi:|https?://\S*doi\.org/)?10\.\d{4,9}/\S+"
    r"|https?://\S+",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?!n/a$)[\w.~-]*/[\w./~%?=&-]+", re.IGNORECASE)
_GLUED = re.compile(r"[\s|;]+(?=https?://)")
_NAME_KEYS = ("name", "fullname", "full_name", "display_name", "author", "literal")
_HOME_KEYS = ("affiliation", "affiliations", "institution", "institutions", "aff")
_TEXT_KEYS = ("value", "text", "name")
_WORD_KEYS = ("display_name", "name", "keyword", "tag", "slug")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """What the rows of one file share.

    Attributes:
        columns: Tells fields by column names.
        findings: Takes what is wrong with single rows.
        separator: Between the names in a text of authors; empty for commas.
        year: Of papers that state no date; None when unknown.
        venue: Of papers that state none.
    """

    columns: Columns
    findings: Findings
    separator: str = ""
    year: int | None = None
    venue: str = ""


def listed_record(line: int, row: JsonObject, shared: ListReading) -> Record:
    """Return the record of one row, read at a 1-based line."""
    values = shared.columns.sorted(row)
    title = _line(values, "title")
    return Record(
        line=line,
        label=_text(values, "id"),
        title=title,
        abstract=_abstract(values),
        authors=_authors(values, shared.separator),
        published=_published(line, values, shared),
        updated=_date(line, values, "updated", shared.findings),
        venue=_line(values, "venue") or shared.venue,
        categories=tuple(_words(values, "categories")),
        keywords=tuple(_words(values, "keywords")),
        identifiers=tuple(_identifiers(values)),
        links=tuple(_links(values)),
        tldr=_line(values, "tldr"),
        status=_status(values, title),
        signals=_signals(values),
    )


def _text(values: _Values, field: str) -> str:
    """Return the first text of a field that is more than a placeholder."""
    for value in values.get(field, ()):
        text = _text_of(value, _TEXT_KEYS)
        if text and not is_placeholder(text):
            return text
    return ""


def _text_of(value: Any, keys: Iterable[str]) -> str:
    """Return a text, or of an object the first that one of the keys has."""
    if isinstance(value, dict):
        return next((text for key in keys if (text := text_in(value.get(key)))), "")
    return text_in(value)


def _line(values: _Values, field: str) -> str:
    return plain_line(_text(values, field)) if field in values else ""


def _abstract(values: _Values) -> str:
    for value in values.get("abstract", ()):
        if isinstance(value, list):
            text = "\n\n".join(texts_in(value))
        else:
            text = _text({"abstract": [value]}, "abstract")
        if text:
            return plain_prose(text)
    return ""


def _authors(values: _Values, separator: str) -> tuple[Author, ...]:
    for value in values.get("authors", ()):
        entries = split_names(value, separator) if isinstance(value, str) else value
        if isinstance(entries, dict):
            entries = list(entries.values())
        if not isinstance(entries, list):
            continue
        if "affiliations" not in values and "orcids" not in values and _are_texts(entries):
            return authors_named(entries)
        homes = _per_author(values, "affiliations", len(entries))
        orcids = _per_author(values, "orcids", len(entries))
        found = [
            author
            for place, entry in enumerate(entries)
            if (author := _author(entry, homes[place], orcids[place]))
        ]
        if found:
            return tuple(found)
    return ()


def _are_texts(entries: list[Any]) -> bool:
    return bool(entries) and all(type(entry) is str for entry in entries)


def _per_author(values: _Values, field: str, count: int) -> list[str]:
    """Return a list's value for each author; nothing when their numbers differ."""
    for value in values.get(field, ()):
        entries = value.split(";") if isinstance(value, str) else value
        if isinstance(entries, list) and len(entries) == count:
            return [text_in(entry) for entry in entries]
    return [""] * count


def _author(entry: Any, affiliation: str, orcid: str) -> Author | None:
    if isinstance(entry, str):
        return author_named(
            entry,
            affiliation=plain_line(affiliation) if affiliation else "",
            orcid=orcid_in(orcid) if orcid else "",
        )
    if isinstance(entry, list):  # [family, given, suffix], as arXiv's dumps have it
        return author_named(", ".join(texts_in(entry)[:2]))
    fields = object_in(entry)
    given = text_in(fields.get("given") or fields.get("first") or fields.get("first_name"))
    family = text_in(fields.get("family") or fields.get("last") or fields.get("last_name"))
    name = _text_of(fields, _NAME_KEYS)
    home = next((fields[key] for key in _HOME_KEYS if fields.get(key)), affiliation)
    home = "; ".join(_names(home)) if isinstance(home, list) else text_in(home)
    found = author_named(name or f"{given} {family}", affiliation=plain_line(home))
    if found is None:
        return None
    return Author(
        name=found.name,
        given=given or found.given,
        family=family or found.family,
        orcid=orcid_in(fields.get("orcid")) or orcid_in(orcid),
        affiliation=found.affiliation,
    )


def _names(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        name = entry.get("name") if isinstance(entry, dict) else entry
        if text := text_in(name):
            yield text


def _published(line: int, values: _Values, shared: ListReading) -> PartialDate | None:
    stated = _date(line, values, "published", shared.findings)
    if stated:
        return stated
    year = _text(values, "year").removesuffix(".0")
    if not year:
        return PartialDate(shared.year) if shared.year else None
    month, day = _text(values, "month"), _text(values, "day")
    try:
        return listed_date(year, month, day)
    except ValueError as error:
        shared.findings.warning("S162", line, f"no such date: {error}; left out", "correct it")
        return None


def _date(line: int, values: _Values, field: str, findings: Findings) -> PartialDate | None:
    text = _text(values, field) if field in values else ""
    if not text:
        return None
    try:
        date = listed_date(text)
    except ValueError:
        date = None
    if date is None:
        hint = "write it like 2025-03-11, 2025-03 or 2025"
        findings.warning("S162", line, f"no such date: {text[:60]!r}; left out", hint)
    return date


def _words(values: _Values, field: str) -> Iterator[str]:
    for value in values.get(field, ())[:1]:
        entries = split_words(value) if isinstance(value, str) else value
        for entry in entries if isinstance(entries, list) else ():
            text = _text_of(entry, _WORD_KEYS)
            if text and not is_placeholder(text):
                yield plain_line(text)


def _identifiers(values: _Values) -> Iterator[str]:
    for field, form in _IDENTIFIERS.items():
        if text := _text(values, field) if field in values else "":
            is_address = "://" in text
            yield text if is_address else form.format(text.removesuffix(".0"))
    name = _text(values, "id")
    if name and _TELLING_ID.fullmatch(name):
        yield name


def _links(values: _Values) -> Iterator[Link]:
    for field, kind in _LINKS.items():
        for value in values.get(field, ()):
            for url in _addresses(value, with_paths=field not in _IDENTIFIERS):
                guessed = link_to(url) if kind is LinkKind.PAPER else Link(url=url, kind=kind)
                is_vague = guessed.kind is LinkKind.OTHER
                yield Link(url=url, kind=kind) if is_vague else guessed
    for value in values.get("links", ()):
        for entry in value if isinstance(value, list) else [value]:
            fields = object_in(entry)
            for url in _addresses(fields.get("url") or fields.get("href") or entry):
                yield link_to(url)


def _addresses(value: Any, *, with_paths: bool = False) -> Iterator[str]:
    """Yield the web addresses in a value, and paths if wanted; words such as "yes" are neither."""
    for text in texts_in(value.get("url") if isinstance(value, dict) else value):
        for part in _GLUED.split(text):
            if part.startswith("www."):
                yield f"https://{part}"
            elif "://" in part or (with_paths and _PATH.fullmatch(part)):
                yield part


def _status(values: _Values, title: str) -> Status:
    stated = _text(values, "status") if "status" in values else ""
    return status_named(stated) if stated else status_of_title(title)


def _signals(values: _Values) -> Signals:
    counts = {
        field: count_in(values[field][0])
        for field in ("citations", "upvotes", "stars")
        if field in values
    }
    return Signals(**counts) if counts else Signals()
