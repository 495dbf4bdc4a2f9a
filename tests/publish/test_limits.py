from __future__ import annotations

import pytest

from generator.artifact import Artifact
from generator.publish import limits
from generator.publish.limits import check_limits


def files(*sizes: int) -> list[Artifact]:
    return [
        Artifact(path=f"{n}.txt", body=b"x" * size, media_type="text/plain", origin="test")
        for n, size in enumerate(sizes)
    ]


def test_a_small_site_is_no_matter() -> None:
    assert list(check_limits(files(1, 2, 3))) == []


@pytest.mark.parametrize(
    ("limit", "sizes", "words"),
    [
        ("MAX_FILE", (11, 1), "0.txt has"),
        ("MAX_TOTAL", (6, 6), "the site has 0 MB"),
        ("MAX_FILES", (0,) * 11, "11 files"),
    ],
)
def test_each_limit_is_told_before_it_hits(
    limit: str, sizes: tuple[int, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, 10)
    [warning] = check_limits(files(*sizes))
    assert warning.code == "W014"
    assert words in warning.message
