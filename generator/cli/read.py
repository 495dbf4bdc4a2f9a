"""``read``: what a reader finds in a file, before anything is merged."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import make_registry
from generator.cli.named_files import add_file_options, read_named
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.emit.facts import diagnostic_facts, paper_facts
from generator.errors import Severity
from generator.model.paper import Paper
from generator.sources.source import Reading
from generator.text.plain import clip

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator read ~/Downloads/references.bib
  python -m generator read --json seeds/page.txt > papers.json
  python -m generator read --format csv list.txt
"""
_TITLE = 60
_AUTHOR = 24


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "read",
        help="show what a file holds, as its reader sees it",
        description="Show the papers of a file in file order, before anything is merged, and "
        "every doubt about them. The file may lie anywhere.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    add_file_options(parser)
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object; of several files, a list"
    )
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0, or 1 when a file has errors."""
    config = settings(args.config)
    sources = make_registry(config).sources
    readings = read_named(args.files, args.format, config, sources)
    found = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    if args.json:
        console.write(as_json(readings))
    else:
        for path, reading in zip(args.files, readings, strict=True):
            console.print(as_table(path, reading))
        console.show(found)
    return int(any(diagnostic.severity is Severity.ERROR for diagnostic in found))


def as_json(readings: Iterable[Reading]) -> str:
    """Return ``{"format", "papers", "diagnostics"}`` for one reading, a list of it for several."""
    entries = [
        {
            "format": reading.format or None,
            "papers": [
                {**paper_facts(paper), "tldr": paper.tldr or None} for paper in reading.papers
            ],
            "diagnostics": [diagnostic_facts(found) for found in reading.diagnostics],
        }
        for reading in readings
    ]
    document = entries[0] if len(entries) == 1 else entries
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_table(path: Path, reading: Reading) -> str:
    """Return a heading with counts, and a line for each paper."""
    papers = reading.papers
    lacking = sum(not paper.abstract for paper in papers)
    counts = [
        f"{number:,} {name if number == 1 else name + 's'}"
        for number, name in (
            (len(papers), "paper"),
            (len(reading.issues), "issue"),
            (len(reading.pages), "free page"),
        )
        if number or name == "paper"
    ]
    heading = f"{path}: {reading.format or 'unknown format'}, {', '.join(counts)}"
    if lacking:
        heading += f", {lacking:,} without abstract"
    return "\n".join([heading, *_rows(papers)])


def _rows(papers: Iterable[Paper]) -> Iterator[str]:
    cells = [
        (
            str(paper.origins[0].location.line or ""),
            str(paper.published or ""),
            clip(paper.title, _TITLE),
            clip(paper.authors[0].name, _AUTHOR) if paper.authors else "",
            paper.id if paper.aliases else "",
        )
        for paper in papers
    ]
    if not cells:
        return
    head = ("line", "published", "title", "first author", "id")
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    for row in (head, *cells):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
