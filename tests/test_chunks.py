from __future__ import annotations

import datetime
import multiprocessing
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import pytest

from generator.chunks import beside, in_chunks, in_turns, runs
from generator.errors import Diagnostic, InputError, Severity
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper, PaperId


def doubled(numbers: Sequence[int]) -> tuple[list[int], int]:
    return [2 * number for number in numbers], os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 6, 20])
def test_answers_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    answers = in_chunks(doubled, range(count), jobs=jobs, least=2)
    assert [number for part, _ in answers for number in part] == list(range(0, 2 * count, 2))


def test_few_items_are_worth_no_process() -> None:
    assert [process for _, process in in_chunks(doubled, range(9), jobs=4, least=5)] == [
        os.getpid()
    ]


def test_a_failure_in_any_process_is_raised_as_it_is() -> None:
    def failing(numbers: Sequence[int]) -> int:
        if 0 in numbers:
            raise InputError(Diagnostic(code="S000", severity=Severity.ERROR, message="no otter"))
        return len(numbers)

    with pytest.raises(InputError, match="no otter") as caught:
        in_chunks(failing, range(4), jobs=2, least=1)
    assert caught.value.diagnostics[0].code == "S000"


def test_a_process_that_dies_is_reported() -> None:
    parent, alone = os.getpid(), multiprocessing.get_context("fork").Event()

    def dying() -> int:
        if os.getpid() != parent:
            alone.set()
            os._exit(1)
        return alone.wait(10)

    with pytest.raises(RuntimeError, match="without an answer"):
        in_turns([dying] * 3, jobs=2)


def test_who_is_free_takes_the_next_task() -> None:
    """The first task ends only when another process has done all the others."""
    done = multiprocessing.get_context("fork").Semaphore(0)

    def waiting() -> int:
        return sum(done.acquire(timeout=10) for _ in range(5))

    def quick() -> int:
        done.release()
        return os.getpid()

    first, *others = in_turns([waiting, *[quick] * 5], jobs=2)
    assert first == 5
    assert len(set(others)) == 1


def test_the_first_task_is_done_in_this_process_so_that_its_answer_need_not_travel() -> None:
    def unsendable() -> None:
        """A pickle cannot hold it."""

    first, *others = in_turns([lambda: unsendable, *[lambda: None] * 3], jobs=2)
    assert first is unsendable
    assert others == [None] * 3


def test_a_process_sends_each_of_its_answers() -> None:
    answers = in_turns([partial(bytes.__mul__, bytes([n]), 200_000) for n in range(9)], jobs=3)
    assert [set(answer) for answer in answers] == [{n} for n in range(9)]


def test_runs_hold_every_item_once() -> None:
    assert [list(run) for run in runs(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert runs([], 3) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_is_done_beside_other_work(jobs: int) -> None:
    with beside(os.getpid, jobs=jobs) as answer:
        assert (answer() == os.getpid()) == (jobs == 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_beside_other_work_is_raised_where_it_is_asked_for(jobs: int) -> None:
    def failing() -> int:
        raise InputError(Diagnostic(code="S000", severity=Severity.ERROR, message="no otter"))

    with beside(failing, jobs=jobs) as answer, pytest.raises(InputError, match="no otter"):
        answer()


def test_nobody_waits_for_a_task_when_the_work_beside_it_fails() -> None:
    never = multiprocessing.get_context("fork").Event()
    with pytest.raises(OSError, match="no river"), beside(never.wait, jobs=2):
        raise OSError("no river")


@dataclass(frozen=True, slots=True)
class Empty:
    """A record without fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Empty):
    """A record with a field that it fills itself."""

    one: int
    made: dict[int, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made", {self.one: "of one"})


@dataclass
class Open:
    """A record without slots, that can be changed."""

    name: str


def sent(value: object) -> object:
    """Return what arrives of the answer of another process."""
    done = multiprocessing.get_context("fork").Event()

    def answer() -> object:
        done.set()
        return value

    return in_turns([lambda: done.wait(10), answer], jobs=2)[1]


def test_records_of_every_kind_arrive_as_they_were_sent() -> None:
    paper = Paper(
        id=PaperId("arxiv:2402.12345"),
        title="A \ud800 title",
        authors=(Author(name="Ada"), Author(name="Ben", orcid="0000")),
        published=PartialDate(2024, 2),
        links=(Link(url="https://example.org", kind=LinkKind.CODE),),
    )
    values = (paper, Empty(), Open("x"), datetime.date(2024, 1, 2), [paper], {"p": paper})
    assert sent(values) == values


def test_fields_that_a_record_fills_itself_arrive_too() -> None:
    derived = sent(Derived(one=1))
    assert isinstance(derived, Derived)
    assert derived.made == {1: "of one"}


def test_what_was_one_record_stays_one() -> None:
    author = Author(name="Ada")
    arrived = sent((author, author))
    assert isinstance(arrived, tuple)
    assert arrived[0] is arrived[1]
