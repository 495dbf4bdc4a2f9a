from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.yaml_lines import read_yaml


def test_every_value_knows_its_line() -> None:
    document = read_yaml("title: Otters\ntags:\n  - maps\n  - name: rivers\n")
    assert document.value == {"title": "Otters", "tags": ["maps", {"name": "rivers"}]}
    assert document.line("title") == 1
    assert document.line("tags", 0) == 3
    assert document.line("tags", 1, "name") == 4


def test_an_unknown_path_has_the_line_of_what_encloses_it() -> None:
    document = read_yaml("a: 1\nb:\n  c: 2\n")
    assert document.line("b", "missing", 3) == 2
    assert document.line("missing") == 1


def test_lines_count_from_where_the_text_stands_in_its_file() -> None:
    document = read_yaml("a: 1\nb: 2\n", first_line=2)
    assert document.line("b") == 3


def test_a_scalar_keeps_the_text_it_was_written_with() -> None:
    document = read_yaml("id: 2402.00310\nanswer: No\nempty:\n")
    assert document.value == {"id": 2402.0031, "answer": False, "empty": None}
    assert document.text("id") == "2402.00310"
    assert document.text("answer") == "No"
    assert document.text("empty") is None


def test_keys_are_always_text() -> None:
    assert read_yaml("2024: a\nyes: b\n").value == {"2024": "a", "yes": "b"}


def test_dates_are_read_and_impossible_ones_stay_text() -> None:
    document = read_yaml("good: 2024-03-11\nbad: 2024-13-45\n")
    assert document.value == {"good": datetime.date(2024, 3, 11), "bad": "2024-13-45"}
    assert document.faults == ()


def test_a_doubled_key_is_reported_with_both_lines_and_the_first_counts() -> None:
    document = read_yaml("a: 1\nb: 2\na: 3\n")
    assert document.value == {"a": 1, "b": 2}
    assert [(fault.line, "line 1" in fault.message) for fault in document.faults] == [(3, True)]


def test_aliases_are_refused_however_many_values_they_stand_for() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    document = read_yaml(bomb)
    assert {"aliases" in fault.message for fault in document.faults} == {True}


def test_a_value_that_holds_itself_ends() -> None:
    assert read_yaml("&a [*a]\n").faults


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("title: One: two\n", 1),
        ("a: 1\nb: @home\n", 2),
        ("a: 1\nb: \0\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: !!python/object/apply:os.system [ls]\n", 1),
        ("a: !secret b\n", 1),
        ("? [a, b]\n: c\n", 1),
    ],
)
def test_what_is_no_plain_yaml_is_a_fault_with_its_line(text: str, line: int) -> None:
    assert [fault.line for fault in read_yaml(text).faults] == [line]


def test_nesting_without_end_is_a_fault() -> None:
    assert read_yaml("[" * 20_000).faults


def test_nothing_is_no_fault() -> None:
    assert read_yaml("") == read_yaml("# a comment only\n")
    assert read_yaml("").value is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"# \n\t01\0", max_size=60))
def test_no_text_makes_it_crash(text: str) -> None:
    document = read_yaml(text)
    assert all(1 <= fault.line <= text.count("\n") + 2 for fault in document.faults)
