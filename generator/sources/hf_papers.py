"""Paper objects of Hugging Face (https://huggingface.co/docs/hub/api), and the editions they make.

``ai_summary`` and ``ai_keywords`` are a machine's words, neither the authors' nor an editor's, so
they become neither tldr nor keywords.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Author, Link, LinkKind, Signals, Status
from generator.sources import arxiv_fields as arxiv
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_values import count_in, object_in, objects_in, text_in, texts_in
from generator.sources.page_dates import date_in_name
from generator.sources.record import Record
from generator.sources.source import Reading, Seed
from generator.sources.timestamps import read_date

_VIDEOS = (".mp4", ".mov", ".webm")
_SIGNS = frozenset({"upvotes", "submittedOnDailyAt", "submittedOnDailyBy", "discussionId"})


def is_paper(fields: JsonObject) -> bool:
    """Tell whether an object is a paper as Hugging Face writes it, wrapped or bare."""
    inner = fields.get("paper")
    if isinstance(inner, dict):
        return "id" in inner and ("title" in inner or "title" in fields)
    return "id" in fields and "title" in fields and bool(_SIGNS & fields.keys())


def record_of(entry: JsonRecord, seed: Seed, problems: list[Diagnostic]) -> Record:
    """Return the record of a paper object; what the paper lacks is taken from its wrapper."""
    paper, line = _paper(entry), entry.line
    fields = entry.fields | paper
    name = text_in(paper.get("id"))
    summary = fields.get("summary")
    published = read_date(text_in(paper.get("publishedAt")), seed, line, problems)
    is_withdrawn = bool(text_in(paper.get("withdrawnAt")))
    return Record(
        line=line,
        label=name,
        title=arxiv.prose(text_in(fields.get("title"))),
        abstract=arxiv.abstract_prose(summary if isinstance(summary, str) else ""),
        authors=tuple(_authors(paper)),
        published=published or arxiv.month_of(name),
        identifiers=(f"arXiv:{name}",),
        links=tuple(_links(fields)),
        status=Status.WITHDRAWN if is_withdrawn else Status.UNKNOWN,
        signals=Signals(
            upvotes=count_in(fields.get("upvotes")), stars=count_in(fields.get("githubStars"))
        ),
    )


def with_issue(
    reading: Reading, seed: Seed, day: datetime.date | None, *, curator: str = "", line: int = 1
) -> Reading:
    """Return the reading with its papers as the edition of a day; without a day as it is."""
    if day is None or not reading.papers:
        return reading
    ids = dict.fromkeys(paper.id for paper in reading.papers)
    issue = Issue(
        id=day.isoformat(),
        date=day,
        curator=curator,
        sections=(Section(picks=tuple(Pick(paper=paper) for paper in ids)),),
        locations=(seed.at(line),),
    )
    return dataclasses.replace(reading, issues=(issue,))


def edition_day(
    entries: Sequence[JsonRecord], seed: Seed, problems: list[Diagnostic]
) -> datetime.date | None:
    """Return the day of which a list of papers is the edition; None when it is none.

    That is the day on which all were submitted to the daily papers; where they do not say, the
    day in the file's name or settings.
    """
    if len(entries) == 1 and "paper" not in entries[0].fields:
        return None  # a single paper that somebody looked up
    stated = [_featured(entry) for entry in entries]
    days = {day for day in stated if day}
    if len(days) > 1:
        message = f"these papers are of {len(days)} days; they make no issue"
        hint = "save the papers of each day in a file of their own to get issues"
        problems.append(seed.problem("S135", Severity.NOTE, message, hint=hint))
        return None
    if days:
        return days.pop()
    named = date_in_name(seed.path.stem)
    return (named.as_day() if named else None) or seed.settings.date


def _paper(entry: JsonRecord) -> JsonObject:
    return object_in(entry.fields.get("paper")) or entry.fields


def _featured(entry: JsonRecord) -> datetime.date | None:
    """Return the day a paper was featured; old lists state it as the wrapper's own date."""
    paper = _paper(entry)
    if day := _day(text_in(paper.get("submittedOnDailyAt"))):
        return day
    outer, inner = (_day(text_in(each.get("publishedAt"))) for each in (entry.fields, paper))
    return outer if outer and inner and outer > inner else None


def _day(text: str) -> datetime.date | None:
    try:
        return PartialDate.parse(text[:10]).earliest() if len(text) >= 10 else None
    except ValueError:
        return None


def _authors(paper: JsonObject) -> Iterator[Author]:
    for entry in objects_in(paper.get("authors")):
        if name := arxiv.prose(text_in(entry.get("name"))):
            yield arxiv.author(name)


def _links(fields: JsonObject) -> Iterator[Link]:
    for key, kind in (("githubRepo", LinkKind.CODE), ("projectPage", LinkKind.PROJECT)):
        if url := text_in(fields.get(key)):
            yield Link(url=url, kind=kind)
    for url in texts_in(fields.get("mediaUrls")):
        if url.lower().endswith(_VIDEOS):
            yield Link(url=url, kind=LinkKind.VIDEO)
