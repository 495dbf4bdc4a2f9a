"""The command line: find the command, run it, turn what happened into an exit code."""

from __future__ import annotations

import argparse
import importlib
import keyword
import os
import sys
from collections.abc import Sequence

from generator.cli.console import Console
from generator.cli.parser import Parser
from generator.errors import ConfigError, DigestError
from generator.stages import undisturbed
from generator.version import VERSION

COMMANDS = {
    "build": "make the site",
    "check": "report every problem; write nothing",
    "serve": "show the site in a browser, and again after each change",
    "read": "show what a file holds, as its reader sees it",
    "import": "rewrite files as one that can be edited",
    "export": "write the structured entries for other programs",
    "topics": "show the topics and why; keep discovered ones",
    "explain": "say why a paper's sentences, topics and neighbours were chosen",
    "search": "ask the site's search from the command line",
    "mail": "send an issue to its readers",
    "fetch": "download papers into seeds/",
    "new": "begin a paper, an issue or a page",
    "init": "begin a new digest in a folder",
}
"""What each command does. Its module, of the same name, is imported only when it is called; a word
of Python's own, such as import, gets an underscore there."""

FINE, CONTENT, USAGE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's libraries ask for the number of their threads, when they are loaded."""

_DESCRIPTION = "Florilegium turns a pile of paper abstracts into a research digest."
_EXAMPLES = """\
examples:
  python -m generator init my-digest     begin a digest
  python -m generator serve --open       look at it while you write
  python -m generator build --strict     make the site; warnings fail the build
  python -m generator build --help       the options of one command

exit codes:
  0 fine, 1 problems in the content, 2 usage or settings, 3 a bug of ours
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    Args:
        arguments: Words after the program's name; None takes those of this process.

    Raises:
        SystemExit: Help or version was asked for (0), or the arguments make no sense (2).
    """
    console = Console.standard()
    # Processes share the work among themselves; threads beside them would wait for each other, and
    # sums would depend on how many processors a machine has.
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        with undisturbed():
            args = parse(sys.argv[1:] if arguments is None else arguments)
        code: int = args.run(args, console)
        console.flush()
    except DigestError as error:
        console.show(error.diagnostics)
        return USAGE if isinstance(error, ConfigError) else CONTENT
    except KeyboardInterrupt:
        console.error("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        console.abandon()
        return PIPE_CLOSED
    except Exception:  # noqa: BLE001 — the last resort: whatever it is, it is our bug
        console.bug(VERSION)
        return BUG
    return code


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments; ``run`` is the function of the command."""
    parser = Parser(prog="florilegium", description=_DESCRIPTION, epilog=_EXAMPLES)
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Parser
    )
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    if chosen and chosen not in COMMANDS:
        parser.refuse(chosen, "command", tuple(COMMANDS))
    for name, help_line in COMMANDS.items():
        if name == chosen:
            module = f"{name}_" if keyword.iskeyword(name) else name
            importlib.import_module(f"generator.cli.{module}").add_parser(commands)
        else:
            commands.add_parser(name, help=help_line)
    args, unknown = parser.parse_known_args(arguments)
    if unknown:
        command = commands.choices[chosen]
        word = unknown[0].partition("=")[0]
        if not word.startswith("-"):
            command.error(f"there is no argument {word!r}")
        command.refuse(word, "option", command.options)
    return args
