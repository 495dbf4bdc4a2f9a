"""How fast files are read: megabytes and papers a second, by file.

    python benchmarks/read.py                           made-up papers in some formats
    python benchmarks/read.py references.bib papers.jsonl.gz --runs 5
    python benchmarks/read.py --papers 10000 --profile

Each figure is the best of the runs, in processor seconds of one process on one core, from the bytes
on disk to papers; "merge" is the time it then takes to find and merge the records of one paper.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime
import json
import pstats
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import BenchPaper, made_up_papers
from benchmarks.project import SEED_FORMATS
from benchmarks.report import machine, table
from generator.build import make_registry
from generator.config.schema import Config
from generator.curate.dedupe import merge_papers
from generator.emit.bibtex import papers_bibtex
from generator.emit.csl_json import papers_csl_json
from generator.emit.jsonl import papers_jsonl
from generator.emit.markdown_papers import papers_markdown
from generator.emit.ris import papers_ris
from generator.model.dates import PartialDate
from generator.model.ids import paper_id
from generator.model.paper import Author, Paper
from generator.sources.discover import named_file
from generator.sources.read import joined, read_file
from generator.sources.source import Reading, Source
from generator.stages import Stages, quiet

TODAY = datetime.date(2025, 1, 1)
WRITERS = {
    "papers.bib": papers_bibtex,
    "papers.ris": papers_ris,
    "papers.json": papers_csl_json,
    "papers.jsonl": papers_jsonl,
    "papers.md": papers_markdown,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One file.

    Attributes:
        name: Of the file.
        format: The reader's name.
        bytes: Of the file; packed files count as they lie on disk.
        papers: Records read.
        read: Processor seconds to read it.
        merge: Processor seconds to merge the records.
    """

    name: str
    format: str
    bytes: int
    papers: int
    read: float
    merge: float


def measure(path: Path, sources: Sequence[Source], runs: int) -> Figure:
    """Return the figures of one file; the first run pays for what is imported on demand."""
    file = named_file(Config(root=path.parent, today=TODAY), path)
    reading = Reading()
    taken: dict[str, list[float]] = {"read": [], "merge": []}
    for _ in range(runs):
        stages = Stages(quiet)  # undisturbed, as in a build
        start = time.process_time()
        with stages.stage("read"):
            reading = joined(tuple(read_file(file, sources)))
        read = time.process_time()
        with stages.stage("merge"):
            merge_papers(reading.papers)
        taken["read"].append(read - start)
        taken["merge"].append(time.process_time() - read)
    return Figure(
        name=path.name,
        format=reading.format,
        bytes=path.stat().st_size,
        papers=len(reading.papers),
        read=min(taken["read"]),
        merge=min(taken["merge"]),
    )


def figures_table(figures: Sequence[Figure]) -> str:
    """Return a row for each file."""
    head = ("file", "format", "MB", "papers", "read s", "MB/s", "papers/s", "merge s")
    rows = [
        (
            figure.name,
            figure.format or "?",
            f"{figure.bytes / 1e6:.2f}",
            f"{figure.papers:,}",
            f"{figure.read:.3f}",
            f"{figure.bytes / 1e6 / figure.read:.1f}",
            f"{figure.papers / figure.read:,.0f}",
            f"{figure.merge:.3f}",
        )
        for figure in figures
    ]
    return table(head, rows)


def made_up_files(folder: Path, count: int) -> list[Path]:
    """Write made-up papers in several formats and return the files."""
    invented = made_up_papers(count)
    papers = [as_paper(paper) for paper in invented]
    paths = [folder / "papers.txt", *(folder / name for name in WRITERS)]
    pages = SEED_FORMATS["pasted"](invented).values()
    paths[0].write_text("\n".join(pages), encoding="utf-8")
    for path, write in zip(paths[1:], WRITERS.values(), strict=True):
        path.write_text(write(papers), encoding="utf-8")
    return paths


def as_paper(paper: BenchPaper) -> Paper:
    """Return a made-up paper as the writers want it."""
    return Paper(
        id=paper_id(paper.title, paper.authors[0]),
        title=paper.title,
        abstract=paper.abstract,
        authors=tuple(Author(name=name) for name in paper.authors),
        published=PartialDate(paper.year),
        venue=paper.venue,
        keywords=paper.keywords,
    )


def profile(paths: Sequence[Path], sources: Sequence[Source]) -> None:
    """Print where the time goes, all files together."""
    profiler = cProfile.Profile()
    for path in paths:
        profiler.runcall(measure, path, sources, 1)
    pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(30)


def parse_arguments() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="in any format")
    parser.add_argument("--papers", type=int, default=2000, help="made-up ones (default: 2000)")
    parser.add_argument("--runs", type=int, default=3, help="of which the best counts (default: 3)")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def main() -> None:
    """Measure every file and print the table."""
    options = parse_arguments()
    sources = make_registry(Config(root=Path.cwd(), today=TODAY)).sources
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        paths = options.files or made_up_files(Path(folder), options.papers)
        figures = [measure(path, sources, options.runs) for path in paths]
        if options.profile:
            profile(paths, sources)
    facts = machine()
    print("\n".join(f"{name}: {value}" for name, value in facts.items()), end="\n\n")
    print(figures_table(figures))
    if options.json:
        report = {"machine": facts, "figures": [asdict(figure) for figure in figures]}
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
