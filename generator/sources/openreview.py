"""The reader of OpenReview notes, API 1 and 2 (https://docs.openreview.net/reference/api-v2)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from generator.errors import Severity
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.author_lists import author_named, authors_named, split_names, split_words
from generator.sources.json_head import json_head
from generator.sources.json_records import JsonObject, JsonRecord, read_records
from generator.sources.json_values import count_in, object_in, objects_in, text_in, texts_in
from generator.sources.link_kinds import is_web_address, link_to
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_named

_NAME = "openreview"
_SITE = "https://openreview.net"
_ENVELOPES = (("notes",),)
_NOTE_FIELDS = ("forum", "invitation", "invitations", "signatures", "replyto")
_LINKS = {
    "html": LinkKind.OTHER,
    "code": LinkKind.CODE,
    "software": LinkKind.CODE,
    "github": LinkKind.CODE,
    "data": LinkKind.DATA,
    "dataset": LinkKind.DATA,
    "video": LinkKind.VIDEO,
    "slides": LinkKind.SLIDES,
    "poster": LinkKind.POSTER,
    "project_page": LinkKind.PROJECT,
    "website": LinkKind.PROJECT,
    "supplementary_material": LinkKind.OTHER,
}
_TLDR = ("TLDR", "TL;DR", "tldr", "one-sentence_summary", "one_sentence_summary")


class OpenReview:
    """Reads notes in an envelope, in a list, or one a line; replies tell the decision only."""

    name = _NAME
    about = "OpenReview notes, API 1 and 2"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records are notes: fields in ``content`` beside the note's own."""
        record = json_head(seed).record
        return isinstance(record.get("content"), dict) and any(
            key in record for key in _NOTE_FIELDS
        )

    def read(self, seed: Seed) -> Reading:
        """Return the submissions of the file."""
        found = read_records(seed, _ENVELOPES)
        replies = [record for record in found.records if _is_reply(record.fields)]
        decisions = dict(_decisions(replies))
        records = [
            _record(record, decisions) for record in found.records if not _is_reply(record.fields)
        ]
        problems = list(found.diagnostics)
        if replies:
            message = f"{len(replies)} replies (reviews, comments, decisions) are no papers"
            problems.append(seed.problem("S163", Severity.NOTE, message, line=replies[0].line))
        return gather(records, seed, _NAME, problems)


def _value(content: JsonObject, *keys: str) -> Any:
    """Return the first value that one of the keys has; API 2 wraps each in ``{value: …}``."""
    for key in keys:
        value = content.get(key)
        if isinstance(value, dict):
            value = value.get("value")
        if value:
            return value
    return None


def _is_reply(note: JsonObject) -> bool:
    return bool(note.get("replyto")) or note.get("forum", note.get("id")) != note.get("id")


def _decisions(replies: list[JsonRecord]) -> Iterator[tuple[str, str]]:
    for reply in replies:
        content = object_in(reply.fields.get("content"))
        if decision := text_in(_value(content, "decision", "recommendation")):
            invited = " ".join(_invitations(reply.fields))
            if "Decision" in invited or not invited:
                yield text_in(reply.fields.get("forum")), decision


def _record(record: JsonRecord, decisions: dict[str, str]) -> Record:
    note = record.fields
    content = object_in(note.get("content"))
    name = text_in(note.get("forum")) or text_in(note.get("id"))
    page = f"{_SITE}/forum?id={name}"
    keywords = _value(content, "keywords")
    area = _value(content, "primary_area", "subject_areas", "Primary_Area")
    return Record(
        line=record.line,
        label=name,
        title=plain_line(text_in(_value(content, "title"))),
        abstract=plain_prose(text_in(_value(content, "abstract"))),
        authors=_authors(content),
        published=_date(note, "pdate", "odate", "cdate", "tcdate"),
        updated=_date(note, "mdate", "tmdate"),
        venue=plain_line(text_in(_value(content, "venue"))),
        categories=texts_in(area),
        keywords=tuple(split_words(keywords)) if isinstance(keywords, str) else texts_in(keywords),
        identifiers=(page if name else "", text_in(_value(content, "doi"))),
        links=(*([Link(url=page, kind=LinkKind.PAPER)] if name else ()), *_links(content)),
        tldr=plain_line(text_in(_value(content, *_TLDR))),
        status=_status(note, content, decisions.get(name, "")),
    )


