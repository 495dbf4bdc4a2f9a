"""What the last build of an output was made of, so that an equal one need not run."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.cache import Cache, as_json, digest
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.publish.manifest import NAME, Manifest
from generator.publish.staging import Staging


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBuild:
    """A build that was published.

    Attributes:
        manifest: Digest of the manifest it left.
        diagnostics: What it found.
        summary: What it said of papers and pages.
    """

    manifest: str
    diagnostics: tuple[Diagnostic, ...]
    summary: str


def recall(cache: Cache, inputs: str, output: Path) -> LastBuild | None:
    """Return the last build of an output if it was made of these inputs; None otherwise."""
    value = cache.load(_shelf(output)).get(inputs)
    if value is None:
        return None
    fields = json.loads(value)
    return LastBuild(
        manifest=fields["manifest"],
        diagnostics=tuple(_diagnostic(entry) for entry in fields["diagnostics"]),
        summary=fields["summary"],
    )


def remember(
    cache: Cache, inputs: str, output: Path, diagnostics: tuple[Diagnostic, ...], summary: str
) -> None:
    """Keep a build that has just been published into ``output``."""
    fields = {
        "manifest": digest((output / NAME).read_bytes()),
        "diagnostics": [_fields(diagnostic) for diagnostic in diagnostics],
        "summary": summary,
    }
    cache.save(_shelf(output), {inputs: as_json(fields)})


def untouched_files(last: LastBuild, output: Path) -> int | None:
    """Return how many files the output holds if it is as the last build left it; None if not.

    As in publishing, a file is untouched when it is there in its size.
    """
    output = output.resolve()
    try:
        body = (output / NAME).read_bytes()
        if digest(body) != last.manifest or Staging(output).committed:
            return None
        files = Manifest.from_bytes(body).files
        sizes = ((f"{output}/{path}", entry.size) for path, entry in files.items())
        if any(os.stat(file).st_size != size for file, size in sizes):  # noqa: PTH116 # many files
            return None
    except (OSError, ValueError):
        return None
    return len(files)


def _shelf(output: Path) -> str:
    return f"site-{digest(os.fsencode(output.resolve()))[:12]}"


def _fields(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.location
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "location": [str(place.path), place.line] if place else None,
    }


def _diagnostic(fields: dict[str, Any]) -> Diagnostic:
    place = fields.pop("location")
    return Diagnostic(
        code=fields["code"],
        severity=Severity(fields["severity"]),
        message=fields["message"],
        hint=fields["hint"],
        location=SourceLocation(PurePosixPath(place[0]), place[1]) if place else None,
    )
