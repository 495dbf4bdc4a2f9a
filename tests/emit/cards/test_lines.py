from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.cards.lines import set_text

SIZES = ((20, 1), (10, 2))


def monospaced(text: str) -> float:
    return float(len(text))


def test_a_short_text_takes_the_largest_size() -> None:
    text = set_text("river maps", SIZES, 200, monospaced)
    assert (text.size, text.lines) == (20, ("river maps",))


def test_lines_are_of_nearly_one_length() -> None:
    text = set_text("aa bb cc dd ee ff gg", SIZES, 180, monospaced)
    assert (text.size, text.lines) == (10, ("aa bb cc dd", "ee ff gg"))


def test_what_has_no_room_is_cut_after_a_whole_word() -> None:
    text = set_text("one two, three four", SIZES, 80, monospaced)
    assert text.lines == ("one two,", "three…")


def test_an_endless_word_is_broken() -> None:
    text = set_text("x" * 25, ((10, 4),), 100, monospaced)
    assert text.lines == ("x" * 10, "x" * 10, "x" * 5)


def test_an_endless_word_is_cut_where_it_has_no_room() -> None:
    assert set_text("x" * 99, ((10, 1),), 100, monospaced).lines == ("x" * 9 + "…",)


def test_no_text_has_no_lines() -> None:
    assert set_text("", SIZES, 100, monospaced).lines == ()


@pytest.mark.parametrize("measure", [60, 100, 333])
@settings(max_examples=60)
@given(text=st.text("ab c", max_size=120))
def test_nothing_reaches_over_the_edge(text: str, measure: int) -> None:
    given_text = " ".join(text.split())
    laid = set_text(given_text, ((30, 2), (20, 3)), measure, monospaced)
    most = {30: 2, 20: 3}[laid.size]
    assert len(laid.lines) <= most
    assert all(len(line) * laid.size <= measure for line in laid.lines)
    joined = "".join(laid.lines).replace(" ", "")
    if not joined.endswith("…"):
        assert joined == given_text.replace(" ", "")


def test_a_sign_wider_than_a_line_is_no_endless_work() -> None:
    assert set_text("maps of", SIZES, 5, monospaced).lines[-1].endswith("…")
