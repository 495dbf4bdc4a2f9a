"""Artifacts into an output folder: all of them, or none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.artifact import Artifact
from generator.errors import ConfigError, Diagnostic, InputError, Severity
from generator.publish.foreign import foreign_files, in_the_way, refuse
from generator.publish.lock import output_lock
from generator.publish.manifest import Entry, Manifest, read_manifest
from generator.publish.paths import Claims
from generator.publish.staging import Staging

_MAKE_ROOM = "move it elsewhere, or build into another folder with --output"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReport:
    """What a publication did to the output.

    Attributes:
        written: Files that are new or have new bytes.
        unchanged: Files left as they were.
        removed: Files of an earlier build that the site no longer has.
        bytes: Size of the written files.
    """

    written: int
    unchanged: int
    removed: int
    bytes: int


def publish(
    artifacts: Iterable[Artifact],
    output: Path,
    *,
    clean: bool = False,
    protected: Iterable[Path] = (),
) -> PublishReport:
    """Make the output folder hold exactly these artifacts, beside files that are not ours.

    Everything is laid out beside the output first; whatever goes wrong before the last artifact
    is laid out leaves the output as it was. A file counts as unchanged when the manifest knows its
    bytes and its size on disk agrees. Files that the manifest does not own are neither
    overwritten nor removed.

    Args:
        artifacts: May be produced while they are laid out; an exception from it passes through.
        output: The folder; made when missing.
        clean: Write every file anew, into a new folder.
        protected: Folders that must not lie in the output, such as the project's own.

    Raises:
        ConfigError: The output is, or holds, a protected folder (W009).
        InputError: A path is unsafe or claimed twice (W001 to W004), files that are not ours are
            in the way (W005, W006), the manifest is damaged (W007), another build is running
            (W008), or the file system refuses (W010).
    """
    output = output.resolve()
    _check_place(output, protected)
    staging = Staging(output)
    with _file_system_errors(output), output_lock(staging.lock_path, output):
        try:
            _finish_interrupted(staging)
            return _publish(artifacts, staging, clean=clean)
        finally:
            if not staging.committed:
                staging.discard()


def _publish(artifacts: Iterable[Artifact], staging: Staging, *, clean: bool) -> PublishReport:
    output = staging.output
    old = read_manifest(output)
    if clean:
        refuse(foreign_files(output, old), output, code="W006", hint=_MAKE_ROOM)
    new, written = _lay_out(artifacts, staging, None if clean else old)
    report = PublishReport(
        written=len(written),
        unchanged=len(new.files) - len(written),
        removed=len(old.files.keys() - new.files.keys()),
        bytes=sum(new.files[path].size for path in written),
    )
    if not clean and not written and new == old:
        return report
    refuse(in_the_way(written, output, old), output, code="W005", hint=_MAKE_ROOM)
    staging.commit(new)
    if clean:
        staging.set_output_aside()
    staging.finish()
    return report


def _lay_out(
    artifacts: Iterable[Artifact], staging: Staging, old: Manifest | None
) -> tuple[Manifest, tuple[str, ...]]:
    """Stage what has changed since ``old`` (None: all); return new manifest and staged paths."""
    claims, problems = Claims(), []
    files: dict[str, Entry] = {}
    staged = []
    for artifact in artifacts:
        if problem := claims.claim(artifact):
            problems.append(problem)
            continue
        entry = Entry.of(artifact.body)
        if old is None or not _is_current(artifact, entry, staging.output, old):
            staging.add(artifact.path, artifact.body)
            staged.append(artifact.path)
        files[artifact.path] = entry
    if problems:
        raise InputError(*problems)
    return Manifest(files=files), tuple(staged)


def _is_current(artifact: Artifact, entry: Entry, output: Path, old: Manifest) -> bool:
    known = old.files.get(artifact.path)
    if known is not None and known != entry:
        return False
    file = f"{output}/{artifact.path}"
    try:
        status = os.stat(file)  # noqa: PTH116 # ten thousand times
    except (FileNotFoundError, NotADirectoryError):
        return False
    if status.st_size != entry.size or not stat.S_ISREG(status.st_mode):
        return False
    # A file we do not know is adopted when it holds our bytes already: an output restored
    # without its dotfiles, for one.
    return known is not None or Path(file).read_bytes() == artifact.body


def _finish_interrupted(staging: Staging) -> None:
    """Carry through what a killed build had committed; drop what it had not."""
    if staging.committed:
        output = staging.output
        foreign = in_the_way(staging.paths(), output, read_manifest(output))
        refuse(foreign, output, code="W005", hint=_MAKE_ROOM)
        staging.finish()
    else:
        staging.discard()


def _check_place(output: Path, protected: Iterable[Path]) -> None:
    if output.exists() and not output.is_dir():
        raise ConfigError(_misplaced(f"{output} is a file, not a folder"))
    for folder in protected:
        if output == folder.resolve() or output in folder.resolve().parents:
            raise ConfigError(_misplaced(f"{output} may not hold the site: {folder} lies in it"))


def _misplaced(message: str) -> Diagnostic:
    hint = "name a folder of its own with --output, or as output in [build] of site.toml"
    return Diagnostic(code="W009", severity=Severity.ERROR, message=message, hint=hint)


@contextmanager
def _file_system_errors(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or output
        message = f"cannot write {where}: {error.strerror or error}"
        hint = "mend the cause and build again; an interrupted change is then completed"
        raise InputError(
            Diagnostic(code="W010", severity=Severity.ERROR, message=message, hint=hint)
        ) from error
