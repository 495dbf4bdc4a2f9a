"""Files in the output that are not ours, and so are never overwritten or removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.errors import Diagnostic, InputError, Severity
from generator.publish.manifest import Manifest
from generator.publish.paths import RESERVED

_SHOWN = 10


def foreign_files(output: Path, manifest: Manifest, *, inside: str = "") -> Iterator[str]:
    """Yield the site-relative paths of files that the manifest does not own.

    Args:
        output: The output folder.
        manifest: What we own there.
        inside: Look only into this folder of the output.
    """
    for parent, folders, names in os.walk(output / inside):
        folders.sort()
        relative = Path(parent).relative_to(output)
        for path in ((relative / name).as_posix() for name in sorted(names)):
            if path not in manifest.files and not path.startswith(RESERVED):
                yield path


def in_the_way(paths: Iterable[str], output: Path, manifest: Manifest) -> Iterator[str]:
    """Yield what stands where one of ``paths`` must go and is not ours."""
    if not output.exists():
        return
    seen: set[str] = set()
    for path in paths:
        for place in (path, *map(str, PurePosixPath(path).parents[:-1])):
            if place in seen:
                break
            seen.add(place)
            target = output / place
            if place in manifest.files or not os.path.lexists(target):
                continue
            if not target.is_dir():
                yield place
            elif place == path:
                yield from foreign_files(output, manifest, inside=path)


def refuse(foreign: Iterable[str], output: Path, *, code: str, hint: str) -> None:
    """Raise an error that names the foreign files, if there are any.

    Raises:
        InputError: There are some; the first ten get a diagnostic each, with this code.
    """
    found = sorted(set(foreign))
    if not found:
        return
    problems = [
        Diagnostic(
            code=code,
            severity=Severity.ERROR,
            message=f"{output / path} was not written by a build of this site",
            hint=hint,
        )
        for path in found[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        message = f"{output} holds {len(found) - _SHOWN} more files that are not ours"
        problems.append(Diagnostic(code=code, severity=Severity.ERROR, message=message))
    raise InputError(*problems)
