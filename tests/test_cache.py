from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache import Cache, as_json

VALUES = {"otters": as_json({"title": "Otters – draw\nrivers\t"}), "a": b"[]", "b": b"1"}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder=tmp_path / "cache")


def test_what_was_saved_is_found_again(cache: Cache) -> None:
    cache.save("papers", VALUES, "mark")
    assert cache.load("papers", "mark") == VALUES


def test_an_empty_shelf_is_empty(cache: Cache) -> None:
    cache.save("papers", {}, "mark")
    assert cache.load("papers", "mark") == {}
    assert cache.load("others", "mark") == {}


def test_another_fingerprint_finds_nothing(cache: Cache) -> None:
    cache.save("papers", VALUES, "mark")
    assert cache.load("papers", "mar") == {}


def test_another_program_finds_nothing(cache: Cache) -> None:
    cache.save("papers", VALUES)
    assert Cache(folder=cache.folder, program="other").load("papers") == {}


def test_a_cache_without_a_folder_keeps_nothing() -> None:
    Cache().save("papers", VALUES, "mark")
    assert Cache().load("papers", "mark") == {}


def test_a_folder_that_cannot_be_made_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(folder=tmp_path / "file")
    cache.save("papers", VALUES, "mark")
    assert cache.load("papers", "mark") == {}


def test_git_passes_the_cache_over(cache: Cache) -> None:
    cache.save("papers", VALUES, "mark")
    assert cache.folder is not None
    assert (cache.folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


@given(st.data())
def test_a_damaged_shelf_counts_as_empty(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder=folder)
    cache.save("papers", VALUES, "mark")
    body = bytearray((folder / "papers").read_bytes())
    at = data.draw(st.integers(0, len(body) - 1))
    if data.draw(st.booleans()):
        body[at] ^= data.draw(st.integers(1, 255))
    else:
        del body[at:]
    (folder / "papers").write_bytes(body)
    assert cache.load("papers", "mark") == {}
