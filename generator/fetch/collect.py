"""From a question to files: every answer is staged, and put in place when the last one is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic, Severity
from generator.fetch.client import Client
from generator.fetch.fetch_error import FetchError
from generator.fetch.files import file_errors, read_if_there, write_whole
from generator.fetch.memory import Memory, Stored, digest, whole
from generator.fetch.question import Answer, Call, Question
from generator.fetch.transport import Response

# Faults of one call that say nothing about the next: refused, broken, too large, not there.
_ITS_OWN = frozenset({"F004", "F006", "F007", "F010"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a question brought.

    Attributes:
        papers: How many, over all answers.
        total: How many the service has for the question; None when it did not say.
        written: Files that are new or have new bytes, in the order of their names.
        unchanged: Number of files that stayed as they were.
        removed: Files of an earlier answer that the new one no longer fills.
        diagnostics: What is missing.
    """

    papers: int
    total: int | None
    written: tuple[Path, ...]
    unchanged: int
    removed: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def collect(
    question: Question,
    folder: Path,
    memory: Memory,
    client: Client,
    progress: Callable[[str], None],
) -> Collection:
    """Ask everything, then put the answers into the folder.

    Until the last answer is there, the folder stays as it was. What came so far is remembered, and
    asked again the question goes on where it stopped.

    Raises:
        FetchError: An answer that the others depend on could not be had; see ``Transport.get``.
    """
    run = _Run(question, folder, memory, client, progress)
    for call in question.calls:
        run.follow(call)
    return run.finish()


class _Run:
    """One question on its way."""

    def __init__(
        self,
        question: Question,
        folder: Path,
        memory: Memory,
        client: Client,
        progress: Callable[[str], None],
    ) -> None:
        self._question, self._folder = question, folder
        self._memory, self._client, self._progress = memory, client, progress
        self._filled: dict[str, Stored] = {}
        self._papers = 0
        self._total: int | None = None
        self._problems: list[Diagnostic] = []

    def follow(self, first: Call) -> None:
        """Ask, and ask for what follows, to the end."""
        call: Call | None = first
        while call is not None:
            try:
                answer = self._answer(call)
            except FetchError as error:
                if error.code not in _ITS_OWN or not call.wanted:
                    raise
                subject = f"{self._question.service.name}, {call.wanted}"
                self._problems.append(error.diagnostic(subject))
                return
            self._note(call, answer)
            call = answer.following

    def _note(self, call: Call, answer: Answer) -> None:
        name = self._question.service.name
        self._papers += answer.papers
        self._total = answer.total if answer.total is not None else self._total
        if answer.papers and call.url in self._memory.state.staged:
            self._filled[call.url] = self._memory.state.staged[call.url]
        for wanted in answer.missing:
            error = FetchError("F010", "not found", "check the spelling")
            self._problems.append(error.diagnostic(f"{name}, {wanted}"))
        of = f" of {self._total:,}" if self._total is not None else ""
        self._progress(f"{name}: {self._papers:,}{of} papers")

    def _answer(self, call: Call) -> Answer:
        body = self._memory.staged_body(call.url)
        if body is not None:
            return self._question.read(call, body)
        kept = self._memory.state.kept.get(call.url)
        old = whole(self._folder / kept.file, kept) if kept else None
        response, answer = self._client.get(
            self._question.service,
            call.url,
            _conditions(kept) if kept and old is not None else {},
            lambda body: self._question.read(call, body),
        )
        if answer is None and kept and old is not None:
            self._memory.stage(call.url, kept, old)
            return self._question.read(call, old)
        if answer is None:
            raise FetchError("F004", "says that nothing changed, but was not asked", "use --fresh")
        self._memory.stage(call.url, _stored(call, response), response.body)
        return answer

    def finish(self) -> Collection:
        """Put every answer in place and remember it."""
        old = self._memory.state.kept
        written, unchanged = [], 0
        for url, stored in self._filled.items():
            path = self._folder / stored.file
            body = self._memory.staged_body(url)
            if body is None:
                raise FetchError(
                    "F009", f"{stored.file} vanished on its way", "run the same command again"
                )
            if read_if_there(path) == body:
                unchanged += 1
                continue
            write_whole(path, body)
            written.append(path)
        # An empty answer must not empty the folder: it may well be the service's mistake.
        keeps_all = self._question.gathers or not self._filled
        removed = () if keeps_all else self._remove_surplus()
        self._memory.end({**old, **self._filled} if keeps_all else self._filled)
        return Collection(
            papers=self._papers,
            total=self._total,
            written=tuple(sorted(written)),
            unchanged=unchanged,
            removed=removed,
            diagnostics=(*self._problems, *self._emptiness()),
        )

    def _remove_surplus(self) -> tuple[Path, ...]:
        """Remove what the last run kept and this one does not fill, if nobody has changed it."""
        filled = {stored.file for stored in self._filled.values()}
        removed = []
        for stored in self._memory.state.kept.values():
            path = self._folder / stored.file
            if stored.file not in filled and whole(path, stored) is not None:
                with file_errors():
                    path.unlink()
                removed.append(path)
        return tuple(sorted(removed))

    def _emptiness(self) -> list[Diagnostic]:
        if self._papers or self._problems:
            return []
        message = f"{self._question.service.name}: no paper found; nothing was written"
        return [Diagnostic(code="F011", severity=Severity.NOTE, message=message)]


def _conditions(stored: Stored) -> dict[str, str]:
    """Return the headers of a conditional request (RFC 9110, section 13.1)."""
    headers = {"If-None-Match": stored.etag, "If-Modified-Since": stored.modified}
    return {name: value for name, value in headers.items() if value}


def _stored(call: Call, response: Response) -> Stored:
    return Stored(
        file=call.file,
        digest=digest(response.body),
        etag=response.headers.get("ETag", ""),
        modified=response.headers.get("Last-Modified", ""),
    )
