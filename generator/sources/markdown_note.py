"""Notes about a paper that were written for Jekyll, Hugo or Obsidian, with those programs' keys.

See https://jekyllrb.com/docs/front-matter/, https://gohugo.io/content-management/front-matter/ and
https://help.obsidian.md/properties. The body is the reader's note, not the abstract, unless it
says so.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from generator.model.dates import PartialDate
from generator.sources.author_lists import split_names
from generator.sources.columns import Columns
from generator.sources.fields import Findings
from generator.sources.front_matter import split_front_matter
from generator.sources.listed_paper import ListReading, listed_record
from generator.sources.note_body import NoteBody, read_body
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.yaml_list import plain_value
from generator.text.yaml_lines import YamlMapping, read_yaml

Row = dict[str, Any]

_NAME = "markdown"

_FOREIGN = frozenset(
    {
        "layout", "comments", "permalink", "collection", "publication_types", "publication",
        "publication_short", "publishdate", "lastmod", "featured", "cssclass", "cssclasses",
        "citekey", "paperurl", "url_pdf", "url_code", "url_source", "excerpt", "weight", "math",
        "mathjax", "toc", "pin", "header", "sidebar", "image", "thumbnail", "created", "modified",
    }
)  # fmt: skip
"""Keys that none of our own files has."""

_LIKELY = frozenset(
    {
        "tags", "date", "author", "summary", "description", "year", "abstract", "draft",
        "categories", "aliases", "slug",
    }
)  # fmt: skip
"""Keys of notes, of which one may also be a slip in a file of ours; two tell a note."""

_OWN = frozenset(
    {"id", "published", "updated", "topics", "tldr", "arxiv", "openreview", "acl", "pmid",
     "redirect_from", "upvotes", "keywords", "links"}
)  # fmt: skip
_PUBLICATION = frozenset(
    {"publication", "publication_types", "publication_short", "paperurl", "venue", "doi", "citekey"}
)
_SUMMARIES = ("excerpt", "summary", "description")
_ELSEWHERE = frozenset({"tags", "aliases", "categories", "publishdate", *_SUMMARIES})
"""Keys that are read apart, or say something of the note alone."""

_PEOPLE_OF_THE_SITE = frozenset({"admin", "me"})
_LABELS = {
    "paper": "url", "论文": "url", "论文链接": "url", "原文": "url", "一句话要点": "tldr",
    "一句话总结": "tldr", "一句话": "tldr", "tl;dr": "tldr", "arxiv": "arxiv",
}  # fmt: skip
_KNOWN_LABELS = frozenset(
    {"authors", "keywords", "venue", "published", "year", "doi", "arxiv", "url", "pdf", "code",
     "tldr", "abstract", "project"}
)  # fmt: skip
_WIKI_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,2}([^*_]+)[*_]{1,2}(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_VENUE = re.compile(r"[^\W\d]\w*(?:[ -]\w+)? (?:19|20)\d{2}")
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*$", re.DOTALL | re.MULTILINE)


def has_toml(text: str) -> bool:
    """Tell whether a file begins with Hugo's front matter in TOML."""
    return _TOML.match(text) is not None


def read_note(seed: Seed) -> Reading | None:
    """Return the paper that a note is about; None when the file is no other program's note."""
    findings = Findings(seed)
    found = _toml_row(seed, findings) if has_toml(seed.text) else _yaml_row(seed, findings)
    if found is None:
        return None
    row, line, body, body_line = found
    said = read_body(body)
    record = _record(seed, row, said, line, findings)
    if said.is_prose:
        message = "the body is a note about the paper, not its abstract; it is not shown"
        hint = "put the abstract below a heading Abstract, or into the key abstract"
        findings.note("S167", body_line, message, hint)
    return gather([record], seed, _NAME, findings.diagnostics)


def _toml_row(seed: Seed, findings: Findings) -> tuple[Row, int, str, int] | None:
    match = _TOML.match(seed.text)
    if match is None:
        return None
    row: Row = {}
    try:
        row = tomllib.loads(match["toml"])
    except (ValueError, RecursionError) as error:
        message = f"the front matter is not valid TOML: {error}"
        findings.error("S043", 1, message, "correct the line named")
    body = seed.text[match.end() :]
    blank = len(body) - len(body.lstrip())
    return row, 1, body.strip(), seed.text.count("\n", 0, match.end() + blank) + 1


