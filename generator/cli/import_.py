"""``import``: rewrite files of any format as one that can be edited by hand."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import make_registry
from generator.cli.named_files import add_file_options, read_named
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.emit.jsonl import papers_jsonl
from generator.emit.markdown_papers import papers_markdown
from generator.errors import ConfigError, Diagnostic, Severity
from generator.model.paper import Paper
from generator.sources.source import Reading

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator import ~/Downloads/references.bib --into seeds/references.md
  python -m generator import lists/*.csv.gz --into seeds/lists.jsonl
  python -m generator import --format csv list.txt --into seeds/list.md --force
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "import",
        help="rewrite files as one that can be edited",
        description="Read files of any format and write their papers, in file order and unmerged, "
        "into one file: Markdown with front matter, or one JSON object a line.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    add_file_options(parser)
    parser.add_argument(
        "--into", type=Path, required=True, metavar="FILE", help="a name that ends in .md or .jsonl"
    )
    parser.add_argument("--force", action="store_true", help="overwrite the file if it exists")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0; 1 when there is nothing to write, or a file has errors."""
    write = _writer(args.into)
    if args.into.exists() and not args.force:
        hint = "choose another name, or overwrite it with --force"
        raise ConfigError(_problem("C906", f"{args.into} exists already", hint))
    config = settings(args.config)
    readings = read_named(args.files, args.format, config, make_registry(config).sources)
    papers = [paper for reading in readings for paper in reading.papers]
    found = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    console.show(found)
    if not papers:
        console.error(f"no paper was found; {args.into} was not written")
        return 1
    _save(args.into, write(papers))
    console.print(summary(args.into, readings))
    return int(any(diagnostic.severity is Severity.ERROR for diagnostic in found))


def summary(into: Path, readings: Sequence[Reading]) -> str:
    """Return what was written, and what such a file cannot hold."""
    papers = sum(len(reading.papers) for reading in readings)
    lines = [f"{_counted(papers, 'paper')} written to {into}"]
    left_out = [
        _counted(number, name)
        for name, number in (
            ("issue", sum(len(reading.issues) for reading in readings)),
            ("free page", sum(len(reading.pages) for reading in readings)),
        )
        if number
    ]
    if left_out:
        lines.append(f"left out: {', '.join(left_out)}; keep the file that holds them")
    return "\n".join(lines)


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def _writer(into: Path) -> Callable[[Iterable[Paper]], str]:
    match into.suffix.lower():
        case ".md":
            return papers_markdown
        case ".jsonl":
            return papers_jsonl
    message = f"the name {into.name!r} ends neither in .md nor in .jsonl"
    raise ConfigError(_problem("C912", message, "the ending says how the papers are written"))


def _save(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise ConfigError(_problem("C903", message)) from error


def _problem(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)
