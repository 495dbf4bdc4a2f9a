"""Pages rendered by several processes; the bytes are the same for any number of them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection

from generator.artifact import Artifact
from generator.errors import Diagnostic, InputError
from generator.plan.parts import SiteView
from generator.plan.site_plan import Page
from generator.render.environment import TemplateEnvironment
from generator.render.renderer import render_pages

WORTHWHILE = 500
"""Pages for each process below which starting it costs more than it saves."""

_Answer = tuple[tuple[Artifact, ...], tuple[Diagnostic, ...]]


def render_all(
    environment: TemplateEnvironment, pages: Sequence[Page], site: SiteView, *, jobs: int
) -> tuple[Artifact, ...]:
    """Return the file of each page, in order.

    Args:
        environment: Where templates come from.
        pages: All pages of the site.
        site: What every page knows of the site.
        jobs: Most processes to use; where the system cannot fork (Windows), one is used.

    Raises:
        InputError: A template failed; says where.
    """
    jobs = min(jobs, len(pages) // WORTHWHILE)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return tuple(render_pages(environment, pages, site))
    # Forked children inherit corpus and plan; sending them over would cost more than rendering.
    context = multiprocessing.get_context("fork")
    size = -(-len(pages) // jobs)
    workers = []
    for start in range(0, len(pages), size):
        receiver, sender = context.Pipe(duplex=False)
        part = pages[start : start + size]
        worker = context.Process(target=_work, args=(sender, environment, part, site))
        worker.start()
        sender.close()
        workers.append((worker, receiver))
    answers: list[_Answer] = []
    for worker, receiver in workers:
        answers.append(receiver.recv())
        worker.join()
    problems = {str(problem): problem for _, found in answers for problem in found}
    if problems:
        raise InputError(*problems.values())
    return tuple(file for files, _ in answers for file in files)


def _work(
    sender: Connection, environment: TemplateEnvironment, pages: Sequence[Page], site: SiteView
) -> None:
    try:
        answer: _Answer = (tuple(render_pages(environment, pages, site)), ())
    except InputError as error:
        answer = ((), error.diagnostics)
    sender.send(answer)
    sender.close()
