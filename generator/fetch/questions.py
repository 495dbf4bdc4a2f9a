"""From what a user types to the question it stands for; nonsense is refused before it is sent."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.errors import ConfigError, Diagnostic, Severity, SourceLocation
from generator.fetch import arxiv, crossref, hugging_face, openalex, openreview, rss
from generator.fetch.question import Question
from generator.model.ids import arxiv_id, doi

_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a user asks for.

    Attributes:
        service: As the command line spells it.
        words: The arguments after it, at least one.
        limit: Most papers; None for the service's usual number.
        base: Address to use instead of the service's own, without a slash at its end; or empty.
        contact: Mail address to tell the service; or empty.
        today: The day that counts as today.
    """

    service: str
    words: tuple[str, ...]
    limit: int | None = None
    base: str = ""
    contact: str = ""
    today: datetime.date


def question_of(wish: Wish) -> Question:
    """Return the question.

    Raises:
        ConfigError: A word makes no sense (F001), or a list of ids cannot be read (F014).
    """
    if wish.limit is not None and wish.service not in _LIMITED:
        raise _misunderstood(f"{wish.service} takes no --max", "leave it out")
    if wish.base:
        _check_address(wish.base)
    return SERVICES[wish.service](wish)


def _arxiv(wish: Wish) -> Question:
    limit = wish.limit or _LIMIT
    if limit > arxiv.MOST:
        message = f"arXiv sends at most {arxiv.MOST:,} papers for a search, not {limit:,}"
        raise _misunderstood(message, "narrow the search, for instance by submittedDate")
    query = _single(wish, "search, in quotes: cat:cs.CL AND abs:grammar")
    return arxiv.search(query, limit=limit, base=wish.base or arxiv.BASE)


def _arxiv_ids(wish: Wish) -> Question:
    path = Path(_single(wish, "file, with an arXiv id on each line"))
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        said = getattr(error, "strerror", None) or "not UTF-8 text"
        hint = "name a text file with an arXiv id on each line"
        raise ConfigError(_problem("F014", f"{path} cannot be read: {said}", hint)) from error
    ids, problems = [], []
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        if name := arxiv_id(text):
            ids.append(name)
        elif text:
            at = SourceLocation(PurePosixPath(path.as_posix()), number)
            problems.append(_problem("F001", f"{text!r} is no arXiv id", _FORM, at))
    if problems:
        raise ConfigError(*problems)
    if not ids:
        raise _misunderstood(f"{path} names no paper", _FORM)
    return arxiv.by_ids(ids, name=path.stem, base=wish.base or arxiv.BASE)


_FORM = "write it like 2402.12345 or hep-th/9901001; a # begins a remark"


def _hf_daily(wish: Wish) -> Question:
    written = _single(wish, "day: 2025-03-11")
    if not _exists(written):
        hint = "write a day (2025-03-11), a week (2025-W11) or a month (2025-03)"
        raise _misunderstood(f"{written!r} is no date", hint)
    return hugging_face.daily(written, base=wish.base or hugging_face.BASE)


def _exists(written: str) -> bool:
    """Tell whether a day, week or month is in the calendar."""
    begins = {"date": "", "week": "-1", "month": "-01"}
    span = hugging_face.span_of(written)
    try:
        return span is not None and bool(datetime.date.fromisoformat(written + begins[span]))
    except ValueError:
        return False


def _openalex(wish: Wish) -> Question:
    words = [word.strip() for word in wish.words if word.strip()]
    if not words:
        raise _misunderstood("openalex needs words to search for", "")
    return openalex.works(
        words,
        limit=wish.limit or _LIMIT,
        contact=wish.contact,
        base=wish.base or openalex.BASE,
    )


def _crossref(wish: Wish) -> Question:
    named = {word: doi(word) for word in wish.words}
    if wrong := [word for word, name in named.items() if name is None]:
        hint = "write it like 10.1000/182"
        raise ConfigError(*(_problem("F001", f"{word!r} is no DOI", hint) for word in wrong))
    dois = [name for name in named.values() if name]
    return crossref.works(dois, contact=wish.contact, base=wish.base or crossref.BASE)


def _openreview(wish: Wish) -> Question:
    name = _single(wish, "venue: ICLR.cc/2025/Conference").strip("/")
    if "/" not in name or any(sign.isspace() for sign in name):
        hint = "copy it from the venue's address, after group?id="
        raise _misunderstood(f"{name!r} is no id of a venue", hint)
    return openreview.venue(name, limit=wish.limit, base=wish.base or openreview.BASE)


def _rss(wish: Wish) -> Question:
    if wish.base:
        raise _misunderstood("rss takes no --base", "give the address of the feed itself")
    url = _single(wish, "address of a feed")
    _check_address(url)
    return rss.feed(url, today=wish.today)


def _single(wish: Wish, what: str) -> str:
    if len(wish.words) != 1 or not wish.words[0].strip():
        raise _misunderstood(f"{wish.service} needs one {what}", "put words with spaces in quotes")
    return wish.words[0].strip()


def _check_address(url: str) -> None:
    hint = "write it like https://example.org/feed.xml"
    try:
        address = urlsplit(url)
        has_host = bool(address.hostname) and (address.port or 0) >= 0
    except ValueError:
        raise _misunderstood(f"{url!r} is no address", hint) from None
    is_plain = url.isascii() and not any(sign.isspace() or not sign.isprintable() for sign in url)
    if address.scheme not in {"http", "https"} or not has_host or not is_plain:
        raise _misunderstood(f"{url!r} is no http or https address", hint)
    if address.username is not None or address.password is not None:
        hint = "what needs a login cannot be fetched; download it by hand"
        raise _misunderstood("the address holds a user name or password", hint)


def _misunderstood(message: str, hint: str) -> ConfigError:
    return ConfigError(_problem("F001", message, hint))


def _problem(code: str, message: str, hint: str, at: SourceLocation | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, location=at, hint=hint)


SERVICES: dict[str, Callable[[Wish], Question]] = {
    "arxiv": _arxiv,
    "arxiv-ids": _arxiv_ids,
    "hf-daily": _hf_daily,
    "openalex": _openalex,
    "crossref": _crossref,
    "openreview": _openreview,
    "rss": _rss,
}
"""What can be fetched, by the name the command line gives it."""

_LIMITED = frozenset({"arxiv", "openalex", "openreview"})
