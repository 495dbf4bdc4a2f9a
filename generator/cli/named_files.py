"""Files that the user names on the command line, read as the build would read them."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path

from generator.config.schema import Config
from generator.config.suggest import did_you_mean
from generator.errors import ConfigError, Diagnostic, Severity
from generator.sources.discover import named_file
from generator.sources.read import joined, read_file
from generator.sources.source import Reading, Source


def add_file_options(parser: argparse.ArgumentParser) -> None:
    """Declare the files and ``--format``."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="in any format; gzip and zip too"
    )
    parser.add_argument(
        "--format", metavar="F", help="the format of the files (default: told by their content)"
    )


def read_named(
    paths: Sequence[Path], format_name: str | None, config: Config, sources: Sequence[Source]
) -> tuple[Reading, ...]:
    """Return what each file holds; an archive's members are one reading.

    Raises:
        ConfigError: The format does not exist (C911), or a file does not (C910).
    """
    names = [source.name for source in sources]
    if format_name is not None and format_name not in names:
        hint = did_you_mean(format_name, names) or f"known are {', '.join(names)}"
        raise ConfigError(_problem("C911", f"there is no format {format_name!r}", hint))
    if missing := [path for path in paths if not path.is_file()]:
        raise ConfigError(*(_problem("C910", f"there is no file {path}") for path in missing))
    readings = []
    for path in paths:
        file = named_file(config, path)
        if format_name is not None:
            settings = dataclasses.replace(file.settings, format=format_name)
            file = dataclasses.replace(file, settings=settings)
        readings.append(joined(tuple(read_file(file, sources))))
    return tuple(readings)


def _problem(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)
