from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.search.library import open_library
from tests.emit.search_papers import TITLES, hard_corpus, search_files, sharded_files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, body in search_files(hard_corpus()).items():
        path = tmp_path / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return tmp_path


def test_a_built_site_can_be_asked(site: Path) -> None:
    library = open_library(site)
    assert library.backend.records([len(TITLES) - 1])[0]["title"] == TITLES[-1]
    assert "otter" in library.backend.lookup(["otter"])


def test_an_index_in_pieces_is_read_too(tmp_path: Path) -> None:
    for path, body in sharded_files(hard_corpus()).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(body)
    assert "otter" in open_library(tmp_path).backend.lookup(["otter"])


def test_a_folder_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"C908(?s:.)*hint: build the site first"):
        open_library(tmp_path)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"fields": []}', b"[]"])
def test_a_damaged_index_says_what_to_do(site: Path, body: bytes) -> None:
    (site / "search" / "index.json").write_bytes(body)
    with pytest.raises(InputError, match=r"C909(?s:.)*hint: build the site again"):
        open_library(site)
