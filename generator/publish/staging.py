"""The place beside the output where a build is laid out before any of it is put in place.

A staging is *committed* by its last file, the new manifest. Before that the output has not been
touched, and the staging is thrown away; after it, ``finish`` carries the change through. Each step
of ``finish`` may be repeated, so a build that was killed is finished by the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.publish.manifest import NAME, Manifest, read_manifest
from generator.publish.paths import RESERVED, path_key

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would else change line ends


class Staging:
    """Changed files on their way into one output folder.

    Attributes:
        output: The folder they go to.
        workplace: Hidden folder on the output's file system, where they and the lock lie.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        # A mounted output (a container's volume) is a file system of its own: no rename into it.
        beside = output if os.path.ismount(output) else output.parent
        self.workplace = beside / RESERVED
        self._folder = self.workplace / f"{output.name}.staging"
        self._files = self._folder / "files"
        self._prefix = f"{self._files}/"
        self._made: set[str] = set()

    @property
    def lock_path(self) -> Path:
        """The lock file of the output."""
        return self.workplace / f"{self.output.name}.lock"

    def add(self, path: str, body: bytes) -> None:
        """Lay out one file."""
        # Strings and bare system calls: pathlib and buffers cost as much as the writing itself.
        target = f"{self._prefix}{path}"
        folder = target[: target.rfind("/")]
        if folder not in self._made:
            self._make(folder)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        finally:
            os.close(descriptor)

    def _make(self, folder: str) -> None:
        """Make a folder; those above it are there for most, so they are not looked for first."""
        try:
            os.mkdir(folder)  # noqa: PTH102
        except FileExistsError:
            pass  # another process made it
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        self._made.add(folder)

    def paths(self) -> tuple[str, ...]:
        """Return the site-relative paths of the files laid out and not yet put in place."""
        return tuple(sorted(path for path in _files_in(self._files) if path != NAME))

    def commit(self, manifest: Manifest) -> None:
        """Declare the layout complete: from now on it will be carried out."""
        self._files.mkdir(parents=True, exist_ok=True)
        draft = self._folder / "manifest"
        draft.write_bytes(manifest.to_bytes())
        draft.replace(self._files / NAME)

    def declared(self) -> Manifest:
        """Return what was committed, as the disk has it: another process may have done so."""
        return read_manifest(self._files)

    @property
    def committed(self) -> bool:
        """Whether there is a complete layout that has not been carried out to its end."""
        return (self._files / NAME).is_file()

    def set_output_aside(self) -> None:
        """Move the whole output away, to be deleted with this staging (``--clean``)."""
        if self.output.exists() and not os.path.ismount(self.output):
            self.output.rename(self._folder / "old")

    def finish(self, old: Manifest, new: Manifest) -> None:
        """Put every file in place, remove stale ones, and the manifest last.

        Args:
            old: What the output holds, as its manifest says.
            new: What ``commit`` declared it is to hold.
        """
        if _vacate(self.output):
            self._files.rename(self.output)
        else:
            staged, stale = self.paths(), old.files.keys() - new.files.keys()
            blocking = _blocking(stale, staged)
            self._remove(blocking)
            for path in staged:
                target = self.output / path
                target.parent.mkdir(parents=True, exist_ok=True)
                (self._files / path).replace(target)
            self._remove(stale - blocking)
            (self._files / NAME).replace(self.output / NAME)
        self.discard()

    def discard(self) -> None:
        """Delete what is left of the staging."""
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._made.clear()

    def _remove(self, paths: Iterable[str]) -> None:
        folders: set[str] = set()
        for path in paths:
            with suppress(FileNotFoundError, NotADirectoryError):  # a killed build removed it
                (self.output / path).unlink()
            folders.update(_folders_of(path))
        for folder in sorted(folders, key=len, reverse=True):
            _remove_folder(self.output / folder)


def _blocking(stale: Iterable[str], staged: Iterable[str]) -> set[str]:
    """Return stale files that must go first, because a staged path cannot stand beside them.

    One is a file where the other needs a folder, or the two differ in case only.
    """
    files = {path_key(path) for path in staged}
    taken = files.union(*map(_folders_of, files))
    return {
        path
        for path in stale
        if (key := path_key(path)) in taken or not files.isdisjoint(_folders_of(key))
    }


def _folders_of(path: str) -> tuple[str, ...]:
    return tuple(str(folder) for folder in PurePosixPath(path).parents[:-1])


def _files_in(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        inner = Path(parent).relative_to(folder)
        yield from ((inner / name).as_posix() for name in names)


def _vacate(folder: Path) -> bool:
    """Return whether nothing is at this place (any more: an empty folder is removed)."""
    return not folder.exists() or _remove_folder(folder)


def _remove_folder(folder: Path) -> bool:
    """Remove a folder if it is empty; return whether it was."""
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
