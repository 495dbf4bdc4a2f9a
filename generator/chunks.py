"""Work on many alike things, shared among processes; the answers are the same for any number."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def in_chunks(
    work: Callable[[Sequence[Item]], Answer], items: Sequence[Item], *, jobs: int, least: int
) -> list[Answer]:
    """Return what ``work`` makes of one run of the items after another, in their order.

    This process does the first run itself; forked ones, which inherit all that they need and send
    only their answers back, do the others meanwhile.

    Args:
        work: A pure function; its answer can be pickled.
        items: Not changed meanwhile.
        jobs: Most processes to use; where the system cannot fork (Windows), one is used.
        least: Items for each process below which starting it costs more than it saves.

    Raises:
        RuntimeError: A process ended without an answer; it printed why.
    """
    jobs = min(jobs, len(items) // least)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(items)]
    size = -(-len(items) // jobs)
    own, *others = (items[start : start + size] for start in range(0, len(items), size))
    context = multiprocessing.get_context("fork")
    workers = []
    try:
        for part in others:
            receiver, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_send, args=(sender, work, part))
            worker.start()
            sender.close()
            workers.append((worker, receiver))
        answers = [work(own)]
        answers.extend(_received(receiver) for _, receiver in workers)
    except BaseException:
        for worker, _ in workers:
            worker.kill()
        raise
    finally:
        for worker, receiver in workers:
            worker.join()
            receiver.close()
    return answers


def _send(
    sender: Connection, work: Callable[[Sequence[Item]], Answer], items: Sequence[Item]
) -> None:
    sender.send(work(items))
    sender.close()


def _received(receiver: Connection) -> Any:
    try:
        return receiver.recv()
    except EOFError as error:
        message = "a worker process ended without an answer; what it printed says why"
        raise RuntimeError(message) from error
