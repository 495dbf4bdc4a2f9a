"""Any feed, RSS or Atom: asked for politely, which for a feed means conditionally and seldom."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

from generator.fetch.answer_body import xml_body
from generator.fetch.fetch_error import broken
from generator.fetch.question import Answer, Call, Question, Service
from generator.text.slug import slugify

_INTERVAL = 1.0
_ROOTS = frozenset({"rss", "RDF", "feed"})
_ENTRIES = ("{*}item", "{*}entry")


def feed(url: str, *, today: datetime.date) -> Question:
    """Ask for a feed; each day has its own file, since entries leave a feed after some time.

    Args:
        url: Its address, http or https.
        today: Names the file.
    """
    address = urlsplit(url)
    return Question(
        service=Service(name=address.netloc, base=url, interval=_INTERVAL),
        calls=(Call(url=url, file=f"{today.isoformat()}.xml"),),
        read=_read,
        folder=f"rss-{slugify(f'{address.hostname} {address.path}', limit=60)}",
        gathers=True,
    )


def _read(_: Call, body: bytes) -> Answer:
    root = xml_body(body)
    if str(root.tag).rpartition("}")[2] not in _ROOTS:
        raise broken("sent something else than a feed")
    return Answer(papers=sum(1 for name in _ENTRIES for _ in root.iter(name)))
