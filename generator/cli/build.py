"""``build``: make the site."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import Site, make_site
from generator.cli.parser import add_build_options, add_config_option
from generator.cli.settings import processors, settings
from generator.model.counts import Counts
from generator.publish.apply import PublishReport, publish
from generator.publish.history import read_history

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator build
  python -m generator build --output public --base-url https://example.org/digest/
  python -m generator build --strict --quiet
"""


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "build",
        help="make the site",
        description="Make the site from seeds/. Nothing is written when anything is wrong.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    add_build_options(parser)
    parser.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where the site goes (default: _site)"
    )
    parser.add_argument("--clean", action="store_true", help="write every file anew")
    parser.add_argument(
        "--history",
        type=Path,
        metavar="FILE",
        help="history.json of the last build (default: the one in the output)",
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0 when the site is written, 1 when its content has problems and nothing was."""
    console.quiet = args.quiet
    start = time.perf_counter()
    config = settings(args.config, base_url=args.base_url, output=args.output, drafts=args.drafts)
    output = config.root / config.build.output
    site = make_site(
        config,
        jobs=processors(args.jobs),
        progress=console.progress,
        history=read_history(args.history or output),
    )
    console.show(site.diagnostics)
    if site.failed(strict=args.strict):
        console.error("the site was not written")
        return 1
    console.progress("write")
    written_from = time.perf_counter()
    report = publish(
        site.artifacts,
        output,
        clean=args.clean,
        protected=(config.root, config.root / "seeds", Path.home()),
    )
    end = time.perf_counter()
    seconds = (*site.seconds, ("write", end - written_from))
    console.print(summary(site, report, output, seconds, end - start))
    return 0


def summary(
    site: Site,
    report: PublishReport,
    output: Path,
    seconds: tuple[tuple[str, float], ...],
    total: float,
) -> str:
    """Return what was read, what was made, what was written, and where the time went."""
    corpus = site.corpus
    counts = ", ".join(
        f"{number:,} {name if number == 1 else name + 's'}"
        for number, name in (
            (len(corpus.papers), "paper"),
            (len(corpus.issues), "issue"),
            (len(corpus.topics), "topic"),
            (len(site.plan.pages), "page"),
        )
    )
    stages = ", ".join(f"{name} {time_taken:.2f}" for name, time_taken in seconds)
    return (
        f"{reading(corpus.counts)}\n"
        f"{counts} in {output}\n"
        f"{report.written:,} files written ({report.bytes / 1e6:.1f} MB), "
        f"{report.unchanged:,} unchanged, {report.removed:,} removed\n"
        f"{total:.2f} s: {stages}"
    )


def reading(counts: Counts) -> str:
    """Return how many papers were read, merged and left out, and why; the numbers add up."""
    parts = [f"{_papers(counts.read)} read"]
    if counts.merged:
        doubled = counts.merged - counts.merged_into
        parts.append(
            f"{doubled:,} merged into others ({counts.merged:,} became {counts.merged_into:,})"
        )
    if counts.left_out:
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in counts.left_out)
        total = sum(number for _, number in counts.left_out)
        parts.append(f"{total:,} left out: {reasons}")
    return "; ".join([*parts, f"{counts.kept:,} in the site"])


def _papers(number: int) -> str:
    return f"{number:,} paper" if number == 1 else f"{number:,} papers"
