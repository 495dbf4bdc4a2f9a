"""``export``: the papers as structured entries for other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import make_registry, read_corpus
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.config.suggest import did_you_mean
from generator.emit.citation_keys import citation_keys
from generator.emit.exports import chosen_papers, papers_json
from generator.emit.formats import PAPER_FORMATS, paper_writers
from generator.errors import ConfigError, Diagnostic, Severity
from generator.plan.plan_site import plan_site
from generator.publish.history import read_history
from generator.version import VERSION

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator export --format json > papers.json
  python -m generator export --format json --topic robotics --output robotics.json
  python -m generator export --format bibtex --issue 2025-03-11 --output issue.bib
  python -m generator export --format markdown --output papers.md
"""
_JSON = "json"


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "export",
        help="write the papers for other programs",
        description="Write every paper as a structured entry, in the form you choose.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument(
        "--format",
        choices=(_JSON, *PAPER_FORMATS),
        required=True,
        help="form of the entries; only json has topics and addresses of the site",
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="file to write (default: standard output)"
    )
    parser.add_argument("--topic", metavar="SLUG", help="only the papers of this topic")
    parser.add_argument("--issue", metavar="ID", help="only the papers of this issue")
    parser.add_argument("--drafts", action="store_true", help="take drafts along")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0, or 1 when papers had errors: the others are written all the same."""
    config = settings(args.config, drafts=args.drafts)
    registry = make_registry(config)
    corpus, diagnostics, _ = read_corpus(
        config, registry, history=read_history(config.root / config.build.output)
    )
    console.show(diagnostics)
    _check_known(args.topic, "topic", [topic.id for topic in corpus.topics])
    _check_known(args.issue, "issue", [issue.id for issue in corpus.issues])
    if args.format == _JSON:
        plan = plan_site(corpus, config, registry.page_builders, assets={}, version=VERSION)
        text = papers_json(corpus, plan, config, topic=args.topic, issue=args.issue)
    else:
        papers = chosen_papers(corpus, topic=args.topic, issue=args.issue)
        text = paper_writers(citation_keys(corpus.papers))[args.format](papers)
    if args.output is None:
        console.write(text)
    else:
        _write(args.output, text)
    return int(any(found.severity is Severity.ERROR for found in diagnostics))


def _check_known(name: str | None, kind: str, known: Iterable[str]) -> None:
    if name is None or name in (names := tuple(known)):
        return
    raise ConfigError(
        Diagnostic(
            code="C902",
            severity=Severity.ERROR,
            message=f"there is no {kind} {name!r}",
            hint=did_you_mean(name, names),
        )
    )


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise ConfigError(
            Diagnostic(code="C903", severity=Severity.ERROR, message=message)
        ) from error
