"""Every file of a site: made by several processes at once, and handed on as soon as it is made.

No process holds more than a few hundred pages at a time, so a site may be larger than the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.artifact import Artifact
from generator.chunks import in_turns, runs
from generator.errors import Diagnostic, InputError
from generator.memory import MANY, give_back
from generator.plan.parts import SiteView
from generator.plan.site_plan import Page
from generator.publish.links import LinkReader
from generator.publish.made_pages import NO_PAGES, MadePages
from generator.publish.receipt import Receipt
from generator.render.environment import TemplateEnvironment
from generator.render.renderer import render_page

PAGES = 250
"""Pages that one process renders before it looks for other work."""

Emission = Callable[[], Iterable[Artifact]]

Made = tuple[Sequence[Receipt], Sequence[Diagnostic]]
"""Files that were made, and what kept others from being made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What every process needs to make files.

    Attributes:
        environment: Where templates come from.
        site: What every page knows of the site.
        links: Reads the links in pages.
        receive: Takes each file.
        pages: What an earlier build made of the same.
    """

    environment: TemplateEnvironment
    site: SiteView
    links: LinkReader
    receive: Callable[[Artifact], Receipt]
    pages: MadePages = NO_PAGES

    def make(
        self, emissions: Sequence[Emission], pages: Sequence[Page], *, jobs: int
    ) -> list[Receipt]:
        """Make all files, hand each one on, and return the receipts, in the order of the making.

        Args:
            emissions: Makers of files that are no pages.
            pages: All pages of the site.
            jobs: Most processes to use; the files are the same for any number.

        Raises:
            InputError: A template failed; says where.
        """
        parts = runs(pages, -(-len(pages) // PAGES))
        lavish = len(pages) >= MANY
        emitted = [partial(self._emitted, emission, lavish=lavish) for emission in emissions]
        rendered = [partial(self._rendered, part) for part in parts]
        # What takes long comes first: one search index, but no one run of many.
        tasks = [*emitted, *rendered] if len(parts) > 1 else [*rendered, *emitted]
        made = in_turns(tasks, jobs=jobs)
        problems = {str(problem): problem for _, found in made for problem in found}
        if problems:
            raise InputError(*problems.values())
        return [receipt for files, _ in made for receipt in files]

    def _emitted(self, emission: Emission, *, lavish: bool) -> Made:
        receipts = [self._handed_on(file) for file in emission()]
        if lavish:
            give_back()
        return receipts, ()

    def _rendered(self, pages: Sequence[Page]) -> Made:
        """Make pages; a template that failed once is not tried again."""
        receipts: list[Receipt] = []
        failures: dict[str, Sequence[Diagnostic]] = {}
        for page in pages:
            if page.template in failures:
                continue
            try:
                receipts.append(self._page(page))
            except InputError as error:
                failures[page.template] = error.diagnostics
        return receipts, [problem for found in failures.values() for problem in found]

    def _page(self, page: Page) -> Receipt:
        context = None if page.subject else page.context()
        key = self.pages.key(page, context)
        if standing := self.pages.standing(page, key):
            return standing
        file = render_page(self.environment, page, context or page.context(), self.site)
        receipt = self._handed_on(file)
        return replace(receipt, made_of=key) if key else receipt

    def _handed_on(self, file: Artifact) -> Receipt:
        receipt, targets = self.receive(file), self.links.unsure(file)
        return replace(receipt, unsure=targets) if targets else receipt
