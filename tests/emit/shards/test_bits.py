from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.shards.bits import Codes, pack, rice_width
from generator.search import postings


def codes(numbers: list[int], widths: list[int]) -> Codes:
    return Codes(numbers=np.array(numbers), widths=np.array(widths))


def test_a_rice_code_is_a_unary_number_and_its_last_bits() -> None:
    row = codes([0b10_11], [2])
    assert row.lengths.tolist() == [5]
    assert pack([row], np.array([0]), 5) == bytes([0b00_1_11_000])


def test_minus_one_takes_no_bits() -> None:
    assert codes([-1, 0], [3, 0]).lengths.tolist() == [0, 1]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 9)), min_size=1, max_size=30))
def test_what_is_packed_is_read_again(written: list[tuple[int, int]]) -> None:
    row = codes([number for number, _ in written], [width for _, width in written])
    ends = np.cumsum(row.lengths)
    body = pack([row], ends - row.lengths, int(ends[-1]))
    bits = postings.Bits(body)
    assert [bits.rice(width) for _, width in written] == [number for number, _ in written]


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_writer_and_reader_choose_the_same_width(papers: int, holders: int) -> None:
    written = int(rice_width(papers, np.array([holders]))[0])
    assert written == postings.rice_width(papers, holders)
