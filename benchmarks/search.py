"""How far a query has to go: our search beside Pagefind, MiniSearch and lunr.js, in one run.

    npm ci --prefix benchmarks/peers
    python benchmarks/search.py                                   made-up papers
    python benchmarks/search.py --corpus papers.jsonl.gz          real ones: id, title, abstract, …
    python benchmarks/search.py --sizes 92 10000 --engines ours pagefind --json figures.json

For each size: kilobytes and milliseconds from the first key to ten results, in a browser that holds
nothing yet, over a line of 1.6 Mbit/s and 150 ms, code included; processor seconds to build the
index, and milliseconds a query takes once all is there; and how well each ranks: the mean
reciprocal rank, among ten, of the one paper that a question is made of.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.corpus import BenchPaper, made_up_papers, papers_of
from benchmarks.known_items import KINDS, Question, questions, slip, telling
from benchmarks.report import machine, table
from benchmarks.search_browser import Visit, ask_pagefind, visit
from benchmarks.search_engines import ENGINES, Answer, Site, lunr_py_seconds, missing

FETCHES = ("one word", "three words", "prefix", "typo")
_LONG = 8
_BEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of one engine at one size.

    Attributes:
        visits: Medians by kind of fetch; empty without a browser.
        build: Processor seconds to build the index.
        warm: Milliseconds of a query of three to five words, the median.
        ranks: Mean reciprocal rank by kind of question.
        empty: The share of questions without any answer.
    """

    engine: str
    papers: int
    visits: Mapping[str, Visit]
    build: float
    warm: float
    ranks: Mapping[str, float]
    empty: float


def fetched_queries(papers: Sequence[BenchPaper], each: int) -> dict[str, list[str]]:
    """Return, for each kind of fetch, what is typed: words of titles of different papers."""
    dice = random.Random(each)  # noqa: S311  # repeatable, not secret
    titles = [telling(paper.title) for paper in papers]
    usable = [words for words in titles if len(words) > 2 and len(max(words, key=len)) >= _LONG]
    chosen = dice.sample(usable, min(each, len(usable)))
    longest = [max(words, key=len) for words in chosen]
    return {
        "one word": longest,
        "three words": [" ".join(words[:3]) for words in chosen],
        "prefix": [word[:5] for word in longest],
        "typo": [slip(word, dice) for word in longest],
    }


def reciprocal_ranks(
    asked: Sequence[Question], ask: Callable[[str], Answer]
) -> tuple[dict[str, float], float, float]:
    """Return the mean reciprocal rank by kind, the share without answer, and the median time."""
    worth: dict[str, list[float]] = {}
    times = []
    empty = 0
    for question in asked:
        answer = ask(question.text)
        places = answer.places[:_BEST]
        found = places.index(question.target) + 1 if question.target in places else 0
        worth.setdefault(question.kind, []).append(1 / found if found else 0.0)
        times += [answer.ms] if question.kind == "title" else []
        empty += not places
    means = {kind: statistics.fmean(some) for kind, some in worth.items()}
    return means, empty / len(asked), statistics.median(times)


def measure(
    site: Site, engine: str, asked: Sequence[Question], fetches: Mapping[str, Sequence[str]]
) -> Figures:
    """Return an engine's figures."""
    if engine == "pagefind":
        site.build_pagefind()
        with ask_pagefind(site.folder) as ask:
            ranks, empty, warm = reciprocal_ranks(asked, ask)
    else:
        process = site.process(engine)
        ranks, empty, warm = reciprocal_ranks(asked, process.ask)
        process.close()
    visits = {}
    if find_spec("playwright"):
        visits = {
            kind: Visit.median([visit(site.folder, engine, query, site.kind) for query in queries])
            for kind, queries in fetches.items()
        }
    return Figures(
        engine=engine,
        papers=site.papers,
        visits=visits,
        build=site.build_seconds[engine],
        warm=warm,
        ranks=ranks,
        empty=empty,
    )


def fetch_table(figures: Sequence[Figures]) -> str:
    """Return kilobytes and milliseconds to ten results."""
    kinds = [kind for kind in FETCHES if figures[0].visits]
    head = ["to ten results", "papers"]
    head += [f"{kind}, kB" for kind in kinds] + [f"{kind}, ms" for kind in kinds] + ["requests"]
    rows = []
    for one in figures:
        sizes = [f"{one.visits[kind].bytes / 1000:,.1f}" for kind in kinds]
        times = [f"{one.visits[kind].ms:,.0f}" for kind in kinds]
        requests = [str(one.visits[kind].requests) for kind in kinds[:1]]
        rows.append([one.engine, f"{one.papers:,}", *sizes, *times, *requests])
    return table(head, rows)


def rank_table(figures: Sequence[Figures]) -> str:
    """Return build seconds, query milliseconds and mean reciprocal ranks."""
    kinds = [kind for kind in KINDS if kind in figures[0].ranks]
    head = ["MRR@10", "papers", *kinds, "no answer", "build, s", "query, ms"]
    rows = [
        [
            one.engine,
            f"{one.papers:,}",
            *(f"{one.ranks[kind]:.3f}" for kind in kinds),
            f"{one.empty:.1%}",
            f"{one.build:.2f}",
            f"{one.warm:.2f}",
        ]
        for one in figures
    ]
    return table(head, rows)


def parse_arguments() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="JSON Lines file of papers, maybe gzipped")
    parser.add_argument("--sizes", type=int, nargs="+", default=[92, 1000, 10_000], metavar="N")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--sample", type=int, default=300, help="papers asked for (default: 300)")
    parser.add_argument("--fetches", type=int, default=5, help="queries a kind, in the browser")
    parser.add_argument("--shard-above", type=int, default=1_400, help="as in [search]")
    parser.add_argument("--lunr-py", action="store_true", help="build with the Python package too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def main() -> None:
    """Measure every size and print the tables."""
    options = parse_arguments()
    facts = machine()
    print("\n".join(f"{name}: {value}" for name, value in facts.items()), "\n", sep="")
    reasons = {engine: missing(engine) for engine in options.engines}
    for engine, reason in reasons.items():
        if reason:
            print(f"{engine} is left out: {reason}")
    most = max(options.sizes)
    papers = papers_of(options.corpus, most) if options.corpus else made_up_papers(most)
    all_figures = []
    for size in sorted(options.sizes):
        folder = Path(tempfile.mkdtemp(prefix="benchmark-"))
        site = Site(folder, papers[:size], options.shard_above)
        asked = questions(papers[:size], options.sample)
        fetches = fetched_queries(papers[:size], options.fetches)
        if options.lunr_py:
            print(f"{size} papers: lunr.py builds in {lunr_py_seconds(folder):.2f} s")
        figures = []
        for engine in (name for name, reason in reasons.items() if not reason):
            print(f"  {size} papers: {engine}", file=sys.stderr)
            figures.append(measure(site, engine, asked, fetches))
        shutil.rmtree(folder)
        print(fetch_table(figures), rank_table(figures), sep="\n\n", end="\n\n")
        all_figures += figures
    if options.json:
        report = {"machine": facts, "figures": [asdict(one) for one in all_figures]}
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
