"""``fetch``: download papers into ``seeds/``."""

from __future__ import annotations

import os
import random
import time
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.parser import add_config_option, positive
from generator.cli.settings import settings
from generator.config.schema import Config
from generator.errors import ConfigError, Diagnostic, InputError, Severity
from generator.fetch.client import Client, user_agent
from generator.fetch.clock import Clock
from generator.fetch.collect import Collection, collect
from generator.fetch.fetch_error import FetchError
from generator.fetch.memory import WORKPLACE, Memory
from generator.fetch.pace import Pace
from generator.fetch.question import Question
from generator.fetch.questions import SERVICES, Wish, question_of
from generator.fetch.transport import Transport
from generator.version import VERSION

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator fetch arxiv "cat:cs.CL AND abs:grammar" --max 50
  python -m generator fetch arxiv-ids reading-list.txt
  python -m generator fetch hf-daily 2025-03-11
  python -m generator fetch openalex "river sounds" publication_year:2025
  python -m generator fetch crossref 10.1000/182 10.1000/183
  python -m generator fetch openreview ICLR.cc/2025/Conference
  python -m generator fetch rss https://rss.arxiv.org/atom/cs.CL --into seeds/cs-cl
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "fetch",
        help="download papers into seeds/",
        description="Download papers into seeds/, at the pace each service asks for. "
        "An interrupted download goes on where it stopped; a failed one changes nothing.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument(
        "service", choices=tuple(SERVICES), metavar="SERVICE", help=", ".join(SERVICES)
    )
    parser.add_argument(
        "words", nargs="+", metavar="WORD", help="what to ask for; see the examples"
    )
    parser.add_argument(
        "--into", type=Path, metavar="FOLDER", help="where to (default: one of its own in seeds/)"
    )
    parser.add_argument(
        "--max",
        type=positive,
        metavar="N",
        help="most papers of arxiv and openalex (default: 100) or openreview (default: all)",
    )
    parser.add_argument("--fresh", action="store_true", help="forget earlier downloads")
    parser.add_argument(
        "--base", metavar="URL", help="address of the service, if not its usual one"
    )
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0, or 1 when something could not be had; what could is then kept."""
    config = settings(args.config)
    question = question_of(
        Wish(
            service=args.service,
            words=tuple(args.words),
            limit=args.max,
            base=(args.base or "").rstrip("/"),
            contact=config.fetch.contact,
            today=config.today,
        )
    )
    folder = _folder(args.into, config, question)
    # The only clock of fetching; jitter needs no secrecy.
    clock = Clock(now=time.time, sleep=time.sleep, random=random.random)
    try:
        memory = Memory(config.root, folder)
        memory.begin(question.mark, clock.now(), afresh=args.fresh)
        client = _client(config, clock, console)
        collection = collect(question, folder, memory, client, console.progress)
    except FetchError as error:
        raise InputError(error.diagnostic(question.service.name)) from error
    return _report(collection, question, console, config)


def _folder(into: Path | None, config: Config, question: Question) -> Path:
    folder = config.root / "seeds" / question.folder if into is None else Path.cwd() / into
    folder = Path(os.path.normpath(folder))
    if folder.exists() and not folder.is_dir():
        message = f"--into names a file: {folder}"
        hint = "name a folder; each answer of the service becomes a file in it"
        raise ConfigError(
            Diagnostic(code="F001", severity=Severity.ERROR, message=message, hint=hint)
        )
    return folder


def _client(config: Config, clock: Clock, console: Console) -> Client:
    fetch = config.fetch
    transport = Transport(
        user_agent=user_agent(fetch, config.site.base_url, VERSION),
        timeout=fetch.timeout,
        max_size=fetch.max_size * 1_000_000,
        clock=clock,
    )
    return Client(
        transport=transport,
        pace=Pace(config.root / WORKPLACE / "pace.json", clock),
        clock=clock,
        attempts=fetch.attempts,
        patience=fetch.patience,
        progress=console.progress,
    )


def _report(collection: Collection, question: Question, console: Console, config: Config) -> int:
    notes = list(collection.diagnostics)
    if not config.fetch.contact:
        message = "requests carry no mail address"
        hint = "set [fetch] contact in site.toml: services prefer to know whom to write to"
        notes.append(_note("F002", message, hint))
    if collection.total is not None and collection.total > collection.papers > 0:
        message = (
            f"{question.service.name} has {collection.total:,} papers that match; "
            f"{collection.papers:,} were fetched"
        )
        notes.append(_note("F013", message, "ask for more with --max, or narrow the search"))
    console.show(notes)
    for path in collection.written:
        console.print(str(path))
    console.print(f"{question.service.name}: {_summary(collection)}")
    return int(any(note.severity is Severity.ERROR for note in notes))


def _summary(collection: Collection) -> str:
    papers, written = collection.papers, len(collection.written)
    told = [
        f"{papers:,} paper{'' if papers == 1 else 's'}",
        f"{written} file{'' if written == 1 else 's'} written",
    ]
    told += [f"{collection.unchanged} unchanged"] if collection.unchanged else []
    told += [f"{len(collection.removed)} removed"] if collection.removed else []
    return ", ".join(told)


def _note(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.NOTE, message=message, hint=hint)
