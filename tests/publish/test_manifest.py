from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import InputError
from generator.publish.manifest import NAME, Entry, Manifest, read_manifest

NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.binary(max_size=20)))
@settings(max_examples=50)
def test_what_is_written_is_read_again(bodies: dict[str, bytes]) -> None:
    files = {f"x{name}.html": Entry.of(body) for name, body in bodies.items()}
    assert Manifest.from_bytes(Manifest(files=files).to_bytes()) == Manifest(files=files)


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    one, two = Entry.of(b"1"), Entry.of(b"2")
    assert (
        Manifest(files={"a": one, "b": two}).to_bytes()
        == Manifest(files={"b": two, "a": one}).to_bytes()
    )


def test_each_file_has_a_line_of_its_own() -> None:
    text = Manifest(files={"a": Entry.of(b"1"), "b": Entry.of(b"2")}).to_bytes().decode()
    assert [line[:4] for line in text.splitlines()[1:-1]] == ['"a":', '"b":']


def test_a_folder_without_manifest_owns_nothing(tmp_path: Path) -> None:
    assert read_manifest(tmp_path).files == {}
    assert read_manifest(tmp_path / "missing").files == {}


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{", '{"format": 1}', '{"format": 2, "files": {}}', "\xff"),
        '{"format": 1, "files": {"../../home/x": ["0", 1]}}',
        '{"format": 1, "files": {"/etc/passwd": ["0", 1]}}',
        '{"format": 1, "files": {"a": ["0"]}}',
        '{"format": 1, "files": {"a": 7}}',
        '{"format": 1, "files": []}',
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused_with_a_way_out(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / NAME).write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match=r"W007.*damaged[\s\S]*delete the folder"):
        read_manifest(tmp_path)
