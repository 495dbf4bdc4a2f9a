"""Output paths: each safe on every file system, and each with one producer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from generator.errors import Diagnostic, Severity

RESERVED = ".florilegium"
"""Names that begin so belong to the publisher itself."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\<>:"|?*]')
_BAD_PART = re.compile(r"(?:^|/)(?:[^/]*[. ])?(?:/|$)")
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)", re.IGNORECASE)
_LONGEST_PART = 255


def fault(path: str) -> str:
    """Return why a site-relative path may not be written, or "" when it may.

    The rules are those of the strictest file system, so that a site built on one machine can be
    copied to any other (names that Windows reserves:
    https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
    """
    if _FORBIDDEN.search(path):
        return "it holds a character that some file systems forbid"
    if _BAD_PART.search(path):
        return "a part of it is empty or ends in a dot or a blank"
    if _DEVICE.search(path):
        return "a part of it is the name of a device on Windows"
    if path.startswith(RESERVED):
        return f"names beginning with {RESERVED} are reserved"
    return "" if path.isascii() and len(path) <= _LONGEST_PART else _encoding_fault(path)


def _encoding_fault(path: str) -> str:
    try:
        parts = path.encode().split(b"/")
    except UnicodeEncodeError:
        return "it holds half a surrogate pair"
    too_long = any(len(part) > _LONGEST_PART for part in parts)
    return f"a part of it is longer than {_LONGEST_PART} bytes" if too_long else ""


class Claimant(Protocol):
    """An artifact, or a receipt for one."""

    @property
    def path(self) -> str:
        """Site-relative path."""
        ...

    @property
    def origin(self) -> str:
        """Who made it, for messages."""
        ...


class Claims:
    """Who writes which path; remembers every artifact it has been shown.

    Two paths are one when they differ in case or in Unicode composition only, because they would
    be one file on Windows and macOS.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, str]] = {}
        self._folders: dict[str, tuple[str, str]] = {}

    def claim(self, artifact: Claimant) -> Diagnostic | None:
        """Note the artifact's path; return what forbids it, or None."""
        path, claim = artifact.path, (artifact.path, artifact.origin)
        if why := fault(path):
            return _problem("W001", f"{artifact.origin} may not write {path!r}: {why}")
        key = path_key(path)
        if (first := self._files.setdefault(key, claim)) is not claim:
            return _collision(first, claim)
        if inner := self._folders.get(key):
            return _file_and_folder(claim, inner)
        while "/" in key:
            key = key.rpartition("/")[0]
            if file := self._files.get(key):
                return _file_and_folder(file, claim)
            if key in self._folders:
                break
            self._folders[key] = claim
        return None


def check_paths(artifacts: Iterable[Claimant]) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each artifact whose path is unsafe (W001) or taken (W002-W004)."""
    claims = Claims()
    found = (claims.claim(artifact) for artifact in artifacts)
    return tuple(diagnostic for diagnostic in found if diagnostic)


def path_key(path: str) -> str:
    """Return a form that is equal for paths that are one file on Windows or macOS."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def _collision(first: tuple[str, str], second: tuple[str, str]) -> Diagnostic:
    if first[0] == second[0]:
        return _problem("W002", f"{first[1]} and {second[1]} both write {first[0]}")
    return _problem(
        "W003",
        f"{first[0]} (by {first[1]}) and {second[0]} (by {second[1]}) differ only in case "
        "and are one file on Windows and macOS",
    )


def _file_and_folder(file: tuple[str, str], inner: tuple[str, str]) -> Diagnostic:
    return _problem(
        "W004",
        f"{file[1]} writes the file {file[0]}, which {inner[1]} needs as a folder for {inner[0]}",
    )


def _problem(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message)
