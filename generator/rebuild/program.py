"""Which program this is: its own files, the interpreter, and the libraries it uses."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.cache import FOLDER, Cache
from generator.config.schema import Config
from generator.resources import shipped

_LIBRARIES = (
    "charset_normalizer",
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "nh3",
    "numpy",
    "pillow",
    "pyyaml",
)
_INSTALLED = re.compile(rf"(?:{'|'.join(_LIBRARIES)})-[^-]+\.(?:dist-info|egg-info)", re.IGNORECASE)
_SKIPPED = "__pycache__"


def project_cache(config: Config, program: str) -> Cache:
    """Return the cache of a project, for a program (``program_fingerprint``)."""
    return Cache(folder=config.root / FOLDER, program=program)


def program_fingerprint() -> str:
    """Return a mark of this program; another program may make other bytes of the same input."""
    mark = hashlib.blake2b(digest_size=16)
    mark.update(sys.version.encode())
    mark.update("\n".join(_libraries()).encode())
    add_files(mark, program_files())
    return mark.hexdigest()


def program_files() -> Iterator[Path]:
    """Yield every file of this program: code, data, templates, static files."""
    for folder in (Path(__file__).parents[1], shipped("templates"), shipped("static")):
        yield from files_below(folder)


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder, in the order of their paths; none when there is no folder."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _SKIPPED)
        for name in sorted(names):
            yield Path(parent, name)


def add_files(mark: hashlib.blake2b, files: Iterable[Path]) -> None:
    """Add names and contents of files to a mark; a missing one counts as such."""
    for file in files:
        try:
            content = file.read_bytes()
        except OSError:
            mark.update(f"{file.name} is missing\n".encode())
        else:
            mark.update(f"{file.name} {len(content)}\n".encode())
            mark.update(content)


def _libraries() -> Iterator[str]:
    """Yield names and versions: what ``importlib.metadata`` says, read off the folders' names.

    Loading that module takes as long as all else here; the form of the names is stated in
    https://packaging.python.org/specifications/recording-installed-packages.
    """
    for place in sys.path:
        with suppress(OSError):
            names = (entry.name for entry in os.scandir(place))
            yield from sorted(name for name in names if _INSTALLED.match(name))
