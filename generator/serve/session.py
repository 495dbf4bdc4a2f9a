"""Build, watch, build again, until someone stops it."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from threading import Event

from generator.build import Site
from generator.config.language import FOLDER as LOCALES
from generator.config.schema import Config
from generator.errors import Diagnostic, DigestError, Severity
from generator.resources import shipped
from generator.serve.live_site import LiveSite
from generator.serve.watch import Scope, watching

Report = Callable[[tuple[Diagnostic, ...], bool], None]

_PATIENCE = 0.5  # seconds between looks at ``stop``


def run(
    make: Callable[[], Site],
    scope: Callable[[], Scope],
    live: LiveSite,
    report: Report,
    stop: Event,
) -> None:
    """Build, and build again after each burst of changes.

    Watching begins before each build, so a change made during one is followed by another.

    Args:
        make: One build.
        scope: What to watch; asked before each build, because settings can change it.
        live: Where the results are shown.
        report: Told the diagnostics of each build.
        stop: Set by whoever wants this to end; noticed within half a second.

    Raises:
        ConfigError: The system cannot watch so many folders (C905).
    """
    while not stop.is_set():
        with watching(scope()) as changes:
            rebuild(make, live, report)
            while not stop.is_set() and not changes.next_burst(_PATIENCE):
                pass


def rebuild(make: Callable[[], Site], live: LiveSite, report: Report) -> None:
    """Build once; show the result, or what was wrong beside the last good site.

    Args:
        make: The build.
        live: Where the result is shown.
        report: Told every diagnostic, and whether there is a new site, once it is shown.
    """
    problems: tuple[Diagnostic, ...]
    try:
        site = make()
    except DigestError as error:
        problems, built = error.diagnostics, False
    except Exception as error:  # noqa: BLE001 — half-saved extensions must not end the session
        problems, built = (_breakdown(error),), False
    else:
        problems, built = site.diagnostics, not site.failed(strict=False)
    if built:
        live.succeed(site.artifacts)
    else:
        live.fail(problems)
    report(problems, built)


def scope_of(config: Config, settings_file: Path) -> Scope:
    """Return every place whose change changes the site."""
    root = config.root.resolve()
    overrides = {root / folder for folder in config.theme.overrides}
    seeds = {root / _fixed_part(table.path) for table in config.seeds}
    ours = {shipped("templates").resolve(), shipped("static").resolve()}
    return Scope(
        files=frozenset({settings_file.resolve(), root / config.topics.file}),
        folders=frozenset({root / "seeds", root / LOCALES, *seeds, *overrides, *ours}),
        ignored=frozenset({(root / config.build.output).resolve()}),
    )


def _fixed_part(pattern: str) -> PurePosixPath:
    """Return the part of a glob before its first wildcard."""
    parts = PurePosixPath(pattern).parts
    wild = next((i for i, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    return PurePosixPath(*parts[:wild])


def _breakdown(error: Exception) -> Diagnostic:
    return Diagnostic(
        code="W012",
        severity=Severity.ERROR,
        message=f"the build broke down: {error!r}",
        hint="".join(traceback.format_exception(error)),
    )
