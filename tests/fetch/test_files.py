from __future__ import annotations

from pathlib import Path

import pytest

from generator.fetch.fetch_error import FetchError
from generator.fetch.files import read_if_there, write_whole
from tests.projects import files_of


def test_a_file_is_made_with_its_folders_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    for body in (b"old", b"new"):
        write_whole(path, body)
        assert files_of(tmp_path) == {"a/b.json": body}


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(FetchError) as caught:
        write_whole(tmp_path / "taken", b"new")
    assert caught.value.code == "F009"
    assert files_of(tmp_path) == {}


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_if_there(tmp_path / "none") is None
    assert read_if_there(tmp_path) is None
