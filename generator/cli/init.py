"""``init``: begin a new digest in a folder."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import scaffold
from generator.cli.settings import today

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator init my-digest
  cd my-digest && python -m generator serve --open
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "init",
        help="begin a new digest in a folder",
        description="Write settings, a taxonomy and a made-up paper to begin with.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="made if it does not exist")
    parser.add_argument("--title", default="Research digest", help="the digest's name")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0 when the files are written."""
    folder: Path = args.folder
    files = scaffold.project(args.title, today(os.environ).isoformat())
    for path in scaffold.write_new(folder, files):
        console.print(str(path))
    console.print(f"next: cd {folder} and python -m generator serve --open")
    return 0
