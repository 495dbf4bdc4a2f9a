"""``new``: begin a paper, an issue or a page."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from generator.cli import scaffold
from generator.cli.parser import add_config_option
from generator.cli.settings import settings, today
from generator.errors import ConfigError, Diagnostic, Severity
from generator.text.slug import slugify

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator new paper "Beavers at Work"
  python -m generator new issue "Rivers in spring"
  python -m generator new page "About"
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "new",
        help="begin a paper, an issue or a page",
        description="Write a file into seeds/ to begin with; never over an existing one.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument("kind", choices=("paper", "issue", "page"), help="what to begin")
    parser.add_argument("title", metavar="TITLE", help="its title")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0 when the file is written."""
    root = settings(args.config).root
    date = today(os.environ).isoformat()
    slug = slugify(args.title)
    if not slug:
        message = f"no file can be named after {args.title!r}"
        hint = "a title needs a letter or a digit"
        raise ConfigError(
            Diagnostic(code="C907", severity=Severity.ERROR, message=message, hint=hint)
        )
    match args.kind:
        case "paper":
            name, text = f"papers/{slug}.md", scaffold.paper(args.title, date)
        case "issue":
            name, text = f"issues/{date}-{slug}.md", scaffold.issue(args.title, date)
        case _:
            name, text = f"pages/{slug}.md", scaffold.page(args.title)
    (path,) = scaffold.write_new(root / "seeds", {name: text})
    console.print(str(path))
    return 0
