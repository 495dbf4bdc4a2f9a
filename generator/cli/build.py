"""``build``: make the site."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import FOLDER, NO_CACHE, Cache
from generator.cli.parser import add_build_options, add_config_option
from generator.cli.settings import processors, settings
from generator.config.schema import Config
from generator.errors import ConfigError, Diagnostic, Severity, forbid
from generator.model.counts import Counts
from generator.publish.apply import PublishReport, opened
from generator.publish.history import read_history
from generator.publish.receipt import Receiver
from generator.rebuild.inputs import inputs_fingerprint
from generator.rebuild.last_build import LastBuild, recall, remember, untouched_files
from generator.rebuild.program import program_fingerprint, project_cache
from generator.stages import undisturbed
from generator.version import VERSION

if TYPE_CHECKING:
    from generator.build import Site
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers
    from generator.sampler import Sampler

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
    parser.add_argument(
        "--no-cache", action="store_true", help=f"do all the work anew; leave {FOLDER}/ alone"
    )
    parser.add_argument(
        "--profile",
        type=Path,
        nargs="?",
        const=Path("build.speedscope.json"),
        metavar="FILE",
        help="say what each stage cost, and write a flame graph (default: build.speedscope.json)",
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")
    parser.set_defaults(run=run)


@undisturbed()
def run(args: Namespace, console: Console) -> int:
    """Return 0 when the site is written, 1 when its content has problems and nothing was."""
    console.quiet = args.quiet
    start = time.perf_counter()
    config = settings(args.config, base_url=args.base_url, output=args.output, drafts=args.drafts)
    output = config.root / config.build.output
    cache = NO_CACHE if args.no_cache else project_cache(config, program_fingerprint())
    inputs = inputs_fingerprint(config) if cache.folder else None
    anew = args.clean or args.history or args.profile
    last = recall(cache, inputs, output) if inputs and not anew else None
    if last and (files := untouched_files(last, output)) is not None:
        return _leave(last, files, console, strict=args.strict, start=start)
    sampler = _sampler(console) if args.profile else None
    progress = sampler.begin if sampler else console.progress
    protected = (config.root, config.root / "seeds", Path.home())
    with opened(output, clean=args.clean, protected=protected) as publication:
        site = _make(
            config,
            cache,
            processors(args.jobs),
            progress=progress,
            history=read_history(args.history or output),
            receiver=Receiver(take=publication.lay_out, stands=publication.has),
        )
        console.show(site.diagnostics)
        if site.failed(strict=args.strict):
            return _refuse(console)
        progress("write")
        written_from = time.perf_counter()
        report = publication.commit(site.files)
    end = time.perf_counter()
    seconds = (*site.seconds, ("write", end - written_from))
    what = contents(site, output)
    console.print(f"{what}\n{writing(report)}\n{timing(end - start, seconds)}")
    if sampler:
        _report(sampler, args.profile, console)
    # A seed that was saved meanwhile may have been read before or after.
    if inputs and inputs == inputs_fingerprint(config):
        remember(cache, inputs, output, site.diagnostics, what)
    return 0


def _make(config: Config, cache: Cache, jobs: int, **options: Any) -> Site:
    """Make the site; another process makes its theme while this one loads the code for papers.

    A site that stands already needs neither, and took less time than loading either.
    """
    from generator.theme import theme_beside  # noqa: PLC0415 # says the docstring

    with theme_beside(config, cache, jobs=jobs) as theme:
        from generator.build import Makers, make_site  # noqa: PLC0415 # as above

        return make_site(config, cache=cache, jobs=jobs, makers=Makers(theme=theme), **options)


def _sampler(console: Console) -> Sampler:
    from generator.sampler import Sampler  # noqa: PLC0415 # seldom needed

    return Sampler(console.progress)


def _leave(last: LastBuild, files: int, console: Console, *, strict: bool, start: float) -> int:
    """Say what there is to say of a site that stands already."""
    console.show(last.diagnostics)
    if forbid(last.diagnostics, strict=strict):
        return _refuse(console)
    report = PublishReport(written=0, unchanged=files, removed=0, bytes=0)
    seconds = time.perf_counter() - start
    console.print(f"{last.summary}\n{writing(report)}\n{timing(seconds, (('compare', seconds),))}")
    return 0


def _report(sampler: Sampler, file: Path, console: Console) -> None:
    """Say what each stage cost, and write the flame graph.

    Raises:
        ConfigError: The file cannot be written (C903).
    """
    sampler.end()
    try:
        file.write_text(sampler.to_json(f"florilegium {VERSION}"), encoding="utf-8")
    except OSError as error:
        message = f"cannot write {file}: {error.strerror}"
        raise ConfigError(
            Diagnostic(code="C903", severity=Severity.ERROR, message=message)
        ) from error
    console.print(f"{sampler.table()}\nflame graph in {file}, for https://www.speedscope.app")


def _refuse(console: Console) -> int:
    console.error("the site was not written")
    return 1


def contents(site: Site, output: Path) -> str:
    """Return what was read, and what was made of it."""
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
    return f"{reading(corpus.counts)}\n{counts} in {output}"


def writing(report: PublishReport) -> str:
    """Return what was written."""
    return (
        f"{report.written:,} files written ({report.bytes / 1e6:.1f} MB), "
        f"{report.unchanged:,} unchanged, {report.removed:,} removed"
    )


def timing(total: float, seconds: Sequence[tuple[str, float]]) -> str:
    """Return where the time went."""
    stages = ", ".join(f"{name} {time_taken:.2f}" for name, time_taken in seconds)
    return f"{total:.2f} s: {stages}"


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
