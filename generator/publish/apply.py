"""Files into an output folder: all of them, or none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.artifact import Artifact
from generator.errors import ConfigError, Diagnostic, InputError, Severity
from generator.publish.foreign import foreign_files, in_the_way, refuse
from generator.publish.lock import output_lock
from generator.publish.manifest import Entry, Manifest, read_manifest
from generator.publish.paths import check_paths, fault
from generator.publish.receipt import Receipt
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


class Publication:
    """An output folder that is being published into; ``opened`` makes one.

    Everything is laid out beside the output first; whatever goes wrong before ``commit`` leaves
    the output as it was. A file counts as unchanged when the manifest knows its bytes and its size
    on disk agrees. Files that the manifest does not own are neither overwritten nor removed.
    """

    def __init__(self, staging: Staging, *, clean: bool) -> None:
        self._staging = staging
        self._clean = clean
        self._old = read_manifest(staging.output)
        self._anew = clean or not _holds_anything(staging.output)

    def lay_out(self, artifact: Artifact) -> Receipt:
        """Take a file, and stage it if it is new or changed; any process may do so."""
        entry, staged, failure = Entry.of(artifact.body), False, ""
        if not fault(artifact.path):  # else check_paths reports it, and it goes nowhere
            try:
                if self._anew or not self._is_current(artifact, entry):
                    self._staging.add(artifact.path, artifact.body)
                    staged = True
            except OSError as error:
                failure = f"cannot write {artifact.path}: {error.strerror or error}"
        return Receipt(
            path=artifact.path, origin=artifact.origin, entry=entry, staged=staged, failure=failure
        )

    def has(self, path: str, entry: Entry) -> bool:
        """Tell whether a file with these bytes, laid out by an earlier build, can stay."""
        return not self._clean and self._old.files.get(path) == entry and self._lies(path, entry)

    def commit(self, files: Sequence[Receipt]) -> PublishReport:
        """Make the output hold exactly these files, beside those that are not ours.

        Args:
            files: Everything that was laid out; ``check_paths`` found nothing wrong with it.

        Raises:
            InputError: A file could not be laid out, or the file system refuses now (W010), or
                files that are not ours are in the way (W005, W006).
        """
        if failure := next((file.failure for file in files if file.failure), ""):
            raise InputError(_refused(failure))
        with _file_system_errors(self._staging.output):
            return self._commit(files)

    def _commit(self, files: Sequence[Receipt]) -> PublishReport:
        staging, output, old = self._staging, self._staging.output, self._old
        if self._clean:
            refuse(foreign_files(output, old), output, code="W006", hint=_MAKE_ROOM)
        new = Manifest(files={file.path: file.entry for file in files})
        written = [file for file in files if file.staged]
        report = PublishReport(
            written=len(written),
            unchanged=len(new.files) - len(written),
            removed=len(old.files.keys() - new.files.keys()),
            bytes=sum(file.entry.size for file in written),
        )
        if not self._clean and not written and new == old:
            return report
        staged = [file.path for file in written]
        refuse(in_the_way(staged, output, old), output, code="W005", hint=_MAKE_ROOM)
        staging.commit(new)
        if self._clean:
            staging.set_output_aside()
        staging.finish(old, new)
        return report

    def _is_current(self, artifact: Artifact, entry: Entry) -> bool:
        known = self._old.files.get(artifact.path)
        if (known is not None and known != entry) or not self._lies(artifact.path, entry):
            return False
        # A file we do not know is adopted when it holds our bytes already: an output restored
        # without its dotfiles, for one.
        file = self._staging.output / artifact.path
        return known is not None or file.read_bytes() == artifact.body

    def _lies(self, path: str, entry: Entry) -> bool:
        """Tell whether the output has a file of this size."""
        try:
            status = os.stat(f"{self._staging.output}/{path}")  # noqa: PTH116 # ten thousand times
        except (FileNotFoundError, NotADirectoryError):
            return False
        return status.st_size == entry.size and stat.S_ISREG(status.st_mode)


def _holds_anything(folder: Path) -> bool:
    """Tell whether there is a folder with anything in it; none has a file that could stay."""
    try:
        return next(folder.iterdir(), None) is not None
    except (FileNotFoundError, NotADirectoryError):
        return False


@contextmanager
def opened(
    output: Path, *, clean: bool = False, protected: Iterable[Path] = ()
) -> Iterator[Publication]:
    """Hold the output's lock, and repair what a killed build left, while the body publishes.

    Args:
        output: The folder; made when missing.
        clean: Write every file anew, into a new folder.
        protected: Folders that must not lie in the output, such as the project's own.

    Raises:
        ConfigError: The output is, or holds, a protected folder (W009).
        InputError: The manifest is damaged (W007), another build is running (W008), or the file
            system refuses (W010).
    """
    output = output.resolve()
    _check_place(output, protected)
    staging = Staging(output)
    with ExitStack() as held:
        with _file_system_errors(output):
            held.enter_context(output_lock(staging.lock_path, output))
            _finish_interrupted(staging)
            publication = Publication(staging, clean=clean)
        try:
            yield publication
        finally:
            if not staging.committed:
                staging.discard()


def publish(
    artifacts: Iterable[Artifact],
    output: Path,
    *,
    clean: bool = False,
    protected: Iterable[Path] = (),
) -> PublishReport:
    """Make the output folder hold exactly these artifacts, beside files that are not ours.

    Args:
        artifacts: May be produced while they are laid out; an exception from it passes through.
        output: As for ``opened``, as are the others.
        clean: Write every file anew.
        protected: Folders that must not lie in the output.

    Raises:
        ConfigError: As for ``opened``.
        InputError: As for ``opened`` and ``Publication.commit``, or a path is unsafe or claimed
            twice (W001 to W004).
    """
    with opened(output, clean=clean, protected=protected) as publication:
        files = [publication.lay_out(artifact) for artifact in artifacts]
        if problems := check_paths(files):
            raise InputError(*problems)
        return publication.commit(files)


def _finish_interrupted(staging: Staging) -> None:
    """Carry through what a killed build had committed; drop what it had not."""
    if staging.committed:
        output, old = staging.output, read_manifest(staging.output)
        foreign = in_the_way(staging.paths(), output, old)
        refuse(foreign, output, code="W005", hint=_MAKE_ROOM)
        staging.finish(old, staging.declared())
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
        raise InputError(_refused(f"cannot write {where}: {error.strerror or error}")) from error


def _refused(message: str) -> Diagnostic:
    hint = "mend the cause and build again; an interrupted change is then completed"
    return Diagnostic(code="W010", severity=Severity.ERROR, message=message, hint=hint)
