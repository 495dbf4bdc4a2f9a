from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.json_tree import read_json, read_json_lines
from tests.sources.seeds import make_seed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(VALUES, st.sampled_from([None, 1]))
def test_any_value_is_read_as_json_reads_it(value: object, indent: int | None) -> None:
    document = read_json(make_seed(json.dumps(value, indent=indent)))
    assert document.value == value
    assert document.diagnostics == ()


def test_records_know_their_lines() -> None:
    text = '{\n"papers": [\n{"a": 1},\n\n{"a": 2}\n]}'
    document = read_json(make_seed(text))
    assert document.line() == 1
    assert [document.line("papers", place) for place in (0, 1)] == [3, 5]
    assert document.line("papers", 1, "a", 7) == 5
    assert document.line("nothing") == 1


def test_what_precedes_a_fault_is_read() -> None:
    document = read_json(make_seed('[\n{"a": 1},\n{"a": 2, "b": [3,\n]}]'))
    assert document.value == [{"a": 1}, {"a": 2, "b": [3]}]
    (problem,) = document.diagnostics
    assert problem.location
    assert (problem.code, problem.location.line) == ("S063", 3)


@pytest.mark.parametrize(
    "text",
    ['{"a"', '{"a": ', "[1", "[1 2]", "{1: 2}", "[1,]", "[] []", "nul", "[" * 99999, "9" * 9999],
)
def test_broken_json_is_reported_and_never_raises(text: str) -> None:
    assert [d.code for d in read_json(make_seed(text)).diagnostics] == ["S063"]


def test_a_broken_line_among_json_lines_is_left_out() -> None:
    rows, problems = read_json_lines(make_seed('{"a": 1}\n\n{"a"\n[1]\n'))
    assert [(row.line, row.value) for row in rows] == [(1, {"a": 1}), (4, [1])]
    assert [d.location.line for d in problems if d.location] == [3]


def test_many_broken_lines_are_summed_up() -> None:
    rows, problems = read_json_lines(make_seed("{\n" * 50))
    assert rows == []
    assert problems[-1].message == "broken JSON: 30 more lines cannot be read"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r'["\ud83e\udda6"]', ["🦦"]),
        (r'["a\ud83e", "\udda6b"]', ["a\ufffd", "\ufffdb"]),
        (r'["\udda6\ud83e"]', ["\ufffd\ufffd"]),
        (r'["\\ud800", "\\\ud800"]', [r"\ud800", "\\\ufffd"]),
    ],
)
def test_half_a_character_becomes_the_sign_for_a_lost_one(written: str, value: list[str]) -> None:
    assert read_json(make_seed(written)).value == value
    rows, _ = read_json_lines(make_seed(written))
    assert rows[0].value == value
