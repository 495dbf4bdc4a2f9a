"""What each export writes, our reader of the format reads back as the same papers."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.bibtex import papers_bibtex
from generator.emit.csl_json import papers_csl_json
from generator.emit.jsonl import papers_jsonl
from generator.emit.markdown_papers import papers_markdown
from generator.emit.ris import papers_ris
from generator.model.dates import PartialDate
from generator.model.ids import paper_id
from generator.model.paper import Author, Link, LinkKind, Paper, Signals, Status
from generator.sources.bibtex import Bibtex
from generator.sources.csl_json import CslJson
from generator.sources.exported import Exported
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.ris import Ris
from generator.sources.source import Source
from tests.sources.seeds import make_seed

PLAIN = "abcdefgXYZ0189éßłÅ中文😀.,:;()[]!?*+=/|@'\"-–“”"
SIGNS = PLAIN + "\\{}$&%#_~^`"
ANY = SIGNS + "<>"
FORMULAS = ("$x_i^2$", r"$\{0, 1\}$", r"$\frac{a}{b}$")
PAGES = ("https://example.org/a_b/%7Eada#x", "https://arxiv.org/abs/2402.12345v2")
LINKS = (
    ("https://example.org/files/one.pdf", LinkKind.PDF),
    ("https://github.com/otters/maps", LinkKind.CODE),
    ("https://otters.example.org/", LinkKind.PROJECT),
    ("https://example.com/?q=a&b=c", LinkKind.OTHER),
)
NAMES = (
    ("Ada", "van der Berg"),
    ("Martin Luther", "King Jr."),
    ("José", "Núñez"),
    ("明", "王"),
    ("V.", "Petrov"),
)
ALIASES = (
    "arxiv:2402.12345",
    "doi:10.1000/a_b(1)",
    "openreview:aB_c-d",
    "pmid:123",
    "acl:P19-1001",
)

dates = (
    st.dates()
    .flatmap(
        lambda day: st.sampled_from(
            [
                PartialDate(day.year),
                PartialDate(day.year, day.month),
                PartialDate(day.year, day.month, day.day),
            ]
        )
    )
    .filter(lambda date: date.year >= 1500)
)


def lines(alphabet: str, formulas: Iterable[str] = ()) -> st.SearchStrategy[str]:
    """Return texts on one line, in NFC, that begin with a letter."""
    words = st.text(alphabet, min_size=1, max_size=8)
    any_word = st.one_of(words, st.sampled_from(tuple(formulas))) if formulas else words
    return st.lists(any_word, max_size=6).map(
        lambda found: unicodedata.normalize("NFC", " ".join(["Otters", *found, "swim"]))
    )


@st.composite
def papers(draw: st.DrawFn, alphabet: str, formulas: Iterable[str] = ()) -> Paper:
    """Return a paper with any of the facts that all formats carry."""
    text = lines(alphabet, formulas)
    word = st.sampled_from(["otters", "river maps", "CO2", "beaver dams"])
    named = st.sampled_from(NAMES).map(
        lambda parts: Author(name=" ".join(parts), given=parts[0], family=parts[1])
    )
    whole = st.sampled_from(["Maria Garcia Lopez", "Team Otter", "Plato"]).map(
        lambda name: Author(name=name)
    )
    url = draw(st.none() | st.sampled_from(PAGES))
    page = () if url is None else (Link(url=url, kind=LinkKind.PAPER),)
    others = draw(st.lists(st.sampled_from(LINKS), unique=True))
    aliases = draw(st.lists(st.sampled_from(ALIASES), unique=True))
    if url == PAGES[1]:
        aliases = list(dict.fromkeys((*aliases, "arxiv:2402.12345")))
    paper = Paper(
        id=paper_id("?"),
        title=draw(text),
        abstract="\n\n".join(draw(st.lists(text, max_size=3))),
        authors=tuple(draw(st.lists(st.one_of(named, whole), max_size=4))),
        published=draw(st.none() | dates),
        updated=draw(st.none() | dates),
        venue=draw(st.sampled_from(["", "ICLR 2025", "Journal of Otters", "Otters & Dams: a_b"])),
        categories=tuple(draw(st.lists(st.sampled_from(["cs.CL", "hep-th"]), unique=True))),
        keywords=tuple(draw(st.lists(word, unique=True))),
        links=page + tuple(Link(url=each, kind=kind) for each, kind in others),
        aliases=tuple(aliases),
        tldr=draw(st.just("") | text),
        status=draw(st.sampled_from(Status)),
    )
    first = paper.authors[0].name if paper.authors else ""
    return dataclasses.replace(paper, id=paper_id(paper.title, first, paper.aliases))


def read_back(source: Source, text: str, path: str) -> list[Paper]:
    seed = make_seed(text, path)
    assert source.detects(seed)
    reading = source.read(seed)
    assert [found.message for found in reading.diagnostics if found.code != "S103"] == []
    return list(reading.papers)


def same(paper: Paper, **changes: Any) -> Paper:
    """Return the paper with what no export promises to keep in order brought into one."""
    changes = {"origins": (), "signals": Signals(), **changes}
    paper = dataclasses.replace(paper, **changes)
    return dataclasses.replace(
        paper,
        aliases=tuple(sorted(paper.aliases)),
        links=tuple(sorted(paper.links, key=lambda link: link.url)),
    )


def check(
    written: list[Paper],
    write: Callable[[Iterable[Paper]], str],
    source: Source,
    path: str,
    drop: Callable[[Paper], Paper] = same,
) -> None:
    read = read_back(source, write(written), path)
    assert [drop(paper) for paper in read] == [drop(paper) for paper in written]


@settings(max_examples=60, deadline=None)
@given(st.lists(papers(SIGNS, FORMULAS), min_size=1, max_size=3))
def test_bibtex_keeps_papers(written: list[Paper]) -> None:
    check(written, papers_bibtex, Bibtex(), "seeds/papers.bib")


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(PLAIN), min_size=1, max_size=3))
def test_ris_keeps_papers_but_not_updates_and_most_kinds_of_links(written: list[Paper]) -> None:
    def kept(paper: Paper) -> Paper:
        return same(paper, updated=None, links=tuple(Link(url=link.url) for link in paper.links))

    check(written, papers_ris, Ris(), "seeds/papers.ris", kept)


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(PLAIN), min_size=1, max_size=3))
def test_csl_json_keeps_papers(written: list[Paper]) -> None:
    check(written, papers_csl_json, CslJson(), "seeds/papers.json")


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(ANY, FORMULAS), min_size=1, max_size=3))
def test_json_lines_keep_papers(written: list[Paper]) -> None:
    check(written, papers_jsonl, Exported(), "seeds/papers.jsonl")


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(ANY, FORMULAS), min_size=1, max_size=3))
def test_markdown_keeps_papers(written: list[Paper]) -> None:
    check(written, papers_markdown, MarkdownSeed(), "seeds/papers.md")
