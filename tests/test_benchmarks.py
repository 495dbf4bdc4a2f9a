"""The benchmark measures what it says it measures."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.build import (
    WORKS,
    Figure,
    curves,
    measure_size,
    peer_table,
    ratio_table,
    time_table,
)
from benchmarks.corpus import made_up_papers, more_papers, papers_of
from benchmarks.known_items import questions, slip, telling
from benchmarks.peers import PEERS, PeerFigure, measure_peer
from benchmarks.plot import plot
from benchmarks.project import SEED_FORMATS
from benchmarks.read import figures_table, made_up_files, measure
from benchmarks.report import table
from benchmarks.search_site import write_search_site
from benchmarks.slow_server import Line, served
from generator import builtin
from generator.extend import Registry
from generator.search.library import open_library


def test_made_up_papers_are_the_same_every_time_and_all_different() -> None:
    papers = made_up_papers(50)
    assert papers == made_up_papers(50)
    assert len({paper.title for paper in papers}) == 50


def test_more_papers_than_there_are_are_mixtures_with_rare_words_of_their_own() -> None:
    papers = made_up_papers(40)
    more = more_papers(papers, 120)
    assert more[:40] == papers
    assert len({(paper.title, paper.abstract) for paper in more}) == 120
    assert more == more_papers(papers, 120)
    assert more_papers(papers, 7) == papers[:7]
    words = [len({w for p in some for w in p.abstract.split()}) for some in (papers, more)]
    assert words[1] > 1.2 * words[0]


def test_papers_are_read_from_json_lines_and_those_without_abstract_left_out(
    tmp_path: Path,
) -> None:
    entries = [
        {"title": "No Abstract", "abstract": ""},
        {"title": "Two\nLines", "abstract": "One.\n\nTwo.", "authors": ["A B"], "year": 2020},
    ]
    path = tmp_path / "papers.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, entries)).encode()))
    (paper,) = papers_of(path, 1)
    assert (paper.title, paper.abstract, paper.year) == ("Two Lines", "One. Two.", 2020)
    with pytest.raises(ValueError, match="holds 1 papers, not 2"):
        papers_of(path, 2)


@pytest.mark.parametrize("seed_format", SEED_FORMATS)
def test_every_work_builds_every_paper_and_rebuilds_write_only_what_changed(
    seed_format: str,
) -> None:
    figures = measure_size(made_up_papers(120), seed_format, runs=1, jobs=1)
    cold, alone, unchanged, changed, bare = figures
    assert [figure.work for figure in figures] == list(WORKS)
    assert {figure.papers for figure in figures} == {120}
    assert cold.written > 120
    assert alone.written == cold.written + 1  # the manifest
    assert unchanged.written == 0
    assert unchanged.unchanged == cold.written
    assert 0 < changed.written < cold.written / 2  # it may move the paper to another topic
    assert 10e6 < cold.peak < 1e9
    assert cold.stages.keys() >= {"read", "derive", "files", "write"}
    assert unchanged.stages.keys() == {"compare"}
    assert 120 < bare.written < cold.written
    assert "120" in time_table(figures)
    assert "120" in ratio_table(figures)
    drawing = plot(curves(figures, []))
    assert drawing.count("<polyline") == 4
    assert ElementTree.fromstring(drawing).tag.endswith("svg")  # noqa: S314 # our own


@pytest.mark.skipif(shutil.which("hugo") is None, reason="needs hugo")
@pytest.mark.parametrize("peer", ["hugo", "hugo-json"])
def test_a_peer_builds_every_paper(peer: str, tmp_path: Path) -> None:
    figure = measure_peer(peer, tmp_path, made_up_papers(80))
    assert (figure.peer, figure.papers) == (peer, 80)


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_is_given_a_file_for_every_paper(peer: str, tmp_path: Path) -> None:
    write, _ = PEERS[peer]
    write(tmp_path, made_up_papers(12))
    papers = list(tmp_path.glob("*/papers/p*.md"))
    assert len(papers) == 12


def test_ratios_compare_like_with_like() -> None:
    def ours(work: str, seconds: float) -> Figure:
        return Figure(
            work=work,
            papers=100,
            seconds=seconds,
            cpu=2 * seconds,
            peak=1,
            stages={},
            written=1,
            unchanged=0,
            bytes=1,
        )

    peers = [
        PeerFigure(peer=peer, papers=100, seconds=2.0, cpu=4.0, peak=1)
        for peer in ("hugo-json", "hugo-json+pagefind")
    ]
    rows = peer_table([ours("cold", 3.0), ours("pages only", 1.0)], peers).splitlines()
    assert [cell.strip() for cell in rows[2].split("|")][6:9] == ["pages only", "0.50", "0.50"]
    assert [cell.strip() for cell in rows[3].split("|")][6:9] == ["cold", "1.50", "1.50"]


def test_every_made_up_file_is_read_whole(tmp_path: Path) -> None:
    registry = Registry()
    builtin.register(registry)
    figures = [measure(path, registry.sources, 1) for path in made_up_files(tmp_path, 40)]
    assert {figure.papers for figure in figures} == {40}
    assert len({figure.format for figure in figures}) == len(figures) == 6
    assert "papers.bib" in figures_table(figures)


def test_tables_line_up() -> None:
    assert table(["a", "b"], [["one", "1"], ["two", "22"]]) == (
        "| a   |  b |\n| :-- | -: |\n| one |  1 |\n| two | 22 |"
    )


def test_questions_are_made_of_words_of_their_papers() -> None:
    papers = made_up_papers(60)
    asked = questions(papers, 20)
    assert asked == questions(papers, 20)
    assert {question.kind for question in asked} == {"title", "typo", "author", "prefix"}
    for question in asked:
        words = set(telling(f"{papers[question.target].title} {papers[question.target].authors}"))
        known = [word for word in question.text.split() if word in words]
        half_typed = question.kind in {"typo", "prefix"}
        assert len(known) >= len(question.text.split()) - half_typed


def test_a_slip_changes_a_word_but_its_first_letter() -> None:
    dice = random.Random(1)  # noqa: S311  # repeatable on purpose
    slips = [slip("otters", dice) for _ in range(50)]
    assert all(other != "otters" and other[0] == "o" for other in slips)


def test_a_slow_line_counts_bodies_as_they_go(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"[" + b"1," * 1000 + b"1]")
    (tmp_path / "b.bin").write_bytes(bytes(100))
    line = Line(bytes_a_second=0)
    with served(tmp_path, line) as address:
        for name in ("a.json", "b.bin"):
            with urllib.request.urlopen(address + name) as answer:  # noqa: S310  # our own
                answer.read()
    assert line.requests == 2
    assert 100 < line.sent < 300


def test_a_search_site_holds_every_paper(tmp_path: Path) -> None:
    written = write_search_site(tmp_path, made_up_papers(30), shard_above=0)
    shards = open_library(tmp_path).backend
    assert shards.size == len(written.corpus.papers) == 30
