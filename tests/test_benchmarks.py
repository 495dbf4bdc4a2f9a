"""The benchmark measures what it says it measures."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.build import WORKS, measure_size, ratio_table, time_table
from benchmarks.corpus import made_up_papers, papers_of
from benchmarks.project import SEED_FORMATS
from benchmarks.read import figures_table, made_up_files, measure
from benchmarks.report import table
from generator import builtin
from generator.extend import Registry


def test_made_up_papers_are_the_same_every_time_and_all_different() -> None:
    papers = made_up_papers(50)
    assert papers == made_up_papers(50)
    assert len({paper.title for paper in papers}) == 50


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
    cold, unchanged, changed = figures
    assert [figure.work for figure in figures] == list(WORKS)
    assert {figure.papers for figure in figures} == {120}
    assert cold.written > 120
    assert unchanged.written == 0
    assert unchanged.unchanged == cold.written
    assert 0 < changed.written < cold.written / 2  # it may move the paper to another topic
    assert 10e6 < cold.peak < 1e9
    assert cold.stages.keys() >= {"imports", "read", "render", "emit", "publish"}
    assert "120" in time_table(figures)
    assert "120" in ratio_table(figures)


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
