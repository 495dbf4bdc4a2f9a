from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.cache import Cache
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.publish.apply import publish
from generator.rebuild.last_build import recall, remember, untouched_files
from tests.publish.made import make_site

FOUND = (
    Diagnostic(
        code="S001",
        severity=Severity.WARNING,
        message="two lines\nand a – dash",
        location=SourceLocation(PurePosixPath("seeds/a.md"), 3),
        hint="mend it",
    ),
    Diagnostic(code="W011", severity=Severity.NOTE, message="somewhere"),
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    publish(make_site(index_html="home", papers__a_html="a"), tmp_path / "_site")
    return tmp_path / "_site"


@pytest.fixture
def cache(tmp_path: Path, output: Path) -> Cache:
    cache = Cache(folder=tmp_path / "cache")
    remember(cache, "inputs", output, FOUND, "2 papers")
    return cache


def untouched(cache: Cache, output: Path) -> int | None:
    last = recall(cache, "inputs", output)
    assert last is not None
    return untouched_files(last, output)


def test_a_build_is_recalled_by_its_inputs_and_its_output(cache: Cache, output: Path) -> None:
    last = recall(cache, "inputs", output)
    assert last is not None
    assert (last.diagnostics, last.summary) == (FOUND, "2 papers")
    assert recall(cache, "others", output) is None
    assert recall(cache, "inputs", output.parent / "other") is None


def test_an_output_as_it_was_left_counts_its_files(cache: Cache, output: Path) -> None:
    assert untouched(cache, output) == 2


def test_a_file_of_another_size_counts_as_touched(cache: Cache, output: Path) -> None:
    (output / "papers/a.html").write_text("longer", encoding="utf-8")
    assert untouched(cache, output) is None


def test_a_file_that_is_gone_counts_as_touched(cache: Cache, output: Path) -> None:
    (output / "papers/a.html").unlink()
    assert untouched(cache, output) is None


def test_another_build_in_between_counts_as_touched(cache: Cache, output: Path) -> None:
    publish(make_site(index_html="heim"), output)
    assert untouched(cache, output) is None
