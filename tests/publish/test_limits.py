from __future__ import annotations

import pytest

from generator.publish import limits
from generator.publish.limits import check_limits
from generator.publish.manifest import Entry
from generator.publish.receipt import Receipt


def files(*sizes: int) -> list[Receipt]:
    return [
        Receipt(path=f"{n}.txt", origin="test", entry=Entry("0" * 32, size))
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
