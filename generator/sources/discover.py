"""Finds the files of a project that may hold papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.config.schema import Config, SeedsConfig
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.sources.decode import decode
from generator.sources.source import Seed

_FOLDER = "seeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The decoded files, in the order of their paths, and what was wrong with others."""

    seeds: tuple[Seed, ...]
    diagnostics: tuple[Diagnostic, ...]


def discover(config: Config) -> Discovery:
    """Read every file that a ``[[seeds]]`` table or the folder ``seeds/`` names.

    The first table that matches a file gives its settings; a file in ``seeds/`` that none matches
    takes the defaults. Hidden files, ``README*``, backup copies (``…~``) and the taxonomy are no
    seeds. Links that lead out of the project are not followed.
    """
    diagnostics: list[Diagnostic] = []
    settings = _settings_by_path(config, diagnostics)
    seeds = []
    for path in sorted(settings):
        seed = _read(config, path, settings[path], diagnostics)
        if seed is not None:
            seeds.append(seed)
    return Discovery(seeds=tuple(seeds), diagnostics=tuple(diagnostics))


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
    taxonomy = PurePosixPath(config.topics.file)
    for path in paths:
        relative = PurePosixPath(path.relative_to(config.root).as_posix())
        hidden = any(part.startswith(".") for part in relative.parts)
        aside = path.name.upper().startswith("README") or path.name.endswith("~")
        if not hidden and not aside and relative != taxonomy and _is_file_or_stray_link(path):
            yield relative


def _is_file_or_stray_link(path: Path) -> bool:
    return path.is_file() or path.is_symlink()


def _read(
    config: Config, relative: PurePosixPath, table: SeedsConfig, diagnostics: list[Diagnostic]
) -> Seed | None:
    path = config.root / relative
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(config.root.resolve()):
            message = "a link that leads out of the project is not followed"
            hint = "copy the file into seeds/"
            diagnostics.append(_problem("S003", message, relative, hint))
            return None
        if target.is_dir():
            return None
        decoded = decode(target.read_bytes())
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        diagnostics.append(_problem("S002", f"cannot be read: {reason}", relative))
        return None
    if decoded is None:
        message = "not a text file; left out"
        hint = "save it as UTF-8 text, or move it out of seeds/"
        diagnostics.append(_problem("S002", message, relative, hint))
        return None
    if decoded.guessed:
        message = f"not valid Unicode; read as {decoded.guessed}"
        hint = "save the file as UTF-8"
        diagnostics.append(_problem("S001", message, relative, hint, decoded.doubt))
    return Seed(path=relative, text=decoded.text, settings=table, today=config.today)


def _problem(
    code: str,
    message: str,
    path: PurePosixPath | None,
    hint: str = "",
    line: int | None = None,
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=message,
        location=SourceLocation(path, line) if path else None,
        hint=hint,
    )
