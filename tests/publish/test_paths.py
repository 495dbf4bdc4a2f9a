from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.paths import check_paths, fault
from tests.publish.made import make_artifact


@pytest.mark.parametrize(
    "path", ["index.html", ".nojekyll", "papers/a-b_c/index.html", "论文/index.html", "a/.b/c"]
)
def test_ordinary_paths_are_fine(path: str) -> None:
    assert fault(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "/",
            "/etc/passwd",
            "a//b",
            "a/",
            "..",
            "../a",
            "a/../b",
            ".",
            "./a",
            "a/./b",
            "a./b",
        ),
        *("a\\b", "C:\\a", "c:/a", "a\0b", "a\nb", "a\x7f", "a b /c", "what?", "a*", "a|b", '"a"'),
        *("con", "CON", "nul.txt", "papers/aux/index.html", "com1", "LPT9.html", "a/prn"),
        *(".florilegium.json", ".florilegium/x", "x" * 256, "é" * 128, "a/\ud800"),
    ],
)
def test_unsafe_paths_are_refused_with_a_reason(path: str) -> None:
    assert fault(path)
    (problem,) = check_paths([make_artifact(path, origin="a paper")])
    assert problem.code == "W001"
    assert "a paper" in problem.message


@given(st.text(st.sampled_from("ab./\\:\0 é"), max_size=12))
@settings(max_examples=200)
def test_a_path_without_fault_stays_below_its_folder(path: str) -> None:
    if not fault(path):
        assert all(part not in {"", ".", ".."} for part in path.replace("\\", "/").split("/"))


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("a.txt", "a.txt", "W002"),
        ("a.txt", "A.TXT", "W003"),
        ("é.txt", "É.txt", "W003"),
        ("é.txt", "e\u0301.txt", "W003"),
        ("a", "a/b", "W004"),
        ("a/b/c", "A", "W004"),
    ],
)
def test_two_artifacts_on_one_path_are_both_named(first: str, second: str, code: str) -> None:
    artifacts = [make_artifact(first, origin="one"), make_artifact(second, origin="two")]
    (problem,) = check_paths(artifacts)
    assert problem.code == code
    assert "one" in problem.message
    assert "two" in problem.message


def test_neighbours_do_not_collide() -> None:
    assert check_paths([make_artifact(p) for p in ("a/b", "a/c", "ab", "a.b", "b/a")]) == ()
