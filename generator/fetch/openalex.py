"""OpenAlex.

Interface: https://developers.openalex.org/. It pages by cursor, at most 100 works a page. Without a
key, and we send none, it allows some ten pages of a search or a hundred pages of a filtered list a
day (https://developers.openalex.org/api-reference/authentication). The mail address goes along as
``mailto``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import partial
from urllib.parse import urlencode

from generator.fetch.answer_body import json_body
from generator.fetch.fetch_error import broken
from generator.fetch.question import Answer, Call, Question, Service, page_file
from generator.text.slug import slugify

BASE = "https://api.openalex.org"
_INTERVAL = 0.2
_PAGE = 100
_FILTER = re.compile(r"[a-z][a-z_.]*:\S+")


def works(words: Sequence[str], *, limit: int, contact: str, base: str = BASE) -> Question:
    """Ask for works.

    Args:
        words: Words to search for; those like ``publication_year:2025`` are filters. With filters
            alone, the newest works come first; otherwise the most relevant.
        limit: Most works, rounded up to whole pages.
        contact: Mail address; empty to leave it out.
        base: The service's address.
    """
    filters = [word for word in words if _FILTER.fullmatch(word)]
    terms = " ".join(word for word in words if not _FILTER.fullmatch(word))
    pages = math.ceil(limit / _PAGE)
    fields = {
        "search": terms,
        "filter": ",".join(filters),
        "sort": "" if terms else "publication_date:desc",
        "per_page": str(math.ceil(limit / pages)),
        "mailto": contact,
    }
    address = f"{base}/works?{urlencode({key: text for key, text in fields.items() if text})}"
    return Question(
        service=Service(name="OpenAlex", base=base, interval=_INTERVAL),
        calls=(_call(address, 1, "*"),),
        read=partial(_read, address, pages),
        folder=f"openalex-{slugify(' '.join(words), limit=50) or 'works'}",
    )


def _call(address: str, page: int, cursor: str) -> Call:
    return Call(url=f"{address}&{urlencode({'cursor': cursor})}", file=page_file(page, "json"))


def _read(address: str, pages: int, call: Call, body: bytes) -> Answer:
    answer = json_body(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):
        raise broken("sent something else than a list of works")
    meta = answer.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    cursor, total = meta.get("next_cursor"), meta.get("count")
    page = int(call.file.partition(".")[0])
    papers = len(answer["results"])
    goes_on = papers and page < pages and isinstance(cursor, str)
    return Answer(
        papers=papers,
        following=_call(address, page + 1, str(cursor)) if goes_on else None,
        total=total if isinstance(total, int) else None,
    )
