"""Asks politely: says who it is, keeps the pace, waits when told to, and gives up in time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlsplit

from generator.config.fetch import FetchConfig
from generator.fetch.clock import Clock
from generator.fetch.fetch_error import FetchError
from generator.fetch.pace import Pace
from generator.fetch.question import Answer, Service
from generator.fetch.retry import backoff, said
from generator.fetch.transport import Response


class Getter(Protocol):
    """What sends one request; see ``Transport``."""

    def get(self, url: str, headers: Mapping[str, str]) -> Response:
        """Return the answer, or raise ``FetchError``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Sends requests until one succeeds.

    Attributes:
        transport: Sends one.
        pace: Keeps the interval between them.
        clock: Waits.
        attempts: Most requests for one answer.
        patience: Longest wait between two of them, in seconds.
        progress: Told when there is something to wait for.
    """

    transport: Getter
    pace: Pace
    clock: Clock
    attempts: int
    patience: float
    progress: Callable[[str], None]

    def get(
        self,
        service: Service,
        url: str,
        headers: Mapping[str, str],
        read: Callable[[bytes], Answer],
    ) -> tuple[Response, Answer | None]:
        """Return the response and what was read from it; None when nothing changed.

        Raises:
            FetchError: It did not succeed; see ``Transport.get``.
        """
        host = urlsplit(url).netloc
        attempt = 1
        while True:
            self.pace.wait(host, service.interval)
            try:
                response = self.transport.get(url, headers)
                self.pace.heed(host, response.headers)
                return response, read(response.body) if response.changed else None
            except FetchError as error:
                if not error.passing:
                    raise
                if attempt == self.attempts:
                    raise _after(error, attempt) from error
                self._wait(service, error, attempt)
                attempt += 1

    def _wait(self, service: Service, error: FetchError, attempt: int) -> None:
        wait = backoff(attempt, self.clock.random())
        if error.wait is not None:
            if error.wait > self.patience:
                message = f"{error.message}; it asks to wait {said(error.wait)}"
                hint = "run the same command again then; what came so far is kept"
                raise FetchError("F005", message, hint) from error
            wait = max(error.wait, wait)
        wait = min(wait, self.patience)
        self.progress(f"{service.name}: {error.message}; trying again in {said(wait)}")
        self.clock.sleep(wait)


def _after(error: FetchError, attempts: int) -> FetchError:
    if attempts == 1:
        return error
    return FetchError(error.code, f"{error.message}, {attempts} times", error.hint)


def user_agent(config: FetchConfig, base_url: str, version: str) -> str:
    """Return who we are: ``florilegium/1.0 (+https://…; mailto:…)``.

    Program, address and mail are what arXiv, Crossref and OpenAlex ask to be told; the form is
    RFC 9110's (section 10.1.5).
    """
    url = quote(config.url or base_url, safe=":/?#[]@!$&'*+,;=%~")
    told = [f"+{url}"] if url else []
    told += [f"mailto:{config.contact}"] if config.contact else []
    return f"florilegium/{version}" + (f" ({'; '.join(told)})" if told else "")
