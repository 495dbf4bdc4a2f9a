"""The daily papers of Hugging Face.

Interface: https://huggingface.co/docs/hub/api (``GET /api/daily_papers``), which allows at most 100
papers in a page; we take the usual 50, once a second.
"""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlencode

from generator.fetch.answer_body import json_body
from generator.fetch.fetch_error import FetchError, broken
from generator.fetch.question import Answer, Call, Question, Service

BASE = "https://huggingface.co"
_INTERVAL = 1.0
_PAGE = 50
_MOST_PAGES = 200  # a month has about fifty
_SPANS = {
    "date": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    "week": re.compile(r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])"),
    "month": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
}


def span_of(written: str) -> str | None:
    """Return whether a date, week or month is written, or None for none of them."""
    return next((name for name, form in _SPANS.items() if form.fullmatch(written)), None)


def daily(written: str, *, base: str = BASE) -> Question:
    """Ask for the papers of a day (``2025-03-11``), week (``2025-W11``) or month (``2025-03``)."""
    return Question(
        service=Service(name="Hugging Face", base=base, interval=_INTERVAL),
        calls=(_call(written, 0, base),),
        read=partial(_read, written, base),
        folder="hf-daily",
        gathers=True,
    )


def _call(written: str, page: int, base: str) -> Call:
    fields = {span_of(written) or "date": written, "limit": _PAGE, "p": page}
    return Call(
        url=f"{base}/api/daily_papers?{urlencode(fields)}", file=f"{written}-{page + 1}.json"
    )


def _read(written: str, base: str, call: Call, body: bytes) -> Answer:
    papers = json_body(body)
    if not isinstance(papers, list):
        raise broken("sent something else than a list of papers")
    page = int(call.file.removesuffix(".json").rpartition("-")[2])
    if page > _MOST_PAGES:
        raise FetchError("F006", "sends pages without end", "ask for single days")
    is_full = len(papers) >= _PAGE
    return Answer(papers=len(papers), following=_call(written, page, base) if is_full else None)
