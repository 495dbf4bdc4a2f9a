"""A file of every format in one folder: all that is read is merged, left out or shown."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.projects import run_generator, write_project

EXAMPLES = Path(__file__).parent / "sources" / "fixtures" / "all"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    topics = "topics:\n  - {slug: rivers, name: Rivers, terms: [river*, bell*, garden*]}\n"
    root = write_project(tmp_path_factory.mktemp("formats"), {"seeds/topics.yaml": topics})
    shutil.copytree(EXAMPLES, root / "seeds", dirs_exist_ok=True)
    return root


def output(project: Path, *arguments: str) -> str:
    done = run_generator(project, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def number(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    assert match, text
    return int(match[1])


def test_the_counts_of_the_summary_add_up(project: Path) -> None:
    names = sorted(f"seeds/{path.name}" for path in EXAMPLES.iterdir())
    readings: list[Any] = json.loads(output(project, "read", "--json", *names))
    found = sum(len(reading["papers"]) for reading in readings)
    assert len(readings) == len(names) == len({reading["format"] for reading in readings})

    summary = output(project, "build").splitlines()[0]
    read, merged = number(r"^(\d+) papers read", summary), number(r"; (\d+) merged into", summary)
    left_out, kept = number(r"; (\d+) left out", summary), number(r"; (\d+) in the site", summary)
    assert read == found
    assert read - merged - left_out == kept
    assert merged > 10
    assert left_out == 2  # one rejected, one withdrawn

    papers = json.loads(output(project, "export", "--format", "json"))["papers"]
    assert len(papers) == kept == len(list((project / "_site/papers").glob("*/index.html")))
    origins = [source["path"] for paper in papers for source in paper["sources"]]
    assert len(origins) == read - left_out
    lost = set(names) - set(origins)
    assert lost == set()


def test_records_of_one_paper_in_many_formats_are_one_paper(project: Path) -> None:
    papers = json.loads(output(project, "export", "--format", "json"))["papers"]
    (snails,) = [paper for paper in papers if paper["doi"] == "10.5555/snails.2021.3"]
    formats = {source["format"] for source in snails["sources"]}
    assert formats == {
        *("ris", "endnote-xml", "csl-json", "medline", "dblp-xml", "crossref", "openalex"),
    }
    assert set(snails["aliases"]) >= {"doi:10.5555/snails.2021.3", "pmid:99000001"}
    assert [author["family"] for author in snails["authors"]] == ["Okafor", "Lind"]
    assert snails["published"] == "2021-06-14"
