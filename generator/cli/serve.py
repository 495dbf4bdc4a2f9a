"""``serve``: build, watch, rebuild, reload the browser."""

from __future__ import annotations

import os
import webbrowser
from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from generator.build import Makers, Site, make_site
from generator.cli.parser import add_config_option
from generator.cli.settings import processors, settings, today
from generator.config.schema import Config
from generator.errors import ConfigError, Diagnostic
from generator.rebuild.program import program_fingerprint, project_cache
from generator.render.compiled import CompiledTemplates
from generator.serve import session
from generator.serve.last_corpus import LastCorpus
from generator.serve.live_site import LiveSite
from generator.serve.server import DevServer
from generator.serve.session import scope_of
from generator.serve.watch import Scope
from generator.theme import load_theme

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator serve --open
  python -m generator serve --host 0.0.0.0 --port 8080     for other machines in the network
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "serve",
        help="show the site in a browser, and again after each change",
        description="Build into memory, serve, and build again after each change. "
        "A failing build keeps the last good site and shows its messages in the page.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port", type=int, default=8000, help="port; 0 takes any free one (%(default)s)"
    )
    parser.add_argument("--open", action="store_true", help="open the site in the browser")
    parser.add_argument("--drafts", action="store_true", help="take drafts along")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Serve until Ctrl-C; return 0 then."""
    live = LiveSite()
    makers = Makers(read=LastCorpus().read, theme=partial(load_theme, compiled=CompiledTemplates()))
    # Taken once: what is saved while this process runs does not change the code it has loaded.
    program = program_fingerprint()

    def load() -> Config:
        config = settings(args.config, base_url=server.url, drafts=args.drafts)
        # A service worker would go on answering at this address after the server has ended.
        return replace(config, site=replace(config.site, offline=False))

    def make() -> Site:
        config = load()
        return make_site(
            config,
            jobs=processors(None),
            progress=console.progress,
            cache=project_cache(config, program),
            makers=makers,
        )

    def scope() -> Scope:
        file: Path = args.config or Path()
        file = file / "site.toml" if file.is_dir() else file
        try:
            return scope_of(load(), file)
        except ConfigError:  # the build reports it; until it is mended, watch the usual places
            return scope_of(Config(root=file.absolute().parent, today=today(os.environ)), file)

    def report(diagnostics: tuple[Diagnostic, ...], built: bool) -> None:
        console.show(diagnostics)
        console.print(f"{server.url} shows the {'new' if built else 'last good'} site")

    with DevServer(args.host, args.port, live) as server:
        console.print(f"serving {server.url}; Ctrl-C ends")
        if args.open:
            webbrowser.open(server.url)
        try:
            session.run(make, scope, live, report, Event())
        except KeyboardInterrupt:
            console.print("stopped")
    return 0
