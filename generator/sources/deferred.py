"""Readers whose code is loaded only for a file that may be theirs.

There are many formats, and a site has few of them. The first sign of a file tells most readers that
it is not theirs; loading them to hear it would cost more than reading a small site.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from generator.sources.source import Reading, Seed, Source

MARKUP = "<"
JSON = "{["
_BLANK = 1000
"""Characters among which the first that is no blank is looked for."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """A reader by name; it is asked about files that begin with a sign of its own.

    Attributes:
        name: The reader's.
        place: Its module in this package and its class, as ``crossref:Crossref``.
        signs: Each may be the first character of its files, blanks aside.
    """

    name: str
    place: str
    signs: str

    @property
    def about(self) -> str:
        """Return what kind of file it reads."""
        return self.reader().about

    def reader(self) -> Source:
        """Return the reader itself."""
        return _loaded(self.place)

    def detects(self, seed: Seed) -> bool:
        """Tell whether the reader understands the file."""
        first = seed.text[:_BLANK].lstrip().removeprefix("\ufeff").lstrip()[:1]
        return first in self.signs and self.reader().detects(seed)

    def read(self, seed: Seed) -> Reading:
        """Return what the file holds."""
        return self.reader().read(seed)


@cache
def _loaded(place: str) -> Source:
    module, _, name = place.partition(":")
    reader: Source = getattr(import_module(f"generator.sources.{module}"), name)()
    return reader
