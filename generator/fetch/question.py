"""What is asked of a service, told apart from how it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service and its etiquette.

    Attributes:
        name: For messages.
        base: Address that the paths of its interface follow, without a slash at its end.
        interval: Least seconds between two requests.
    """

    name: str
    base: str
    interval: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request.

    Attributes:
        url: Where the answer is.
        file: Name of the file that keeps it.
        wanted: What is asked for, when the others can do without it; then a 404 is reported and
            the rest still fetched. Empty when all depends on this request.
    """

    url: str
    file: str
    wanted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a call brought.

    Attributes:
        papers: How many there are in it; an answer without any is not kept.
        following: The call for what comes after it; None at the end.
        missing: What was asked for and is not in it.
        total: How many papers the service has for the question; None when it does not say.
    """

    papers: int
    following: Call | None = None
    missing: tuple[str, ...] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Calls that belong together and fill one folder.

    Attributes:
        service: Who is asked.
        calls: What is known from the beginning; answers may lead to more.
        read: Looks into the answer of a call; raises ``FetchError`` when it is not what such an
            answer should be.
        folder: Name of the folder below ``seeds/`` unless the user names one.
        gathers: Whether the folder grows with each question (days of a feed), rather than
            holding the answer to the last one alone.
    """

    service: Service
    calls: tuple[Call, ...]
    read: Callable[[Call, bytes], Answer]
    folder: str
    gathers: bool = False

    @property
    def mark(self) -> str:
        """Tells this question from others, also in a later run."""
        text = "\n".join(call.url for call in self.calls)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def page_file(number: int, ending: str) -> str:
    """Return the name of the file of a page, counted from 1: ``0001.xml``."""
    return f"{number:04d}.{ending}"
