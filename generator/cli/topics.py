"""``topics``: what the topics of the papers are, and why; keeps those that were discovered."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.build import make_registry, read_corpus
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.cli.topic_lines import told
from generator.config.schema import Config
from generator.curate.discovery import LEAST_PAPERS, extended
from generator.curate.topic_choice import discovered_model, topic_sources
from generator.curate.topic_model import TopicModel
from generator.curate.topic_reasons import Reason
from generator.curate.topic_report import TopicReport, TopicSummary, topic_report
from generator.curate.topic_state import STATE_FILE, state_text
from generator.curate.topics_yaml import topics_yaml
from generator.errors import ConfigError, Diagnostic, Severity
from generator.model.paper import Paper

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator topics               what the topics are, and why
  python -m generator topics --json
  python -m generator topics --write       keep the discovered topics, as a file to edit
"""
_LISTED = 20


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "topics",
        help="show the topics and why; keep discovered ones",
        description="Show each topic's size and typical papers with the words that put them "
        "there, the papers that fit nowhere, and papers that are nearly the same.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--write", action="store_true", help="write the discovered topics into the project"
    )
    parser.add_argument("--force", action="store_true", help="overwrite the topics file")
    parser.add_argument("--drafts", action="store_true", help="take drafts along")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0, or 1 when papers had errors, or are too few to discover topics in."""
    config = settings(args.config, drafts=args.drafts)
    if args.write:
        _check_free(config, force=args.force)
    corpus, diagnostics, _ = read_corpus(config, make_registry(config))
    console.show(diagnostics)
    if args.write:
        return _keep(corpus.papers, discovered_model(corpus.papers, config), config, console)
    report = topic_report(corpus, topic_sources(corpus.papers, config))
    if args.json:
        console.write(json.dumps(_object(report), ensure_ascii=False, indent=1) + "\n")
    else:
        _print(report, console)
    return int(any(found.severity is Severity.ERROR for found in diagnostics))


def _check_free(config: Config, *, force: bool) -> None:
    if force or config.topics.discover or not (config.root / config.topics.file).exists():
        return
    message = f"{config.topics.file} exists already"
    hint = "overwrite it with --force, or set discover = true in [topics] to keep the state alone"
    raise ConfigError(_problem("C906", message, hint))


def _keep(
    papers: Sequence[Paper], model: TopicModel | None, config: Config, console: Console
) -> int:
    """Write the state and, where it will be used, the file to edit."""
    if model is None:
        console.error(
            f"topics are discovered in {LEAST_PAPERS} papers or more; nothing was written"
        )
        return 1
    model = extended(model, papers)
    files = {str(STATE_FILE): state_text(model)}
    if not config.topics.discover:
        files[config.topics.file] = topics_yaml(model)
    for name, text in files.items():
        _save(config.root / name, text)
        console.print(f"{len(model.centres)} topics written to {name}")
    return 0


def _save(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(_problem("C903", f"cannot write {path}: {error.strerror}")) from error


def _problem(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)


def _object(report: TopicReport) -> dict[str, Any]:
    return {
        "topics": [
            {
                "slug": entry.topic.id,
                "name": entry.topic.name,
                "description": entry.topic.description,
                "parent": entry.topic.parent or None,
                "papers": entry.papers,
                "primary": entry.primary,
                "typical": [
                    {
                        **_named(typical.paper),
                        "score": typical.score,
                        "reasons": [_reason(reason) for reason in typical.reasons],
                    }
                    for typical in entry.typical
                ],
            }
            for entry in report.topics
        ],
        "unplaced": [_named(paper) for paper in report.unplaced],
        "near_duplicates": [
            {"similarity": value, "papers": [_named(one), _named(other)]}
            for value, one, other in report.alike
        ],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    terms = [{"term": term, "weight": weight} for term, weight in reason.terms]
    return {"by": reason.kind.value, "total": reason.total, "terms": terms}


def _named(paper: Paper) -> dict[str, Any]:
    return {"id": paper.id, "title": paper.title}


def _print(report: TopicReport, console: Console) -> None:
    for entry in report.topics:
        _print_topic(entry, console)
    if report.unplaced:
        console.print(f"\nno topic ({len(report.unplaced)})")
        for paper in report.unplaced[:_LISTED]:
            console.print(f"  {paper.title}")
        if len(report.unplaced) > _LISTED:
            console.print(f"  … and {len(report.unplaced) - _LISTED} more")
    if report.alike:
        console.print(f"\nnearly the same ({len(report.alike)})")
        for value, one, other in report.alike[:_LISTED]:
            console.print(f"  {value:.2f}  {one.title}\n        {other.title}")
    console.print(f"\n{len(report.topics)} topics")


def _print_topic(entry: TopicSummary, console: Console) -> None:
    inside = f" in {entry.topic.parent}" if entry.topic.parent else ""
    first = f", {entry.primary} of them first of all" if entry.primary < entry.papers else ""
    count = "1 paper" if entry.papers == 1 else f"{entry.papers} papers"
    console.print(f"\n{entry.topic.name} ({entry.topic.id}){inside}: {count}{first}")
    for typical in entry.typical:
        console.print(f"  {typical.score:.2f}  {typical.paper.title}")
        for line in told(typical.reasons):
            console.print(f"        {line}")
