"""The reader of Markdown files with YAML front matter: papers, an issue or a free page each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic
from generator.model.free_page import FreePage
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Origin, Paper, PaperId
from generator.sources.fields import Fields, Findings
from generator.sources.front_matter import (
    FrontMatter,
    has_front_matter,
    split_documents,
    split_front_matter,
)
from generator.sources.markdown_note import has_toml, read_note
from generator.sources.page_dates import date_in_name
from generator.sources.paper_fields import canonical, read_paper
from generator.sources.source import Reading, Seed
from generator.text.slug import slugify
from generator.text.yaml_lines import YamlMapping, read_yaml

_NAME = "markdown"
_KINDS = ("paper", "issue", "page")
_SUFFIXES = frozenset({".md", ".markdown"})
_KIND_OF_WHOLE = re.compile(r"^kind:[ \t]*[\"']?(?:issue|page)\b", re.MULTILINE)
_HEADING = re.compile(r"# +(?P<title>.+?)(?: +#+)?[ \t]*(?:\n|$)")


class MarkdownSeed:
    """Reads issues, pages and papers; ``kind`` tells which, a file in a folder ``pages`` is a page.

    A file of papers may hold several, each with front matter of its own. A note that was written
    for another program is told by that program's keys.
    """

    name = _NAME
    about = (
        "Markdown with YAML front matter: papers, issues, free "
        "pages; notes of Jekyll, Hugo and Obsidian"
    )

    def detects(self, seed: Seed) -> bool:
        """Tell whether this is Markdown with front matter, or a free page."""
        if seed.path.suffix.lower() not in _SUFFIXES:
            return False
        return has_front_matter(seed.text) or has_toml(seed.text) or _is_page(seed)

    def read(self, seed: Seed) -> Reading:
        """Return what the file holds."""
        if not _is_page(seed) and (note := read_note(seed)):
            return note
        findings = Findings(seed)
        found = [_read_document(seed, parts, findings) for parts in _documents(seed)]
        return Reading(
            format=_NAME,
            papers=tuple(paper for reading in found for paper in reading.papers),
            issues=tuple(issue for reading in found for issue in reading.issues),
            pages=tuple(page for reading in found for page in reading.pages),
            diagnostics=_sorted(findings),
        )


def _documents(seed: Seed) -> list[FrontMatter]:
    """Return the papers of a file; a page or an issue is one, since its text may have rules."""
    documents = list(split_documents(seed.text))
    is_whole = _is_page(seed) or _KIND_OF_WHOLE.search(documents[0].yaml)
    return [split_front_matter(seed.text)] if is_whole else documents


def _read_document(seed: Seed, parts: FrontMatter, findings: Findings) -> Reading:
    fields = _fields(parts, findings)
    if fields is None:
        return Reading(format=_NAME)
    kind = fields.text("kind") or ("page" if _is_page(seed) else "paper")
    papers: tuple[Paper | None, ...] = ()
    issues: tuple[Issue | None, ...] = ()
    pages: tuple[FreePage | None, ...] = ()
    if kind == "issue":
        issues = (_issue(seed, fields, parts),)
    elif kind == "page":
        pages = (_page(seed, fields, parts),)
    elif kind == "paper":
        origin = Origin(location=seed.at(fields.line_of("title")), format=_NAME)
        papers = (read_paper(fields, parts.body, origin),)
    else:
        message, hint = f"unknown kind {kind!r}", did_you_mean(kind, _KINDS)
        findings.error("S045", fields.line_of("kind"), message, hint)
    if kind in _KINDS:
        fields.report_unknown()
    return Reading(
        format=_NAME,
        papers=tuple(paper for paper in papers if paper),
        issues=tuple(issue for issue in issues if issue),
        pages=tuple(page for page in pages if page),
    )


def _is_page(seed: Seed) -> bool:
    return "pages" in seed.path.parent.parts


def _sorted(findings: Findings) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings.diagnostics, key=lambda problem: problem.sort_key))


def _fields(parts: FrontMatter, findings: Findings) -> Fields | None:
    """Return the keys of the front matter; None, with an error, when it cannot be read."""
    if not parts.closed:
        message = "the front matter does not end"
        findings.error("S043", parts.line, message, "close it with a line ---")
        return None
    reading = read_yaml(parts.yaml, first_line=parts.line)
    findings.yaml(reading.faults)
    if isinstance(reading.root, YamlMapping):
        return Fields(reading.root, findings)
    if reading.root is not None:
        findings.error("S043", reading.root.line, "the front matter must be lines of key: value")
    if findings.diagnostics:
        return None
    return Fields(YamlMapping(line=parts.line, entries={}), findings)


def _page(seed: Seed, fields: Fields, parts: FrontMatter) -> FreePage | None:
    """Return a free page; its title may stand as the first heading of its body."""
    title, body = fields.text("title"), parts.body
    heading = _HEADING.match(body)
    if heading and not title:
        title, body = heading["title"], body[heading.end() :].strip()
    slug = slugify(fields.text("slug") or seed.path.stem)
    description = fields.text("description")
    if not slug:
        message = "the file's name has no letter and no digit to make an address of"
        fields.findings.error("S048", fields.line, message, "add slug: …, or rename the file")
        return None
    return FreePage(
        slug=slug,
        title=title or seed.path.stem.replace("-", " ").replace("_", " ").strip().capitalize(),
        body=body,
        location=seed.at(fields.line_of("title")),
        description=description,
    )


def _issue(seed: Seed, fields: Fields, parts: FrontMatter) -> Issue | None:
    stated = fields.day("date")
    named = date_in_name(seed.path.stem)
    date = stated or (named.as_day() if named else None)
    issue_id = slugify(fields.text("id")) or (date.isoformat() if date else "")
    title, curator = fields.text("title"), fields.text("curator")
    picked: set[PaperId] = set()
    sections = (*_sections(fields, picked), *_lone_section(fields, picked))
    if date is None:
        if fields.node("date") is None:
            message, hint = "the issue has no date", "add the line date: 2025-03-11"
            fields.findings.error("S048", fields.line, message, hint)
        return None
    return Issue(
        id=issue_id,
        date=date,
        title=title,
        curator=curator,
        introduction=parts.body,
        sections=sections,
        locations=(seed.at(fields.line_of("date")),),
    )


def _sections(fields: Fields, picked: set[PaperId]) -> Iterator[Section]:
    for node in fields.entries("sections"):
        if not isinstance(node, YamlMapping):
            message = "a section must have the keys title and papers"
            fields.findings.error("S045", node.line, message)
            continue
        inner = Fields(node, fields.findings)
        title, picks = inner.text("title"), tuple(_picks(inner, picked))
        inner.report_unknown()
        yield Section(title=title, picks=picks)


def _lone_section(fields: Fields, picked: set[PaperId]) -> Iterator[Section]:
    """Yield the section of an issue that lists its papers without sections."""
    if picks := tuple(_picks(fields, picked)):
        yield Section(picks=picks)


def _picks(fields: Fields, picked: set[PaperId]) -> Iterator[Pick]:
    for node in fields.entries("papers"):
        note = ""
        if isinstance(node, YamlMapping):
            inner = Fields(node, fields.findings)
            named, note = inner.scalar("paper"), inner.prose("note")
            inner.report_unknown()
            if named is None:
                fields.findings.error("S048", node.line, "the pick names no paper", "add paper: …")
        else:
            named = fields.as_text("papers", node)
        if named is None:
            continue
        text = named.text.strip()
        paper = PaperId((canonical(text) or (text,))[0])
        if paper in picked:
            message = f"the issue lists {text!r} twice; the first place counts"
            fields.findings.warning("S050", named.line, message)
            continue
        picked.add(paper)
        yield Pick(paper=paper, note=note)
