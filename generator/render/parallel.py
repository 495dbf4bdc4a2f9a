"""Pages rendered by several processes; the bytes are the same for any number of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.artifact import Artifact
from generator.chunks import in_chunks
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
    # Forked processes inherit corpus and plan; sending them over would cost more than rendering.
    answers = in_chunks(partial(_rendered, environment, site), pages, jobs=jobs, least=WORTHWHILE)
    problems = {str(problem): problem for _, found in answers for problem in found}
    if problems:
        raise InputError(*problems.values())
    return tuple(file for files, _ in answers for file in files)


def _rendered(environment: TemplateEnvironment, site: SiteView, pages: Sequence[Page]) -> _Answer:
    try:
        return tuple(render_pages(environment, pages, site)), ()
    except InputError as error:
        return (), error.diagnostics
