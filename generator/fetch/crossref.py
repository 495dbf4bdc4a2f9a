"""Crossref.

Interface: https://api.crossref.org/. Etiquette: a mail address in ``mailto`` leads to the polite
pool, and limits are stated in the answers' headers
(https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/);
``Pace`` keeps to them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from generator.fetch.answer_body import json_body
from generator.fetch.fetch_error import broken
from generator.fetch.question import Answer, Call, Question, Service
from generator.text.slug import slugify

BASE = "https://api.crossref.org"
_INTERVAL = 0.2


def works(dois: Iterable[str], *, contact: str, base: str = BASE) -> Question:
    """Ask for works by their DOIs.

    Args:
        dois: Bare, lower case.
        contact: Mail address; empty to leave it out.
        base: The service's address.
    """
    return Question(
        service=Service(name="Crossref", base=base, interval=_INTERVAL),
        calls=tuple(_call(doi, contact, base) for doi in dict.fromkeys(dois)),
        read=_read,
        folder="crossref",
        gathers=True,
    )


def _call(doi: str, contact: str, base: str) -> Call:
    # The mark keeps apart DOIs that differ in signs only.
    mark = hashlib.sha256(doi.encode()).hexdigest()[:6]
    address = f"{base}/works/{quote(doi, safe='')}"
    return Call(
        url=f"{address}?{urlencode({'mailto': contact})}" if contact else address,
        file=f"{slugify(doi, limit=80)}-{mark}.json",
        wanted=doi,
    )


def _read(_: Call, body: bytes) -> Answer:
    answer = json_body(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("message"), dict):
        raise broken("sent something else than a work")
    return Answer(papers=1)
