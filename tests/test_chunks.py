from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from generator.chunks import in_chunks


def doubled(numbers: Sequence[int]) -> tuple[list[int], int]:
    return [2 * number for number in numbers], os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 6, 20])
def test_answers_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    answers = in_chunks(doubled, range(count), jobs=jobs, least=2)
    assert [number for part, _ in answers for number in part] == list(range(0, 2 * count, 2))


def test_each_process_does_one_run_and_this_one_does_the_first() -> None:
    processes = [process for _, process in in_chunks(doubled, range(9), jobs=3, least=1)]
    assert len(set(processes)) == 3
    assert processes[0] == os.getpid()


def test_few_items_are_worth_no_process() -> None:
    assert [process for _, process in in_chunks(doubled, range(9), jobs=4, least=5)] == [
        os.getpid()
    ]


def test_a_failure_in_this_process_is_raised_as_it_is() -> None:
    def failing(numbers: Sequence[int]) -> int:
        if 0 in numbers:
            raise ValueError("no otter")
        return len(numbers)

    with pytest.raises(ValueError, match="no otter"):
        in_chunks(failing, range(4), jobs=2, least=1)


def test_a_process_that_fails_is_reported(capfd: pytest.CaptureFixture[str]) -> None:
    def failing(numbers: Sequence[int]) -> int:
        if 3 in numbers:
            raise ValueError("no otter")
        return len(numbers)

    with pytest.raises(RuntimeError, match="without an answer"):
        in_chunks(failing, range(4), jobs=2, least=1)
    assert "no otter" in capfd.readouterr().err