def _authors(content: JsonObject) -> tuple[Author, ...]:
    value = _value(content, "authors")
    if isinstance(value, str):
        return authors_named(split_names(value))
    if not isinstance(value, list):
        return ()
    found = []
    for entry in value:
        if isinstance(entry, dict):
            homes = (text_in(home.get("name")) for home in objects_in(entry.get("institutions")))
            full = text_in(entry.get("fullname")) or text_in(entry.get("name"))
            author = author_named(full, affiliation="; ".join(home for home in homes if home))
        else:
            author = author_named(text_in(entry))
        if author:
            found.append(author)
    return tuple(found)


def _date(note: JsonObject, *keys: str) -> PartialDate | None:
    """Return the day of the first time stamp there is, in milliseconds since 1970, UTC."""
    for key in keys:
        milliseconds = count_in(note.get(key))
        if milliseconds:
            try:
                moment = datetime.datetime.fromtimestamp(milliseconds / 1000, tz=datetime.UTC)
            except (ValueError, OverflowError, OSError):
                continue
            return PartialDate.from_date(moment.date())
    return None


def _links(content: JsonObject) -> Iterator[Link]:
    if pdf := text_in(_value(content, "pdf")):
        yield Link(url=_absolute(pdf), kind=LinkKind.PDF)
    for key, kind in _LINKS.items():
        url = _absolute(text_in(_value(content, key)))
        if is_web_address(url):  # "code" may hold the word "yes", "data" a sentence
            guessed = link_to(url)
            yield Link(url=url, kind=kind if kind is not LinkKind.OTHER else guessed.kind)


def _absolute(url: str) -> str:
    return f"{_SITE}{url}" if url.startswith("/") and not url.startswith("//") else url


def _invitations(note: JsonObject) -> tuple[str, ...]:
    return (*texts_in(note.get("invitations")), *texts_in(note.get("invitation")))


def _status(note: JsonObject, content: JsonObject, decision: str) -> Status:
    """Return what the note's venue says, or its invitations, or the decision among its replies.

    After decisions, a venue "Submitted to …" means that the paper was not taken; before, its id
    ends with the word Submission.
    """
    if note.get("ddate"):
        return Status.WITHDRAWN
    details = object_in(note.get("details"))
    inner = [
        JsonRecord(0, reply)
        for key in ("replies", "directReplies")
        for reply in objects_in(details.get(key))
    ]
    decision = decision or next((text for _, text in _decisions(inner)), "")
    venue = text_in(_value(content, "venue"))
    venue_id = text_in(_value(content, "venueid")).rsplit("/", 1)[-1]
    last = [invitation.rsplit("/", 1)[-1] for invitation in _invitations(note)]
    for words in (venue_id, *last):
        status = status_named(words.replace("_", " "))
        if status in {Status.WITHDRAWN, Status.REJECTED, Status.RETRACTED}:
            return status
    is_open = venue_id in {"Submission", "Submitted", "Under_Review", "Blind_Submission"}
    if venue.startswith("Submitted to") and not is_open and not decision:
        return Status.REJECTED
    stated = text_in(_value(content, "decision")) or decision
    found = status_named(stated) if stated else status_named(venue)
    if found is Status.UNKNOWN and venue and venue_id and not is_open:
        is_pending = "submission" in venue.lower() or "submitted" in venue.lower()
        return Status.UNKNOWN if is_pending else Status.ACCEPTED
    return found
