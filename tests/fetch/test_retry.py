from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fetch.retry import backoff, retry_after, said

NOON = datetime.datetime(2025, 3, 11, 12, tzinfo=datetime.UTC).timestamp()


@pytest.mark.parametrize(("attempt", "span"), [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (40, 60)])
def test_the_span_doubles_up_to_a_minute_and_chance_takes_at_most_half(
    attempt: int, span: float
) -> None:
    assert backoff(attempt, 0.0) == span / 2
    assert backoff(attempt, 0.999) == pytest.approx(span, rel=0.001)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 11 Mar 2025 12:00:30 GMT", 30),
        ("Tue, 11 Mar 2025 11:59:00 GMT", 0),
        ("Tue Mar 11 12:00:30 2025", 30),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 400, None),
        ("²", None),
    ],
)
def test_retry_after_is_a_span_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOON) == seconds


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_whatever_a_service_asks_for_is_a_span_or_nothing(value: str) -> None:
    seconds = retry_after(value, NOON)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 second"), (40, "40 seconds"), (150, "2 minutes"), (30_000, "8 hours")],
)
def test_spans_are_said_in_a_fitting_unit(seconds: float, text: str) -> None:
    assert said(seconds) == text
