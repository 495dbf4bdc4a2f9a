from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.schema import CurateConfig
from generator.curate.sameness import Statements, load_statements, read_statements
from generator.errors import Severity
from generator.model.paper import Link, Paper
from tests.factories import make_config, make_origin, make_paper

PATH = PurePosixPath("seeds/same.yaml")
PAPERS = [
    make_paper(
        "The Otters' Map", aliases=("arxiv:2402.00310",), origins=(make_origin("a.txt", 3),)
    ),
    make_paper("Maps that otters draw", aliases=("doi:10.1000/xyz",)),
    make_paper("Beavers", links=(Link(url="https://beavers.example/paper"),)),
    make_paper("Beavers", origins=(make_origin("seeds/library.bib", 120),)),
]


def read(text: str, papers: list[Paper] | None = None) -> Statements:
    statements, found = read_statements(text, PATH, PAPERS if papers is None else papers)
    assert found == ()
    return statements


def problems(text: str) -> list[tuple[str, int | None]]:
    _, found = read_statements(text, PATH, PAPERS)
    assert {problem.severity for problem in found} <= {Severity.ERROR}
    return [(problem.code, problem.location.line if problem.location else 0) for problem in found]


@pytest.mark.parametrize(
    "name",
    [
        "arxiv:2402.00310",
        "arxiv:2402.00310v3",
        "https://arxiv.org/abs/2402.00310v1",
        "2402.00310",
        "https://doi.org/10.48550/arXiv.2402.00310",
        "the otters map",
        "a.txt:3",
    ],
)
def test_a_paper_is_named_in_many_ways(name: str) -> None:
    assert read(f'same:\n  - ["{name}", 10.1000/xyz]\n').same == ((0, 1),)


def test_an_address_that_is_no_identifier_names_the_paper_that_links_to_it() -> None:
    text = "different:\n  - [https://beavers.example/paper, seeds/library.bib:120]\n"
    assert read(text).different == ((2, 3),)


def test_a_title_names_every_record_that_has_it() -> None:
    assert read("same:\n  - [Beavers, 10.1000/xyz]\n").same == ((1, 2), (2, 3))
    assert read("different:\n  - [Beavers, 10.1000/xyz]\n").different == ((1, 2), (1, 3))


def test_of_a_list_of_different_papers_no_two_are_the_same() -> None:
    text = "different:\n  - [2402.00310, 10.1000/xyz, 'seeds/library.bib:120']\n"
    assert sorted(read(text).different) == [(0, 1), (0, 3), (1, 3)]


@pytest.mark.parametrize("text", ["", "same:\n", "same: []\ndifferent:\n", "# nothing yet\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert read(text) == Statements()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("same: [\n", [("U060", 2)]),
        ("a: " + "[" * 100_000, [("U060", 1)]),
        ("- a\n- b\n", [("U061", 1)]),
        ("same: Beavers\n", [("U061", 1)]),
        ("sane:\n  - [a, b]\n", [("U061", 1)]),
        ("same:\n  - Beavers\n  - [Beavers]\n", [("U061", 2), ("U061", 3)]),
        ("same:\n  - [[a], Beavers]\n", [("U061", 2)]),
        ("same:\n  - [Beavers, Herons]\n", [("U062", 2)]),
        ("same:\n  - [Beavers,\n     arxiv:2402.99999]\n", [("U062", 3)]),
        ("different:\n  - [2402.00310, the otters map]\n", [("U063", 2)]),
        (
            "same:\n  - [2402.00310, 10.1000/xyz]\n"
            "different:\n  - [10.1000/xyz, The Otters' Map]\n",
            [("U063", 4)],
        ),
    ],
)
def test_every_mistake_is_an_error_with_its_line(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert problems(text) == expected


def test_an_unknown_name_is_guessed() -> None:
    _, (problem,) = read_statements("same:\n  - [Beavers, arxiv:2402.0031]\n", PATH, PAPERS)
    assert problem.hint == "did you mean 'arxiv:2402.00310'?"


def test_the_default_file_may_be_missing_but_not_one_that_was_asked_for(tmp_path: Path) -> None:
    assert load_statements(make_config(tmp_path), PAPERS) == (Statements(), ())
    config = make_config(tmp_path, curate=CurateConfig(same="doubles.yaml"))
    _, (problem,) = load_statements(config, PAPERS)
    assert (problem.code, str(problem.location)) == ("U060", "doubles.yaml")
    (tmp_path / "doubles.yaml").write_bytes(b"\xff\xfe\xff")
    _, (problem,) = load_statements(config, PAPERS)
    assert problem.code == "U060"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="sameBvr:-[], \n'\"*&{}", max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    read_statements(text, PATH, PAPERS)
    read_statements(f"same:\n  - [{text}, Beavers]\n", PATH, PAPERS)
