"""What went to whom: a file that each step is written to before the next one is taken."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TextIO


class Outcome(StrEnum):
    """What became of a message.

    ``HANDING`` is written before the message is handed over: where nothing follows it, nobody
    knows whether the server has it.
    """

    HANDING = "handing over"
    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: when (ISO 8601), to whom, what became of it, and the server's words."""

    time: str
    to: str
    outcome: Outcome
    message_id: str = ""
    reply: str = ""


class Journal:
    """The journal of one issue, open for writing; each line reaches the disk at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None

    def __enter__(self) -> Journal:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._end_torn_line()
        self._file = self._path.open("a", encoding="utf-8", newline="\n")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def note(self, entry: Entry) -> None:
        """Write a line, and return when it is on the disk."""
        if self._file is None:
            raise ValueError("the journal is not open")
        facts = {
            "time": entry.time,
            "to": entry.to,
            "outcome": entry.outcome.value,
            "message_id": entry.message_id,
            "reply": entry.reply,
        }
        known = {name: value for name, value in facts.items() if value}
        self._file.write(json.dumps(known, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _end_torn_line(self) -> None:
        """Part what comes from a line that a killed run began."""
        if self._path.exists() and not self._path.read_bytes().endswith((b"\n", b"")):
            with self._path.open("ab") as file:
                file.write(b"\n")


def outcomes(path: Path) -> Mapping[str, Outcome]:
    """Return the last outcome of each recipient, by address in lower case.

    Lines that a killed run left half written are passed over: what they would have said had not
    begun yet.
    """
    found: dict[str, Outcome] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return found
    for line in lines:
        try:
            entry = json.loads(line)
            found[str(entry["to"]).lower()] = Outcome(entry["outcome"])
        except (ValueError, KeyError, TypeError):
            continue
    return found
