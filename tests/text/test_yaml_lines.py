from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.yaml_lines import (
    YamlFaultKind,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlText,
    read_yaml,
)


def plain(node: YamlNode | None) -> object:
    if isinstance(node, YamlText):
        return node.text
    if isinstance(node, YamlList):
        return [plain(entry) for entry in node.entries]
    return {} if node is None else {key: plain(value) for key, (_, value) in node.entries.items()}


SYNTAX, DOUBLED, ALIAS = (
    YamlFaultKind.SYNTAX,
    YamlFaultKind.DOUBLED_KEY,
    YamlFaultKind.ALIAS,
)


def faults(text: str) -> list[tuple[YamlFaultKind, int]]:
    return [(fault.kind, fault.line) for fault in read_yaml(text).faults]


def test_values_stay_the_text_that_was_written() -> None:
    reading = read_yaml("a: 2402.10\nb: no\nc: 12:30\nd: '1'\ne: 2025-03-11\nf: [x, {g: y}]\n")
    assert reading.faults == ()
    assert plain(reading.root) == {
        "a": "2402.10", "b": "no", "c": "12:30", "d": "1", "e": "2025-03-11",
        "f": ["x", {"g": "y"}],
    }  # fmt: skip


def test_every_key_and_value_knows_its_line() -> None:
    root = read_yaml("a: 1\nb:\n  - x\n  - c: |\n      y\n", first_line=10).root
    assert isinstance(root, YamlMapping)
    line, node = root.entries["b"]
    assert line == 11
    assert isinstance(node, YamlList)
    assert [entry.line for entry in node.entries] == [12, 13]


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null"])
def test_nothing_is_null(text: str) -> None:
    root = read_yaml(text).root
    assert isinstance(root, YamlMapping)
    node = root.entries["a"][1]
    assert isinstance(node, YamlText)
    assert node.is_null


def test_a_quoted_null_is_a_text() -> None:
    root = read_yaml("a: 'null'").root
    assert isinstance(root, YamlMapping)
    node = root.entries["a"][1]
    assert isinstance(node, YamlText)
    assert not node.is_null


def test_a_doubled_key_is_reported_and_the_first_one_kept() -> None:
    reading = read_yaml("a: 1\nb: 2\na: 3\n")
    assert plain(reading.root) == {"a": "1", "b": "2"}
    assert [(f.kind, f.line) for f in reading.faults] == [(DOUBLED, 3)]
    assert "line 1" in reading.faults[0].hint


def test_aliases_are_refused_so_that_no_bomb_goes_off() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {kind for kind, _ in faults(bomb)} == {ALIAS}


def test_a_value_that_holds_itself_is_refused() -> None:
    assert faults("a: &a\n  - *a\n") == [(ALIAS, 2)]


@pytest.mark.parametrize("text", ["a: " + "[" * 50_000, "a: " + "{b: " * 50_000, "- " * 50_000])
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    assert faults(text) == [(SYNTAX, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c", 1),
        ("ok: 1\na: [", 2),
        ("a: 1\nb: \x07", 2),
        ("a: 1\n\tb: 2", 2),
        ("? [a]\n: b", 1),
        ("title: One: two\n", 1),
        ("a: 1\nb: @home\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("[" * 100_000, 1),
    ],
)
def test_broken_yaml_is_a_fault_with_a_line(text: str, line: int) -> None:
    assert [(kind, abs(at - line) <= 1) for kind, at in faults(text)] == [(SYNTAX, True)]


def test_tags_make_no_objects() -> None:
    assert plain(read_yaml("a: !!python/object/apply:os.system [echo]\n").root) == {"a": ["echo"]}


def test_the_first_of_several_documents_is_read() -> None:
    assert plain(read_yaml("a: 1\n---\na: 2\n---\na: 3\n").root) == {"a": "1"}
    assert faults("a: 1\n...\n") == []


def test_nothing_is_read_as_nothing() -> None:
    assert read_yaml("").root is None
    assert read_yaml("# only a comment\n").root is None


@given(st.text(alphabet=" \n\t-:[]{}&*a!|>'\"#?,~%@\x00é", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_a_crash(text: str) -> None:
    reading = read_yaml(text)
    assert all(1 <= fault.line <= text.count("\n") + 2 for fault in reading.faults)
