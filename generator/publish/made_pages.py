"""What pages an earlier build made, by what they were made of.

A page's bytes hang on its subject, its template, and on what all pages share. So a page of the same
subject need not be rendered again to know its digest, its size and its doubtful links; and when the
output has a file of that digest at its place, nobody needs the bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.cache import NO_CACHE, Cache, as_json, digest
from generator.plan.contexts import PageContext
from generator.plan.site_plan import Page
from generator.publish.manifest import Entry
from generator.publish.receipt import Receipt

SHELF = "pages"
"""Where the cache keeps pages: digest, size and doubtful links, by what they are made of."""


Stands = Callable[[str, Entry], bool]
Frame = Callable[[], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePages:
    """What the cache knows of pages.

    Attributes:
        cache: Where it comes from; one without a folder knows nothing, and no key is computed.
        frame: Returns a mark of all that pages share, but for the program, which the cache knows.
        mark: What it returned when this was made.
        stands: As in ``Receiver``.
        known: What is known, by key.
    """

    cache: Cache = NO_CACHE
    frame: Frame = lambda: None
    mark: str = ""
    stands: Stands | None = None
    known: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def load(cls, cache: Cache, frame: Frame, stands: Stands | None) -> MadePages:
        """Return what the cache knows of pages that share what they share now.

        Nothing, and nothing will be kept, where there is no mark or all files are wanted.
        """
        mark = frame() if stands else None
        if mark is None:
            return cls()
        known = cache.load(SHELF, mark)
        return cls(cache=cache, frame=frame, mark=mark, stands=stands, known=known)

    def key(self, page: Page, context: PageContext | None) -> str:
        """Return a mark of what a page is made of; empty when nobody wants to know.

        ``context`` is the page's, None where its subject tells all with less work.

        Subjects and contexts are finished values: printed as Python they show all that they hold.
        """
        if self.cache.folder is None:
            return ""
        made_of = page.subject() if page.subject else context
        text = f"{page.path}\n{page.template}\n{made_of!r}"
        return digest(text.encode(errors="surrogatepass"))

    def standing(self, page: Page, key: str) -> Receipt | None:
        """Return the receipt of a page that lies in the output already, or None."""
        value = self.known.get(key)
        if value is None or self.stands is None:
            return None
        made, size, *unsure = json.loads(value)
        entry = Entry(made, size)
        if not self.stands(page.path, entry):
            return None
        return Receipt(
            path=page.path, origin=page.template, entry=entry, unsure=tuple(unsure), made_of=key
        )

    def keep(self, files: Iterable[Receipt]) -> None:
        """Keep what was made for the next build."""
        made = {
            file.made_of: as_json([file.entry.digest, file.entry.size, *file.unsure])
            for file in files
            if file.made_of
        }
        # A template that was saved meanwhile may have been read before or after.
        if made.keys() != self.known.keys() and self.frame() == self.mark:
            self.cache.save(SHELF, made, self.mark)


NO_PAGES = MadePages()
"""Knows nothing and keeps nothing."""
