"""Every file of a site: made by several processes at once, and handed on as soon as it is made.

No process holds more than a few hundred pages at a time, so a site may be larger than the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.artifact import Artifact
from generator.chunks import in_turns, runs
from generator.errors import Diagnostic, InputError
from generator.plan.parts import SiteView
from generator.plan.site_plan import Page
from generator.publish.links import LinkReader
from generator.publish.receipt import Receipt, Receiver
from generator.render.environment import TemplateEnvironment
from generator.render.renderer import render_pages

PAGES = 250
"""Pages that one process renders before it looks for other work."""

Emission = Callable[[], Iterable[Artifact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What is remembered of files that were made.

    Attributes:
        receipts: One for each file, in the order in which they were made.
        unsure: Path of each page, with the addresses in it that may lead nowhere.
    """

    receipts: Sequence[Receipt]
    unsure: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What every process needs to make files.

    Attributes:
        environment: Where templates come from.
        site: What every page knows of the site.
        links: Reads the links in pages.
        receive: Takes each file.
    """

    environment: TemplateEnvironment
    site: SiteView
    links: LinkReader
    receive: Receiver

    def make(self, emissions: Sequence[Emission], pages: Sequence[Page], *, jobs: int) -> Files:
        """Make all files and hand each one on.

        Args:
            emissions: Makers of files that are no pages.
            pages: All pages of the site.
            jobs: Most processes to use; the files are the same for any number.

        Raises:
            InputError: A template failed; says where.
        """
        parts = runs(pages, -(-len(pages) // PAGES))
        emitted = [partial(self._emitted, emission) for emission in emissions]
        rendered = [partial(self._rendered, part) for part in parts]
        # What takes long comes first: one search index, but no one run of many.
        tasks = [*emitted, *rendered] if len(parts) > 1 else [*rendered, *emitted]
        made = in_turns(tasks, jobs=jobs)
        problems = {str(problem): problem for _, found in made for problem in found}
        if problems:
            raise InputError(*problems.values())
        return Files(
            receipts=[receipt for files, _ in made for receipt in files.receipts],
            unsure=[page for files, _ in made for page in files.unsure],
        )

    def _emitted(self, emission: Emission) -> tuple[Files, Sequence[Diagnostic]]:
        return self._handed_on(emission()), ()

    def _rendered(self, pages: Sequence[Page]) -> tuple[Files, Sequence[Diagnostic]]:
        try:
            return self._handed_on(render_pages(self.environment, pages, self.site)), ()
        except InputError as error:
            return Files(receipts=(), unsure=()), error.diagnostics

    def _handed_on(self, files: Iterable[Artifact]) -> Files:
        receipts, unsure = [], []
        for file in files:
            receipts.append(self.receive(file))
            if targets := self.links.unsure(file):
                unsure.append((file.path, targets))
        return Files(receipts=receipts, unsure=unsure)
