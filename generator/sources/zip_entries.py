"""What a zip archive lists, and which of it may hold papers (PKWARE's APPNOTE.TXT)."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath

from generator.errors import Diagnostic, Severity, SourceLocation
from generator.sources.discover import is_aside

_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_ATTACHED = frozenset(
    {
        *(".css", ".djvu", ".doc", ".docx", ".epub", ".gif", ".jpeg", ".jpg", ".js", ".mov"),
        *(".mp3", ".mp4", ".pdf", ".png", ".ppt", ".pptx", ".ps", ".sqlite", ".svg", ".tif"),
        *(".tiff", ".ttf", ".webp", ".woff", ".woff2", ".xls", ".xlsx"),
    }
)
_READ_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_MEMBERS = 20_000


def wanted_entries(
    archive: zipfile.ZipFile, place: PurePosixPath, problems: list[Diagnostic]
) -> list[tuple[PurePosixPath, zipfile.ZipInfo]]:
    """Return path and entry of every member that may hold papers, in the order of the paths.

    Args:
        archive: Open for reading.
        place: Its path; those of the members begin with it.
        problems: Told what is left out, and why.
    """
    entries = archive.infolist()
    if any(entry.filename in _OFFICE for entry in entries):
        message = "a document of an office program or an e-book, not an archive; left out"
        problems.append(archive_problem("S193", place, message, "export it as text, CSV or BibTeX"))
        return []
    if len(entries) > _MEMBERS:
        message = f"holds more than {_MEMBERS:,} files; left out"
        problems.append(archive_problem("S195", place, message, "unpack it into seeds/"))
        return []
    found: dict[PurePosixPath, zipfile.ZipInfo] = {}
    attached: list[PurePosixPath] = []
    for entry in entries:
        inner = _inner_path(entry.filename)
        if entry.is_dir() or not inner.parts or is_aside(inner):
            continue
        path = place / inner
        if inner.suffix.lower() in _ATTACHED:
            attached.append(inner)
            continue
        if entry.flag_bits & 0x1:
            message = "encrypted; left out"
            problems.append(
                archive_problem("S191", path, message, "pack it again without a password")
            )
        elif entry.compress_type not in _READ_METHODS:
            message = "packed by a method that is not read; left out"
            problems.append(
                archive_problem("S193", path, message, "pack it again as a plain zip archive")
            )
        elif not _is_link(entry):
            found[path] = entry
    if attached:
        message = f"{len(attached)} attachments are no seeds; left out, for example {attached[0]}"
        problems.append(archive_problem("S196", place, message, "", Severity.NOTE))
    return sorted(found.items())


def _inner_path(name: str) -> PurePosixPath:
    """Return a member's path as far as it leads down, whatever the archive says."""
    parts = name.replace("\\", "/").split("/")
    return PurePosixPath(*(part for part in parts if part not in {"", ".", ".."}))


def _is_link(entry: zipfile.ZipInfo) -> bool:
    # The upper half of the external attributes holds a Unix mode; 0xA000 is a symbolic link.
    return (entry.external_attr >> 16) & 0xF000 == 0xA000


def archive_problem(
    code: str,
    path: PurePosixPath,
    message: str,
    hint: str,
    severity: Severity = Severity.WARNING,
) -> Diagnostic:
    """Return a finding about an archive or one of its members."""
    return Diagnostic(
        code=code,
        severity=severity,
        message=message,
        location=SourceLocation(path),
        hint=hint,
    )
