from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.sources.written_dates import join_date, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2001", "2001"),
        ("2003-04-01", "2003-04-01"),
        ("2001-03-04/2001-03-06", "2001-03-04"),
        ("../2004", "2004"),
        ("1723~", "1723"),
        ("2004-22", "2004"),
        ("2012///", "2012"),
        ("2016/01/30/", "2016-01-30"),
        ("2016-12-20T10:00:00Z", "2016-12-20"),
        ("20211227", "2021-12-27"),
        ("2002 Sep", "2002-09"),
        ("1998 Dec-1999 Jan", "1998-12"),
        ("September 3rd, 2002", "2002-09-03"),
        ("3 Sept. 2002", "2002-09-03"),
        ("c. 1999", "1999"),
        ("2016-06-00", "2016-06"),
        ("in press", "None"),
        ("199X", "None"),
        ("Marching in 2003", "2003"),
    ],
)
def test_dates_are_as_exact_as_written(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "20231301", "31 June 2020"])
def test_a_date_that_does_not_exist_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_date(text)


def test_parts_that_stand_apart_are_joined() -> None:
    assert join_date("2018", "06--09 Jul") == PartialDate(2018, 7, 6)
    assert join_date("2018", "", "9") == PartialDate(2018)
    assert join_date("", "Jul") is None


@given(st.dates())
def test_every_iso_day_is_read(day: object) -> None:
    assert str(read_date(str(day))) == str(day)
