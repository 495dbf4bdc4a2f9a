"""arXiv's API.

The terms of use (https://info.arxiv.org/help/api/tou.html) allow one request in three seconds and
one connection at a time; the manual (https://info.arxiv.org/help/api/user-manual.html) allows 2,000
papers in a slice and 30,000 for a query. It asks for small slices, so we take 200 at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator.fetch.answer_body import xml_body
from generator.fetch.fetch_error import FetchError, broken
from generator.fetch.question import Answer, Call, Question, Service, page_file
from generator.model.ids import arxiv_id
from generator.text.slug import slugify

if TYPE_CHECKING:
    from lxml import etree

BASE = "https://export.arxiv.org"
MOST = 30_000
_INTERVAL = 3.0
_SLICE = 200
_IDS = 100  # keeps addresses below 2,000 characters
_ATOM = "{http://www.w3.org/2005/Atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"


def search(query: str, *, limit: int, base: str = BASE) -> Question:
    """Ask for the newest papers of a search.

    Args:
        query: In arXiv's language, such as ``cat:cs.CL AND abs:grammar``.
        limit: Most papers, 1 to 30,000.
        base: The service's address.
    """
    return Question(
        service=_service(base),
        calls=(_slice(query, 0, limit, base),),
        read=partial(_read_slice, query, limit, base),
        folder=f"arxiv-{slugify(query, limit=50) or 'search'}",
    )


def by_ids(ids: Iterable[str], *, name: str, base: str = BASE) -> Question:
    """Ask for single papers.

    Args:
        ids: Without versions, so that the newest is sent.
        name: What the list is called.
        base: The service's address.
    """
    wanted = tuple(dict.fromkeys(ids))
    groups = [wanted[start : start + _IDS] for start in range(0, len(wanted), _IDS)]
    calls = {_call(number, base, _list(group)): group for number, group in enumerate(groups, 1)}
    return Question(
        service=_service(base),
        calls=tuple(calls),
        read=lambda call, body: _read_list(calls[call], body),
        folder=f"arxiv-{slugify(name, limit=50) or 'ids'}",
    )


def _service(base: str) -> Service:
    return Service(name="arXiv", base=base, interval=_INTERVAL)


def _list(ids: tuple[str, ...]) -> dict[str, str | int]:
    return {"id_list": ",".join(ids), "max_results": len(ids)}


def _slice(query: str, start: int, limit: int, base: str) -> Call:
    fields: dict[str, str | int] = {
        "search_query": query,
        "start": start,
        "max_results": min(_SLICE, limit - start),
        "sortBy": "submittedDate",
        "sortOrder": "descending",
    }
    return _call(start // _SLICE + 1, base, fields)


def _call(number: int, base: str, fields: dict[str, str | int]) -> Call:
    url = f"{base}/api/query?{urlencode(fields, safe=':,/')}"
    return Call(url=url, file=page_file(number, "xml"))


def _read_slice(query: str, limit: int, base: str, call: Call, body: bytes) -> Answer:
    feed, names = _papers(body)
    stated = feed.findtext(_TOTAL, "")
    total = int(stated) if stated.isdecimal() else None
    start = (int(call.file.partition(".")[0]) - 1) * _SLICE
    end = min(total if total is not None else start + len(names), limit)
    if start < end and not names:  # arXiv does so under load
        raise broken("sent no paper where more were announced")
    following = _slice(query, start + _SLICE, limit, base) if start + _SLICE < end else None
    return Answer(papers=len(names), following=following, total=total)


def _papers(body: bytes) -> tuple[etree._Element, list[str]]:
    """Return the feed, and the address of each paper in it.

    Raises:
        FetchError: The feed tells of an error (F004), or it is none (F006).
    """
    feed = xml_body(body)
    if feed.tag != f"{_ATOM}feed":
        raise broken("sent something else than an Atom feed")
    names = []
    for entry in feed.iterfind(f"{_ATOM}entry"):
        name = entry.findtext(f"{_ATOM}id", "")
        if "/api/errors" in name:
            reason = " ".join(entry.findtext(f"{_ATOM}summary", "").split())
            raise FetchError("F004", f"refuses: {reason}", "correct what is asked for")
        names.append(name)
    return feed, names


def _read_list(wanted: tuple[str, ...], body: bytes) -> Answer:
    _, names = _papers(body)
    found = {arxiv_id(name) for name in names}
    missing = tuple(name for name in wanted if arxiv_id(name) not in found)
    return Answer(papers=len(names), missing=missing)
