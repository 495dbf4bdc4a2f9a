"""``mail``: send an issue to its readers."""

from __future__ import annotations

import datetime
import os
import time
from argparse import Namespace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.build import make_registry, read_corpus
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.config.schema import Config
from generator.config.suggest import did_you_mean
from generator.errors import ConfigError, Diagnostic, Severity
from generator.mail.compose import Composition, compose
from generator.mail.journal import outcomes
from generator.mail.post import Post
from generator.mail.recipients import of_command_line, read_recipients
from generator.mail.send import Clock, Sending, SendReport, send, waiting
from generator.plan.plan_site import plan_site
from generator.render.environment import make_environment
from generator.version import VERSION

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

PASSWORD = "FLORILEGIUM_SMTP_PASSWORD"  # noqa: S105 (the variable's name)
JOURNALS = ".florilegium/mail"

_EXAMPLES = """\
examples:
  python -m generator mail --issue 2025-03-11 --to ada@example.org --dry-run
  python -m generator mail --issue latest --list readers.txt
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "mail",
        help="send an issue to its readers",
        description="Send an issue by mail: one message for each recipient, each once.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument("--issue", metavar="ID", required=True, help="its id, or latest")
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="LIST", action="append", help="addresses, parted by commas")
    to.add_argument("--list", type=Path, metavar="FILE", help="a file with one address a line")
    parser.add_argument("--dry-run", action="store_true", help="talk to no server")
    parser.add_argument(
        "--again",
        action="store_true",
        help="send once more where nobody knows whether the server took the message",
    )
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0 when everybody has the message, 1 when somebody does not, 2 for wrong settings."""
    config = settings(args.config)
    _check_settings(config, dry_run=args.dry_run)
    recipients = of_command_line(args.to) if args.to else _listed(args.list)
    letter = _letter(config, args.issue, console)
    journal = config.root / JOURNALS / f"{letter.issue}.jsonl"
    known = outcomes(journal)
    if args.dry_run:
        left = waiting(recipients, known, again=args.again)
        console.print(_preview(letter, recipients, left))
        return 0
    report = send(
        recipients,
        Sending(
            letter=letter,
            mail=config.mail,
            post=Post(config.mail, os.environ.get(PASSWORD, "")),
            clock=_clock(),
            journal=journal,
            known=known,
            again=args.again,
            tell=console.progress,
        ),
    )
    console.print(_summary(report, journal))
    return 0 if report.complete else 1


def _check_settings(config: Config, *, dry_run: bool) -> None:
    """Raise what keeps the issue from being sent, all at once (M003)."""
    missing = [] if config.site.base_url else ["base_url in [site]: links in a message need it"]
    missing += [] if config.mail.sender else ["sender in [mail]: who the message is from"]
    if not dry_run:
        missing += [] if config.mail.host else ["host in [mail]: the server that sends it"]
        if config.mail.user and not os.environ.get(PASSWORD):
            missing.append(f"the environment variable {PASSWORD}, since [mail] has a user")
    if missing:
        raise ConfigError(
            *(_problem("M003", f"mail needs {what}", "set it, and try again") for what in missing)
        )


def _listed(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = "name a text file with one address a line"
        raise ConfigError(_problem("M001", f"cannot read {path}: {error}", hint)) from error
    return read_recipients(text, PurePosixPath(path.as_posix()))


def _letter(config: Config, issue_id: str, console: Console) -> Composition:
    registry = make_registry(config)
    corpus, diagnostics, _ = read_corpus(config, registry)
    console.show(found for found in diagnostics if found.severity is Severity.ERROR)
    known = [issue.id for issue in corpus.issues]
    wanted = known[0] if issue_id == "latest" and known else issue_id
    if wanted not in known:
        hint = did_you_mean(wanted, known)
        raise ConfigError(_problem("C902", f"there is no issue {wanted!r}", hint))
    plan = plan_site(corpus, config, registry.page_builders, assets={}, version=VERSION)
    environment = make_environment(config, registry.filters)
    issue = corpus.issues[known.index(wanted)]
    return compose(corpus, plan, config, environment, issue)


def _clock() -> Clock:
    return Clock(
        now=lambda: datetime.datetime.now(tz=datetime.UTC).astimezone(),
        seconds=time.monotonic,
        sleep=time.sleep,
    )


def _preview(letter: Composition, recipients: tuple[str, ...], left: list[str]) -> str:
    size = len(letter.html.encode()) / 1000
    names = "\n".join(f"  {recipient}" for recipient in left)
    return (
        f"{letter.subject}\n{size:.0f} kB of HTML\n"
        f"would go to {len(left)} of {len(recipients)} recipients:\n{names}"
    )


def _summary(report: SendReport, journal: Path) -> str:
    parts = [f"{report.sent} sent"]
    parts += [f"{report.before} had it already"] if report.before else []
    parts += [f"{report.refused} refused"] if report.refused else []
    parts += [f"{report.deferred} put off too often; run again"] if report.deferred else []
    parts += [f"{report.doubtful} unknown; --again sends anew"] if report.doubtful else []
    return f"{', '.join(parts)}\nlog: {journal}"


def _problem(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)
