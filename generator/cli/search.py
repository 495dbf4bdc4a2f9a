"""``search``: the built site's search, from the command line."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.parser import add_config_option, positive
from generator.cli.settings import settings
from generator.search.engine import Answer, search
from generator.search.library import Library, open_library

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator search "diffusion models"
  python -m generator search --json --limit 3 "speech synthesis"
  python -m generator search --stdin < queries.txt
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "search",
        help="ask the site's search from the command line",
        description="Search the built site, with the same ranking as its search page.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("query", nargs="?", help="the words to search for")
    what.add_argument(
        "--stdin", action="store_true", help="read one query a line; print one JSON line for each"
    )
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    parser.add_argument(
        "--limit", type=positive, default=10, metavar="N", help="most results (default: 10)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FOLDER", help="the built site (default: as in site.toml)"
    )
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0, also when nothing is found."""
    config = settings(args.config, output=args.output)
    library = open_library(config.root / config.build.output)
    if args.stdin:
        for line in sys.stdin:
            _write_json(library, line.removesuffix("\n"), args.limit, console)
            console.flush()
    elif args.json:
        _write_json(library, args.query, args.limit, console)
    else:
        _print(library, args.query, args.limit, console)
    return 0


def _write_json(library: Library, query: str, limit: int, console: Console) -> None:
    answer = search(library.backend, library.synonyms, query)
    line = {"query": query, "results": _results(library, answer, limit)}
    console.write(json.dumps(line, ensure_ascii=False) + "\n")


def _print(library: Library, query: str, limit: int, console: Console) -> None:
    answer = search(library.backend, library.synonyms, query)
    if answer.plainly:
        console.print("nothing answers this as written; its signs were read as plain words")
    for typed, meant in answer.corrections.items():
        console.print(f"nothing holds {typed}; searched for {meant}")
    for number, result in enumerate(_results(library, answer, limit), 1):
        console.print(f"{number:3}. {result['title']}\n     {result['url']}")
    total = len(answer.hits)
    console.print(f"{total} {'paper' if total == 1 else 'papers'} found")


def _results(library: Library, answer: Answer, limit: int) -> list[dict[str, Any]]:
    hits = answer.hits[:limit]
    records = library.backend.records([hit.paper for hit in hits])
    return [
        {**{name: paper[name] for name in ("id", "title", "url")}, "score": round(hit.score, 6)}
        for hit, paper in zip(hits, records, strict=True)
    ]
