"""Readers whose code is loaded only for a file that may be theirs.

There are many formats, and a site has few of them. The first sign of a file, its name's ending or a
word near its beginning tells most readers that it is not theirs; loading them to hear it would cost
more than reading a small site.
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
_HEAD = 65_536
"""Characters among which words are looked for; no reader looks farther to know its files."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """A reader by name; it is asked about files that may be its own.

    Attributes:
        name: The reader's.
        place: Its module in this package and its class, as ``crossref:Crossref``.
        signs: Each may be the first character of its files, blanks aside; none when any may.
        suffixes: One of them ends the names of its files; none when any may.
        words: One of them stands near the beginning of its files; none when any may.
    """

    name: str
    place: str
    signs: str = ""
    suffixes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """Return what kind of file it reads."""
        return self.reader().about

    def reader(self) -> Source:
        """Return the reader itself."""
        return _loaded(self.place)

    def detects(self, seed: Seed) -> bool:
        """Tell whether the reader understands the file."""
        return self._may_read(seed) and self.reader().detects(seed)

    def read(self, seed: Seed) -> Reading:
        """Return what the file holds."""
        return self.reader().read(seed)

    def _may_read(self, seed: Seed) -> bool:
        if self.suffixes and seed.path.suffix.lower() not in self.suffixes:
            return False
        if self.words:
            head = seed.text[:_HEAD]
            return any(word in head for word in self.words)
        first = seed.text[:_BLANK].lstrip().removeprefix("\ufeff").lstrip()[:1]
        return first in self.signs or not self.signs


@cache
def _loaded(place: str) -> Source:
    module, _, name = place.partition(":")
    reader: Source = getattr(import_module(f"generator.sources.{module}"), name)()
    return reader
