"""The reader of the JSON behind the virtual sites of NeurIPS, ICML and ICLR.

An answer has ``count``, ``next`` and ``results``; every talk and poster of a paper is an event of
its own, so that papers occur more than once.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from generator.errors import Severity
from generator.sources.conference import conference_of, conference_of_group
from generator.sources.json_head import json_head
from generator.sources.json_list import read_rows
from generator.sources.json_records import JsonObject, JsonRecord, read_records
from generator.sources.json_values import objects_in, text_in
from generator.sources.source import Reading, Seed

_NAME = "virtual-site"
_ENVELOPES = (("results",),)
_OWN_FIELDS = frozenset(
    {"virtualsite_url", "eventtype", "event_type", "paper_pdf_url", "eventmedia"}
)
_NO_PAPER = re.compile(
    r"break|social|invited|expo|tutorial|registration|reception|session|remarks|workshop$|town hall"
    r"|competition|affinity|mentor|meal|lunch|dinner|coffee",
    re.IGNORECASE,
)
_PAPER = re.compile(r"paper|poster|oral|spotlight|talk presentation", re.IGNORECASE)
_GROUP = re.compile(r"(?:id=|^)([\w-]+\.(?:cc|org))/\d{4}")
_MEDIA = {"slides": "slides", "poster": "poster_url", "video": "video", "pdf": "paper_pdf"}


class VirtualSite:
    """Reads posters and talks about papers; breaks, tutorials and the like are no papers."""

    name = _NAME
    about = "Lists of virtual conference sites and MiniConf as JSON"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records are events of such a site."""
        record = json_head(seed).record
        is_named = "name" in record or "title" in record
        return is_named and len(_OWN_FIELDS.intersection(record)) > 1

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file, one for each event."""
        found = read_records(seed, _ENVELOPES)
        site = _site(json_head(seed).outer, found.records)
        rows = [record for record in found.records if _is_paper(record.fields)]
        others = [record for record in found.records if not _is_paper(record.fields)]
        problems = list(found.diagnostics)
        if others:
            message = f"{len(others)} events are no papers; left out"
            problems.append(seed.problem("S163", Severity.NOTE, message, line=others[0].line))
        venue, year = _conference(seed, rows) or ("", None)
        plain = [JsonRecord(row.line, _row(row.fields, site)) for row in rows]
        return read_rows(plain, seed, _NAME, problems, venue=venue, year=year)


def _is_paper(fields: JsonObject) -> bool:
    kinds = " ".join(text_in(fields.get(key)) for key in ("eventtype", "event_type"))
    return bool(_PAPER.search(kinds)) or not _NO_PAPER.search(kinds)


def _row(fields: JsonObject, site: str) -> JsonObject:
    """Return an event as a row of a list: its own page, its media, authors' institutions."""
    row: dict[str, Any] = {
        "title": fields.get("name") or fields.get("title"),
        "abstract": fields.get("abstract"),
        "authors": fields.get("authors") or fields.get("speakers"),
        "keywords": fields.get("keywords"),
        "category": [text.strip() for text in text_in(fields.get("topic")).split("->") if text],
        "status": fields.get("decision") or fields.get("eventtype"),
        "paper_url": fields.get("paper_url"),
        "paper_pdf": fields.get("paper_pdf_url"),
        "url": [url for key in ("url", "virtualsite_url") if (url := _absolute(fields, key, site))],
    }
    for media in objects_in(fields.get("eventmedia")):
        kind = text_in(media.get("type") or media.get("name")).lower()
        key = next((key for word, key in _MEDIA.items() if word in kind), "links")
        url = text_in(media.get("uri") or media.get("url") or media.get("file"))
        if url:
            row.setdefault(key, []).append(f"{site}{url}" if url.startswith("/") else url)
    return row


def _absolute(fields: JsonObject, key: str, site: str) -> str:
    url = text_in(fields.get(key))
    if url.startswith("/"):
        return f"{site}{url}" if site else ""
    return url


def _site(outer: JsonObject, records: tuple[JsonRecord, ...]) -> str:
    """Return the site that relative addresses belong to; empty when nothing tells."""
    for key in ("next", "previous"):
        host = urlsplit(text_in(outer.get(key))).hostname if text_in(outer.get(key)) else None
        if host:
            return f"https://{host}"
    for record in records[:20]:
        group = re.search(
            r"(?:id=|^)([\w-]+\.(?:cc|org))/\d{4}", text_in(record.fields.get("sourceurl"))
        )
        if group:
            return f"https://{group[1].lower()}"
    return ""


def _conference(seed: Seed, rows: list[JsonRecord]) -> tuple[str, int] | None:
    for row in rows[:20]:
        for key in ("sourceurl", "paper_url"):
            if found := conference_of_group(text_in(row.fields.get(key))):
                return found
        if found := _of_page(text_in(row.fields.get("virtualsite_url")), seed):
            return found
    return conference_of(seed.path.name)


def _of_page(url: str, seed: Seed) -> tuple[str, int] | None:
    """Return the conference of the file's name with the year that a page's address states."""
    year = re.search(r"/virtual/(\d{4})/", url)
    named = conference_of(f"{seed.path.stem}{year[1] if year else ''}") if year else None
    return (named[0], int(year[1])) if named and year else None
