"""From the bytes of a file to seeds: the whole text, or for large JSON Lines one part at a time.

A file of one JSON object a line can be cut at any line end, and each part is again such a file. So
however large it is, no more than one part is held (https://jsonlines.org).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Diagnostic, Severity, SourceLocation
from generator.sources.containers import Member, UnpackError
from generator.sources.decode import decode
from generator.sources.discover import SeedFile
from generator.sources.source import Seed

_CHUNK = 2**20
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is held at a time.

    Attributes:
        part: Bytes above which JSON Lines are read in parts of this size; 1 or more.
        line: Most bytes of one line of such a file.
        unpacked: Most bytes of a packed file that is not JSON Lines.
    """

    part: int = 8 * 2**20
    line: int = 64 * 2**20
    unpacked: int = 512 * 2**20


def seeds_of(
    member: Member, file: SeedFile, limits: Limits, problems: list[Diagnostic]
) -> Iterator[Seed]:
    """Yield the text of a file: as a whole, or in parts that follow each other.

    Args:
        member: What to read; nothing of it has been read yet.
        file: The file on disk that it lies in.
        limits: When to read in parts, and when to give up.
        problems: Told what cannot be read or had to be guessed.
    """
    line = 1
    for raw in _pieces(member, limits, problems):
        blank = Seed(
            path=member.path, text="", settings=file.settings, today=file.today, first_line=line
        )
        decoded = decode(raw)
        if decoded is None:
            hint = "save it as UTF-8 text, or move it out of seeds/"
            message = "not a text file; left out"
            problems.append(blank.problem("S002", Severity.WARNING, message, hint=hint))
            return
        if decoded.guessed:
            message = f"not valid Unicode; read as {decoded.guessed}"
            hint = "save the file as UTF-8"
            problems.append(
                blank.problem("S001", Severity.WARNING, message, line=decoded.doubt, hint=hint)
            )
        yield Seed(
            path=member.path,
            text=decoded.text,
            settings=file.settings,
            today=file.today,
            first_line=line,
        )
        line += decoded.text.count("\n")


def _pieces(member: Member, limits: Limits, problems: list[Diagnostic]) -> Iterator[bytes]:
    """Yield the bytes as a whole, or cut at line ends; what is broken is reported."""
    head = bytearray()
    try:
        ended = _fill(member, head, limits.part)
        if not ended and _is_json_lines(head):
            yield from _cut(member, head, limits)
            return
        while not ended:
            ended = _fill(member, head, len(head) + _CHUNK)
            if member.packed and len(head) > limits.unpacked:
                raise _too_large(
                    member, f"unpacks to more than {limits.unpacked:,} bytes; left out"
                )
    except UnpackError as fault:
        problems.append(fault.diagnostic)
        if not fault.usable:
            return
    yield bytes(head)


def _fill(member: Member, held: bytearray, size: int) -> bool:
    """Read on until so many bytes are held; tell whether the file ended before.

    Raises:
        UnpackError: It is broken here; what came before is held.
    """
    while len(held) < size:
        chunk = member.read(min(_CHUNK, size - len(held)))
        if not chunk:
            return True
        held += chunk
    return False


def _cut(member: Member, held: bytearray, limits: Limits) -> Iterator[bytes]:
    """Yield pieces that end at line ends; ``held`` is what has been read already.

    Raises:
        UnpackError: The file is broken, or a line too long; what came before has been yielded.
    """
    size, ended = limits.part, False
    while not ended:
        try:
            ended = _fill(member, held, size)
        except UnpackError as fault:
            if fault.usable:
                yield bytes(held)
            raise UnpackError(fault.diagnostic, usable=False) from fault
        cut = held.rfind(b"\n") + 1
        if cut:
            piece = bytes(held[:cut])
            del held[:cut]
            yield piece
            size = limits.part
        elif len(held) > limits.line:
            message = f"a line of more than {limits.line:,} bytes; it and the rest are left out"
            raise _too_large(member, message)
        else:
            size = len(held) + limits.part
    if held:
        yield bytes(held)


def _is_json_lines(head: bytearray) -> bool:
    """Tell whether the first line holds a whole JSON object, and the second begins one."""
    if head.startswith(_WIDE_MARKS):
        return False
    lines = head.split(b"\n", maxsplit=8)
    full = [line.strip().removeprefix(b"\xef\xbb\xbf") for line in lines]
    full = [line for line in full if line]
    if len(full) < 2 or not all(line.startswith(b"{") for line in full[:2]):
        return False
    try:
        return isinstance(json.loads(full[0]), dict)
    except (ValueError, RecursionError):
        return False


def _too_large(member: Member, message: str) -> UnpackError:
    problem = Diagnostic(
        code="S198",
        severity=Severity.WARNING,
        message=message,
        location=SourceLocation(member.path),
        hint="split the file",
    )
    return UnpackError(problem, usable=False)
