"""Finds the files of a project that may hold papers."""

from __future__ import annotations

import datetime
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.config.schema import Config, SeedsConfig
from generator.errors import Diagnostic, Severity, SourceLocation

_FOLDER = "seeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """A file to read.

    Attributes:
        path: Project-relative, as shown.
        target: The file itself, after links.
        settings: The ``[[seeds]]`` table that matches it.
        today: The latest day an undated page may be of.
    """

    path: PurePosixPath
    target: Path
    settings: SeedsConfig
    today: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The files, in the order of their paths, and what was wrong with others."""

    files: tuple[SeedFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def discover(config: Config) -> Discovery:
    """Find every file that a ``[[seeds]]`` table or the folder ``seeds/`` names.

    The first table that matches a file gives its settings; a file in ``seeds/`` that none matches
    takes the defaults. Hidden files, ``README*``, backup copies (``…~``), the taxonomy and the file
    of same papers are no seeds. Links that lead out of the project are not followed, and of pipes,
    sockets and devices nothing is read.
    """
    diagnostics: list[Diagnostic] = []
    settings = _settings_by_path(config, diagnostics)
    files = []
    for path in sorted(settings):
        file = _file(config, path, settings[path], diagnostics)
        if file is not None:
            files.append(file)
    return Discovery(files=tuple(files), diagnostics=tuple(diagnostics))


def named_file(config: Config, path: Path) -> SeedFile:
    """Return a file that the user names; it may lie anywhere.

    One of the project's own is read with the settings that the build would give it.
    """
    target = path.resolve()
    own = {
        config.root.joinpath(seed).resolve(): (seed, table)
        for seed, table in _settings_by_path(config, []).items()
    }
    shown, table = own.get(target, (PurePosixPath(path.as_posix()), SeedsConfig()))
    return SeedFile(path=shown, target=target, settings=table, today=config.today)


def is_aside(path: PurePosixPath) -> bool:
    """Tell whether a file of this relative path accompanies seeds rather than being one."""
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return hidden or path.name.upper().startswith("README") or path.name.endswith("~")


def _settings_by_path(
    config: Config, diagnostics: list[Diagnostic]
) -> dict[PurePosixPath, SeedsConfig]:
    """Return the settings of every file, and complain about patterns that match none."""
    found: dict[PurePosixPath, SeedsConfig] = {}
    for table in config.seeds:
        before = len(diagnostics)
        matches = list(_wanted(config, _glob(config.root, table.path, diagnostics)))
        if not matches and len(diagnostics) == before:
            message = f"[[seeds]] path {table.path!r} matches no file"
            hint = "correct the pattern, or remove the table"
            diagnostics.append(_problem("S004", message, None, hint))
        for path in matches:
            found.setdefault(path, table)
    for path in _wanted(config, (config.root / _FOLDER).rglob("*")):
        found.setdefault(path, SeedsConfig())
    return found


def _glob(root: Path, pattern: str, diagnostics: list[Diagnostic]) -> Iterable[Path]:
    parts = PurePosixPath(pattern).parts
    if not parts or pattern.startswith("/") or ".." in parts or ":" in parts[0]:
        message = f"[[seeds]] path {pattern!r} leads out of the project"
        diagnostics.append(_problem("S003", message, None))
        return ()
    # Python 3.13 changed what a final ** matches; files are meant.
    whole = f"{pattern}/*" if parts[-1] == "**" else pattern
    try:
        return list(root.glob(whole))
    except ValueError as error:
        message = f"[[seeds]] path {pattern!r} is no pattern: {error}"
        diagnostics.append(_problem("S004", message, None, "write it like seeds/**/*.txt"))
        return ()


def _wanted(config: Config, paths: Iterable[Path]) -> Iterator[PurePosixPath]:
    names = (config.topics.file, config.curate.same, config.search.synonyms)
    no_seeds = {PurePosixPath(name) for name in names}
    for path in paths:
        relative = PurePosixPath(path.relative_to(config.root).as_posix())
        is_folder = path.is_dir() and not path.is_symlink()
        if not is_folder and relative not in no_seeds and not is_aside(relative):
            yield relative


def _file(
    config: Config, relative: PurePosixPath, table: SeedsConfig, diagnostics: list[Diagnostic]
) -> SeedFile | None:
    try:
        target = (config.root / relative).resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        diagnostics.append(_problem("S002", f"cannot be read: {reason}", relative))
        return None
    if not target.is_relative_to(config.root.resolve()):
        message = "a link that leads out of the project is not followed"
        diagnostics.append(_problem("S003", message, relative, "copy the file into seeds/"))
        return None
    if stat.S_ISDIR(mode):
        return None
    if not stat.S_ISREG(mode):
        message = "a pipe, socket or device, not a file; left out"
        diagnostics.append(_problem("S197", message, relative, "move it out of seeds/"))
        return None
    return SeedFile(path=relative, target=target, settings=table, today=config.today)


def _problem(code: str, message: str, path: PurePosixPath | None, hint: str = "") -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=message,
        location=SourceLocation(path) if path else None,
        hint=hint,
    )
