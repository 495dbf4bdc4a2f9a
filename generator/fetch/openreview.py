"""OpenReview.

Interface: https://docs.openreview.net/reference/api-v2. At most 1,000 notes a page; we take 500,
once a second, and log in nowhere. Venues before 2023 or so are on the older interface at
https://api.openreview.net, which answers the same questions.
"""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from generator.fetch.answer_body import json_body
from generator.fetch.fetch_error import broken
from generator.fetch.question import Answer, Call, Question, Service, page_file
from generator.text.slug import slugify

BASE = "https://api2.openreview.net"
_INTERVAL = 1.0
_PAGE = 500


def venue(name: str, *, limit: int | None, base: str = BASE) -> Question:
    """Ask for the papers of a venue.

    Args:
        name: The id of a venue, such as ``ICLR.cc/2025/Conference``, for what it accepted; or of
            an invitation, such as ``ICLR.cc/2025/Conference/-/Submission``, for all submissions.
        limit: Most papers; None for all.
        base: The service's address.
    """
    return Question(
        service=Service(name="OpenReview", base=base, interval=_INTERVAL),
        calls=(_call(name, 0, limit, base),),
        read=partial(_read, name, limit, base),
        folder=f"openreview-{slugify(name, limit=60) or 'venue'}",
    )


def _call(name: str, start: int, limit: int | None, base: str) -> Call:
    fields = {
        "invitation" if "/-/" in name else "content.venueid": name,
        "limit": _PAGE if limit is None else min(_PAGE, limit - start),
        "offset": start,
    }
    return Call(
        url=f"{base}/notes?{urlencode(fields, safe='/')}",
        file=page_file(start // _PAGE + 1, "json"),
    )


def _read(name: str, limit: int | None, base: str, call: Call, body: bytes) -> Answer:
    answer = json_body(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("notes"), list):
        raise broken("sent something else than a list of notes")
    papers = len(answer["notes"])
    count = answer.get("count")
    total = count if isinstance(count, int) else None
    end = int(call.file.partition(".")[0]) * _PAGE
    is_full = papers == _PAGE and (total is None or end < total)
    goes_on = is_full and (limit is None or end < limit)
    following = _call(name, end, limit, base) if goes_on else None
    return Answer(papers=papers, following=following, total=total)