def _yaml_row(seed: Seed, findings: Findings) -> tuple[Row, int, str, int] | None:
    """Return keys, line of the title, body and its line when the keys are another program's."""
    parts = split_front_matter(seed.text)
    reading = read_yaml(parts.yaml, first_line=parts.line)
    root = reading.root
    if not isinstance(root, YamlMapping) or not _is_foreign(root.entries):
        return None
    findings.yaml(reading.faults)
    line = root.entries.get("title", (root.line, None))[0]
    return plain_value(root), line, parts.body, parts.body_line


def _is_foreign(keys: Iterable[str]) -> bool:
    names = {key.lower() for key in keys}
    if "kind" in names:
        return False
    likely = names & _LIKELY
    return bool(names & _FOREIGN) or (len(likely) > 1 and not names & _OWN)


def _record(seed: Seed, row: Row, said: NoteBody, line: int, findings: Findings) -> Record:
    columns = Columns()
    shared = ListReading(columns=columns, findings=findings)
    record = listed_record(line, _facts(row, said, columns, seed), shared)
    tags = _tags(row)
    years = [tag for tag in tags if _YEAR.fullmatch(tag)]
    venues = [tag for tag in tags if _VENUE.fullmatch(tag)]
    lone_year = PartialDate(int(years[0])) if len(years) == 1 else None
    return dataclasses.replace(
        record,
        published=record.published or lone_year,
        venue=record.venue or (venues[0] if len(venues) == 1 else ""),
        keywords=(*record.keywords, *(tag for tag in tags if tag not in (*years, *venues))),
        links=(*record.links, *said.links),
    )


def _facts(row: Row, said: NoteBody, columns: Columns, seed: Seed) -> Row:
    """Return the front matter as a row of a list, filled up from the body."""
    keys = {key.lower() for key in row}
    is_publication = bool(keys & _PUBLICATION) or row.get("collection") == "publications"
    facts: Row = {}
    for key, value in row.items():
        name = key.lower()
        found = columns.field(key)
        if name in _ELSEWHERE or found is None:
            continue
        # A post's date and author are not the paper's.
        if not is_publication and found[0] in {"published", "updated"}:
            continue
        if not is_publication and name == "author":
            continue
        facts[key] = _authors(value) if found[0] == "authors" else _unmarked(value)
    for label, value in said.labelled.items():
        field = _LABELS.get(label.lower()) or (columns.field(label) or ("",))[0]
        if field in _KNOWN_LABELS and not columns.fields(facts) & {field}:
            facts[field] = value
    summary = next((row[key] for key in _SUMMARIES if row.get(key)), None)
    facts.setdefault("tldr", summary)
    if said.abstract and "abstract" not in columns.fields(facts):
        facts["abstract"] = said.abstract
    if not facts.get("title"):
        facts["title"] = said.heading or seed.path.stem
    return facts


def _authors(value: Any) -> list[Any]:
    """Return names without Obsidian's link marks; the owner of the site is no author."""
    if isinstance(value, str):
        value = split_names(_unmarked(value))
    entries = value if isinstance(value, list) else [value]
    return [
        _unmarked(entry)
        for entry in entries
        if not (isinstance(entry, str) and entry.lower() in _PEOPLE_OF_THE_SITE)
    ]


def _unmarked(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = _WIKI_LINK.sub(r"\1", value)
    return _EMPHASIS.sub(r"\1", text) if "*" in text else text


def _tags(row: Row) -> tuple[str, ...]:
    """Return the tags and categories, whose nested form is Obsidian's ``ml/optimisation``."""
    found = []
    for key in ("tags", "categories"):
        value = row.get(key)
        if isinstance(value, str):
            value = value.split(",") if "," in value else value.split()
        entries = value if isinstance(value, list) else []
        found += [str(entry).strip().lstrip("#") for entry in entries if entry is not None]
    return tuple(dict.fromkeys(tag for tag in found if tag))
