"""``check``: the whole build without writing; all diagnostics."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from generator.build import Makers, make_site
from generator.cache import NO_CACHE
from generator.cli.console import counted
from generator.cli.parser import add_build_options, add_config_option
from generator.cli.settings import processors, settings
from generator.emit.facts import diagnostic_facts
from generator.errors import ConfigError, Diagnostic, DigestError, Severity
from generator.publish.receipt import Receiver, weighed
from generator.theme import theme_beside

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator check
  python -m generator check --strict --format github     in a workflow: marks the lines
  python -m generator check --format json > problems.json
"""
_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "check",
        help="report every problem; write nothing",
        description="Do the whole build without writing anything, and report every problem.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    add_build_options(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how problems are written (default: text)",
    )
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0 when the site could be built as it stands, 1 when not, 2 for wrong settings."""
    console.quiet = args.format != "text"
    root = Path.cwd()
    try:
        config = settings(args.config, base_url=args.base_url, drafts=args.drafts)
        root = config.root
        jobs = processors(args.jobs)
        receiver = Receiver(take=weighed)
        with theme_beside(config, NO_CACHE, jobs=jobs) as theme:
            site = make_site(
                config,
                jobs=jobs,
                progress=console.progress,
                receiver=receiver,
                makers=Makers(theme=theme),
            )
    except DigestError as error:
        diagnostics, code = error.diagnostics, 2 if isinstance(error, ConfigError) else 1
    else:
        diagnostics, code = site.diagnostics, int(site.failed(strict=args.strict))
    if args.format == "json":
        console.write(as_json(diagnostics))
    elif args.format == "github":
        console.write(as_github(diagnostics, _folder_in(root, Path.cwd())))
    else:
        console.show(diagnostics)
        if not diagnostics:
            console.print("no problem found")
    return code


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return ``{"summary": …, "diagnostics": [{code, severity, message, path, line, hint}]}``."""
    entries = [diagnostic_facts(diagnostic) for diagnostic in diagnostics]
    document = {"summary": counted(diagnostics), "diagnostics": entries}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], folder: PurePath) -> str:
    """Return GitHub workflow commands that mark the lines in a pull request.

    https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; the escapes
    are those of the toolkit's ``@actions/core``.

    Args:
        diagnostics: In the order in which they are written.
        folder: The project's place in the repository.
    """
    return "".join(f"{_annotation(diagnostic, folder)}\n" for diagnostic in diagnostics)


def _annotation(diagnostic: Diagnostic, folder: PurePath) -> str:
    properties = {"title": diagnostic.code}
    if diagnostic.location:
        properties["file"] = (folder / diagnostic.location.path).as_posix()
        if diagnostic.location.line is not None:
            properties["line"] = str(diagnostic.location.line)
    joined = ",".join(f"{key}={_escape_property(text)}" for key, text in properties.items())
    hint = f"\nhint: {diagnostic.hint}" if diagnostic.hint else ""
    command = _GITHUB_COMMANDS[diagnostic.severity]
    return f"::{command} {joined}::{_escape(diagnostic.message + hint)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _folder_in(root: Path, working: Path) -> PurePath:
    """Return where the project lies in the working folder; ``.`` when it does not."""
    return root.relative_to(working) if root.is_relative_to(working) else PurePath()
