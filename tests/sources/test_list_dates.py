from __future__ import annotations

import pytest

from generator.sources.list_dates import listed_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-11", "2025-03-11"),
        ("2025-03-11T10:00:00Z", "2025-03-11"),
        ("2025", "2025"),
        ("31/12/2025", "2025-12-31"),
        ("12/31/2025 10:00", "2025-12-31"),
        ("11.03.2025", "2025-03-11"),
        ("03/11/2025", "2025"),
        ("04/04/2025", "2025-04-04"),
        ("1741651200", "2025-03-11"),
        ("1741651200000", "2025-03-11"),
        ("March 2025", "2025-03"),
    ],
)
def test_cells_are_read_as_exactly_as_they_are(text: str, date: str) -> None:
    assert str(listed_date(text)) == date


def test_month_and_day_may_stand_beside_the_year() -> None:
    assert str(listed_date("2025", "3", "11")) == "2025-03-11"
    assert listed_date("") is None


@pytest.mark.parametrize("text", ["2025-02-30", "31/13/2025"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        listed_date(text)
