from __future__ import annotations

import pytest

from generator.errors import Diagnostic
from generator.sources.timestamps import read_date
from tests.sources.seeds import found, make_seed


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Fri, 5 Jul 2019 20:43:30 GMT   (223kb,D)", "2019-07-05"),
        ("2025-08-20T00:00:00-04:00", "2025-08-20"),
        ("2 December, 2025", "2025-12-02"),
        ("December 2025", "2025-12"),
        ("2019/07/05", "2019-07-05"),
    ],
)
def test_dates_are_as_exact_as_written(text: str, date: str) -> None:
    problems: list[Diagnostic] = []
    assert str(read_date(text, make_seed(""), 3, problems)) == date
    assert not problems


@pytest.mark.parametrize("text", ["2023-02-30", "soon", "31 Jun 2020"])
def test_a_day_that_does_not_exist_is_reported(text: str) -> None:
    problems: list[Diagnostic] = []
    assert read_date(text, make_seed(""), 3, problems) is None
    assert found(problems) == [("S130", 3)]


def test_no_date_is_no_fault() -> None:
    problems: list[Diagnostic] = []
    assert read_date(" ", make_seed(""), 3, problems) is None
    assert not problems
