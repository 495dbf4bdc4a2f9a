"""Files inside files: what a gzip file or a zip archive holds, unpacked bit by bit.

Formats: RFC 1952 (gzip) and PKWARE's APPNOTE.TXT (zip; stored and deflated members only). Nothing
is written to disk, so the members' paths are only shown, never followed.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any, cast

from generator.errors import Diagnostic
from generator.sources.zip_entries import archive_problem, wanted_entries

_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = {
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"\xfd7zXZ\x00": "xz",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_TAR = (257, b"ustar")
_HEAD = 512
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
_DEPTH = 2  # an archive, and one archive inside it
_FREE = 64 * 2**20  # bytes that any file may unpack to
_RATIO = 200  # text packs 3 to 30 times, zip bombs 1,000 times and more
_HELD_ARCHIVE = 256 * 2**20  # bytes of an archive inside another, which must be held whole


class UnpackError(Exception):
    """A file cannot be unpacked any further.

    Attributes:
        diagnostic: What to tell the user.
        usable: Whether what came before may be used; not so for a bomb.
    """

    def __init__(self, diagnostic: Diagnostic, *, usable: bool) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic, self.usable = diagnostic, usable


class Meter:
    """Counts all that one file on disk unpacks to, and stops what is out of all proportion."""

    def __init__(self, packed: int) -> None:
        self._left = max(_FREE, packed * _RATIO)

    @property
    def exhausted(self) -> bool:
        """Tell whether it has stopped the file."""
        return self._left < 0

    def spend(self, count: int, path: PurePosixPath) -> None:
        """Take note of bytes of a member.

        Raises:
            UnpackError: It was too much.
        """
        self._left -= count
        if self._left < 0:
            message = f"unpacks to more than {_RATIO} times its size; left out"
            hint = "if it is no zip bomb, unpack it yourself"
            raise UnpackError(archive_problem("S192", path, message, hint), usable=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file as it lies in ``seeds/``, or as an archive holds it.

    Its bytes can be read once, and only before the next member is asked for.

    Attributes:
        path: Project-relative; a member's stands below its archive's: ``seeds/a.zip/b.bib``.
        packed: Whether it had to be unpacked.
        stream: Its bytes, with ``peek``; read through ``read``, which turns what goes wrong into
            a ``UnpackError``.
        meter: Of the file on disk.
    """

    path: PurePosixPath
    packed: bool
    stream: IO[bytes]
    meter: Meter

    def read(self, size: int) -> bytes:
        """Return up to ``size`` bytes; fewer only at the end.

        Raises:
            UnpackError: The archive is broken here, or unpacks to far too much.
        """
        try:
            chunk = self.stream.read(size)
        except _BROKEN as error:
            raise UnpackError(_broken(self.path, error), usable=True) from error
        if self.packed:
            self.meter.spend(len(chunk), self.path)
        return chunk

    def head(self) -> bytes:
        """Return the first bytes without reading on.

        Raises:
            UnpackError: The archive is broken here.
        """
        try:
            return cast("io.BufferedReader", self.stream).peek(_HEAD)[:_HEAD]
        except _BROKEN as error:
            raise UnpackError(_broken(self.path, error), usable=True) from error


def open_members(
    path: PurePosixPath, stream: IO[bytes], size: int, problems: list[Diagnostic]
) -> Iterator[Member]:
    """Yield the file itself, or in the order of their names the files that it holds.

    Args:
        path: As shown.
        stream: Open for reading, with ``peek``, at its beginning.
        size: Its length in bytes.
        problems: Told what is broken, encrypted, nested too deeply or too large.
    """
    yield from _open(Member(path=path, packed=False, stream=stream, meter=Meter(size)), problems)


def _open(member: Member, problems: list[Diagnostic], depth: int = 0) -> Iterator[Member]:
    try:
        head = member.head()
    except UnpackError as fault:
        problems.append(fault.diagnostic)
        return
    other = _other_archive(head)
    is_archive = head.startswith((_GZIP, *_ZIP))
    if is_archive and depth == _DEPTH:
        message = "an archive in an archive in an archive; left out"
        problems.append(archive_problem("S194", member.path, message, "unpack it into seeds/"))
    elif other:
        message = f"{other} archives are not read; left out"
        problems.append(
            archive_problem("S193", member.path, message, "pack the files with gzip or zip")
        )
    elif head.startswith(_GZIP):
        yield from _gunzip(member, problems, depth)
    elif is_archive:
        yield from _unzip(member, problems, depth)
    else:
        yield member


def _other_archive(head: bytes) -> str:
    offset, mark = _TAR
    if head[offset:].startswith(mark):
        return "tar"
    return next((name for mark, name in _OTHERS.items() if head.startswith(mark)), "")


def _gunzip(member: Member, problems: list[Diagnostic], depth: int) -> Iterator[Member]:
    name = member.path.name
    stem = name[:-3] if name.lower().endswith(".gz") else name
    # GzipFile asks for nothing but read().
    with gzip.GzipFile(fileobj=cast("IO[bytes]", member)) as stream:
        inner = Member(
            path=member.path / (stem or name),
            packed=True,
            stream=cast("IO[bytes]", stream),
            meter=member.meter,
        )
        yield from _open(inner, problems, depth + 1)


def _unzip(member: Member, problems: list[Diagnostic], depth: int) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(_seekable(member))
        wanted = wanted_entries(archive, member.path, problems)
    except UnpackError as fault:
        problems.append(fault.diagnostic)
        return
    except _BROKEN as error:
        problems.append(_broken(member.path, error))
        return
    with archive:
        for path, entry in wanted:
            try:
                stream = archive.open(entry)
            except _BROKEN as error:
                problems.append(_broken(path, error))
                continue
            with stream:
                inner = Member(path=path, packed=True, stream=stream, meter=member.meter)
                yield from _open(inner, problems, depth + 1)
            if member.meter.exhausted:
                return


def _seekable(member: Member) -> IO[bytes]:
    """Return the bytes of a zip archive, whose directory stands at its end."""
    if not member.packed:
        return member.stream
    held = io.BytesIO()
    while chunk := member.read(2**20):
        held.write(chunk)
        if held.tell() > _HELD_ARCHIVE:
            message = f"an archive inside another may hold {_HELD_ARCHIVE >> 20} MB; left out"
            hint = "unpack the outer one"
            raise UnpackError(archive_problem("S192", member.path, message, hint), usable=False)
    held.seek(0)
    return held


def _broken(path: PurePosixPath, error: Any) -> Diagnostic:
    message = f"the archive is broken: {error}"
    return archive_problem(
        "S190", path, message, "download or pack it again; the rest of it is missing"
    )
