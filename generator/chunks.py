"""Work shared among processes; the answers are the same for any number of them."""

from __future__ import annotations

import dataclasses
import io
import multiprocessing
import os
import pickle
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing.connection import Connection
from operator import attrgetter
from typing import Any, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_RUNS = 8
"""Runs of items for each process: whoever has easy ones then takes more."""

_BESIDE = 10
"""How much nicer who works beside the others is to them: it gets a tenth of the time they get."""

_END = b""
"""Sent after a process's last answer."""


def in_turns(tasks: Sequence[Callable[[], Answer]], *, jobs: int) -> list[Answer]:
    """Return what each task returns, in their order; whoever is free takes the next one.

    This process works too, and always does the first task, whose answer then need not travel.
    Forked ones inherit all that they need and send only answers back.

    Args:
        tasks: Pure functions; their answers can be pickled. The one with the largest answer comes
            first, then long ones.
        jobs: Most processes to use; where the system cannot fork (Windows), one is used.

    Raises:
        RuntimeError: A process ended without an answer; it printed why.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    counter = context.Value("q", 1)

    def work() -> Iterator[tuple[int, Answer]]:
        while (number := _next(counter)) < len(tasks):
            yield number, tasks[number]()

    with _workers(context, work, jobs - 1) as workers:
        answers = {0: tasks[0](), **dict(work())}
        for worker in workers:
            answers.update(_received(worker))
    return [answers[number] for number in range(len(tasks))]


def in_chunks(
    work: Callable[[Sequence[Item]], Answer], items: Sequence[Item], *, jobs: int, least: int
) -> list[Answer]:
    """Return what ``work`` makes of one run of the items after another, in their order.

    Args:
        work: A pure function; its answer can be pickled.
        items: Not changed meanwhile.
        jobs: Most processes to use.
        least: Items for each process below which starting it costs more than it saves.

    Raises:
        RuntimeError: As for ``in_turns``.
    """
    jobs = min(jobs, len(items) // least)
    if jobs < 2:
        return [work(items)]
    return in_turns([partial(work, run) for run in runs(items, jobs * _RUNS)], jobs=jobs)


@contextmanager
def beside(task: Callable[[], Answer], *, jobs: int) -> Iterator[Callable[[], Answer]]:
    """Have another process do a task, and give a function that waits for its answer.

    With one process, or where the system cannot fork, that function does the task. Ask it once.
    Whatever is done before that goes first, where processes are more than processors.

    Args:
        task: A pure function; its answer can be pickled.
        jobs: Most processes to use.

    Raises:
        RuntimeError: As for ``in_turns``.
    """
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield task
        return

    def answer() -> Answer:
        found: Answer
        (found,) = _received(worker)
        return found

    def work() -> Iterator[Answer]:
        os.nice(_BESIDE)
        yield task()

    context = multiprocessing.get_context("fork")
    with _workers(context, work, 1) as (worker,):
        yield answer


def runs(items: Sequence[Item], count: int) -> list[Sequence[Item]]:
    """Return the items cut into at most so many runs, all about as long."""
    size = max(-(-len(items) // count), 1)
    return [items[start : start + size] for start in range(0, len(items), size)]


def _next(counter: Any) -> int:
    with counter.get_lock():
        number: int = counter.value
        counter.value += 1
    return number


@contextmanager
def _workers(
    context: Any, work: Callable[[], Iterable[object]], count: int
) -> Iterator[list[Connection]]:
    """Have processes do the work, and give where each one's answer will come from."""
    workers = []
    try:
        for _ in range(count):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(sender, work))
            process.start()
            sender.close()
            workers.append((process, receiver))
        yield [receiver for _, receiver in workers]
    except BaseException:
        for process, _ in workers:
            process.kill()
        raise
    finally:
        for process, receiver in workers:
            process.join()
            receiver.close()


def _send(sender: Connection, work: Callable[[], Iterable[object]]) -> None:
    """Send the answers, one after another, once all are there.

    Pickled, an answer takes less memory than as it was, and neither here nor where it goes is all
    of them held in both forms.
    """
    try:
        answers = [_parcel(answer) for answer in work()]
    except Exception as error:  # noqa: BLE001 # raised again by whoever waits for the answer
        error.add_note(f"in another process:\n{traceback.format_exc()}")
        answers = [pickle.dumps(error)]
    for answer in answers:
        sender.send_bytes(answer)
    sender.send_bytes(_END)
    sender.close()


def _received(receiver: Connection) -> Iterator[Any]:
    try:
        while (message := receiver.recv_bytes()) != _END:
            answer = pickle.loads(message)  # noqa: S301 # from a process of ours
            if isinstance(answer, Exception):
                raise answer
            yield answer
    except EOFError as error:
        problem = "a worker process ended without an answer; what it printed says why"
        raise RuntimeError(problem) from error


def _parcel(value: object) -> bytes:
    """Return a value as bytes, from which ``pickle.loads`` makes it again."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


class _Pickler(pickle.Pickler):
    """Sends frozen records with slots as rows of their fields' values.

    What ``dataclass`` generates for them asks each record which fields its class has, and sets them
    one by one through the class's own rules: that takes twice as long.
    """

    def reducer_override(self, value: Any) -> Any:
        kind: Any = type(value)
        if "__dataclass_fields__" not in kind.__dict__ or "__slots__" not in kind.__dict__:
            return NotImplemented
        return _made_again, (kind, *_reader(kind)(value))


def _made_again(kind: Any, *values: object) -> object:
    """Return the record of a class that has these values, as another process had it."""
    record = object.__new__(kind)
    for put, value in zip(_writers(kind), values, strict=True):
        put(record, value)
    return record


@cache
def _reader(kind: Any) -> Callable[[object], tuple[Any, ...]]:
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


@cache
def _writers(kind: Any) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, field.name).__set__ for field in dataclasses.fields(kind))
