"""From arguments to the settings of one run; the only place that reads clock and environment."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from pathlib import Path

from generator.config.load import load_config
from generator.config.schema import Config
from generator.errors import ConfigError, Diagnostic, Severity

_EPOCH = "SOURCE_DATE_EPOCH"


def settings(
    config: Path | None,
    *,
    base_url: str | None = None,
    output: Path | None = None,
    drafts: bool = False,
) -> Config:
    """Return the settings of site.toml with what the command line changes.

    Args:
        config: The file; None for site.toml of the current folder, which may be missing.
        base_url: Public address, instead of the file's.
        output: Folder of the site, relative to the current folder, instead of the file's.
        drafts: Take drafts along.

    Raises:
        ConfigError: The settings make no sense (C-codes); all that is wrong, at once.
    """
    return load_config(
        config,
        today=today(os.environ),
        base_url=base_url,
        output=None if output is None else str(Path.cwd() / output),
        drafts=drafts,
    )


def today(environment: Mapping[str, str]) -> datetime.date:
    """Return the day that counts as today.

    ``SOURCE_DATE_EPOCH``, seconds since 1970 in UTC, fixes it for repeatable builds
    (https://reproducible-builds.org/specs/source-date-epoch/).

    Raises:
        ConfigError: That variable holds no such number (C901).
    """
    seconds = environment.get(_EPOCH)
    now = datetime.datetime.now(tz=datetime.UTC)
    if not seconds:
        return now.astimezone().date()
    try:
        return datetime.datetime.fromtimestamp(int(seconds), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            Diagnostic(
                code="C901",
                severity=Severity.ERROR,
                message=f"{_EPOCH} is {seconds!r}, not a number of seconds since 1970",
                hint="unset it, or set it to the output of `git log -1 --format=%ct`",
            )
        ) from error


def processors(jobs: int | None) -> int:
    """Return the number of processes to use: as asked, else one for each processor we may use."""
    if jobs is not None:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
