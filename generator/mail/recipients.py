"""Who a letter goes to."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import formataddr
from pathlib import PurePosixPath

from generator.config.mail import is_address
from generator.errors import ConfigError, Diagnostic, Severity, SourceLocation


def read_recipients(text: str, path: PurePosixPath) -> tuple[str, ...]:
    """Return the recipients of a list, each once, in its order.

    Args:
        text: One recipient on each line, ``ada@example.org`` or ``Ada <ada@example.org>``; empty
            lines, and what follows a ``#``, do not count.
        path: Where the list stands.

    Raises:
        ConfigError: With one diagnostic for each line that is no address (M002), or the list is
            empty (M001).
    """
    lines = (line.partition("#")[0] for line in text.split("\n"))
    return _recipients(lines, path)


def of_command_line(words: Iterable[str]) -> tuple[str, ...]:
    """Return the recipients that ``--to`` names, parted by commas.

    Raises:
        ConfigError: As ``read_recipients``.
    """
    return _recipients((part for word in words for part in word.split(",")), None)


def _recipients(entries: Iterable[str], path: PurePosixPath | None) -> tuple[str, ...]:
    found: dict[str, str] = {}
    problems = []
    for number, text in enumerate(entries, start=1):
        entry = text.strip(" \t\r")
        if not entry:
            continue
        recipient = _recipient(entry)
        if recipient:
            found.setdefault(recipient[1].lower(), formataddr(recipient))
        else:
            problems.append(_no_address(entry, path, number))
    if problems:
        raise ConfigError(*problems)
    if not found:
        where = path or "--to"
        raise ConfigError(
            _problem("M001", f"{where} names no recipient", "write one address a line")
        )
    return tuple(found.values())


def _recipient(entry: str) -> tuple[str, str] | None:
    """Return name and address; nothing else that mail headers allow is read."""
    name, opened, rest = entry.rpartition("<")
    if opened and not rest.endswith(">"):
        return None
    address = rest.removesuffix(">") if opened else rest
    name = name.strip().strip('"')
    fits = entry.isprintable() and is_address(address) and not set(name) & set('<>@:;"')
    return (name, address) if fits else None


def _no_address(entry: str, path: PurePosixPath | None, number: int) -> Diagnostic:
    shown = ascii(entry) if not entry.isprintable() else repr(entry)
    place = SourceLocation(path, number) if path else None
    return Diagnostic(
        code="M002",
        severity=Severity.ERROR,
        message=f"{shown} is no mail address",
        location=place,
        hint="write it as ada@example.org or Ada <ada@example.org>, one on each line",
    )


def _problem(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)
